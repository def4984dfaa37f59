#include "record/note.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "base/text.h"

namespace alongside::record {
namespace {

constexpr std::string_view line_start = "\u2014 ";  // an em dash and a space
constexpr std::size_t signature_bytes = 64;

Problems malformed(Message expected, std::int64_t line = 0) {
  return std::vector<Problem>{
      {.code = Code::malformed, .line = line, .field = "note", .expected = std::move(expected)}};
}

// Tabs and other controls are refused, so that what is read on a screen is what was signed.
bool is_plain(std::string_view text) {
  return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n'; });
}

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift);
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

Result<SignatureLine> parse_line(std::string_view line, std::int64_t number) {
  if (!line.starts_with(line_start)) return malformed(msg("A signature line begins with a long dash."), number);
  line.remove_prefix(line_start.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return malformed(msg("A signature line has a name and a signature."), number);
  const std::string_view name = line.substr(0, space);
  const auto bytes = from_base64(line.substr(space + 1));
  if (!is_key_name(name)) return malformed(msg("A key's name has no white space and no plus."), number);
  if (!bytes || bytes->size() < 5) return malformed(msg("A signature is base64 of a key id and more."), number);
  return SignatureLine{.name = std::string(name),
                       .key_id = std::uint32_t(big_endian(std::string_view(*bytes).substr(0, 4))),
                       .bytes = bytes->substr(4)};
}

std::string cosigned_text(std::string_view text, std::uint64_t seconds) {
  return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
}

Signature signature_of(std::string_view bytes) {
  Signature signature;
  std::memcpy(signature.data(), bytes.data(), signature.size());
  return signature;
}

// Nothing: it does not verify.
std::optional<Signed> check(const Note& note, const SignatureLine& line, const Verifier& by) {
  if (by.kind == KeyKind::ed25519) {
    if (line.bytes.size() != signature_bytes) return std::nullopt;
    if (!verifies(by.key, note.text, signature_of(line.bytes))) return std::nullopt;
    return Signed{.by = by, .seconds = std::nullopt};
  }
  if (line.bytes.size() != 8 + signature_bytes) return std::nullopt;
  const std::uint64_t seconds = big_endian(std::string_view(line.bytes).substr(0, 8));
  if (seconds > std::uint64_t(INT64_MAX)) return std::nullopt;
  const Signature signature = signature_of(std::string_view(line.bytes).substr(8));
  if (!verifies(by.key, cosigned_text(note.text, seconds), signature)) return std::nullopt;
  return Signed{.by = by, .seconds = std::int64_t(seconds)};
}

std::string string_of(const Signature& signature) {
  return {reinterpret_cast<const char*>(signature.data()), signature.size()};
}

}  // namespace

Result<Note> parse_note(std::string_view bytes) {
  if (bytes.size() > note_bytes_max) {
    return problem(Code::out_of_range, "note", msg("A note has at most a million bytes."),
                   std::to_string(bytes.size()));
  }
  if (!is_plain(bytes)) return malformed(msg("A note is UTF-8 without control characters."));
  // The last empty line: the text itself may hold some.
  const std::size_t empty_line = bytes.rfind("\n\n");
  if (empty_line == std::string_view::npos) return malformed(msg("A note has an empty line before its signatures."));
  Note note{.text = std::string(bytes.substr(0, empty_line + 1)), .lines = {}};
  std::string_view rest = bytes.substr(empty_line + 2);
  std::int64_t number = 1 + std::count(bytes.begin(), bytes.begin() + std::ptrdiff_t(empty_line + 2), '\n');
  if (rest.empty() || rest.back() != '\n') return malformed(msg("A note ends with signature lines and a newline."));
  while (!rest.empty()) {
    if (note.lines.size() == note_lines_max) {
      return problem(Code::out_of_range, "note", msg("A note has at most a hundred signature lines."));
    }
    const std::size_t end = rest.find('\n');
    auto line = parse_line(rest.substr(0, end), number++);
    if (!line) return std::move(line).problems();
    note.lines.push_back(std::move(line).value());
    rest.remove_prefix(end + 1);
  }
  return note;
}

std::string print(const SignatureLine& line) {
  std::string bytes;
  append_big_endian(bytes, line.key_id, 4);
  return std::string(line_start) + line.name + " " + base64(bytes + line.bytes) + "\n";
}

std::string print(const Note& note) {
  std::string out = note.text + "\n";
  for (const SignatureLine& line : note.lines) out += print(line);
  return out;
}

SignatureLine sign(std::string_view text, const SigningKey& key) {
  if (key.verifier().kind != KeyKind::ed25519) throw std::logic_error("a witness's key cosigns");
  return {.name = key.verifier().name, .key_id = key.verifier().id, .bytes = string_of(key.sign(text))};
}

SignatureLine cosign(std::string_view checkpoint_text, const SigningKey& key, std::int64_t seconds) {
  if (key.verifier().kind != KeyKind::cosignature) throw std::logic_error("a record's own key does not cosign");
  std::string bytes;
  append_big_endian(bytes, static_cast<std::uint64_t>(seconds), 8);
  bytes += string_of(key.sign(cosigned_text(checkpoint_text, static_cast<std::uint64_t>(seconds))));
  return {.name = key.verifier().name, .key_id = key.verifier().id, .bytes = std::move(bytes)};
}

std::string signed_note(std::string_view text, std::span<const SigningKey> keys) {
  if (text.empty() || text.back() != '\n') throw std::logic_error("the text of a note ends with a newline");
  Note note{.text = std::string(text), .lines = {}};
  for (const SigningKey& key : keys) note.lines.push_back(sign(text, key));
  return print(note);
}

Result<OpenedNote> open_note(std::string_view bytes, std::span<const Verifier> known) {
  auto parsed = parse_note(bytes);
  if (!parsed) return std::move(parsed).problems();
  OpenedNote opened{.note = std::move(parsed).value(), .signatures = {}};
  for (const SignatureLine& line : opened.note.lines) {
    const auto by = std::find_if(known.begin(), known.end(), [&](const Verifier& verifier) {
      return verifier.name == line.name && verifier.id == line.key_id;
    });
    if (by == known.end()) continue;
    auto verified = check(opened.note, line, *by);
    if (!verified) {
      return problem(Code::does_not_match, "signature", msg("The signature of a known key does not fit this text."),
                     line.name);
    }
    const bool seen = std::any_of(opened.signatures.begin(), opened.signatures.end(),
                                  [&](const Signed& other) { return other.by == *by; });
    if (!seen) opened.signatures.push_back(std::move(*verified));
  }
  if (opened.signatures.empty()) {
    return problem(Code::not_found, "signature", msg("Nobody whose key is known has signed this."));
  }
  return opened;
}

}  // namespace alongside::record
