#include "formats/moderngov.h"

#include "base/text.h"
#include "formats/dates.h"
#include "formats/moderngov_fields.h"

namespace alongside::formats {
namespace {

bool leads_to(const Link& link, std::string_view page) {
  return lower_ascii(link.address).find(lower_ascii(page)) != std::string::npos;
}
const Link* link_to(const Block& block, std::string_view page) {
  for (const Link& link : block.links) {
    if (leads_to(link, page)) return &link;
  }
  return nullptr;
}

Problem not_this(const File& file, Format wanted) {
  return {.code = Code::not_supported,
          .file = file.name,
          .found = "a web page without its labels",
          .expected = msg("Give {what}, saved whole from the browser.", {{"what", std::string(title(wanted))}})};
}

Result<Page> page_of(const File& file) {
  auto text = as_text(file);
  if (!text) return text.problems();
  return read_page(file.name, *text);
}

// A heading, or a paragraph that is nothing but a label of a section: "Decision:".
Label section_of(const Block& block) {
  if (block.kind == BlockKind::heading) return label_of(block.words);
  return Label::unknown;
}

bool is_title(const Block& block) {
  return block.kind == BlockKind::heading && block.class_words.find("mgSubTitleTxt") != std::string::npos;
}

// Where the record begins: its title. Else the first heading that is no name of a page.
std::size_t start_of(const Page& page) {
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (is_title(page.blocks[i])) return i;
  }
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    if (block.kind == BlockKind::heading && block.level == 2 && label_of(block.words) == Label::unknown) return i;
  }
  return page.blocks.size();
}

std::string issue_in(const Page& page) {
  for (const Block& block : page.blocks) {
    if (block.kind == BlockKind::row) continue;
    if (const Link* link = link_to(block, "mgIssueHistoryHome.aspx")) return source_id_of(link->address);
  }
  return "";
}

std::string number_alone(const std::string& id) { return id.substr(id.find('=') + 1); }

bool is_words(const Block& block) { return block.kind == BlockKind::paragraph || block.kind == BlockKind::item; }

template <class Struct>
Result<Read> done(Format format, std::vector<Struct> Read::*list, std::vector<Struct> found, Reading& reading) {
  if (reading.problems.any()) return std::move(reading.problems);
  Read read{.format = format};
  for (Struct& one : found) look_over(one);
  read.*list = std::move(found);
  read.notices = std::move(reading.notices);
  return read;
}

// The text of a row, cells by the names in its head.
struct Head {
  int title = -1, date = -1, effective = -1, call_ins = -1;
};
bool is_head(const Block& row, Head& head) {
  Head found;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string key = label_key(row.cells[i]);
    const int at = static_cast<int>(i);
    if (key == "title") found.title = at;
    if (key == "date" || key == "date published") found.date = at;
    if (key == "effective from") found.effective = at;
    if (key == "call ins") found.call_ins = at;
  }
  if (found.title < 0 || found.date < 0) return false;
  head = found;
  return true;
}

ReadDecision decision_in(const Block& row, const Head& head, const Link& link, Reading& reading) {
  ReadDecision decision{.source_id = source_id_of(link.address), .line = row.line};
  decision.title = read_title(link.words, decision.flags);
  const auto cell = [&](int at) {
    return at >= 0 && static_cast<std::size_t>(at) < row.cells.size() ? row.cells[static_cast<std::size_t>(at)] : "";
  };
  // The list's Date is the day of publication: its head's hidden comment says "Date Made/Published", its abbr
  // "Published".
  set_field(decision, Label::published, {.label = "Date", .words = cell(head.date), .line = row.line}, reading);
  set_field(decision, Label::effective, {.label = "Effective from", .words = cell(head.effective), .line = row.line},
            reading);
  decision.call_in_words = cell(head.call_ins);
  decision.call_in = read_answer(decision.call_in_words);
  if (const auto number = whole_number(decision.call_in_words); number && *number >= 0 && *number < 1000) {
    decision.call_ins = static_cast<int>(*number);
    decision.call_in = Answer::yes;
  }
  return decision;
}

