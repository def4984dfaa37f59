// What can be asked by those who say something: to say it, change it, pause it and go on, withdraw it; to keep a draft.
#pragma once

#include <optional>

#include "commons/said/reading.h"

namespace alongside::said {

struct GiveSaid {
  Index work;
  SayingKind saying_kind = SayingKind::story;
  Index about;
  Said words;
  std::optional<File> file;
  Said description;
  How how = How::screen;
  std::optional<Day> on;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("description", self.description);
    field("file", self.file);
    field("how", self.how);
    field("on", self.on);
    field("saying_kind", self.saying_kind);
    field("words", self.words);
    field("work", self.work);
  }
};
inline constexpr std::int64_t unread_max = 20;  // of one person in one piece of work
struct GiveFacts {
  Day today;
  Index next;
  kernel::Person person;
  std::optional<work::WorkRow> work;
  bool is_in_the_room = false;
  bool about_is_here = true;
  std::int64_t unread = 0;  // of theirs
};
GiveFacts look(const kernel::Situation& situation, const GiveSaid& asked);
Result<kernel::Changes> decide(const GiveFacts& facts, GiveSaid asked);

// What one's own commands need to know of the saying they are about.
struct OwnFacts {
  Day today;
  kernel::Person person;
  std::optional<SayingRow> saying;
  std::vector<Index> acts;           // in which its words lie
  std::vector<Index> replacements;   // of the words of now
  bool work_is_open = false;
  bool is_danger = false;  // a moderator is worried: only a moderator can end that
  bool answer_is_its_own = false;
};

struct ChangeSaid {
  Index said;
  Said words;
  bool without_file = false;
  static void fields(auto& self, auto&& field) {
    field("said", self.said);
    field("without_file", self.without_file);
    field("words", self.words);
  }
};
OwnFacts look(const kernel::Situation& situation, const ChangeSaid& asked);
Result<kernel::Changes> decide(const OwnFacts& facts, ChangeSaid asked);

struct PauseSaid {
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};
OwnFacts look(const kernel::Situation& situation, const PauseSaid& asked);
Result<kernel::Changes> decide(const OwnFacts& facts, PauseSaid asked);

struct ResumeSaid {
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};
OwnFacts look(const kernel::Situation& situation, const ResumeSaid& asked);
Result<kernel::Changes> decide(const OwnFacts& facts, ResumeSaid asked);

struct WithdrawSaid {
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};
OwnFacts look(const kernel::Situation& situation, const WithdrawSaid& asked);
Result<kernel::Changes> decide(const OwnFacts& facts, WithdrawSaid asked);

struct JudgeSaid {
  Index said;
  Index answer;
  std::optional<Answers> answers;
  static void fields(auto& self, auto&& field) {
    field("answer", self.answer);
    field("answers", self.answers);
    field("said", self.said);
  }
};
OwnFacts look(const kernel::Situation& situation, const JudgeSaid& asked);
Result<kernel::Changes> decide(const OwnFacts& facts, JudgeSaid asked);

struct KeepDraft {
  Index work;
  SayingKind saying_kind = SayingKind::story;
  Said words;  // empty: the draft goes
  static void fields(auto& self, auto&& field) {
    field("saying_kind", self.saying_kind);
    field("words", self.words);
    field("work", self.work);
  }
};
struct DraftFacts {
  Day today;
  kernel::Person person;
  bool work_is_here = false;
};
DraftFacts look(const kernel::Situation& situation, const KeepDraft& asked);
Result<kernel::Changes> decide(const DraftFacts& facts, KeepDraft asked);

// What comes due: drafts of more than 30 days; unread words of somebody who left.
Result<kernel::Changes> forget_old_drafts(const kernel::Situation& situation);
Result<kernel::Changes> end_what_is_gone(const kernel::Situation& situation);

}  // namespace alongside::said
