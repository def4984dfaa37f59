#include "formats/moderngov_fields.h"

#include <charconv>

#include "base/text.h"
#include "formats/dates.h"
#include "formats/moderngov.h"

namespace alongside::formats {
namespace {

std::string unescaped(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"&amp;", "&"}, {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&apos;", "'"}, {"&nbsp;", " "}};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    std::size_t used = 0;
    for (const auto& [entity, character] : names) {
      if (!rest.starts_with(entity)) continue;
      out += character;
      used = entity.size();
    }
    if (used == 0 && rest.starts_with("&#")) {
      int number = 0;
      const auto [end, error] = std::from_chars(rest.data() + 2, rest.data() + rest.size(), number);
      if (error == std::errc() && end != rest.data() + rest.size() && *end == ';' && number >= 32 && number < 127) {
        out += static_cast<char>(number);
        used = static_cast<std::size_t>(end - rest.data()) + 1;
      }
    }
    if (used == 0) out += text[i];
    i += used == 0 ? 1 : used;
  }
  return out;
}

std::optional<When> day_of(const Block& block, Reading& reading) {
  if (block.words.empty()) return std::nullopt;
  if (const auto found = read_leading_date(block.words)) return found->when;
  reading.problems.add({.code = Code::malformed,
                        .file = reading.file,
                        .line = static_cast<std::int64_t>(block.line),
                        .field = block.label,
                        .found = shortened(block.words, 60),
                        .expected = msg("Give a day of the calendar, for instance 24/11/2026.")});
  return std::nullopt;
}

std::string after_dash(std::string_view words) {
  words = trimmed(words);
  if (words.starts_with("- ")) words = trimmed(words.substr(2));
  return std::string(words);
}

void set_meeting(ReadDecision& decision, const Block& block) {
  if (const auto found = read_leading_date(block.words)) {
    decision.meeting_on = found->when;
    decision.meeting = after_dash(found->rest);
  } else {
    decision.meeting = block.words;
  }
}

// "March 2026 by Cabinet", "5 May 2022 by Cabinet", "Not before 1 May 2026"
void set_due(ReadComing& coming, const Block& block, Reading& reading) {
  coming.due_words = block.words;
  std::string_view words = block.words;
  if (starts_with_ignoring_case(words, "not before ")) words.remove_prefix(11);
  std::string rest(words);
  if (const auto found = read_leading_date(words)) {
    coming.due = found->when;
    rest = found->rest;
  } else if (!words.empty()) {
    reading.notices.push_back({.code = Code::malformed,
                               .file = reading.file,
                               .line = static_cast<std::int64_t>(block.line),
                               .field = block.label,
                               .found = shortened(words, 60),
                               .expected = msg("A day or month was expected; the words are kept.")});
  }
  if (starts_with_ignoring_case(rest, "by ") && coming.maker.empty())
    coming.maker = squeezed(std::string_view(rest).substr(3));
}

}  // namespace

std::string read_title(std::string_view words, std::vector<Flag>& flags) {
  std::string title = squeezed(words);
  const std::string plain = unescaped(title);
  if (plain != title) flags.push_back(Flag::titles_escaped_twice);
  return squeezed(plain);
}

Answer read_answer(std::string_view words) {
  const std::string key = label_key(words);
  if (key == "yes" || key == "key" || key.starts_with("yes ")) return Answer::yes;
  if (key == "no" || key == "non key" || key == "non-key" || key == "not for call in" || key.starts_with("no "))
    return Answer::no;
  return Answer::not_known;
}

std::vector<std::string> read_wards(std::string_view words) {
  std::vector<std::string> wards;
  for (const std::string_view one : split(words, ';')) {
    if (!trimmed(one).empty()) wards.push_back(squeezed(one));
  }
  return wards;
}

std::string without_contact(std::string_view words) {
  std::string kept;
  const std::string clean = squeezed(words);
  for (const std::string_view word : split(clean, ' ')) {
    const std::string lower = lower_ascii(word);
    const bool begins = word.find('@') != std::string_view::npos || lower.starts_with("email") ||
                        lower.starts_with("e-mail") || lower.starts_with("tel") || lower.starts_with("phone");
    if (begins) break;
    if (!kept.empty()) kept += ' ';
    kept += word;
  }
  while (!kept.empty() && std::string_view(" ,;:-").find(kept.back()) != std::string_view::npos) kept.pop_back();
  return kept;
}

std::string source_id_of(std::string_view address) {
  const std::size_t question = address.find('?');
  if (question == std::string_view::npos) return "";
  std::string_view query = address.substr(question + 1);
  query = query.substr(0, query.find('#'));
  for (std::string_view part : split(query, '&')) {
    if (part.starts_with("amp;")) part.remove_prefix(4);
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string key = lower_ascii(part.substr(0, equals));
    const std::string_view value = part.substr(equals + 1);
    const bool number = !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number) continue;
    if (key == "id") return "ID=" + std::string(value);
    if (key == "aiid") return "AIId=" + std::string(value);
    if (key == "iid") return "IId=" + std::string(value);
  }
  return "";
}

