#include "record/proof.h"

#include "base/text.h"

namespace alongside::record {
namespace {

constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1";
constexpr std::size_t path_max = 63;

Problems malformed(const char* field, Message expected) { return problem(Code::malformed, field, std::move(expected)); }

// The next line without its newline; nothing when there is none that ends.
std::optional<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string print(const Proof& proof) {
  std::string out = std::string(first_line) + "\n";
  if (proof.extra) out += "extra " + base64(*proof.extra) + "\n";
  out += "index " + std::to_string(proof.index) + "\n";
  for (const Digest& hash : proof.path) out += base64(view(hash)) + "\n";
  return out + "\n" + proof.checkpoint;
}

Result<Proof> parse_proof(std::string_view bytes) {
  if (bytes.size() > 2 * note_bytes_max) {
    return problem(Code::out_of_range, "proof", msg("A receipt has at most two million bytes."));
  }
  Proof proof;
  std::string_view rest = bytes;
  auto line = take_line(rest);
  if (line != first_line) return malformed("proof", msg("A receipt begins with c2sp.org/tlog-proof@v1."));
  line = take_line(rest);
  if (line && line->starts_with("extra ")) {
    auto extra = from_base64(line->substr(6));
    if (!extra) return malformed("extra", msg("The extra data is not in base64."));
    proof.extra = std::move(extra).value();
    line = take_line(rest);
  }
  if (!line || !line->starts_with("index ")) return malformed("index", msg("A receipt gives the index of its entry."));
  const auto index = whole_number(line->substr(6));
  if (!index || *index < 0 || (*line)[6] == '-') {
    return malformed("index", msg("The index is a whole number without a leading zero."));
  }
  proof.index = *index;
  while (true) {
    line = take_line(rest);
    if (!line) return malformed("proof", msg("A receipt has an empty line before its checkpoint."));
    if (line->empty()) break;
    if (proof.path.size() == path_max) return malformed("proof", msg("A receipt has at most 63 hashes."));
    auto hash = hash_of_base64(*line, "hash " + std::to_string(proof.path.size()));
    if (!hash) return std::move(hash).problems();
    proof.path.push_back(*hash);
  }
  if (const auto checkpoint = read_checkpoint_unchecked(rest); !checkpoint) return checkpoint.problems();
  proof.checkpoint = std::string(rest);
  return proof;
}

Result<OpenedCheckpoint> verify_proof(const Proof& proof, const Digest& leaf, std::span<const Verifier> known) {
  auto opened = open_checkpoint(proof.checkpoint, known);
  if (!opened) return opened;
  const Checkpoint& checkpoint = opened->checkpoint;
  auto status = verify_inclusion(leaf, proof.index, checkpoint.size, proof.path, checkpoint.root);
  if (!status) return std::move(status).problems();
  return opened;
}

}  // namespace alongside::record
