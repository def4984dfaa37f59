#include "record/checkpoint.h"

#include <algorithm>

#include "base/text.h"
#include "record/tree.h"

namespace alongside::record {
namespace {
Problems bad_checkpoint(std::int64_t line, Message expected, std::string_view found) {
  return Problems(std::vector{Problem{.code = Code::malformed, .line = line, .field = "checkpoint", .found = shortened(found, 60), .expected = std::move(expected)}});
}
}  // namespace

std::string text(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + base64(view(checkpoint.root)) + "\n";
}

Result<Checkpoint> parse_checkpoint(std::string_view bytes) {
  const auto lines = split(bytes, '\n');
  if (lines.size() != 4 || !lines[3].empty()) {
    return bad_checkpoint(0, msg("Three lines: the origin, the size and the root."), std::to_string(lines.size() - 1) + " lines");
  }
  if (lines[0].empty()) return bad_checkpoint(1, msg("Give the origin: a web address without https://."), "");
  const auto size = whole_number(lines[1]);
  if (!size || *size < 0) return bad_checkpoint(2, msg("Give the size in decimal, without a leading zero."), lines[1]);
  const auto root = hash_of_base64(lines[2], "root");
  if (!root) return bad_checkpoint(3, msg("Give the root: 32 bytes in base64."), lines[2]);
  return Checkpoint{.origin = std::string(lines[0]), .size = *size, .root = *root};
}

std::string signed_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
  return signed_note(text(checkpoint), {&key, 1});
}

Result<OpenedCheckpoint> open_checkpoint(std::string_view bytes, std::span<const Verifier> known) {
  auto note = open_note(bytes, known);
  if (!note) return note.problems();
  auto checkpoint = parse_checkpoint(note->note.text);
  if (!checkpoint) return checkpoint.problems();
  // The record's own key bears its origin's name: a witness alone does not make a checkpoint.
  return OpenedCheckpoint{std::move(checkpoint).value(), std::move(note).value()};
}

Result<Checkpoint> read_checkpoint_unchecked(std::string_view bytes) {
  const auto note = parse_note(bytes);
  if (!note) return note.problems();
  return parse_checkpoint(note->text);
}

}  // namespace alongside::record
