#include "record/proof.h"

#include "base/text.h"

namespace alongside::record {
namespace {
constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1\n";
constexpr std::size_t path_max = 63;

Problems bad_proof(std::int64_t line, Message expected) {
  return Problems(std::vector{Problem{.code = Code::malformed, .line = line, .field = "proof", .expected = std::move(expected)}});
}

// The next line without its newline; nothing when there is none.
std::optional<std::string_view> next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == rest.npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string print(const Proof& proof) {
  std::string out(first_line);
  if (proof.extra) out += "extra " + base64(*proof.extra) + "\n";
  out += "index " + std::to_string(proof.index) + "\n";
  for (const Digest& hash : proof.path) out += base64(view(hash)) + "\n";
  return out + "\n" + proof.checkpoint;
}

Result<Proof> parse_proof(std::string_view bytes) {
  if (bytes.size() > note_bytes_max) return bad_proof(0, msg("Give a receipt of at most one million bytes."));
  if (!bytes.starts_with(first_line)) return bad_proof(1, msg("The first line is c2sp.org/tlog-proof@v1."));
  std::string_view rest = bytes.substr(first_line.size());
  Proof proof;
  std::int64_t number = 2;
  auto line = next_line(rest);
  if (line && line->starts_with("extra ")) {
    auto extra = from_base64(line->substr(6));
    if (!extra) return bad_proof(number, msg("After “extra” stands base64."));
    proof.extra = std::move(extra).value();
    line = next_line(rest);
    ++number;
  }
  const auto index = line && line->starts_with("index ") ? whole_number(line->substr(6)) : whole_number("x");
  if (!index || *index < 0) return bad_proof(number, msg("A line “index” with a number."));
  proof.index = *index;
  for (;;) {
    line = next_line(rest);
    ++number;
    if (!line) return bad_proof(number, msg("An empty line before the checkpoint."));
    if (line->empty()) break;
    const auto hash = hash_of_base64(*line, "path");
    if (!hash || proof.path.size() == path_max) return bad_proof(number, msg("A hash of 32 bytes in base64, at most 63 of them."));
    proof.path.push_back(*hash);
  }
  proof.checkpoint = std::string(rest);
  const auto checkpoint = read_checkpoint_unchecked(proof.checkpoint);
  if (!checkpoint) return checkpoint.problems();
  return proof;
}

Result<OpenedCheckpoint> verify_proof(const Proof& proof, const Digest& leaf, std::span<const Verifier> known) {
  auto opened = open_checkpoint(proof.checkpoint, known);
  if (!opened) return opened;
  const Status included = verify_inclusion(leaf, proof.index, opened->checkpoint.size, proof.path, opened->checkpoint.root);
  if (!included) return included.problems();
  return opened;
}

}  // namespace alongside::record