// "14/04/2025 - Title Recommendations Approved": the title is the link's words, the status what follows it.
std::optional<ReadDecision> decision_at(const Block& block) {
  const Link* link = link_to(block, "ieDecisionDetails.aspx");
  const auto dated = read_leading_date(block.words);
  if (link == nullptr || !dated || block.kind == BlockKind::row) return std::nullopt;
  ReadDecision decision{.source_id = source_id_of(link->address), .decided = dated->when, .line = block.line};
  decision.title = read_title(link->words, decision.flags);
  const std::size_t at = block.words.find(link->words);
  if (at != std::string::npos)
    decision.status = squeezed(std::string_view(block.words).substr(at + link->words.size()));
  return decision;
}

}  // namespace

Result<Read> read_decision_page(const File& file) {
  auto page = page_of(file);
  if (!page) return page.problems();
  Reading reading{.file = file.name};
  ReadDecision decision;
  const std::size_t start = start_of(*page);
  Label section = Label::unknown;
  std::vector<std::string> loose;  // text whose heading was lost
  bool labelled = false;
  for (std::size_t i = start; i < page->blocks.size(); ++i) {
    const Block& block = page->blocks[i];
    if (i == start) {
      decision.title = read_title(block.words, decision.flags);
      decision.line = block.line;
    } else if (block.kind == BlockKind::label) {
      section = label_of(block.label);
      labelled = labelled || section != Label::unknown;
      set_field(decision, section, block, reading);
    } else if (block.kind == BlockKind::heading) {
      section = section_of(block);
    } else if (is_words(block) || block.restricted) {
      add_words(decision, section, block);
      const bool may_be_text = section == Label::call_in || section == Label::key || section == Label::status;
      if (may_be_text) loose.push_back(block.words);
    }
  }
  if (!labelled) return not_this(file, Format::moderngov_decision);
  if (decision.what.empty()) decision.what = std::move(loose);
  decision.source_issue = number_alone(issue_in(*page));
  for (const Block& block : page->blocks) {
    const Link* link = link_to(block, "ieDecisionDetails.aspx");
    if (link != nullptr && decision.source_id.empty() && block.kind != BlockKind::row)
      decision.source_id = source_id_of(link->address);
  }
  return done(Format::moderngov_decision, &Read::decisions, {std::move(decision)}, reading);
}

Result<Read> read_decisions_list(const File& file) {
  auto page = page_of(file);
  if (!page) return page.problems();
  Reading reading{.file = file.name};
  std::vector<ReadDecision> found;
  Head head;
  bool is_list = false;
  Label section = Label::unknown;
  for (const Block& block : page->blocks) {
    if (block.kind == BlockKind::row) {
      if (is_head(block, head)) {
        is_list = true;
      } else if (const Link* link = link_to(block, "ieDecisionDetails.aspx"); link != nullptr && head.title >= 0) {
        found.push_back(decision_in(block, head, *link, reading));
      } else if (head.title >= 0) {
        reading.notices.push_back({.code = Code::not_supported,
                                   .file = file.name,
                                   .line = static_cast<std::int64_t>(block.line),
                                   .found = shortened(join(block.cells, " | "), 80),
                                   .expected = msg("This row leads to no decision; it was left out.")});
      }
    } else if (auto decision = decision_at(block)) {
      is_list = true;
      found.push_back(std::move(*decision));
      section = Label::unknown;
    } else if (!found.empty() && block.kind == BlockKind::label) {
      section = label_of(block.label);
      set_field(found.back(), section, block, reading);
    } else if (!found.empty() && block.kind == BlockKind::heading) {
      section = section_of(block);
    } else if (!found.empty() && is_words(block)) {
      add_words(found.back(), section, block);
    }
  }
  if (!is_list) return not_this(file, Format::moderngov_list);
  return done(Format::moderngov_list, &Read::decisions, std::move(found), reading);
}

