// What somebody may not do here and may propose: an officer a body that is missing, a moderator that words go. The request
// is checked like any other and kept, sealed, beside the record; nothing of it is public until a keeper carries it out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kernel/concern.h"
#include "kernel/order.h"

namespace alongside::kernel {

// How long the proposer reads what became of it.
inline constexpr int answered_proposal_days = 30;

enum class ProposalState { waiting, taken_up, declined };
constexpr auto words_of(ProposalState) {
  using namespace std::string_view_literals;
  return std::array{"waiting"sv, "taken_up"sv, "declined"sv};
}

struct ProposalRow {
  static constexpr std::string_view table = "proposals";
  Index proposal;  // a random number: it says nothing of how many there were
  std::int64_t person = 0;
  std::string command;
  ProposalState state = ProposalState::waiting;
  Day on;                        // it was proposed
  std::optional<Day> answered;
  static void fields(auto& self, auto&& column) {
    column("answered_day", self.answered);
    column("command", self.command);
    column("on_day", self.on);
    column("person", self.person);
    column("proposal", self.proposal);
    column("state", self.state);
  }
};

struct Proposal {
  ProposalRow row;
  Message title;         // of the command: "Register a body"
  Json request;
  std::string path;      // under the place: the form on which a keeper carries it out
  std::string why;       // it was declined
  static void fields(auto& self, auto&& field) {
    field("answered", self.row.answered);
    field("command", self.row.command);
    field("on", self.row.on);
    field("path", self.path);
    field("proposal", self.row.proposal);
    field("state", self.row.state);
    field("why", self.why);
  }
};
std::optional<Proposal> proposal_at(const House& house, Reader& reader, Index proposal);
std::vector<Proposal> waiting_proposals(const House& house, Reader& reader);           // oldest first
std::vector<Proposal> proposals_of(const House& house, Reader& reader, Person person);  // newest first

// The Writer's part. What is kept instead of the acts that the command would have added:
Changes propose(const Situation& situation, const Order& order);
// and what is kept beside them when a keeper carries a proposal out. Refused when it was answered before, or is another
// command's.
Status take_up(const Situation& situation, const Order& order, Changes& changes);

// "proposal decline" (a keeper), "proposal withdraw" (one's own), and forgetting what was answered.
Concern&& with_proposals(Concern&& concern);

}  // namespace alongside::kernel
