// The rows of tables.sql and private.sql, and the folds that write them.
#pragma once

#include "commons/agreement/acts.h"
#include "kernel/tables.h"

namespace alongside::agreement {

struct AgreementRow {
  static constexpr std::string_view table = "agreements";
  Index index;
  Index work;
  Index wording;
  work::Ballots ballots = work::Ballots::secret;
  Day on;
  Day until;
  Index closed_act;
  std::optional<Day> closed_on;
  bool is_closed() const { return closed_act.is_set(); }
  bool is_secret() const { return ballots != work::Ballots::by_name; }
  static void fields(auto& self, auto&& column) {
    column("ballots", self.ballots);
    column("closed_act", self.closed_act);
    column("closed_on", self.closed_on);
    column("idx", self.index);
    column("on_day", self.on);
    column("until_day", self.until);
    column("wording", self.wording);
    column("work", self.work);
  }
};

struct AboutOptionRow {
  static constexpr std::string_view table = "agreement_options";
  Index agreement;
  Index option;
  static void fields(auto& self, auto&& column) {
    column("agreement", self.agreement);
    column("option", self.option);
  }
};

struct SideRow {
  static constexpr std::string_view table = "agreement_sides";
  Index agreement;
  work::Side side = work::Side::lived;
  Consented consented = Consented::no_quorum;
  std::optional<std::int64_t> answered;
  std::optional<std::int64_t> yes;
  std::optional<std::int64_t> no;
  std::optional<std::int64_t> abstained;
  static void fields(auto& self, auto&& column) {
    column("abstained", self.abstained);
    column("agreement", self.agreement);
    column("answered", self.answered);
    column("consented", self.consented);
    column("said_no", self.no);
    column("side", self.side);
    column("said_yes", self.yes);
  }
};

struct NamedRow {
  static constexpr std::string_view table = "agreement_named";
  Index index;
  Index agreement;
  work::Side side = work::Side::lived;
  Answer answer = Answer::abstained;
  static void fields(auto& self, auto&& column) {
    column("agreement", self.agreement);
    column("answer", self.answer);
    column("idx", self.index);
    column("side", self.side);
  }
};

enum class DissentState { waiting, published, refused };
constexpr auto words_of(DissentState) {
  using namespace std::string_view_literals;
  return std::array{"waiting"sv, "published"sv, "refused"sv};
}
struct DissentRow {
  static constexpr std::string_view table = "agreement_dissents";
  Index index;
  Index agreement;
  std::optional<work::Side> side;
  DissentState state = DissentState::waiting;
  std::optional<Refusal> reason;
  static void fields(auto& self, auto&& column) {
    column("agreement", self.agreement);
    column("idx", self.index);
    column("reason", self.reason);
    column("side", self.side);
    column("state", self.state);
  }
};

struct DecidedRow {
  static constexpr std::string_view table = "agreement_decisions";
  Index index;
  Index agreement;
  Index decision;
  Outcome outcome = Outcome::departed;
  int points = 0;
  static void fields(auto& self, auto&& column) {
    column("agreement", self.agreement);
    column("decision", self.decision);
    column("idx", self.index);
    column("outcome", self.outcome);
    column("points", self.points);
  }
};

// ---- private --------------------------------------------------------------------------------------------------------

struct AnswerRow {
  static constexpr std::string_view table = "agreement_answers";
  Index agreement;
  std::int64_t person = 0;
  Answer answer = Answer::abstained;
  bool knows_it_is_named = false;
  static void fields(auto& self, auto&& column) {
    column("agreement", self.agreement);
    column("answer", self.answer);
    column("knows_it_is_named", self.knows_it_is_named);
    column("person", self.person);
  }
};

struct DissenterRow {
  static constexpr std::string_view table = "agreement_dissenters";
  Index dissent;
  Index agreement;
  std::int64_t person = 0;
  static void fields(auto& self, auto&& column) {
    column("agreement", self.agreement);
    column("dissent", self.dissent);
    column("person", self.person);
  }
};

struct ToldRow {
  static constexpr std::string_view table = "agreement_told";
  Index agreement;
  work::Side side = work::Side::lived;
  std::int64_t yes = 0;
  std::int64_t no = 0;
  std::int64_t abstained = 0;
  static void fields(auto& self, auto&& column) {
    column("abstained", self.abstained);
    column("agreement", self.agreement);
    column("said_no", self.no);
    column("side", self.side);
    column("said_yes", self.yes);
  }
};

void apply(const AgreementAsked& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AgreementClosed& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AnswerNamed& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DissentGiven& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DissentPublished& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const DissentRefused& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AgreementDecided& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::agreement
