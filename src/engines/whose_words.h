// Whose words are these? Of a text that came out of several, who used each of its words first.
//
// The texts stand in the order in which they were written, the one that is asked about last. Each of its words belongs to
// whoever wrote the earliest text that has that word, however it is put there: capitals and accents aside. It counts words,
// not ideas: "what gets in the way" and "what should we change" share their "what".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::engines {

struct WrittenBy {
  int by = 0;  // the caller's label
  std::string_view words;
};

// A run of words of one label, with the spaces and marks that follow it; the first one also has those before it. Joined they
// give back the text, and neighbours differ in their label. A text without a word is one part of its own label and no words.
struct WordsBy {
  int by = 0;
  std::string text;
  std::size_t words = 0;
  friend bool operator==(const WordsBy&, const WordsBy&) = default;
};

// Empty for no texts, and for an empty last one. Linear in all the words.
std::vector<WordsBy> whose_words(std::span<const WrittenBy> texts);

}  // namespace alongside::engines
