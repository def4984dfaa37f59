#include "commons/gathering/agenda.h"

#include <algorithm>

#include "commons/gathering/calling.h"

namespace alongside::gathering {

using kernel::Changes;
using kernel::Situation;

ProposeFacts look(const Situation& situation, const ProposeItem& asked) {
  ProposeFacts facts{.meeting = meeting_facts(situation, asked.work, asked.gathering)};
  facts.unread = situation.reader.count("SELECT COUNT(*) FROM agenda_authors a JOIN agenda_items i ON i.idx = a.item WHERE a.person = $1 AND i.state = 'waiting'",
                                        {situation.actor.person.value});
  return facts;
}

namespace {

Problems wrong_with(const MeetingFacts& facts, const ProposeItem& asked) {
  Problems problems;
  needs_meeting(facts, problems);
  if (is_blank(asked.title)) problems.add("title", Code::missing, msg("Say in a few words what the meeting should talk about."));
  needs_length(asked.title, title_bytes_max, "title", problems);
  if (asked.minutes && (*asked.minutes < 1 || *asked.minutes > 480)) {
    problems.add("minutes", Code::out_of_range, msg("Give a number from {from} to {to}.", {{"from", "1"}, {"to", "480"}}), std::to_string(*asked.minutes));
  }
  if (!facts.work) return problems;
  if (asked.side && !facts.is_keeper) problems.add("side", Code::not_allowed, msg("Leave this empty: it is worked out from the side that you are here on."));
  if (asked.side && std::find(facts.sides.begin(), facts.sides.end(), *asked.side) == facts.sides.end()) {
    problems.add("side", Code::wrong_state, msg("This work touches no place that people value, as far as the record says. Say first which one it touches."));
  }
  if (facts.gathering->is_off()) problems.add("", Code::wrong_state, msg("This meeting was called off."));
  if (facts.runs) return problems;
  if (!facts.mine) problems.add("", Code::wrong_state, msg("Say first on which side you are here: take part in the work."));
  if (facts.gathering->on < facts.today) problems.add("", Code::wrong_state, msg("The day of this meeting has gone by. Propose it for the next one."));
  return problems;
}

}  // namespace

Result<Changes> decide(const ProposeFacts& facts, ProposeItem asked) {
  const MeetingFacts& meeting = facts.meeting;
  Problems problems = wrong_with(meeting, asked);
  if (!meeting.runs && facts.unread >= unread_max) {
    problems.add("", Code::too_many, msg("Five of your items wait to be read. Please come back when they have been."));
  }
  if (problems.any()) return problems;
  Changes changes;
  ItemProposed act{.gathering = asked.gathering, .minutes = asked.minutes, .title = std::move(asked.title)};
  if (!meeting.runs) {
    act.side = named_side(*meeting.mine, meeting.sides, meeting.people);
    changes.add(std::move(act), {.person = meeting.person, .withheld = true});
    changes.keep(AuthorRow{.item = meeting.next_index, .person = meeting.person.value});
    return changes;
  }
  act.side = asked.side && *asked.side != Side::office ? named_side(*asked.side, meeting.sides, meeting.people) : Side::office;
  changes.add(std::move(act));
  changes.add(ItemPublished{.item = meeting.next_index});
  return changes;
}

namespace {

// An item of the meeting and the work of the address, where they are given.
ItemFacts facts_of(const Situation& situation, Index work, Index gathering, Index item) {
  ItemFacts facts{.item = item_of(situation.reader, item)};
  if (!facts.item) return facts;
  const auto meeting = row_of(situation.reader, facts.item->gathering);
  const bool is_elsewhere = !meeting || (gathering.is_set() && meeting->index != gathering) || (work.is_set() && meeting->work != work);
  if (is_elsewhere) facts.item.reset();
  facts.in_danger = facts.item && work::is_in_danger(situation.reader, item);
  return facts;
}

void needs_unread(const ItemFacts& facts, Problems& problems) {
  if (!facts.item) {
    problems.add("item", Code::not_found, msg("Give an item of this meeting."));
  } else if (facts.item->state != ItemState::waiting) {
    problems.add("", Code::wrong_state, facts.item->state == ItemState::published ? msg("This item is on the agenda already.") : msg("This item was refused already."));
  } else if (facts.in_danger) {
    problems.add("", Code::wrong_state, work::kept_back_as_danger());
  }
}

}  // namespace

ItemFacts look(const Situation& situation, const PublishItem& asked) { return facts_of(situation, asked.work, asked.gathering, asked.item); }

Result<Changes> decide(const ItemFacts& facts, PublishItem asked) {
  Problems problems;
  needs_unread(facts, problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.add(ItemPublished{.item = asked.item});
  changes.show_words(asked.item);
  return changes;
}

ItemFacts look(const Situation& situation, const RefuseItem& asked) { return facts_of(situation, asked.work, asked.gathering, asked.item); }

Result<Changes> decide(const ItemFacts& facts, RefuseItem asked) {
  Problems problems;
  needs_unread(facts, problems);
  if (!asked.reason) problems.add("reason", Code::missing, msg("Choose the reason. It is counted in public."));
  if (problems.any()) return problems;
  Changes changes;
  changes.add(ItemRefused{.item = asked.item, .reason = *asked.reason});
  return changes;
}

// ---- danger ---------------------------------------------------------------------------------------------------------

namespace {

work::DangerFacts danger_of(const Situation& situation, Index work, Index gathering, Index item) {
  const ItemFacts found = facts_of(situation, work, gathering, item);
  const auto meeting = found.item ? row_of(situation.reader, found.item->gathering) : std::nullopt;
  if (!meeting) return {};
  const auto author = situation.reader.one<AuthorRow>("WHERE item = $1", {item.value});
  work::DangerFacts facts = work::danger_facts(situation, item, meeting->work, item_path(*meeting, item), {author ? author->person : 0});
  facts.waits = found.item->state == ItemState::waiting;
  return facts;
}

}  // namespace

work::DangerFacts look(const Situation& situation, const ItemDanger& asked) { return danger_of(situation, asked.work, asked.gathering, asked.item); }
Result<Changes> decide(const work::DangerFacts& facts, ItemDanger asked) { return work::tell_of_danger(facts, asked.told); }

work::DangerFacts look(const Situation& situation, const ReleaseItem& asked) { return danger_of(situation, asked.work, asked.gathering, asked.item); }
Result<Changes> decide(const work::DangerFacts& facts, ReleaseItem) { return work::say_it_is_over(facts); }

}  // namespace alongside::gathering
