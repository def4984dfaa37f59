#include "commons/work/mediator.h"

#include "commons/valued/pages.h"
#include "commons/work/room.h"
#include "html/components.h"

namespace alongside::work {

using html::a;
using html::Html;
using html::Say;
using kernel::Changes;
using kernel::Reader;
using kernel::Situation;

namespace {

MediatorLine line_of(Reader& reader, const MediatorRow& row) {
  MediatorLine out{.act = row.index, .about = row.about, .on = row.on, .who = reader.words(row.index, "who"), .ended_act = row.ended_act, .ended_on = row.ended_on};
  if (row.ended_act.is_set()) out.came = reader.words(row.ended_act, "came");
  return out;
}

std::vector<MediatorLine> lines_of(Reader& reader, const std::vector<MediatorRow>& rows) {
  std::vector<MediatorLine> out;
  for (const MediatorRow& row : rows) out.push_back(line_of(reader, row));
  return out;
}

void needs_day(const MediatorFacts& facts, const std::optional<Day>& on, Day from, Problems& problems) {
  if (on && *on > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), on->iso());
  if (on && *on < from) problems.add("on", Code::out_of_range, msg("Give {day}, or a later day.", {{"day", from.iso()}}), on->iso());
}

}  // namespace

std::vector<MediatorLine> mediators(Reader& reader, Index work) { return lines_of(reader, reader.all<MediatorRow>("WHERE work = $1 ORDER BY idx", {work.value})); }

std::vector<MediatorLine> mediators_of(Reader& reader, Index work, Index about) {
  return lines_of(reader, reader.all<MediatorRow>("WHERE work = $1 AND (about IS NULL OR about = $2) ORDER BY idx", {work.value, about.value}));
}

Html mediation(Deadlock rule, bool sides_disagree, const std::vector<MediatorLine>& lines, const kernel::Showing& at) {
  const Say& say = at.say;
  Html out;
  for (const MediatorLine& one : lines) {
    const Html who = one.who.is_shown() ? html::words_in_line(one.who.words) : say("Name erased");
    out += html::p(say("A mediator was asked on {day}: {who}", {{"day", one.on}, {"who", who}}) + html::text(" ") +
                   a(at.to("/record/" + std::to_string(one.act.value)), say("Entry {n}", {{"n", one.act.value}})));
    if (!one.ended_on) {
      out += html::p(say("What came of it is not on the record yet."));
      continue;
    }
    out += html::p(say("What came of it, on {day}:", {{"day", *one.ended_on}})) + valued::quoted(one.came, say);
  }
  if (!out.empty() || rule != Deadlock::mediator || !sides_disagree) return out;
  return html::gap(say("which mediator was asked"), say("The sides did not agree, and the rule of this work is that a mediator is asked. Nobody has said who was."), {}, say);
}

// ---- commands -------------------------------------------------------------------------------------------------------

MediatorFacts look(const Situation& situation, const NameMediator& asked) {
  MediatorFacts facts{.today = situation.today, .work = row_of(situation.reader, asked.work)};
  facts.about_is_here = !asked.about.is_set() || situation.reader.stamp(asked.about).has_value();
  return facts;
}

Result<Changes> decide(const MediatorFacts& facts, NameMediator asked) {
  Problems problems;
  if (!facts.work) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  if (!facts.about_is_here) problems.add("about", Code::not_found, msg("Give the number of a wording or an agreement, or leave it empty."), std::to_string(asked.about.value));
  if (is_blank(asked.who)) problems.add("who", Code::missing, msg("Say who was asked: their name, and what they are."));
  if (facts.work) needs_day(facts, asked.on, facts.work->on, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(MediatorNamed{.work = asked.work, .about = asked.about, .on = asked.on.value_or(facts.today), .who = std::move(asked.who)});
  return changes;
}

MediatorFacts look(const Situation& situation, const EndMediation& asked) {
  MediatorFacts facts{.today = situation.today, .work = row_of(situation.reader, asked.work)};
  facts.mediator = situation.reader.one<MediatorRow>("WHERE idx = $1 AND work = $2", {asked.mediator.value, asked.work.value});
  return facts;
}

Result<Changes> decide(const MediatorFacts& facts, EndMediation asked) {
  Problems problems;
  if (!facts.work) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  if (!facts.mediator) problems.add("mediator", Code::not_found, msg("Say of which mediator of this work."));
  if (is_blank(asked.came)) problems.add("came", Code::missing, msg("Say what came of it, also if nothing did."));
  if (facts.mediator) {
    if (facts.mediator->ended_act.is_set()) problems.add("mediator", Code::already_there, msg("What came of it is on the record already."));
    needs_day(facts, asked.on, facts.mediator->on, problems);
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.add(MediationEnded{.mediator = asked.mediator, .on = asked.on.value_or(facts.today), .came = std::move(asked.came)});
  return changes;
}

std::vector<html::Choice> mediator_choices(const kernel::Seeing& seeing, const Say& say) {
  std::vector<html::Choice> out;
  for (const MediatorLine& one : mediators(seeing.reader, seeing.index("work"))) {
    if (one.ended_on) continue;
    out.push_back(html::choice_named(std::to_string(one.act.value), one.who.is_shown() ? one.who.words : say.plain("Name erased")));
  }
  return out;
}

}  // namespace alongside::work
