#include "engines/stems.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace alongside::engines {
namespace {

// Too common to tell one ask from another. Sorted, for binary search.
constexpr auto common_words = std::to_array<std::string_view>(
    {"a",    "an",    "and",   "are",  "as",         "at",    "be",    "been",  "but",  "by",     "can",      "could",
     "do",   "does",  "for",   "from", "government", "had",   "has",   "have",  "he",   "her",    "his",      "how",
     "i",    "if",    "in",    "into", "is",         "it",    "its",   "just",  "more", "most",   "my",       "no",
     "not",  "of",    "on",    "only", "or",         "other", "our",   "out",   "over", "people", "petition", "should",
     "so",   "some",  "such",  "than", "that",       "the",   "their", "them",  "then", "there",  "these",    "they",
     "this", "those", "to",    "too",  "uk",         "under", "up",    "us",    "was",  "we",     "were",     "what",
     "when", "where", "which", "who",  "why",        "will",  "with",  "would", "you",  "your"});
static_assert(std::is_sorted(common_words.begin(), common_words.end()));

struct Ending {
  std::string_view from;
  std::string_view to;
};
// The first that fits is taken off, if at least three letters stay. Far fewer than Porter's (1980): on the petitions
// his found no more.
constexpr auto endings = std::to_array<Ending>({{"ational", "ate"},
                                                {"isation", "ise"},
                                                {"ization", "ise"},
                                                {"ies", "y"},
                                                {"ations", "at"},
                                                {"ation", "at"},
                                                {"ments", "ment"},
                                                {"ings", ""},
                                                {"ing", ""},
                                                {"edly", ""},
                                                {"ed", ""},
                                                {"ers", "er"},
                                                {"ly", ""},
                                                {"es", ""},
                                                {"s", ""}});

bool is_word_byte(unsigned char c) { return c >= 128 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// "don't" and "don’t" are one word each.
std::string without_apostrophes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') continue;
    if (text.substr(i, 3) == "\u2019") {
      i += 2;
      continue;
    }
    out += text[i];
  }
  return out;
}

}  // namespace

bool is_common(std::string_view word) { return std::binary_search(common_words.begin(), common_words.end(), word); }

std::string stem(std::string word) {
  if (word.size() <= 3) return word;
  for (const Ending& ending : endings) {
    if (!std::string_view(word).ends_with(ending.from) || word.size() < ending.from.size() + 3) continue;
    const char before = word[word.size() - ending.from.size() - 1];
    if (ending.from == "s" && (before == 's' || before == 'u')) break;  // "loss", "bus"
    word.resize(word.size() - ending.from.size());
    word += ending.to;
    break;
  }
  if (word.size() > 4 && word.back() == 'e') word.pop_back();
  const std::size_t size = word.size();
  const bool doubled = size > 4 && word[size - 1] == word[size - 2];
  if (doubled && word.back() != 'l' && word.back() != 's') word.pop_back();  // "stopp"
  return word;
}

std::vector<std::string> stems(std::string_view text) {
  const std::string plain = folded(without_apostrophes(text));
  std::vector<std::string> found;
  for (std::size_t i = 0; i < plain.size();) {
    std::size_t end = i;
    while (end < plain.size() && is_word_byte(static_cast<unsigned char>(plain[end]))) ++end;
    const std::string_view word(plain.data() + i, end - i);
    if (word.size() > 1 && !is_common(word)) {
      found.push_back(stem(std::string(word)));
    }
    i = end + 1;
  }
  return found;
}

}  // namespace alongside::engines
