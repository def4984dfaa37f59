#include "record/commitment.h"

#include <optional>

#include "base/text.h"
#include "record/tree.h"

namespace alongside::record {
namespace {

std::optional<Digest> as_commitment(const Json& value) {
  if (!value.is_object() || value.members().size() != 1) return std::nullopt;
  const auto& [key, text] = value.members().front();
  if (key != "c" || !text.is_string() || text.string().size() != 43) return std::nullopt;
  const auto commitment = parse_commitment(text.string());
  return commitment ? std::optional(*commitment) : std::nullopt;
}

void walk(const Json& value, std::string& path, std::vector<Committed>& found) {
  if (const auto commitment = as_commitment(value)) {
    found.push_back({.field = path, .commitment = *commitment});
    return;
  }
  const std::size_t length = path.size();
  const auto into = [&](std::string_view step, const Json& inner) {
    if (inner.is_array() || inner.is_object()) {
      if (length > 0) path += '/';
      path += step;
      walk(inner, path, found);
      path.resize(length);
    }
  };
  if (value.is_object()) {
    for (const auto& [key, inner] : value.members()) into(key, inner);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.items().size(); ++i) into(std::to_string(i), value.items()[i]);
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
  std::vector<Committed> found;
  std::string path;
  walk(body, path, found);
  return found;
}

}  // namespace alongside::record
