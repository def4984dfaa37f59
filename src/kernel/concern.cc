#include "kernel/concern.h"

#include "base/text.h"

namespace alongside::kernel {
namespace {

std::optional<std::int64_t> number(std::string_view text) {
  const auto value = whole_number(text);
  return value.ok() && *value >= 0 ? std::optional(*value) : std::nullopt;
}

}  // namespace

Index Situation::fresh_number() const {
  std::int64_t out = 0;
  for (const char byte : secret.substr(0, 6)) out = out * 256 + static_cast<unsigned char>(byte);
  return {out};
}

std::string address_of(std::string_view pattern, const Json& fields) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}', open == pattern.npos ? 0 : open);
    if (open == pattern.npos || close == pattern.npos) break;
    out += pattern.substr(0, open);
    const Json* value = fields.find(pattern.substr(open + 1, close - open - 1));
    if (value != nullptr && value->is_number()) {
      out += std::to_string(value->number());
    } else if (value != nullptr && value->is_string()) {
      out += html::Url::segment(value->string());
    }
    pattern.remove_prefix(close + 1);
  }
  return out + std::string(pattern);
}

Index MayAsk::index(const std::string& field) const {
  // As the command itself will read it: who may must never be asked of another thing than what is done.
  if (const Json* found = request.find(field)) {
    if (const auto value = whole_number_in(*found, From::request); value && *value >= 0) return {*value};
  }
  const auto at = path.find(field);
  if (at != path.end()) {
    if (const auto value = number(at->second)) return {*value};
  }
  return {};
}

namespace may {
bool anyone(const MayAsk&) { return true; }
bool at_the_house(const MayAsk& ask) { return ask.actor.at_the_house; }
bool keeper(const MayAsk& ask) { return ask.actor.is_keeper(); }
bool moderators(const MayAsk& ask) { return ask.actor.moderates(); }
bool signed_in(const MayAsk& ask) {
  const Standing s = ask.actor.standing;
  return s == Standing::member || s == Standing::officer || s == Standing::moderator || s == Standing::keeper;
}
bool officers(const MayAsk& ask) { return ask.actor.standing == Standing::officer || ask.actor.is_keeper(); }
bool an_officer(const MayAsk& ask) { return ask.actor.standing == Standing::officer; }
bool a_moderator(const MayAsk& ask) { return ask.actor.standing == Standing::moderator; }
bool a_member(const MayAsk& ask) { return ask.actor.standing == Standing::member; }
bool nobody(const MayAsk&) { return false; }
}  // namespace may

}  // namespace alongside::kernel
