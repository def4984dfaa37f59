#include "kernel/seeing.h"

#include <algorithm>

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

std::vector<ChangeLine> Seeing::changed(Index thing) const {
  std::vector<ChangeLine> out;
  if (house == nullptr) return out;
  for (const Concern& concern : house->concerns()) {
    for (const ChangedRow row : concern.changed_rows()) {
      for (ChangeLine& line : row(*this, thing)) out.push_back(std::move(line));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const ChangeLine& a, const ChangeLine& b) { return a.on != b.on ? a.on < b.on : a.index < b.index; });
  return out;
}

html::Url Showing::to(std::string_view path) const { return html::Url::to("/" + place + std::string(path)); }

}  // namespace alongside::kernel
