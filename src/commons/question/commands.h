// What can be asked of the question of a piece of work: by those who run it (the first wording), by those in the room (other
// words, and yes or no to each), and by those who read words before others may.
#pragma once

#include <optional>

#include "commons/question/standing.h"
#include "commons/work/danger.h"
#include "commons/work/room.h"
#include "kernel/concern.h"

namespace alongside::question {

inline constexpr std::size_t words_bytes_max = 1000;
inline constexpr std::size_t reason_bytes_max = 4000;
inline constexpr std::int64_t proposals_max = 3;  // of one person in one work that are not over yet

// What all of these need to know.
struct WordingFacts {
  Day today;
  std::optional<work::WorkRow> work;
  std::optional<WordingRow> wording;     // of that work
  bool has_first = false;                // the work has a wording
  int same_as = 0;                       // the number of a wording that has these words already; 0: none
  std::optional<work::Side> side;        // of the person who asks
  std::optional<work::Side> named;       // that side, where it can be named without pointing at a few
  bool words_are_gone = false;           // they were erased
  bool in_danger = false;                // they sound like danger (work/danger.h)
  std::int64_t theirs = 0;               // wordings of theirs that are not over
  kernel::Person person;
  Index next;
};

struct FirstWording {
  Index work;
  Said words;
  Said reason;
  static void fields(auto& self, auto&& field) {
    field("reason", self.reason);
    field("words", self.words);
    field("work", self.work);
  }
};
WordingFacts look(const kernel::Situation& situation, const FirstWording& asked);
Result<kernel::Changes> decide(const WordingFacts& facts, FirstWording asked);

struct ProposeWording {
  Index work;
  Said words;
  Said reason;
  static void fields(auto& self, auto&& field) {
    field("reason", self.reason);
    field("words", self.words);
    field("work", self.work);
  }
};
WordingFacts look(const kernel::Situation& situation, const ProposeWording& asked);
Result<kernel::Changes> decide(const WordingFacts& facts, ProposeWording asked);

// Again before the close, and it takes the place of what was said before. No act: nobody sees that somebody chose.
struct ChooseWording {
  Index work;
  Index wording;
  std::optional<Answer> choice;
  static void fields(auto& self, auto&& field) {
    field("choice", self.choice);
    field("wording", self.wording);
    field("work", self.work);
  }
};
WordingFacts look(const kernel::Situation& situation, const ChooseWording& asked);
Result<kernel::Changes> decide(const WordingFacts& facts, ChooseWording asked);

struct WithdrawWording {
  Index work;
  Index wording;
  static void fields(auto& self, auto&& field) {
    field("wording", self.wording);
    field("work", self.work);
  }
};
WordingFacts look(const kernel::Situation& situation, const WithdrawWording& asked);
Result<kernel::Changes> decide(const WordingFacts& facts, WithdrawWording asked);

struct PublishWording {
  Index work;
  Index wording;
  static void fields(auto& self, auto&& field) {
    field("wording", self.wording);
    field("work", self.work);
  }
};
WordingFacts look(const kernel::Situation& situation, const PublishWording& asked);
Result<kernel::Changes> decide(const WordingFacts& facts, PublishWording asked);

struct RefuseWording {
  Index work;
  Index wording;
  std::optional<Refusal> reason;
  static void fields(auto& self, auto&& field) {
    field("reason", self.reason);
    field("wording", self.wording);
    field("work", self.work);
  }
};
WordingFacts look(const kernel::Situation& situation, const RefuseWording& asked);
Result<kernel::Changes> decide(const WordingFacts& facts, RefuseWording asked);

struct WordingDanger {
  Index work;
  Index wording;
  Said told;
  static void fields(auto& self, auto&& field) {
    field("told", self.told);
    field("wording", self.wording);
    field("work", self.work);
  }
};
work::DangerFacts look(const kernel::Situation& situation, const WordingDanger& asked);
Result<kernel::Changes> decide(const work::DangerFacts& facts, WordingDanger asked);

struct ReleaseWording {
  Index work;
  Index wording;
  static void fields(auto& self, auto&& field) {
    field("wording", self.wording);
    field("work", self.work);
  }
};
work::DangerFacts look(const kernel::Situation& situation, const ReleaseWording& asked);
Result<kernel::Changes> decide(const work::DangerFacts& facts, ReleaseWording asked);

bool is_author(kernel::Reader& reader, kernel::Person person, Index wording);
bool own_wording(const kernel::MayAsk& ask);  // whoever proposed it

}  // namespace alongside::question
