#include "formats/dates.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <vector>

#include "base/text.h"

namespace alongside::formats {
namespace {

std::optional<int> digits(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > most) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<When> whole_day(int year, int month, int day) {
  if (year < 1000 || year > 9999) return std::nullopt;
  const auto found = Day::of({.year = year, .month = month, .day = day});
  if (!found) return std::nullopt;
  return When(*found);
}

// "24/11/2026" and "2011/12/14", with any one of / . - between.
std::optional<When> in_numbers(std::string_view word) {
  for (const char between : {'/', '.', '-'}) {
    const auto parts = split(word, between);
    if (parts.size() != 3) continue;
    const auto first = digits(parts[0], 4);
    const auto second = digits(parts[1], 2);
    const auto third = digits(parts[2], 4);
    if (!first || !second || !third) continue;
    if (parts[0].size() == 4 && parts[2].size() <= 2) return whole_day(*first, *second, *third);
    if (parts[2].size() == 4 && parts[0].size() <= 2) return whole_day(*third, *second, *first);
  }
  return std::nullopt;
}

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                              "may",       "june",     "july",     "august",
                                                              "september", "october",  "november", "december"};
  const std::string lower = lower_ascii(word);
  if (lower.size() < 3) return 0;
  if (lower == "sept") return 9;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (lower == months[i] || lower == months[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};
  const std::string lower = lower_ascii(word);
  for (const std::string_view day : days) {
    if (lower.size() >= 3 && day.starts_with(lower)) return true;
  }
  return false;
}

std::optional<int> day_number(std::string_view word) {
  for (const std::string_view end : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.ends_with(end)) word.remove_suffix(2);
  }
  return digits(word, 2);
}

// How many of the words are a date, and which.
struct Found {
  When when;
  std::size_t words = 0;
};
std::optional<Found> date_at_start(const std::vector<std::string>& words) {
  std::size_t at = 0;
  if (!words.empty() && is_weekday(words[0])) at = 1;
  if (at >= words.size()) return std::nullopt;
  if (const auto numbers = in_numbers(words[at])) return Found{*numbers, at + 1};
  if (words.size() >= at + 3) {
    const auto day = day_number(words[at]);
    const int month = month_of(words[at + 1]);
    const auto year = digits(words[at + 2], 4);
    if (day && month != 0 && year && words[at + 2].size() == 4) {
      if (const auto when = whole_day(*year, month, *day)) return Found{*when, at + 3};
      return std::nullopt;
    }
  }
  if (words.size() >= at + 2) {
    const int month = month_of(words[at]);
    const auto year = digits(words[at + 1], 4);
    if (month != 0 && year && *year >= 1000) {
      if (const auto when = When::parse(fmt::format("{:04}-{:02}", *year, month))) return Found{*when, at + 2};
    }
  }
  const std::string& first = words[at];
  if (const auto when = When::parse(first)) return Found{*when, at + 1};
  if (first.size() > 10 && first[10] == 'T') {
    if (const auto when = When::parse(first.substr(0, 10))) return Found{*when, at + 1};
  }
  return std::nullopt;
}

std::vector<std::string> words_in(std::string_view text, std::size_t most) {
  std::vector<std::string> words;
  const std::string clean = squeezed(text);
  for (const std::string_view word : split(clean, ' ')) {
    if (words.size() == most) break;
    words.emplace_back(word);
    while (!words.back().empty() && words.back().back() == ',') words.back().pop_back();
  }
  return words;
}

}  // namespace

std::string squeezed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool no_break = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (no_break) ++i;
    if (no_break || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

std::optional<When> read_when(std::string_view words) {
  if (words.size() > 64) return std::nullopt;
  const auto list = words_in(words, 6);
  const auto found = date_at_start(list);
  if (!found || found->words != list.size()) return std::nullopt;
  return found->when;
}

std::optional<DateThenWords> read_leading_date(std::string_view words) {
  const auto found = date_at_start(words_in(words, 5));
  if (!found) return std::nullopt;
  std::string clean = squeezed(words);
  std::size_t at = 0;
  for (std::size_t i = 0; i < found->words && at != std::string::npos; ++i) at = clean.find(' ', i == 0 ? 0 : at + 1);
  return DateThenWords{found->when, at == std::string::npos ? "" : clean.substr(at + 1)};
}

}  // namespace alongside::formats
