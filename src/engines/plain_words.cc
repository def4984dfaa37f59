#include "engines/plain_words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace alongside::engines {
namespace {

constexpr std::size_t bytes_max = 100'000;
constexpr std::size_t greeting_words_max = 6;   // "Dear Councillor Smith and the committee,"
constexpr std::size_t signature_words_max = 8;  // "Yours faithfully, Jo Smith, 12 Quay Street"

constexpr auto greetings = std::to_array<std::string_view>(
    {"dear", "hello", "hi", "good morning", "good afternoon", "good evening", "to whom it may concern"});
constexpr auto signatures = std::to_array<std::string_view>({"yours sincerely", "yours faithfully", "yours truly", "kind regards",
                                                             "best regards", "warm regards", "with regards", "regards",
                                                             "best wishes", "many thanks", "thank you", "thanks"});

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}
bool is_apostrophe(utf8proc_int32_t point) { return point == '\'' || point == 0x2018 || point == 0x2019 || point == 0x02BC; }
bool ends_line(utf8proc_int32_t point) {
  return point == ',' || point == '.' || point == '!' || point == '?' || point == ';' || point == ':' || point == 0x3002;
}

// Thai to Burmese, Khmer, kana and Han: no spaces between words.
bool is_unspaced(utf8proc_int32_t point) {
  return (point >= 0x0E00 && point < 0x0F00) || (point >= 0x1000 && point < 0x10A0) || (point >= 0x1780 && point < 0x1800) ||
         (point >= 0x3040 && point < 0x3100) || (point >= 0x3400 && point < 0xA000) || (point >= 0xF900 && point < 0xFB00) ||
         (point >= 0x20000 && point < 0x40000);
}

bool is_of_a_word(utf8proc_int32_t point) {
  if (point < 128) return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z');
  const utf8proc_category_t category = utf8proc_category(point);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO);  // letters, marks and numbers
}

}  // namespace

void PlainWords::end_word(std::size_t start) {
  if (letters_.size() > start) {
    words_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(letters_.size() - start), false});
  }
}

// Folding needs no more than what stands between two spaces.
void PlainWords::read_piece(std::string_view piece) {
  const std::string plain = is_ascii(piece) ? lower_ascii(piece) : folded(piece);
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(plain.data());
  auto left = static_cast<utf8proc_ssize_t>(plain.size());
  std::size_t start = letters_.size();
  while (left > 0) {
    utf8proc_int32_t point = *at;
    utf8proc_ssize_t used = 1;
    if (point >= 128) {
      used = utf8proc_iterate(at, left, &point);
      if (used <= 0) {
        point = -1;
        used = 1;
      }
    }
    if (point >= 0 && is_of_a_word(point)) {
      const bool alone = is_unspaced(point);
      if (alone) {
        end_word(start);
        start = letters_.size();
      }
      letters_.append(reinterpret_cast<const char*>(at), static_cast<std::size_t>(used));
      if (alone) {
        end_word(start);
        start = letters_.size();
      }
    } else if (!is_apostrophe(point)) {
      end_word(start);
      start = letters_.size();
      if (ends_line(point) && !words_.empty()) words_.back().ends_a_line = true;
    }
    at += used;
    left -= used;
  }
  end_word(start);
}

bool PlainWords::starts_with(std::size_t at, std::string_view words) const {
  for (const std::string_view wanted : split(words, ' ')) {
    if (at >= words_.size()) return false;
    if (std::string_view(letters_).substr(words_[at].start, words_[at].size) != wanted) return false;
    ++at;
  }
  return true;
}

std::size_t PlainWords::after_greeting() const {
  for (const std::string_view greeting : greetings) {
    if (!starts_with(0, greeting)) continue;
    for (std::size_t i = 0; i < std::min(greeting_words_max, words_.size()); ++i) {
      if (words_[i].ends_a_line) return i + 1;
    }
  }
  return 0;
}

// Where the last line that begins with a farewell starts, if little follows.
std::size_t PlainWords::before_signature(std::size_t from) const {
  const std::size_t size = words_.size();
  for (std::size_t at = size > signature_words_max ? size - signature_words_max : 0; at < size; ++at) {
    if (at <= from || !words_[at - 1].ends_a_line) continue;
    for (const std::string_view signature : signatures) {
      if (starts_with(at, signature)) return at;
    }
  }
  return size;
}

void PlainWords::read(std::string_view text) {
  letters_.clear();
  words_.clear();
  text = text.substr(0, bytes_max);
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > i) read_piece(text.substr(i, end - i));
    if (end < text.size() && text[end] == '\n' && !words_.empty()) words_.back().ends_a_line = true;
    i = end + 1;
  }
  first_ = after_greeting();
  if (first_ == words_.size()) first_ = 0;
  last_ = before_signature(first_);
}

}  // namespace alongside::engines
