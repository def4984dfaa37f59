#include "record/note.h"

#include <algorithm>

#include "base/text.h"

namespace alongside::record {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";  // U+2014 and a space

Problems bad_note(Message expected, std::int64_t line = 0) {
  return Problems(std::vector{Problem{.code = Code::malformed, .line = line, .field = "note", .expected = std::move(expected)}});
}

std::string_view ascii_id(std::uint32_t id, char (&bytes)[4]) {
  for (int i = 0; i < 4; ++i) bytes[i] = static_cast<char>(id >> (24 - 8 * i));
  return {bytes, 4};
}

std::string cosigned(std::string_view text, std::int64_t seconds) {
  return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
}

Result<SignatureLine> parse_line(std::string_view line, std::int64_t number) {
  if (!line.starts_with(dash)) return bad_note(msg("A signature's line begins with “— ”."), number);
  const std::string_view rest = line.substr(dash.size());
  const std::size_t space = rest.find(' ');
  const auto bytes = space == rest.npos ? from_base64("!") : from_base64(rest.substr(space + 1));
  if (!bytes || bytes->size() < 5 || !is_key_name(rest.substr(0, space))) {
    return bad_note(msg("A signature's line holds a name and base64 of at least 5 bytes."), number);
  }
  std::uint32_t id = 0;
  for (int i = 0; i < 4; ++i) id = id << 8 | static_cast<unsigned char>((*bytes)[static_cast<std::size_t>(i)]);
  return SignatureLine{.name = std::string(rest.substr(0, space)), .key_id = id, .bytes = bytes->substr(4)};
}

// Whether a known key's line verifies, and when it was made if it says so.
std::optional<std::optional<std::int64_t>> verified(const Verifier& by, const SignatureLine& line, std::string_view text) {
  Signature signature;
  if (by.kind == KeyKind::ed25519) {
    if (line.bytes.size() != signature.size()) return std::nullopt;
    std::copy(line.bytes.begin(), line.bytes.end(), signature.begin());
    if (!verifies(by.key, text, signature)) return std::nullopt;
    return std::optional<std::int64_t>();
  }
  if (line.bytes.size() != 8 + signature.size()) return std::nullopt;
  std::uint64_t seconds = 0;
  for (std::size_t i = 0; i < 8; ++i) seconds = seconds << 8 | static_cast<unsigned char>(line.bytes[i]);
  if (seconds > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
  std::copy(line.bytes.begin() + 8, line.bytes.end(), signature.begin());
  if (!verifies(by.key, cosigned(text, static_cast<std::int64_t>(seconds)), signature)) return std::nullopt;
  return std::optional<std::int64_t>(static_cast<std::int64_t>(seconds));
}

}  // namespace

Result<Note> parse_note(std::string_view bytes) {
  if (bytes.size() > note_bytes_max) return bad_note(msg("Give a note of at most one million bytes."));
  if (!is_utf8(bytes)) return bad_note(msg("Give text in UTF-8."));
  for (const char c : bytes) {
    if (static_cast<unsigned char>(c) < 32 && c != '\n') return bad_note(msg("A note holds no control but the newline."));
  }
  // The last empty line parts text and signatures: the text may hold others.
  const std::size_t gap = bytes.rfind("\n\n");
  if (gap == bytes.npos || !bytes.ends_with('\n')) return bad_note(msg("A text, an empty line, and signatures, each line with its newline."));
  Note note{.text = std::string(bytes.substr(0, gap + 1))};
  const std::string_view lines = bytes.substr(gap + 2);
  if (lines.empty()) return bad_note(msg("At least one signature."));
  const auto text_lines = std::count(note.text.begin(), note.text.end(), '\n');
  std::int64_t number = text_lines + 1;
  for (const std::string_view line : split(lines.substr(0, lines.size() - 1), '\n')) {
    ++number;
    if (note.lines.size() == note_lines_max) return bad_note(msg("At most 100 signatures."), number);
    auto parsed = parse_line(line, number);
    if (!parsed) return parsed.problems();
    note.lines.push_back(std::move(parsed).value());
  }
  return note;
}

std::string print(const SignatureLine& line) {
  char id[4];
  return std::string(dash) + line.name + " " + base64(std::string(ascii_id(line.key_id, id)) + line.bytes) + "\n";
}

std::string print(const Note& note) {
  std::string out = note.text + "\n";
  for (const SignatureLine& line : note.lines) out += print(line);
  return out;
}

SignatureLine sign(std::string_view text, const SigningKey& key) {
  const Signature signature = key.sign(text);
  return {.name = key.verifier().name, .key_id = key.verifier().id, .bytes = std::string(signature.begin(), signature.end())};
}

SignatureLine cosign(std::string_view checkpoint_text, const SigningKey& key, std::int64_t seconds) {
  const Signature signature = key.sign(cosigned(checkpoint_text, seconds));
  SignatureLine line{.name = key.verifier().name, .key_id = key.verifier().id};
  for (int i = 0; i < 8; ++i) line.bytes += static_cast<char>(static_cast<std::uint64_t>(seconds) >> (56 - 8 * i));
  line.bytes.append(signature.begin(), signature.end());
  return line;
}

std::string signed_note(std::string_view text, std::span<const SigningKey> keys) {
  Note note{.text = std::string(text)};
  for (const SigningKey& key : keys) note.lines.push_back(sign(text, key));
  return print(note);
}

Result<OpenedNote> open_note(std::string_view bytes, std::span<const Verifier> known) {
  auto note = parse_note(bytes);
  if (!note) return note.problems();
  OpenedNote out;
  for (const SignatureLine& line : note->lines) {
    const auto by = std::find_if(known.begin(), known.end(), [&](const Verifier& one) { return one.name == line.name && one.id == line.key_id; });
    if (by == known.end()) continue;
    const bool seen = std::any_of(out.signatures.begin(), out.signatures.end(), [&](const Signed& one) { return one.by == *by; });
    if (seen) continue;
    const auto when = verified(*by, line, note->text);
    if (!when) return problem(Code::does_not_match, "note", msg("The signature of a known key does not fit this text."), line.name);
    out.signatures.push_back({*by, *when});
  }
  if (out.signatures.empty()) return problem(Code::not_found, "note", msg("A note that a known key has signed."));
  out.note = std::move(note).value();
  return out;
}

}  // namespace alongside::record
