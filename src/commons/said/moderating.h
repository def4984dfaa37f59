// What can be asked by those who read what people said: moderators and the keeper, never who acts for a body.
#pragma once

#include <optional>
#include <vector>

#include "commons/said/reading.h"
#include "commons/work/danger.h"

namespace alongside::said {

struct ReadFacts {
  kernel::Person author;  // unset: left since
  std::optional<SayingRow> saying;
  std::vector<Index> acts;  // in which its words lie
  bool has_words = false;   // or an upload: there is something to read
  work::DangerFacts danger;
};

struct PublishSaid {
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};
ReadFacts look(const kernel::Situation& situation, const PublishSaid& asked);
Result<kernel::Changes> decide(const ReadFacts& facts, PublishSaid asked);

struct RefuseSaid {
  Index said;
  std::optional<Refusal> reason;
  Said note;
  static void fields(auto& self, auto&& field) {
    field("note", self.note);
    field("reason", self.reason);
    field("said", self.said);
  }
};
ReadFacts look(const kernel::Situation& situation, const RefuseSaid& asked);
Result<kernel::Changes> decide(const ReadFacts& facts, RefuseSaid asked);

// It sounds like danger: not published, and somebody has been told. Who it was is kept beside the record, for those who
// moderate alone.
struct SaidDanger {
  Index said;
  Said told;
  static void fields(auto& self, auto&& field) {
    field("said", self.said);
    field("told", self.told);
  }
};
ReadFacts look(const kernel::Situation& situation, const SaidDanger& asked);
Result<kernel::Changes> decide(const ReadFacts& facts, SaidDanger asked);

// The danger is over, or there was none: it is again what it was.
struct ReleaseSaid {
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};
ReadFacts look(const kernel::Situation& situation, const ReleaseSaid& asked);
Result<kernel::Changes> decide(const ReadFacts& facts, ReleaseSaid asked);

struct GroupSaid {
  Index work;
  std::vector<Index> saids;
  SameAs as = SameAs::same;
  Index into;
  static void fields(auto& self, auto&& field) {
    field("as", self.as);
    field("into", self.into);
    field("saids", self.saids);
    field("work", self.work);
  }
};
struct GroupFacts {
  bool work_is_here = false;
  bool into_is_here = true;  // a group of this work
  std::vector<Index> not_public;  // or of another work
  std::vector<Index> in_another;  // group
  std::vector<Index> fresh;       // in none yet, each once
};
GroupFacts look(const kernel::Situation& situation, const GroupSaid& asked);
Result<kernel::Changes> decide(const GroupFacts& facts, GroupSaid asked);

struct UngroupSaid {
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};
ReadFacts look(const kernel::Situation& situation, const UngroupSaid& asked);
Result<kernel::Changes> decide(const ReadFacts& facts, UngroupSaid asked);

}  // namespace alongside::said
