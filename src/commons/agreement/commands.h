// What a room is asked, and what it answers: those who run the work ask, those whose consent is needed answer until the last
// day, and say in their own words why they do not agree.
#pragma once

#include <optional>
#include <vector>

#include "commons/agreement/reading.h"
#include "commons/work/danger.h"
#include "kernel/concern.h"

namespace alongside::agreement {

inline constexpr int days_max = 366;

struct AskAgreement {
  Index work;
  Said words;
  std::vector<Index> options;
  Index wording;
  std::optional<Day> until;
  static void fields(auto& self, auto&& field) {
    field("options", self.options);
    field("until", self.until);
    field("wording", self.wording);
    field("words", self.words);
    field("work", self.work);
  }
};
struct AskFacts {
  Day today;
  std::optional<work::WorkRow> work;
  std::vector<std::size_t> not_put;  // places of options that are none of this work, or were not put to people
  bool wording_is_here = true;
};
AskFacts look(const kernel::Situation& situation, const AskAgreement& asked);
Result<kernel::Changes> decide(const AskFacts& facts, AskAgreement asked);

// What there is to know of somebody in a room and of its agreement.
struct RoomFacts {
  Day today;
  std::optional<AgreementRow> agreement;
  kernel::Person person;
  std::optional<work::Side> side;  // nothing: they are not in the room
  std::optional<work::Side> named;  // that side, where it may stand beside words (work/room.h)
  bool has_dissented = false;      // and it waits or stands
  std::optional<DissentRow> dissent;
  bool in_danger = false;          // it sounds like danger (work/danger.h)
  Index next;                      // of the first act
};

struct AnswerAgreement {
  Index agreement;
  std::optional<Answer> answer;
  bool named = false;  // "I know that my answer will stand with my name"
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("answer", self.answer);
    field("named", self.named);
  }
};
RoomFacts look(const kernel::Situation& situation, const AnswerAgreement& asked);
Result<kernel::Changes> decide(const RoomFacts& facts, AnswerAgreement asked);

struct GiveDissent {
  Index agreement;
  Said words;
  bool say_side = false;
  static void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("say_side", self.say_side);
    field("words", self.words);
  }
};
RoomFacts look(const kernel::Situation& situation, const GiveDissent& asked);
Result<kernel::Changes> decide(const RoomFacts& facts, GiveDissent asked);

struct PublishDissent {
  Index dissent;
  static void fields(auto& self, auto&& field) { field("dissent", self.dissent); }
};
RoomFacts look(const kernel::Situation& situation, const PublishDissent& asked);
Result<kernel::Changes> decide(const RoomFacts& facts, PublishDissent asked);

struct RefuseDissent {
  Index dissent;
  Refusal reason = Refusal::names_a_person;
  static void fields(auto& self, auto&& field) {
    field("dissent", self.dissent);
    field("reason", self.reason);
  }
};
RoomFacts look(const kernel::Situation& situation, const RefuseDissent& asked);
Result<kernel::Changes> decide(const RoomFacts& facts, RefuseDissent asked);

struct DissentDanger {
  Index dissent;
  Said told;
  static void fields(auto& self, auto&& field) {
    field("dissent", self.dissent);
    field("told", self.told);
  }
};
work::DangerFacts look(const kernel::Situation& situation, const DissentDanger& asked);
Result<kernel::Changes> decide(const work::DangerFacts& facts, DissentDanger asked);

struct ReleaseDissent {
  Index dissent;
  static void fields(auto& self, auto&& field) { field("dissent", self.dissent); }
};
work::DangerFacts look(const kernel::Situation& situation, const ReleaseDissent& asked);
Result<kernel::Changes> decide(const work::DangerFacts& facts, ReleaseDissent asked);

}  // namespace alongside::agreement
