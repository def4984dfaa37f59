#include "commons/option/drift.h"

#include <algorithm>

#include "base/text.h"

namespace alongside::option {
namespace {

// One space for any white space: what people read is the same.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (is_space && (out.empty() || out.back() == ' ')) continue;
    out += is_space ? ' ' : c;
  }
  return std::string(trimmed(out));
}

std::string both(const InWords& one) {
  if (one.title.empty() || one.what.empty()) return one.title + one.what;
  return one.title + "\n\n" + one.what;
}

// The ways in which a choice can be said: by its title, by what it is, by both.
std::vector<std::string> sayings(const InWords& one) {
  std::vector<std::string> out;
  for (std::string said : {one.title, one.what, both(one)}) {
    if (!said.empty()) out.push_back(std::move(said));
  }
  return out;
}

struct Nearest {
  Index option;
  std::string words;
  int alike = -1;
};

Nearest nearest_of(const std::string& chosen, const std::vector<InWords>& put) {
  Nearest out;
  for (const InWords& one : put) {
    for (const std::string& said : sayings(one)) {
      const int alike = plain(said) == plain(chosen) ? 1001 : engines::alike_per_mille(said, chosen);
      if (alike > out.alike) out = {one.option, said, alike};
    }
  }
  return out;
}

}  // namespace

Drift drift_of(const InWords& chosen, const std::string& words, const std::vector<InWords>& put) {
  if (put.empty()) return {.asked = Asked::nothing_put};
  const auto same = std::find_if(put.begin(), put.end(), [&](const InWords& one) { return one.option == chosen.option; });
  const bool was_put = chosen.option.is_set() && same != put.end();
  if (was_put && words.empty()) return {.asked = Asked::as_put, .nearest = chosen.option, .alike_per_mille = 1000};
  const std::string said = words.empty() ? both(chosen) : words;
  if (said.empty()) return {};
  const Nearest nearest = nearest_of(said, was_put ? std::vector<InWords>{*same} : put);
  if (nearest.alike < 0) return {};  // all that was put is erased
  const bool is_same = nearest.alike > 1000;
  Drift out{.nearest = nearest.option, .alike_per_mille = std::min(nearest.alike, 1000)};
  out.asked = was_put ? Asked::other_words : Asked::never_put;
  // Words that were put under another number are still words that people were asked about.
  if (is_same && (was_put || !chosen.option.is_set())) out.asked = Asked::as_put;
  if (!is_same) out.runs = engines::differences(nearest.words, said);
  return out;
}

}  // namespace alongside::option
