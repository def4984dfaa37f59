#include "kernel/proposals.h"

#include "base/text.h"
#include "kernel/house.h"

namespace alongside::kernel {
namespace {

std::string asked_name(Index proposal) { return "proposal/" + std::to_string(proposal.value); }
std::string why_name(Index proposal) { return asked_name(proposal) + "/why"; }

std::optional<ProposalRow> row_at(Reader& reader, Index proposal) {
  return reader.one<ProposalRow>("WHERE proposal = $1", {proposal.value});
}

Proposal whole(const House& house, Reader& reader, ProposalRow row) {
  Proposal out{.request = Json::object(),
               .why = reader.private_text(why_name(row.proposal)).value_or("")};
  if (const auto text = reader.private_text(asked_name(row.proposal))) {
    if (auto asked = parse_json(*text)) out.request = std::move(*asked);
  }
  if (const Command* command = house.command(row.command)) {
    out.title = command->row.title;
    out.path = address_of(command->row.path, out.request) + "?proposal=" + std::to_string(row.proposal.value);
  }
  out.row = std::move(row);
  return out;
}

// What was proposed goes; that something was, and what became of it, stays for a while.
void answer(Changes& changes, const ProposalRow& row, ProposalState state, Day today) {
  changes.run("UPDATE proposals SET state = $1, answered_day = $2 WHERE proposal = $3",
              {std::string(word_of(state)), std::int64_t{today.number()}, row.proposal.value});
  changes.keep_private(asked_name(row.proposal), {row.person}, "");
}

void drop(Changes& changes, const ProposalRow& row) {
  changes.run("DELETE FROM proposals WHERE proposal = $1", {row.proposal.value});
  changes.keep_private(asked_name(row.proposal), {row.person}, "");
  changes.keep_private(why_name(row.proposal), {row.person}, "");
}

Problems answered_before() {
  return problem(Code::not_found, "proposal", msg("This proposal was answered before, or taken back."));
}

// ---- declining and taking back --------------------------------------------------------------------------------------

struct Decline {
  Index proposal;
  std::string why;
  static void fields(auto& self, auto&& field) {
    field("proposal", self.proposal);
    field("why", self.why);
  }
};
struct Withdraw {
  Index proposal;
  static void fields(auto& self, auto&& field) { field("proposal", self.proposal); }
};
struct AnswerFacts {
  std::optional<ProposalRow> row;
  Day today;
};

AnswerFacts look(const Situation& situation, const Decline& asked) {
  return {row_at(situation.reader, asked.proposal), situation.today};
}
AnswerFacts look(const Situation& situation, const Withdraw& asked) {
  return {row_at(situation.reader, asked.proposal), situation.today};
}

Result<Changes> decide(const AnswerFacts& facts, Decline asked) {
  Problems problems;
  if (!facts.row || facts.row->state != ProposalState::waiting) problems.add_all(answered_before());
  if (trimmed(asked.why).empty()) problems.add("why", Code::missing, msg("Say why not, in a sentence."));
  if (problems.any()) return problems.take();
  Changes changes;
  answer(changes, *facts.row, ProposalState::declined, facts.today);
  changes.keep_private(why_name(facts.row->proposal), {facts.row->person}, std::move(asked.why));
  return changes;
}

Result<Changes> decide(const AnswerFacts& facts, const Withdraw&) {
  if (!facts.row) return answered_before();
  Changes changes;
  drop(changes, *facts.row);
  return changes;
}

bool own_proposal(const MayAsk& ask) {
  const auto row = row_at(ask.reader, ask.index("proposal"));
  return row && ask.actor.person.is_set() && row->person == ask.actor.person.value;
}

Result<Changes> old_proposals_due(const Situation& situation) {
  Changes changes;
  const Day first_kept = situation.today - answered_proposal_days;
  for (const ProposalRow& row : situation.reader.all<ProposalRow>("WHERE answered_day < $1 ORDER BY proposal",
                                                                  {std::int64_t{first_kept.number()}})) {
    drop(changes, row);
  }
  return changes;
}

}  // namespace

std::optional<Proposal> proposal_at(const House& house, Reader& reader, Index proposal) {
  auto row = row_at(reader, proposal);
  if (!row) return std::nullopt;
  return whole(house, reader, std::move(*row));
}

std::vector<Proposal> waiting_proposals(const House& house, Reader& reader) {
  std::vector<Proposal> out;
  for (ProposalRow& row : reader.all<ProposalRow>("WHERE state = 'waiting' ORDER BY on_day, proposal")) {
    out.push_back(whole(house, reader, std::move(row)));
  }
  return out;
}

std::vector<Proposal> proposals_of(const House& house, Reader& reader, Person person) {
  std::vector<Proposal> out;
  for (ProposalRow& row : reader.all<ProposalRow>("WHERE person = $1 ORDER BY on_day DESC, proposal", {person.value})) {
    out.push_back(whole(house, reader, std::move(row)));
  }
  return out;
}

Changes propose(const Situation& situation, const Order& order) {
  const ProposalRow row{.proposal = situation.fresh_number(),
                        .person = situation.actor.person.value,
                        .command = order.command,
                        .on = situation.today};
  Changes changes;
  changes.keep(row);
  changes.keep_private(asked_name(row.proposal), situation.actor.person, order.request.canonical());
  changes.tell("proposal", row.proposal.value);
  return changes;
}

Status take_up(const Situation& situation, const Order& order, Changes& changes) {
  const auto row = row_at(situation.reader, order.proposal);
  if (!row || row->state != ProposalState::waiting || row->command != order.command) return answered_before();
  answer(changes, *row, ProposalState::taken_up, situation.today);
  return Done{};
}

Concern&& with_proposals(Concern&& concern) {
  return std::move(concern)
      .command<Decline>({.words = "proposal decline",
                         .path = "/desk/proposals/{proposal}/decline",
                         .may = may::keeper,
                         .title = msg("Say no to a proposal"),
                         .lede = msg("Whoever proposed it reads why, on their own page. Nothing is on the record."),
                         .submit = msg("Say no"),
                         .fields = {{.field = "why", .label = msg("Why not"), .required = true}},
                         .then = "/desk",
                         .done = msg("Whoever proposed it can read why not.")})
      .command<Withdraw>({.words = "proposal withdraw",
                          .path = "/me/proposals/{proposal}/withdraw",
                          .may = own_proposal,
                          .title = msg("Take back what you proposed"),
                          .submit = msg("Take it back"),
                          .then = "/me",
                          .done = msg("What you proposed is gone.")})
      .due({.words = "due proposals", .run = old_proposals_due})
      .forgets({"DELETE FROM proposals WHERE person = $1"});
}

}  // namespace alongside::kernel
