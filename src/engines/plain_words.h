// A text as nothing but its words: what stays the same when somebody sends it again in capitals, on other lines, with
// other marks or under another name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::engines {

// Used again for text after text, so that 100,000 of them cost no memory of their own.
class PlainWords {
 public:
  // Folded (case, accents, forms of letters), apostrophes dropped, everything that is no letter or number between words.
  // A greeting at the start ("Dear Sir or Madam,") and a signature at the end ("Yours faithfully, Jo Smith") are left out,
  // unless nothing else is there. Scripts written without spaces: each character is a word. Never fails: bytes that are
  // not UTF-8 end a word. Of a text at most 100,000 bytes are read.
  void read(std::string_view text);

  std::size_t size() const { return last_ - first_; }
  std::string_view operator[](std::size_t i) const {
    const Word& word = words_[first_ + i];
    return std::string_view(letters_).substr(word.start, word.size);
  }

 private:
  struct Word {
    std::uint32_t start;
    std::uint32_t size;
    bool ends_a_line;  // a comma, a full stop or a new line follows
  };
  void read_piece(std::string_view piece);
  void end_word(std::size_t start);
  bool starts_with(std::size_t at, std::string_view words) const;
  std::size_t after_greeting() const;
  std::size_t before_signature(std::size_t from) const;

  std::string letters_;
  std::vector<Word> words_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace alongside::engines
