#include "record/commitment.h"

#include "base/text.h"
#include "record/tree.h"

namespace alongside::record {
namespace {

void gather(const Json& at, const std::string& path, std::vector<Committed>& out) {
  if (at.is_object()) {
    const Json* c = at.find("c");
    if (c != nullptr && at.members().size() == 1 && c->is_string() && c->string().size() == 43) {
      if (const auto commitment = parse_commitment(c->string()); commitment.ok()) {
        out.push_back({path, *commitment});
        return;
      }
    }
    for (const Json::Member& member : at.members()) gather(member.second, path.empty() ? member.first : path + "/" + member.first, out);
  } else if (at.is_array()) {
    for (std::size_t i = 0; i < at.items().size(); ++i) gather(at.items()[i], path + "/" + std::to_string(i), out);
  }
}

}  // namespace

Digest commit(const Salt& salt, std::string_view field_path, std::string_view words) {
  std::string bytes = "alongside/commit/v1\n";
  bytes.reserve(bytes.size() + field_path.size() + 1 + words.size());
  bytes += field_path;
  bytes += '\0';
  bytes += words;
  return hmac_sha256(view(salt), bytes);
}

std::string commitment_text(const Digest& commitment) { return base64url(view(commitment)); }
Json commitment_json(const Digest& commitment) { return Json::object({{"c", commitment_text(commitment)}}); }
Result<Digest> parse_commitment(std::string_view text) { return hash_of_base64url(text, "c"); }

std::vector<Committed> commitments(const Json& body) {
  std::vector<Committed> out;
  gather(body, "", out);
  return out;
}

}  // namespace alongside::record
