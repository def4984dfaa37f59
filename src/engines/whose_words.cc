#include "engines/whose_words.h"

#include <unordered_map>

#include "base/text.h"

namespace alongside::engines {
namespace {

bool is_of_a_word(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 128 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'';
}

// Each run of letters, or of what stands between.
template <class Each>
void each_run(std::string_view text, const Each& each) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && is_of_a_word(text[end]) == is_of_a_word(text[i])) ++end;
    each(text.substr(i, end - i), is_of_a_word(text[i]));
    i = end;
  }
}

}  // namespace

std::vector<WordsBy> whose_words(std::span<const WrittenBy> texts) {
  std::vector<WordsBy> out;
  if (texts.empty()) return out;
  std::unordered_map<std::string, int> first;
  for (const WrittenBy& one : texts) {
    each_run(one.words, [&](std::string_view run, bool is_word) {
      if (is_word) first.try_emplace(folded(run), one.by);
    });
  }
  std::string before;  // marks at the very start
  each_run(texts.back().words, [&](std::string_view run, bool is_word) {
    if (!is_word) {
      (out.empty() ? before : out.back().text) += run;
      return;
    }
    const int by = first.at(folded(run));
    if (out.empty() || out.back().by != by) out.push_back({.by = by});
    out.back().text += before;
    out.back().text += run;
    ++out.back().words;
    before.clear();
  });
  if (!before.empty()) out.push_back({.by = texts.back().by, .text = before});
  return out;
}

}  // namespace alongside::engines
