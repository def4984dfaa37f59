// What happens to the record itself, whatever it is about.
#pragma once

#include "kernel/changes.h"
#include "kernel/concern.h"

namespace alongside::kernel {

struct ErasedField {
  Index act;
  std::string field;  // the path, as in the commitment
  Ground ground = Ground::own_wish;
  static void fields(auto& self, auto&& field_) {
    field_("act", self.act);
    field_("field", self.field);
    field_("ground", self.ground);
  }
};
// Pooled over people and sorted, so that nobody can tell whose words went together (docs/record.md).
struct ContentErased {
  static constexpr std::string_view kind = "content.erased";
  When month;
  std::vector<ErasedField> erased;
  static void fields(auto& self, auto&& field) {
    field("erased", self.erased);
    field("month", self.month);
  }
};

// A name inside somebody else's words goes; the rest stays in this wording.
struct WordsReplaced {
  static constexpr std::string_view kind = "words.replaced";
  Index act;
  std::string field;
  Ground ground = Ground::named_person;
  Said words;
  static void fields(auto& self, auto&& field_) {
    field_("act", self.act);
    field_("field", self.field);
    field_("ground", self.ground);
    field_("words", self.words);
  }
};

// The record goes on from a copy, under a new origin and key: another keeper took it over, or a restored backup lacked what
// was signed. What the old origin wrote beyond this act's index is not in it.
struct RecordRestored {
  static constexpr std::string_view kind = "record.restored";
  std::string origin;  // the old one
  std::int64_t size = 0;
  Digest root{};       // what it had signed, as far as that is known here
  static void fields(auto& self, auto&& field) {
    field("origin", self.origin);
    field("root", self.root);
    field("size", self.size);
  }
};
// The key is replaced and nothing is lost: the same entries, another name on the heads from here.
struct KeyChanged {
  static constexpr std::string_view kind = "key.changed";
  std::string origin;
  std::int64_t size = 0;
  Digest root{};
  static void fields(auto& self, auto&& field) {
    field("origin", self.origin);
    field("root", self.root);
    field("size", self.size);
  }
};
struct RecordClosed {
  static constexpr std::string_view kind = "record.closed";
  std::int64_t size = 0;
  static void fields(auto& self, auto&& field) { field("size", self.size); }
};

// From where the record goes on, if its newest act says so.
struct OldOrigin {
  std::string name;
  std::int64_t size = 0;
  Digest root{};
};
std::optional<OldOrigin> goes_on_from(store::Connection& connection);

// The public file `erased`: what notices have named, as canonical JSON.
std::string erased_list(store::Connection& connection);

// The commands "erase" and "record close", the erasure notice that comes due, and the folds of the acts above.
Concern record_concern();

}  // namespace alongside::kernel
