// Signed notes (C2SP signed-note): a text, an empty line, and for each signature a line
//
//   — NAME BASE64(key id || signature)
//
// A signature covers the text with its last newline. A line whose key is not known is ignored; a known key that does
// not verify rejects the whole note, and so does a note that nobody known has signed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/key.h"

namespace alongside::record {

inline constexpr std::size_t note_bytes_max = 1'000'000;
inline constexpr std::size_t note_lines_max = 100;  // signature lines; the specification asks for at least 16

struct SignatureLine {
  std::string name;
  std::uint32_t key_id = 0;
  std::string bytes;  // after the key id: 64 bytes of Ed25519, 72 of a cosignature, others as they come
  friend bool operator==(const SignatureLine&, const SignatureLine&) = default;
};

struct Note {
  std::string text;  // ends with a newline
  std::vector<SignatureLine> lines;
  friend bool operator==(const Note&, const Note&) = default;
};

Result<Note> parse_note(std::string_view bytes);  // form only: no signature is checked
std::string print(const Note& note);              // parse_note(print(note)) is the note
std::string print(const SignatureLine& line);     // with its newline

// Ed25519 (kind 1) over the text.
SignatureLine sign(std::string_view text, const SigningKey& key);
// Cosignature/v1 (kind 4) over "cosignature/v1\ntime SECONDS\n" and the checkpoint's text.
SignatureLine cosign(std::string_view checkpoint_text, const SigningKey& key, std::int64_t seconds);
// The text signed by each key, in their order. `text` ends with a newline.
std::string signed_note(std::string_view text, std::span<const SigningKey> keys);

struct Signed {
  Verifier by;
  std::optional<std::int64_t> seconds;  // of a cosignature: when it was made, since 1970
};
struct OpenedNote {
  Note note;
  std::vector<Signed> signatures;  // that verify, each key once, in the note's order; never empty
};
// does_not_match: a known key's signature fails. not_found: no line is by a known key.
Result<OpenedNote> open_note(std::string_view bytes, std::span<const Verifier> known);

}  // namespace alongside::record
