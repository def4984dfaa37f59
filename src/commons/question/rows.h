// The rows of tables.sql and private.sql, and the folds that write them.
#pragma once

#include "commons/question/acts.h"
#include "kernel/tables.h"

namespace alongside::question {

// waiting: for somebody to read its words.
enum class WordingState { waiting, open, closed, refused, withdrawn };
constexpr auto words_of(WordingState) {
  using namespace std::string_view_literals;
  return std::array{"waiting"sv, "open"sv, "closed"sv, "refused"sv, "withdrawn"sv};
}

struct WordingRow {
  static constexpr std::string_view table = "wordings";
  Index index;
  Index work;
  int number = 0;
  std::optional<work::Side> side;
  WordingState state = WordingState::waiting;
  Index state_act;
  Day state_on;
  Day on;
  Day until;
  std::optional<Refusal> refusal;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("work", self.work);
    column("number", self.number);
    column("side", self.side);
    column("state", self.state);
    column("state_act", self.state_act);
    column("state_on", self.state_on);
    column("on_day", self.on);
    column("until_day", self.until);
    column("refusal", self.refusal);
  }
};

struct AnswerRow {
  static constexpr std::string_view table = "wording_answers";
  Index wording;
  work::Side side = work::Side::lived;
  Consented consented = Consented::no_quorum;
  std::optional<std::int64_t> answered;
  std::optional<std::int64_t> yes;
  std::optional<std::int64_t> no;
  std::optional<std::int64_t> abstained;
  static void fields(auto& self, auto&& column) {
    column("wording", self.wording);
    column("side", self.side);
    column("consented", self.consented);
    column("answered", self.answered);
    column("said_yes", self.yes);
    column("said_no", self.no);
    column("abstained", self.abstained);
  }
};

// ---- private --------------------------------------------------------------------------------------------------------

using work::Answer;
struct ChoiceRow {
  static constexpr std::string_view table = "wording_choices";
  Index wording;
  std::int64_t person = 0;
  Answer choice = Answer::yes;
  static void fields(auto& self, auto&& column) {
    column("wording", self.wording);
    column("person", self.person);
    column("choice", self.choice);
  }
};

struct AuthorRow {
  static constexpr std::string_view table = "wording_authors";
  Index wording;
  std::int64_t person = 0;
  static void fields(auto& self, auto&& column) {
    column("wording", self.wording);
    column("person", self.person);
  }
};

void apply(const WordingProposed& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WordingPublished& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WordingRefused& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WordingWithdrawn& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const WordingClosed& act, const kernel::Entry& entry, kernel::Tables& tables);
// A wording that stood before people were invited is open for its days from then on.
void apply_launched(const work::WorkLaunched& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::question
