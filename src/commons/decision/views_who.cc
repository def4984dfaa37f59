// The answer to "who decided this?", put together from the acts of one decision.
#include <algorithm>
#include <array>
#include <map>

#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"
#include "commons/decision/reading.h"
#include "commons/decision/views.h"
#include "commons/place/views.h"
#include "commons/valued/views.h"

namespace alongside::decision {
namespace {

using kernel::Reader;

using WordsByField = std::map<std::string, Text, std::less<>>;

WordsByField words_of_act(Reader& reader, Index act) {
  WordsByField out;
  for (auto& [field, text] : reader.all_words(act)) out.emplace(std::move(field), std::move(text));
  return out;
}
Text text_at(const WordsByField& words, std::string_view field) {
  const auto found = words.find(field);
  return found == words.end() ? Text{} : found->second;
}

// The act as it stands in the record, words as commitments.
template <class A>
std::optional<A> act_at(Reader& reader, Index index) {
  if (!index.is_set()) return std::nullopt;
  const auto entry = reader.entry(index);
  if (!entry) return std::nullopt;
  const auto parsed = parse_json(*entry);
  const Json* body = parsed ? parsed->find("body") : nullptr;
  if (body == nullptr) return std::nullopt;
  auto act = kernel::read_as<A>(*body, kernel::From::entry);
  if (!act) return std::nullopt;
  return std::move(act).value();
}

void fill_announced(WhoDecided& out, Reader& reader, const DecisionComing& act) {
  const WordsByField words = words_of_act(reader, out.coming_act);
  out.maker_kind = act.maker_kind;
  out.maker = text_at(words, "maker");
  out.what = text_at(words, "what");
  out.reference = text_at(words, "reference");
  out.source_words = text_at(words, "source_words");
  out.have_a_say = text_at(words, "have_a_say");
  out.consultation = text_at(words, "consultation");
  out.restriction = text_at(words, "restriction");
  out.urgency = text_at(words, "urgency");
  out.key_reason = text_at(words, "key_reason");
  out.notice_on = act.notice_on;
  out.key = act.key;
}

// A part that the taken act leaves out stays as it was announced.
void put(Text& into, Text text) {
  if (text.state != Text::State::absent) into = std::move(text);
}

void fill_taken(WhoDecided& out, Reader& reader, const DecisionTaken& act) {
  const WordsByField words = words_of_act(reader, out.taken_act);
  out.maker_kind = act.maker_kind;
  put(out.maker, text_at(words, "maker"));
  put(out.what, text_at(words, "what"));
  put(out.reference, text_at(words, "reference"));
  out.source_words = text_at(words, "source_words");
  out.purpose = text_at(words, "purpose");
  out.meeting = text_at(words, "meeting");
  out.reasons = text_at(words, "reasons");
  out.area = text_at(words, "area");
  if (act.key != Known::not_known) out.key = act.key;
  out.call_in = act.call_in;
  out.asked_before = act.asked_before;
  out.motion = act.motion;
  out.carried = act.carried;
  out.votes = act.votes;
  out.no_interests = act.no_interests;
  out.by_the_body = act.by_the_body;
  for (std::size_t i = 0; i < act.powers.size(); ++i) {
    out.powers.push_back({text_at(words, "powers/" + std::to_string(i) + "/words"), act.powers[i].is_duty});
  }
  for (std::size_t i = 0; i < act.options.size(); ++i) {
    const std::string at = "options/" + std::to_string(i);
    out.options.push_back({.title = text_at(words, at + "/title"),
                           .cost_a_year = act.options[i].cost_a_year,
                           .chosen = act.options[i].chosen,
                           .why_not = text_at(words, at + "/why_not")});
  }
  for (std::size_t i = 0; i < act.interests.size(); ++i) {
    out.interests.push_back(text_at(words, "interests/" + std::to_string(i) + "/words"));
  }
  for (std::size_t i = 0; i < act.evidence.size(); ++i) {
    const std::string at = "evidence/" + std::to_string(i);
    out.evidence.push_back({text_at(words, at + "/title"), text_at(words, at + "/address"), act.evidence[i].withheld});
  }
}

void fill_people(WhoDecided& out, Reader& reader) {
  std::map<Index, std::size_t> places;
  for (const DeciderRow& row : reader.all<DeciderRow>("WHERE decision = $1 ORDER BY idx", {out.decision.value})) {
    const WordsByField words = words_of_act(reader, row.index);
    DeciderLine line{.act = row.index,
                     .held = row.held,
                     .office = row.office,
                     .name = text_at(words, "name"),
                     .title = text_at(words, "title"),
                     .vote = row.vote,
                     .chaired = row.chaired,
                     .did = text_at(words, "did")};
    if (const auto holder = row.held.is_set() ? place::holder(reader, row.held) : std::nullopt) {
      if (line.name.state == Text::State::absent) line.name = holder->name;
      if (line.title.state == Text::State::absent) line.title = holder->title;
      if (!line.office.is_set()) line.office = holder->office;
    }
    if (line.title.state == Text::State::absent && line.office.is_set()) {
      if (const auto office = place::office(reader, line.office)) line.title = office->title;
    }
    places.emplace(row.index, out.deciders.size());
    out.deciders.push_back(std::move(line));
  }
  for (const ActRow& row : reader.all<ActRow>("WHERE decision = $1 AND kind = $2 ORDER BY idx",
                                              {out.decision.value, std::string(DissentRecorded::kind)})) {
    const auto act = act_at<DissentRecorded>(reader, row.index);
    if (!act) continue;
    const WordsByField words = words_of_act(reader, row.index);
    DissentLine line{
        .act = row.index, .decider = act->decider, .name = text_at(words, "name"), .words = text_at(words, "words")};
    const auto decider = places.find(act->decider);
    if (decider != places.end()) {
      const DeciderLine& who = out.deciders[decider->second];
      if (line.name.state == Text::State::absent) line.name = who.name;
      line.title = who.title;
      line.vote = who.vote;
    }
    out.dissents.push_back(std::move(line));
  }
}

// Where a corrected wording shows; null for a day, and for parts that are lists.
Text* words_of_part(WhoDecided& out, std::string_view part) {
  const std::array<std::pair<std::string_view, Text*>, 14> all{{{"title", &out.title},
                                                                {"what", &out.what},
                                                                {"purpose", &out.purpose},
                                                                {"maker", &out.maker},
                                                                {"meeting", &out.meeting},
                                                                {"reasons", &out.reasons},
                                                                {"area", &out.area},
                                                                {"reference", &out.reference},
                                                                {"source_words", &out.source_words},
                                                                {"have_a_say", &out.have_a_say},
                                                                {"consultation", &out.consultation},
                                                                {"restriction", &out.restriction},
                                                                {"urgency", &out.urgency},
                                                                {"key_reason", &out.key_reason}}};
  for (const auto& [name, text] : all) {
    if (name == part) return text;
  }
  return nullptr;
}

void add_to_list(WhoDecided& out, std::string_view part, const Text& words) {
  if (part == "powers") out.powers.push_back({words, false});
  if (part == "options") out.options.push_back({.title = words});
  if (part == "interests") out.interests.push_back(words);
  if (part == "evidence") out.evidence.push_back({.title = words});
}

void fill_corrections(WhoDecided& out, Reader& reader, const DecisionTaken* taken, const DecisionComing* coming) {
  std::map<std::string, std::optional<When>, std::less<>> days;
  if (coming != nullptr) {
    days["due"] = coming->due;
    days["notice_on"] = coming->notice_on;
  }
  if (taken != nullptr) {
    days["on"] = taken->on;
    days["published"] = taken->published;
    days["effective"] = taken->effective;
  }
  for (const ActRow& row : reader.all<ActRow>("WHERE decision = $1 AND kind = $2 ORDER BY idx",
                                              {out.decision.value, std::string(DecisionCorrected::kind)})) {
    const auto act = act_at<DecisionCorrected>(reader, row.index);
    const auto stamp = reader.stamp(row.index);
    if (!act || !stamp) continue;
    const WordsByField words = words_of_act(reader, row.index);
    CorrectionLine line{.act = row.index,
                        .part = row.part,
                        .words = text_at(words, "words"),
                        .when = act->when,
                        .reason = text_at(words, "reason"),
                        .source = source_line(reader, act->source),
                        .recorded = stamp->at};
    if (act->when) {
      line.when_before = days[row.part];
      days[row.part] = act->when;
      if (row.part == "notice_on") out.notice_on = act->when;
    }
    if (line.words.state != Text::State::absent) {
      if (Text* now = words_of_part(out, row.part)) {
        line.before = *now;
        *now = line.words;
      } else {
        add_to_list(out, row.part, line.words);
      }
    }
    out.corrections.push_back(std::move(line));
  }
}

void fill_history(WhoDecided& out, Reader& reader) {
  for (const ActRow& row : reader.all<ActRow>("WHERE decision = $1 AND kind = $2 ORDER BY idx",
                                              {out.decision.value, std::string(DecisionStatusChanged::kind)})) {
    const auto act = act_at<DecisionStatusChanged>(reader, row.index);
    const auto stamp = reader.stamp(row.index);
    if (!act || !stamp) continue;
    out.history.push_back({.act = row.index,
                           .event = act->event,
                           .on = act->on,
                           .at_minute = act->at_minute,
                           .open_until = act->open_until,
                           .reason = reader.words(row.index, "reason"),
                           .recorded = stamp->at});
  }
}

void fill_touched(WhoDecided& out, Reader& reader) {
  for (valued::Touched& touched : valued::touched_by(reader, out.decision)) {
    TouchedLine line{.valued = touched.line.valued,
                     .name = std::move(touched.line.name),
                     .touch = touched.touch,
                     .status = touched.line.status,
                     .losses = std::move(touched.losses)};
    for (auto& [outcome, what] : touched.items) line.items.push_back({outcome, std::move(what)});
    out.touched.push_back(std::move(line));
  }
}

// Pages that a council's system files as decisions and that decide nothing.
bool reads_like_minutes(std::string_view title) {
  constexpr std::array marks{
      "minutes of previous",         "minutes of the previous",   "minutes of the last",     "minutes of last",
      "minutes of the meeting",      "declarations of interest",  "declaration of interest", "admission of the public",
      "exclusion of the public",     "apologies for absence",     "public question time",    "deputations/petitions",
      "membership of the committee", "membership of the cabinet", "membership of cabinet",   "questions by members"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return title.find(mark) != title.npos; });
}

constexpr int long_after_days = 90;  // as the reading of pages has it

void find_gaps(WhoDecided& out) {
  const auto gap = [&](bool holds, Gap which) {
    if (holds) out.gaps.push_back(which);
  };
  gap(out.state.was_due_nothing_recorded, Gap::was_due_nothing_recorded);
  const bool is_confirmed = out.by_the_body || out.confirmed_act.is_set();
  if (out.is_taken()) {
    const bool is_one_person = out.maker_kind == MakerKind::office || out.maker_kind == MakerKind::person;
    const bool is_named = out.office.is_set() || out.maker.state != Text::State::absent;
    gap(out.deciders.empty() && !(is_one_person && is_named), Gap::no_deciders);
    gap(out.powers.empty(), Gap::no_power);
    gap(out.reasons.state == Text::State::absent, Gap::no_reasons);
    gap(out.options.empty(), Gap::no_options);
    gap(out.interests.empty() && !out.no_interests, Gap::no_interests);
    gap(out.evidence.empty(), Gap::no_evidence);
    const bool has_votes =
        out.votes || std::any_of(out.deciders.begin(), out.deciders.end(),
                                 [](const DeciderLine& decider) { return decider.vote.has_value(); });
    gap(!has_votes && out.maker_kind == MakerKind::meeting, Gap::no_vote);
    gap(!out.published, Gap::no_published_day);
    gap(out.state.status_unknown, Gap::status_unknown);
    gap(out.published && out.on && out.published->first() - out.on->last() > long_after_days,
        Gap::published_long_after);
    gap(out.effective && out.published && out.effective->last() < out.published->first(),
        Gap::effective_before_published);
    gap(folded(out.source_words.or_empty()).find("deleted") != std::string::npos, Gap::deleted_yet_on_view);
    gap(reads_like_minutes(folded(out.title.or_empty())), Gap::minutes_stored_as_decision);
  }
  gap(!is_confirmed, Gap::not_confirmed);
}

}  // namespace

