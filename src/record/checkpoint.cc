#include "record/checkpoint.h"

#include <algorithm>

#include "base/text.h"
#include "record/tree.h"

namespace alongside::record {
namespace {

Problems malformed(const char* field, Message expected, std::string_view found = {}) {
  return problem(Code::malformed, field, std::move(expected), std::string(found));
}

Result<Checkpoint> parsed_text(const Note& note) { return parse_checkpoint(note.text); }

}  // namespace

std::string text(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + base64(view(checkpoint.root)) + "\n";
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
  const auto lines = split(text, '\n');
  if (lines.size() != 4 || !lines[3].empty()) {
    return malformed("checkpoint", msg("A checkpoint has three lines: origin, size and root."));
  }
  if (lines[0].empty() || !is_utf8(lines[0])) return malformed("origin", msg("A checkpoint begins with its origin."));
  const auto size = whole_number(lines[1]);
  if (!size || *size < 0 || lines[1].front() == '-') {
    return malformed("size", msg("The size is a whole number without a leading zero."), lines[1]);
  }
  auto root = hash_of_base64(lines[2], "root");
  if (!root) return std::move(root).problems();
  return Checkpoint{.origin = std::string(lines[0]), .size = *size, .root = *root};
}

std::string signed_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
  return signed_note(text(checkpoint), {&key, 1});
}

Result<OpenedCheckpoint> open_checkpoint(std::string_view bytes, std::span<const Verifier> known) {
  auto opened = open_note(bytes, known);
  if (!opened) return std::move(opened).problems();
  auto checkpoint = parsed_text(opened->note);
  if (!checkpoint) return std::move(checkpoint).problems();
  return OpenedCheckpoint{.checkpoint = std::move(checkpoint).value(), .note = std::move(opened).value()};
}

Result<Checkpoint> read_checkpoint_unchecked(std::string_view bytes) {
  const auto note = parse_note(bytes);
  if (!note) return note.problems();
  return parsed_text(*note);
}

}  // namespace alongside::record
