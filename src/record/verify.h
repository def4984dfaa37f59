// Checks a whole record from its published files alone: what a stranger can do on another computer.
//
// In one pass and constant memory: the signed head; every entry (canonical, at its place); the tree over them, whose
// root must be the head's; every tile; every opening against its commitment. What is not open is counted: erased, if a
// notice in the record says so, else withheld.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/progress.h"
#include "record/checkpoint.h"
#include "record/entry.h"
#include "record/opening.h"

namespace alongside::record {

// A file of the record by its path ("checkpoint", "tile/entries/000.p/17", "openings/000"); nothing: there is none.
using Files = std::function<std::optional<std::string>(const std::string& path)>;

struct Finding {
  std::string file;   // "tile/entries/000.p/17", under the record's prefix
  std::string where;  // in that file: "entry 61", "entry 61, reasons"; empty: all of it
  Message what;
};

struct Verified {
  Checkpoint head;
  bool signer_checked = false;
  std::int64_t entries = 0;
  std::int64_t commitments = 0;
  std::int64_t opened = 0;
  std::int64_t erased = 0;
  std::int64_t withheld = 0;
  std::vector<Finding> findings;  // what does not hold; at most findings_max, then only counted
  std::int64_t findings_count = 0;
  bool holds() const { return findings_count == 0; }
  void find(std::string file, std::string where, Message what);
};
inline constexpr std::size_t findings_max = 100;

// Called with each entry in order, which the caller may keep, to fold it: a problem it gives becomes a finding.
using EachEntry = std::function<Status(std::int64_t index, std::string_view bytes, Entry entry)>;

// `known` empty: the record is checked against itself, and nothing is said of who signed it. Problems: it cannot be
// checked as given (no checkpoint, a bundle missing, stopped).
Result<Verified> verify_record(const Files& files, std::span<const Verifier> known, const EachEntry& each,
                               Progress& progress);

// The erased fields that a record's notices name ("content.erased"), in their order: (act, field).
std::vector<std::pair<std::int64_t, std::string>> erased_fields(const Entry& entry);

}  // namespace alongside::record
