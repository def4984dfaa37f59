// What a source says of a decision, as acts: in its words and days, and no more.
#include "base/text.h"
#include "exchange/import_decisions.h"

namespace alongside::import {
namespace {

using decision::Known;
using decision::StatusEvent;

Known known(formats::Answer answer) {
  return answer == formats::Answer::yes ? Known::yes : answer == formats::Answer::no ? Known::no : Known::not_known;
}
decision::MakerKind maker_kind(formats::MakerKind kind) {
  return kernel::with_word<decision::MakerKind>(formats::name(kind)).value_or(decision::MakerKind::unknown);
}
std::optional<decision::Motion> motion(const std::optional<formats::Motion>& read) {
  if (!read) return std::nullopt;
  return kernel::with_word<decision::Motion>(formats::name(*read));
}

// Only a status that is itself an event is one; every other ("Deleted", "For Determination") stays words.
std::optional<StatusEvent> event_of(const formats::ReadDecision& read) {
  const std::string status = folded(read.status);
  if (status == "called in" || status == "called-in" || read.call_ins.value_or(0) > 0) return StatusEvent::called_in;
  if (status == "withdrawn") return StatusEvent::withdrawn;
  return std::nullopt;
}

std::vector<std::string> lines_of(const std::string& words) {
  std::vector<std::string> out;
  for (const std::string_view line : split(words, '\n')) {
    if (!trimmed(line).empty()) out.emplace_back(trimmed(line));
  }
  return out;
}

// Lines that stand together; an empty line parts them.
std::vector<std::string> paragraphs_of(const std::string& words) {
  std::vector<std::string> out;
  bool goes_on = false;
  for (const std::string_view line : split(words, '\n')) {
    const std::string text(trimmed(line));
    if (!text.empty() && goes_on) {
      out.back() += "\n" + text;
    } else if (!text.empty()) {
      out.push_back(text);
    }
    goes_on = !text.empty();
  }
  return out;
}

// What follows from days, maker and title is worked out anew; what the reader of the file noticed stays.
void look_over_again(formats::ReadDecision& read) {
  using formats::Flag;
  for (const Flag flag : {Flag::published_long_after, Flag::published_before_taken, Flag::effective_before_published,
                          Flag::no_maker, Flag::maker_is_a_meeting, Flag::minutes_stored_as_decision}) {
    std::erase(read.flags, flag);
  }
  read.suggestions.clear();
  read.fields_read.clear();
  read.fields_missing.clear();
  formats::look_over(read);
}

}  // namespace

void put_right(formats::ReadDecision& read, const decision::PutRight& words) {
  read.title = words.title;
  if (words.maker != read.maker) {
    read.maker = words.maker;
    read.maker_kind = words.maker.empty() ? formats::MakerKind::unknown : formats::guess_maker(words.maker);
  }
  read.what = paragraphs_of(words.what);
  read.reasons = paragraphs_of(words.reasons);
  read.alternatives = lines_of(words.options);
  read.interests = lines_of(words.interests);
  read.no_interests = words.no_interests;
  read.powers = lines_of(words.powers);
  read.decided = words.on;
  read.published = words.published;
  read.effective = words.effective;
  look_over_again(read);
}

decision::FromSource from_source(const formats::ReadDecision& read, Index body) {
  decision::FromSource out;
  out.taken = {.body = body,
               .title = said(read.title),
               .what = said(read.what),
               .purpose = said(read.purpose),
               .maker_kind = maker_kind(read.maker_kind),
               .maker = said(read.maker),
               .meeting = said(read.meeting),
               .on = read.decided,
               .published = read.published,
               .effective = read.effective,
               .reasons = said(read.reasons),
               .no_interests = read.no_interests,
               .key = known(read.key),
               .call_in = known(read.call_in),
               .motion = motion(read.motion),
               .carried = read.carried,
               .area = said(join(read.wards, ", ")),
               .reference = said(read.reference),
               .source_words = said(read.status),
               .source_id = said(read.source_id)};
  for (const std::string& words : read.powers) out.taken.powers.push_back({.words = said(words)});
  for (const std::string& words : read.alternatives) out.taken.options.push_back({.title = said(words)});
  if (!read.no_interests) {
    for (const std::string& words : read.interests) out.taken.interests.push_back({.words = said(words)});
  }
  for (const formats::Document& one : read.documents) {
    out.taken.evidence.push_back({.title = said(one.title), .address = said(one.address), .withheld = one.withheld});
  }
  for (const formats::NamedVote& one : read.votes) {
    out.deciders.push_back(
        {.name = said(one.name), .vote = kernel::with_word<decision::Vote>(formats::name(one.vote))});
  }
  if (const auto event = event_of(read)) out.events.push_back({.event = *event});
  return out;
}

decision::DecisionComing from_source(const formats::ReadComing& read, Index body) {
  return {.body = body,
          .title = said(read.title),
          .what = said(read.what),
          .maker_kind = maker_kind(read.maker_kind),
          .maker = said(read.maker),
          .due = read.due,
          .notice_on = read.notice_on,
          .key = known(read.key),
          .key_reason = said(read.key_reason),
          .have_a_say = said(read.representations),
          .consultation = said(read.consultation),
          .restriction = said(read.restriction),
          .urgency = said(read.urgency),
          .reference = said(read.reference),
          .source_words = said(read.status),
          .source_id = said(read.source_id)};
}

}  // namespace alongside::import