void set_field(ReadDecision& d, Label label, const Block& block, Reading& reading) {
  switch (label) {
    case Label::reference:
      d.reference = block.words;
      break;
    case Label::maker:
      d.maker = block.words;
      break;
    case Label::status:
      d.status = block.words;
      break;
    case Label::key:
      d.key = read_answer(block.words);
      break;
    case Label::call_in:
      d.call_in_words = block.words;
      d.call_in = read_answer(block.words);
      break;
    case Label::wards:
      d.wards = read_wards(block.words);
      break;
    case Label::portfolio:
    case Label::lead_member:
      d.lead_member = without_contact(block.words);
      break;
    case Label::lead_officer:
      d.lead_officer = without_contact(block.words);
      break;
    case Label::author: {
      // Often an employee's name. Only a post is kept.
      const std::string post = without_contact(block.words);
      if (d.lead_officer.empty() && guess_maker(post) == MakerKind::office) d.lead_officer = post;
      break;
    }
    case Label::consulted:
      d.consulted = block.words;
      break;
    case Label::published:
      d.published = day_of(block, reading);
      break;
    case Label::decided:
      d.decided = day_of(block, reading);
      break;
    case Label::meeting:
      set_meeting(d, block);
      break;
    case Label::effective:
      d.effective = day_of(block, reading);
      break;
    case Label::effective_at_end:
      d.effective = day_of(block, reading);
      d.effective_at_end = true;
      break;
    case Label::urgency:
      d.urgency = block.words;
      break;
    case Label::exempt:
      d.exempt = block.words;
      break;
    default:
      if (!block.words.empty()) add_words(d, label, block);
      break;
  }
  if (block.words.empty() && label != Label::documents && label != Label::purpose && label != Label::decision) {
    d.fields_empty.push_back(block.label);
  }
}

void add_words(ReadDecision& d, Label section, const Block& block) {
  switch (section) {
    case Label::purpose:
      d.purpose.push_back(block.words);
      break;
    case Label::decision:
      d.what.push_back(block.words);
      break;
    case Label::advice:
      d.advice.push_back(block.words);
      break;
    case Label::reasons:
      d.reasons.push_back(block.words);
      break;
    case Label::alternatives:
      d.alternatives.push_back(block.words);
      break;
    case Label::interests:
      d.no_interests = label_key(block.words) == "none" || label_key(block.words) == "none declared";
      if (!d.no_interests) d.interests.push_back(block.words);
      break;
    case Label::documents: {
      if (block.links.empty() && block.kind != BlockKind::item) break;
      Document document{.title = block.words, .withheld = block.restricted};
      if (!block.links.empty()) {
        document.title = block.links.front().words;
        document.address = block.links.front().address;
        document.size = block.links.front().size;
      }
      d.documents.push_back(std::move(document));
      break;
    }
    default:
      break;
  }
}

void set_field(ReadComing& c, Label label, const Block& block, Reading& reading) {
  switch (label) {
    case Label::reference:
      c.reference = block.words;
      break;
    case Label::maker:
      if (!block.words.empty()) c.maker = block.words;
      break;
    case Label::status:
      c.status = block.words;
      break;
    case Label::decision_type:
    case Label::key:
      c.key = read_answer(block.words);
      break;
    case Label::key_reason:
      c.key_reason = block.words;
      break;
    case Label::wards:
      c.wards = read_wards(block.words);
      break;
    case Label::notice:
      c.notice_on = day_of(block, reading);
      break;
    case Label::due:
      set_due(c, block, reading);
      break;
    case Label::portfolio:
    case Label::lead_member:
      c.lead_member = without_contact(block.words);
      break;
    case Label::lead_officer:
      c.lead_officer = without_contact(block.words);
      break;
    case Label::department:
      c.department = block.words;
      break;
    case Label::scrutiny:
      c.scrutiny = block.words;
      break;
    case Label::restriction: {
      // "Part exempt - View reasons": the link's words are no part of it.
      std::string words = block.words;
      for (const Link& link : block.links) {
        if (words.ends_with(link.words)) words.resize(words.size() - link.words.size());
      }
      while (!words.empty() && (words.back() == ' ' || words.back() == '-')) words.pop_back();
      c.restriction = words;
      break;
    }
    case Label::urgency: {
      // Its value was seen to begin with the label again.
      std::string_view words = block.words;
      if (starts_with_ignoring_case(words, block.label)) words = trimmed(words.substr(block.label.size()));
      c.urgency = std::string(words);
      break;
    }
    default:
      if (!block.words.empty()) add_words(c, label, block);
      break;
  }
}

void add_words(ReadComing& c, Label section, const Block& block) {
  const auto more = [&](std::string& to) { to += (to.empty() ? "" : "\n\n") + block.words; };
  switch (section) {
    case Label::purpose:
    case Label::decision:
    case Label::unknown:
      c.what.push_back(block.words);
      break;
    case Label::consultation:
      more(c.consultation);
      break;
    case Label::representations:
      more(c.representations);
      break;
    case Label::scrutiny:
      more(c.scrutiny);
      break;
    case Label::urgency:
      more(c.urgency);
      break;
    case Label::documents:
      if (!block.links.empty()) {
        c.documents.push_back({.title = block.links.front().words,
                               .address = block.links.front().address,
                               .size = block.links.front().size,
                               .withheld = block.restricted});
      }
      break;
    default:
      break;
  }
}

}  // namespace alongside::formats
