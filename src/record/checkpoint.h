// A checkpoint (C2SP tlog-checkpoint): whose record, how many entries, and the root of the tree over them.
//
//   record.example.org/eastmere
//   70000
//   bC+VwvrJbalNVjfkdI8kUgs7mJoXrqiXCE7bgnD28pY=
//
// It is the text of a signed note. Extension lines are refused: we write none, and what a line means must not be
// guessed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "record/note.h"

namespace alongside::record {

struct Checkpoint {
  std::string origin;  // a URL without its scheme; one line, not empty
  std::int64_t size = 0;
  Digest root{};
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

std::string text(const Checkpoint& checkpoint);
Result<Checkpoint> parse_checkpoint(std::string_view text);
// The text signed by the record's key.
std::string signed_checkpoint(const Checkpoint& checkpoint, const SigningKey& key);

struct OpenedCheckpoint {
  Checkpoint checkpoint;
  OpenedNote note;
};
// Opens the note and parses its text. `known` holds at least the record's own key.
Result<OpenedCheckpoint> open_checkpoint(std::string_view bytes, std::span<const Verifier> known);
// The same without checking who signed; the text and the form of the lines are still checked.
Result<Checkpoint> read_checkpoint_unchecked(std::string_view bytes);

}  // namespace alongside::record