std::optional<SourceLine> source_line(Reader& reader, Index source) {
  if (!source.is_set()) return std::nullopt;
  const auto row = reader.one<SourceRow>("WHERE idx = $1", {source.value});
  if (!row) return std::nullopt;
  return SourceLine{.source = source,
                    .address = reader.words(source, "address"),
                    .format = row->format.value,
                    .read_on = row->read_on};
}

std::vector<AccountLine> accounts_of(Reader& reader, Index about) {
  std::vector<AccountLine> out;
  for (const AccountRow& row : reader.all<AccountRow>("WHERE about = $1 ORDER BY idx", {about.value})) {
    const auto stamp = reader.stamp(row.index);
    out.push_back({.act = row.index,
                   .body = row.body,
                   .body_name = row.body.is_set() ? place::body_name(reader, row.body) : Text{},
                   .source = source_line(reader, row.source),
                   .words = reader.words(row.index, "words"),
                   .recorded = stamp ? stamp->at : Day{}});
  }
  return out;
}

bool WhoDecided::has(Gap gap) const { return std::find(gaps.begin(), gaps.end(), gap) != gaps.end(); }

bool WhoDecided::nobody_known() const {
  return deciders.empty() && !office.is_set() && maker.state == Text::State::absent &&
         meeting.state == Text::State::absent;
}