Result<Read> read_issue_text(const File& file) {
  auto page = page_of(file);
  if (!page) return page.problems();
  Reading reading{.file = file.name};
  std::vector<ReadDecision> found;
  for (const Block& block : page->blocks) {
    const auto dated = block.kind == BlockKind::row ? std::nullopt : read_leading_date(block.words);
    if (dated && dated->rest.starts_with("- ")) {
      // The date in this heading is the day of publication; where the decision's own day is known, it is another.
      ReadDecision decision{.published = dated->when, .line = block.line};
      decision.title = read_title(std::string_view(dated->rest).substr(2), decision.flags);
      found.push_back(std::move(decision));
    } else if (!found.empty() && block.kind == BlockKind::label) {
      found.back().what.push_back(squeezed(block.label + " " + block.words));
    } else if (!found.empty() && (is_words(block) || block.kind == BlockKind::heading) && !block.words.empty()) {
      found.back().what.push_back(block.words);
    }
  }
  if (found.empty()) return not_this(file, Format::moderngov_issue_text);
  const std::string issue = number_alone(issue_in(*page));
  for (ReadDecision& decision : found) decision.source_issue = issue;
  return done(Format::moderngov_issue_text, &Read::decisions, std::move(found), reading);
}

Result<Read> read_issue_page(const File& file) {
  auto page = page_of(file);
  if (!page) return page.problems();
  Reading reading{.file = file.name};
  ReadComing coming;
  const std::size_t start = start_of(*page);
  Label section = Label::unknown;
  bool labelled = false;
  for (std::size_t i = start; i < page->blocks.size(); ++i) {
    const Block& block = page->blocks[i];
    if (i == start) {
      coming.title = read_title(block.words, coming.flags);
      coming.line = block.line;
    } else if (block.kind == BlockKind::label) {
      section = label_of(block.label);
      labelled = labelled || section != Label::unknown;
      set_field(coming, section, block, reading);
      if (section == Label::unknown) section = Label::contact;  // its paragraphs are not the plan's
    } else if (block.kind == BlockKind::heading) {
      section = section_of(block);
      if (section == Label::unknown) section = Label::contact;
    } else if (is_words(block)) {
      const bool is_menu = section == Label::unknown && block.kind == BlockKind::item;
      if (!is_menu) add_words(coming, section, block);
    }
  }
  if (!labelled) return not_this(file, Format::moderngov_issue);
  const std::string id = issue_in(*page);
  coming.source_id = id;
  return done(Format::moderngov_issue, &Read::coming, {std::move(coming)}, reading);
}

Result<Read> read_plan_page(const File& file) {
  auto page = page_of(file);
  if (!page) return page.problems();
  Reading reading{.file = file.name};
  std::vector<ReadComing> found;
  Label section = Label::unknown;
  for (const Block& block : page->blocks) {
    const Link* link = link_to(block, "mgIssueHistoryHome.aspx");
    if (link != nullptr && block.kind != BlockKind::label && !link->words.empty()) {
      ReadComing coming{.source_id = source_id_of(link->address), .line = block.line};
      std::string_view words = link->words;
      if (words.ends_with(" New!")) words.remove_suffix(5);
      coming.title = read_title(words, coming.flags);
      found.push_back(std::move(coming));
      section = Label::unknown;
    } else if (!found.empty() && block.kind == BlockKind::label) {
      section = label_of(block.label);
      set_field(found.back(), section, block, reading);
      if (section == Label::unknown) section = Label::contact;
    } else if (!found.empty() && is_words(block)) {
      add_words(found.back(), section, block);
    }
  }
  if (found.empty()) return not_this(file, Format::moderngov_plan);
  return done(Format::moderngov_plan, &Read::coming, std::move(found), reading);
}

}  // namespace alongside::formats
