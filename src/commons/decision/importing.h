// Decisions that come from files, by the thousand, in one order: known again, never twice, never quietly changed.
//
// A decision is known again by its number at its source; where it has none, by its reference; where it has neither, by
// body, day, maker and title. That is its identity. Anything weaker (the same title and day under another number) is
// proposed to a person and never merged. The keys are HMACs in a private table, and can be made again from openings.
//
//   const ImportFacts facts = look_import(situation.reader, situation.next_index, read);
//   const Imported done = add_imported(changes, facts, source, std::move(read));
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commons/decision/acts.h"
#include "kernel/changes.h"
#include "kernel/reader.h"

namespace alongside::decision {

// ---- keys -----------------------------------------------------------------------------------------------------------

struct ImportKeys {
  std::string identity;             // 32 bytes; empty: nothing to know it by
  std::vector<std::string> weaker;  // what may be the same
};
struct Named {  // by what a decision is known
  Index body;
  std::string source_id;
  std::string reference;
  std::optional<When> on;
  std::string maker;
  std::string title;
};
ImportKeys keys_for(const kernel::Reader& reader, const Named& named);
void keep(kernel::Changes& changes, const ImportKeys& keys, Index decision);

struct Match {
  Index exact;                  // this one
  std::vector<Index> proposed;  // or perhaps one of these; a person says so
};
Match match(kernel::Reader& reader, const ImportKeys& keys);

// Empties the table and fills it from the words that are there.
void rebuild_import_keys(kernel::Changes& changes, kernel::Reader& reader);

// ---- one decision as a file has it ----------------------------------------------------------------------------------

// The acts as they would be put on the record; `source`, `decision`, `by_the_body` and `asked_before` are filled in
// here.
struct FromSource {
  DecisionTaken taken;
  std::vector<DeciderNamed> deciders;
  std::vector<DecisionStatusChanged> events;  // what its source says happened since, oldest first
  // Where a person put it right before it was published: what the source says. It is known again by that, and a page
  // that still says so has not changed.
  std::optional<DecisionTaken> as_read = std::nullopt;
};

// Adds a decision.taken with its deciders and keys. Gives its index; `next` is that of the first act in `changes`.
Index add_taken(kernel::Changes& changes, Index next, FromSource what, const ImportKeys& keys);
Index add_coming(kernel::Changes& changes, Index next, DecisionComing what, const ImportKeys& keys);

// ---- a file ---------------------------------------------------------------------------------------------------------

struct FromFile {
  std::vector<FromSource> taken;
  std::vector<DecisionComing> coming;
};

// What the record holds of one that is known again: its words and days of now.
struct OnRecord {
  Index decision;
  bool is_taken = false;
  std::map<std::string, Text, std::less<>> words;
  std::map<std::string, When, std::less<>> days;
  std::map<std::string, std::string, std::less<>> as_read;  // digests of what was put right before it was published
  std::size_t deciders = 0;
  Known call_in = Known::not_known;
  std::optional<StatusEvent> event;
};
// One decision of a file, and what is here of it.
struct Recognised {
  ImportKeys keys;
  Match match;
  std::map<std::string, std::string, std::less<>> as_read = {};  // digests by part, where any part was put right
};
struct ImportFacts {
  Index next_index;
  Day today;
  std::vector<Recognised> taken;
  std::vector<Recognised> coming;
  std::map<Index, OnRecord> on_record;  // of those matched exactly
};
ImportFacts look_import(kernel::Reader& reader, Index next_index, Day today, const FromFile& file);

struct Proposed {
  std::size_t nth;  // in the file's list of taken or coming
  bool is_coming = false;
  Index decision;  // as it was recorded now
  std::vector<Index> perhaps;
};
struct Imported {
  std::vector<Index> taken;  // decisions, new on the record (or taken after they were announced)
  std::vector<Index> coming;
  std::vector<Index> changed;  // another wording or day stands beside the first
  std::vector<Index> unchanged;
  std::vector<Proposed> proposed;
  Index source;  // unset: nothing was new, so nothing was put on the record
};
// Pure. The source is put on the record once, and only if something is new or changed. Words that were erased here are
// not brought back.
Imported add_imported(kernel::Changes& changes, const ImportFacts& facts, SourceRead source, FromFile file);

}  // namespace alongside::decision