std::optional<WhoDecided> who_decided(Reader& reader, Index decision, Day today) {
  const auto row = row_of(reader, decision);
  if (!row) return std::nullopt;
  WhoDecided out{.decision = row->index,
                 .coming_act = row->coming_act,
                 .taken_act = row->taken_act,
                 .body = row->body,
                 .body_name = row->body.is_set() ? place::body_name(reader, row->body) : Text{},
                 .state = States(reader, today).of(*row),
                 .office = row->office,
                 .on = row->on,
                 .published = row->published,
                 .effective = row->effective,
                 .due = row->due,
                 .confirmed_act = row->confirmed_act,
                 .source = source_line(reader, row->source),
                 .record_size = reader.size().value};
  const Index main_act = row->taken_act.is_set() ? row->taken_act : row->coming_act;
  if (const auto stamp = reader.stamp(main_act)) out.recorded = stamp->at;
  if (const auto entry = reader.entry(main_act)) {
    out.leaf = base64(view(sha256(std::string_view("\0", 1), *entry)));
  }
  const auto coming = act_at<DecisionComing>(reader, row->coming_act);
  const auto taken = act_at<DecisionTaken>(reader, row->taken_act);
  for (const Index act : {row->coming_act, row->taken_act}) {
    if (act.is_set()) put(out.title, reader.words(act, "title"));
  }
  if (coming) fill_announced(out, reader, *coming);
  if (taken) fill_taken(out, reader, *taken);
  if (row->office.is_set()) {
    if (const auto office = place::office(reader, row->office)) out.office_title = office->title;
  }
  fill_people(out, reader);
  fill_history(out, reader);
  fill_corrections(out, reader, taken ? &*taken : nullptr, coming ? &*coming : nullptr);
  out.accounts = accounts_of(reader, row->index);
  out.chain = chain_of(reader, row->index);
  fill_touched(out, reader);
  find_gaps(out);
  return out;
}

Result<WhoDecided> WhoDecided::see(const kernel::Seeing& seeing) {
  auto found = who_decided(seeing.reader, seeing.index("decision"), seeing.today);
  if (!found) return problem(Code::not_found, "decision", msg("There is no decision with this number."));
  found->asked = seeing.about(found->decision);
  return std::move(*found);
}

}  // namespace alongside::decision
