// Decisions as CSV and as feeds: what a script or a feed reader takes away.
#include <algorithm>

#include "commons/decision/pages.h"
#include "commons/decision/wording.h"
#include "base/csv.h"

namespace alongside::decision {
namespace {

using html::Say;
using kernel::Feed;
using kernel::FeedEntry;
using kernel::word_of;

std::string number_of(Index index) { return index.is_set() ? std::to_string(index.value) : std::string(); }
std::string iso_of(const std::optional<When>& when) { return when ? when->iso() : std::string(); }
std::string iso_of(const std::optional<Day>& day) { return day ? day->iso() : std::string(); }
std::string words_of_text(const Text& text) {
  switch (text.state) {
    case Text::State::shown:
      return text.words;
    case Text::State::erased:
      return "[erased]";
    case Text::State::withheld:
      return "[withheld]";
    case Text::State::absent:
      break;
  }
  return {};
}

std::string lines_csv(const std::vector<DecisionLine>& lines) {
  std::string out = csv_row({"decision", "title", "body", "body_name", "on", "due", "status", "open_until",
                             "in_force_from", "maker_kind", "makers_known", "confirmed"});
  for (const DecisionLine& line : lines) {
    out += csv_row({number_of(line.decision), words_of_text(line.title), number_of(line.body),
                    words_of_text(line.body_name), iso_of(line.on), iso_of(line.due),
                    std::string(word_of(line.state.status)), iso_of(line.state.open_until),
                    iso_of(line.state.in_force_from), std::string(word_of(line.maker_kind)),
                    line.makers_known ? "yes" : "no", line.confirmed ? "yes" : "no"});
  }
  return out;
}

Feed lines_feed(std::string title, const std::vector<DecisionLine>& lines, const Say& say) {
  Feed out{.title = std::move(title)};
  for (const DecisionLine& line : lines) {
    const std::optional<When>& when = line.on ? line.on : line.due;
    out.entries.push_back({.path = "/decisions/" + number_of(line.decision),
                           .title = name_in(line.title, say),
                           .summary = say.plain("{body}: {status}", {{"body", name_in(line.body_name, say)},
                                                                     {"status", status_words(line.state.status, say)}}),
                           .updated = when ? when->last() : Day{},
                           .index = line.decision});
  }
  return out;
}

}  // namespace

std::string csv(const DecisionList& view, const Say&) { return lines_csv(view.decisions); }
std::string csv(const ComingList& view, const Say&) { return lines_csv(view.decisions); }
Feed feed(const DecisionList& view, const Say& say) { return lines_feed(title(view, say), view.decisions, say); }
Feed feed(const ComingList& view, const Say& say) { return lines_feed(title(view, say), view.decisions, say); }

// A row a fact: what it is, the entry it stands in, and the words, day or person.
std::string csv(const WhoDecided& view, const Say&) {
  std::string out = csv_row({"what", "entry", "name", "office", "vote", "day", "words"});
  const Index main_act = view.is_taken() ? view.taken_act : view.coming_act;
  const auto words = [&](const char* what, const Text& text) {
    if (text.state != Text::State::absent)
      out += csv_row({what, number_of(main_act), "", "", "", "", words_of_text(text)});
  };
  const auto day = [&](const char* what, const std::optional<When>& when) {
    if (when) out += csv_row({what, number_of(main_act), "", "", "", when->iso(), ""});
  };
  words("title", view.title);
  words("body", view.body_name);
  words("maker", view.maker);
  words("meeting", view.meeting);
  day("on", view.on);
  day("due", view.due);
  day("published", view.published);
  day("effective", view.effective);
  out += csv_row({"status", number_of(main_act), "", "", "", iso_of(view.state.in_force_from),
                  std::string(word_of(view.state.status))});
  words("what", view.what);
  words("purpose", view.purpose);
  words("reasons", view.reasons);
  for (const DeciderLine& one : view.deciders) {
    out += csv_row({"decider", number_of(one.act), words_of_text(one.name), words_of_text(one.title),
                    one.vote ? std::string(word_of(*one.vote)) : "", "", words_of_text(one.did)});
  }
  for (const PowerLine& one : view.powers) words(one.is_duty ? "duty" : "power", one.words);
  for (const OptionLine& one : view.options) {
    out += csv_row({one.chosen ? "option_chosen" : "option", number_of(main_act), words_of_text(one.title), "", "", "",
                    words_of_text(one.why_not)});
  }
  for (const Text& one : view.interests) words("interest", one);
  for (const EvidenceLine& one : view.evidence) {
    out += csv_row({"evidence", number_of(main_act), words_of_text(one.title), "", "", "", words_of_text(one.address)});
  }
  for (const DissentLine& one : view.dissents) {
    out += csv_row({"dissent", number_of(one.act), words_of_text(one.name), words_of_text(one.title),
                    one.vote ? std::string(word_of(*one.vote)) : "", "", words_of_text(one.words)});
  }
  for (const CorrectionLine& one : view.corrections) {
    out +=
        csv_row({"correction:" + one.part, number_of(one.act), "", "", "", iso_of(one.when), words_of_text(one.words)});
  }
  for (const StatusLine& one : view.history) {
    out += csv_row(
        {std::string(word_of(one.event)), number_of(one.act), "", "", "", iso_of(one.on), words_of_text(one.reason)});
  }
  for (const AccountLine& one : view.accounts) {
    out += csv_row({"account", number_of(one.act), words_of_text(one.body_name), "", "", "", words_of_text(one.words)});
  }
  for (const Gap gap : view.gaps) out += csv_row({"gap", "", "", "", "", "", std::string(word_of(gap))});
  return out;
}

// What has changed, newest first.
Feed feed(const WhoDecided& view, const Say& say) {
  Feed out{.title = title(view, say)};
  const std::string path = "/decisions/" + number_of(view.decision);
  const auto add = [&](Index act, Day day, std::string words) {
    out.entries.push_back(
        {.path = path, .title = std::move(words), .summary = name_in(view.title, say), .updated = day, .index = act});
  };
  add(view.is_taken() ? view.taken_act : view.coming_act, view.recorded,
      view.is_taken() ? say.plain("On the record") : say.plain("Announced"));
  for (const StatusLine& one : view.history) add(one.act, one.recorded, event_words(one.event, say));
  for (const CorrectionLine& one : view.corrections)
    add(one.act, one.recorded, say.plain("{part}: corrected", {{"part", part_words(one.part, say)}}));
  for (const AccountLine& one : view.accounts)
    add(one.act, one.recorded, say.plain("Another account stands beside it"));
  std::sort(out.entries.begin(), out.entries.end(),
            [](const FeedEntry& a, const FeedEntry& b) { return a.index > b.index; });
  return out;
}

}  // namespace alongside::decision
