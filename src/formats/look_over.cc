// What every decision is looked over for, whatever its source: suggestions, flags, and the fields read and missing.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "formats/dates.h"
#include "formats/decisions.h"
#include "formats/labels.h"

namespace alongside::formats {
namespace {

constexpr int long_after_days = 90;

struct Heading {
  Label label = Label::unknown;
  std::string words;  // as written
  std::string rest;   // what follows it in the same paragraph
};

// A paragraph that is a heading of its own, or begins with one and a colon: "REASON", "Reason: the lease ends".
Heading heading_of(const std::string& paragraph) {
  if (const Label whole = label_of(paragraph); whole != Label::unknown) return {whole, paragraph, ""};
  const std::size_t colon = paragraph.find(':');
  if (colon == std::string::npos || colon > 110) return {};
  const std::string before = paragraph.substr(0, colon + 1);
  const Label label = label_of(before);
  std::string_view rest = trimmed(std::string_view(paragraph).substr(colon + 1));
  if (rest.starts_with("-")) rest = trimmed(rest.substr(1));
  return {label, before, std::string(rest)};
}

std::optional<Suggests> suggests(Label label) {
  switch (label) {
    case Label::reasons:
      return Suggests::reasons;
    case Label::alternatives:
      return Suggests::alternatives;
    case Label::interests:
      return Suggests::interests;
    case Label::exempt:
      return Suggests::exempt;
    default:
      return std::nullopt;
  }
}

void suggest_sections(ReadDecision& decision) {
  Suggestion open{};
  bool is_open = false;
  const auto close = [&] {
    if (is_open && !open.words.empty()) decision.suggestions.push_back(open);
    is_open = false;
  };
  for (std::size_t i = 0; i < decision.what.size(); ++i) {
    const Heading heading = heading_of(decision.what[i]);
    if (heading.label == Label::unknown) {
      if (!is_open) continue;
      if (open.words.empty()) open.paragraph = i;
      open.words += (open.words.empty() ? "" : "\n\n") + decision.what[i];
      continue;
    }
    close();
    if (const auto field = suggests(heading.label)) {
      open = {.field = *field, .heading = heading.words, .words = heading.rest, .paragraph = i};
      is_open = true;
    }
  }
  close();
}

// Sentences that name a power. Any of these, then what it rests on, in one paragraph.
void suggest_powers(ReadDecision& decision) {
  static constexpr std::array<std::string_view, 9> signs = {
      "in exercise of the power", "in exercise of powers",   "under powers delegated",
      "powers delegated by",      "powers contained within", "under delegated powers",
      "pursuant to section",      "under section ",          "under delegated authority"};
  for (std::size_t i = 0; i < decision.what.size(); ++i) {
    const std::string lower = lower_ascii(decision.what[i]);
    const bool found = std::any_of(signs.begin(), signs.end(),
                                   [&](std::string_view sign) { return lower.find(sign) != std::string::npos; });
    if (found)
      decision.suggestions.push_back(
          {.field = Suggests::power, .heading = "", .words = decision.what[i], .paragraph = i});
  }
}

bool is_minutes(std::string_view title) {
  const std::string key = label_key(title);
  static constexpr std::array<std::string_view, 10> starts = {
      "minutes of previous meeting", "minutes of the previous meeting", "minutes of last meeting",
      "minutes of the last meeting", "declarations of interest",        "declaration of interest",
      "apologies for absence",       "chairs communications",           "admission of the public",
      "exclusion of the public"};
  return key == "minutes" ||
         std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return key.starts_with(start); });
}

void add(std::vector<Flag>& flags, Flag flag, bool holds) {
  if (holds && std::find(flags.begin(), flags.end(), flag) == flags.end()) flags.push_back(flag);
}

void add_flags(ReadDecision& d) {
  if (d.decided && d.published) {
    add(d.flags, Flag::published_long_after, d.published->first() - d.decided->last() > long_after_days);
    add(d.flags, Flag::published_before_taken, d.published->last() < d.decided->first());
  }
  if (d.effective && d.published)
    add(d.flags, Flag::effective_before_published, d.effective->last() < d.published->first());
  add(d.flags, Flag::deleted_yet_on_view, label_key(d.status) == "deleted");
  add(d.flags, Flag::minutes_stored_as_decision, is_minutes(d.title));
  add(d.flags, Flag::no_maker, d.maker.empty());
  add(d.flags, Flag::maker_is_a_meeting,
      !d.maker.empty() && d.maker_kind == MakerKind::meeting && d.maker == d.meeting);
  add(d.flags, Flag::text_marked_in_title, d.title.starts_with("**"));
  add(d.flags, Flag::withheld_documents,
      std::any_of(d.documents.begin(), d.documents.end(), [](const Document& one) { return one.withheld; }));
  add(d.flags, Flag::disapproved_by_passing, d.motion == Motion::disapprove && d.carried == true);
}

