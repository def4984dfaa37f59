#include "kernel/concern.h"

#include "base/text.h"
#include "kernel/house.h"

namespace alongside::kernel {
namespace {

std::optional<std::int64_t> number(std::string_view text) {
  const auto value = whole_number(text);
  return value.ok() && *value >= 0 ? std::optional(*value) : std::nullopt;
}

}  // namespace

Index Seeing::index(const std::string& name) const {
  const auto at = path.find(name);
  if (at == path.end()) return {};
  const auto value = number(at->second);
  return value ? Index{*value} : Index{};
}

std::string Seeing::asked(const std::string& name) const {
  const auto at = query.find(name);
  return at == query.end() ? std::string() : at->second;
}

int Seeing::page() const {
  const auto value = number(asked("page"));
  return value && *value >= 1 && *value <= 1'000'000 ? static_cast<int>(*value) : 1;
}

std::vector<AboutLine> Seeing::about(Index thing) const {
  std::vector<AboutLine> out;
  if (house == nullptr) return out;
  for (const Concern& concern : house->concerns()) {
    for (const AboutRow row : concern.about_rows()) {
      for (AboutLine& line : row(*this, thing)) out.push_back(std::move(line));
    }
  }
  return out;
}

html::Url Showing::to(std::string_view path) const { return html::Url::to("/" + place + std::string(path)); }

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
}  // namespace may

}  // namespace alongside::kernel