using Fields = std::vector<std::string>;
void count(Fields& read, const char* field, bool is_read) {
  if (is_read) read.emplace_back(field);
}

}  // namespace

MakerKind guess_maker(std::string_view words) {
  const std::string key = " " + label_key(words) + " ";
  const auto has = [&](std::initializer_list<std::string_view> signs) {
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return key.find(sign) != std::string::npos; });
  };
  if (has({"decision session", " briefing ", " committee ", " sub committee ", " meeting ", " panel "}))
    return MakerKind::meeting;
  if (has({" director", " officer ", " member for ", " cabinet member", " leader ", " mayor ", " head of ", " chief ",
           " portfolio holder", " manager ", " secretary ", " executive member", " lead member"})) {
    return MakerKind::office;
  }
  if (has({" councillor ", " cllr ", " mr ", " mrs ", " ms ", " dr "})) return MakerKind::person;
  if (has({" cabinet ", " executive ", " executive board ", " board ", " council ", " assembly ", " forum "}))
    return MakerKind::meeting;
  return MakerKind::unknown;
}

void look_over(ReadDecision& d) {
  if (!d.maker.empty() && d.maker_kind == MakerKind::unknown) d.maker_kind = guess_maker(d.maker);
  suggest_sections(d);
  suggest_powers(d);
  add_flags(d);
  count(d.fields_read, "reference", !d.reference.empty());
  count(d.fields_read, "title", !d.title.empty());
  count(d.fields_read, "maker", !d.maker.empty());
  count(d.fields_read, "meeting", !d.meeting.empty());
  count(d.fields_read, "source_words", !d.status.empty());
  count(d.fields_read, "key", d.key != Answer::not_known);
  count(d.fields_read, "call_in", d.call_in != Answer::not_known);
  count(d.fields_read, "purpose", !d.purpose.empty());
  count(d.fields_read, "what", !d.what.empty());
  count(d.fields_read, "area", !d.wards.empty());
  count(d.fields_read, "lead_member", !d.lead_member.empty());
  count(d.fields_read, "lead_officer", !d.lead_officer.empty());
  count(d.fields_read, "consulted", !d.consulted.empty());
  count(d.fields_read, "published", d.published.has_value());
  count(d.fields_read, "on", d.decided.has_value());
  count(d.fields_read, "effective", d.effective.has_value());
  count(d.fields_read, "evidence", !d.documents.empty());
  count(d.fields_read, "votes", !d.votes.empty());
  count(d.fields_read, "history", !d.history.empty());
  count(d.fields_read, "reasons", !d.reasons.empty());
  count(d.fields_read, "options", !d.alternatives.empty());
  count(d.fields_read, "interests", !d.interests.empty() || d.no_interests);
  count(d.fields_read, "powers", !d.powers.empty());
  const std::set<std::string> read(d.fields_read.begin(), d.fields_read.end());
  for (const char* field : {"title", "what", "on", "published", "reasons", "options", "interests", "powers"}) {
    count(d.fields_missing, field, !read.contains(field));
  }
  count(d.fields_missing, "maker", !read.contains("maker") && !read.contains("meeting"));
}

void look_over(ReadComing& c) {
  if (!c.maker.empty() && c.maker_kind == MakerKind::unknown) c.maker_kind = guess_maker(c.maker);
  add(c.flags, Flag::deleted_yet_on_view, label_key(c.status) == "deleted");
  add(c.flags, Flag::no_maker, c.maker.empty());
  const std::pair<const char*, bool> fields[] = {{"title", !c.title.empty()},
                                                 {"what", !c.what.empty()},
                                                 {"due", c.due.has_value()},
                                                 {"maker", !c.maker.empty()},
                                                 {"notice_on", c.notice_on.has_value()},
                                                 {"key", c.key != Answer::not_known},
                                                 {"have_a_say", !c.representations.empty()},
                                                 {"consultation", !c.consultation.empty()}};
  for (const auto& [field, is_read] : fields) (is_read ? c.fields_read : c.fields_missing).emplace_back(field);
  const std::pair<const char*, bool> more[] = {
      {"reference", !c.reference.empty()},     {"key_reason", !c.key_reason.empty()},
      {"restriction", !c.restriction.empty()}, {"urgency", !c.urgency.empty()},
      {"source_words", !c.status.empty()},     {"area", !c.wards.empty()},
      {"lead_member", !c.lead_member.empty()}, {"lead_officer", !c.lead_officer.empty()},
      {"department", !c.department.empty()},   {"scrutiny", !c.scrutiny.empty()},
      {"evidence", !c.documents.empty()}};
  for (const auto& [field, is_read] : more) count(c.fields_read, field, is_read);
}

}  // namespace alongside::formats
