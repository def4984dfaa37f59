// One language, and how it says numbers, days and sums. English is the texts themselves; other languages come from
// locale/<language>.po. xgettext reads say("…"), say.plain("…"), say.count("…", "…") and msg("…") (scripts/words).
//
//   say("Who decided: {title}", {{"title", view.title}})
//   say.count("{n} day late", "{n} days late", days)
//
// What stands in braces is replaced by name, so that a translator can move it. Text is escaped, Html goes in as it is.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/day.h"
#include "base/message.h"
#include "base/money.h"
#include "html/html.h"

namespace alongside::html {

class Catalogue;  // the texts of one language

// A value with its name in braces. It borrows text and Html: use it inside the call only.
struct Arg {
  Arg(std::string_view called, std::string_view words) : name(called), value(words) {}
  Arg(std::string_view called, const std::string& words) : name(called), value(std::string_view(words)) {}
  Arg(std::string_view called, const char* words) : name(called), value(std::string_view(words)) {}
  Arg(std::string_view called, const Html& html) : name(called), value(&html) {}
  Arg(std::string_view called, Day day) : name(called), value(When(day)) {}
  Arg(std::string_view called, const When& when) : name(called), value(when) {}
  Arg(std::string_view called, const Money& money) : name(called), value(&money) {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Arg(std::string_view called, Number number)
      : name(called), value(static_cast<std::int64_t>(number)) {}

  std::string_view name;
  std::variant<std::string_view, std::int64_t, const Html*, When, const Money*> value;
};
using Args = std::initializer_list<Arg>;

class Say {
 public:
  static const Say& english();
  // "en-XA" is the pseudo-language of tests: every letter has an accent, every text is longer and stands in ⟦ ⟧.
  // English for a language that is not here.
  static Say in(std::string_view language);
  static std::vector<std::string> languages();  // those that are here, "en" first

  Html operator()(Literal id, Args args = {}) const;
  Html operator()(const Message& message) const;
  // {n} is the number; the language picks the form. Others may be given too.
  Html count(Literal one, Literal many, std::int64_t n, Args args = {}) const;

  // The same, not as HTML: for attributes, titles, CSV and feeds. What takes it escapes it. Html arguments lose their
  // tags.
  std::string plain(Literal id, Args args = {}) const;
  std::string plain(const Message& message) const;
  std::string count_plain(Literal one, Literal many, std::int64_t n, Args args = {}) const;

  std::string number(std::int64_t value) const;          // "1,284"
  std::string day(Day day) const;                        // "28 September 2024"
  std::string day(const std::optional<Day>& day) const;  // empty when there is none
  std::string short_day(Day day) const;                  // "28 September", where the year stands beside it
  std::string weekday(Weekday day) const;                // "Friday"
  std::string day_with_weekday(Day day) const;           // "Friday 27 November 2026"
  std::string when(const When& when) const;              // "2026", "March 2026", "28 September 2024"
  std::string time_of_day(int minutes) const;            // "10:05", from minutes after midnight
  std::string money(const Money& money) const;           // "£340,000"
  Html list(const std::vector<Html>& items) const;       // "a, b and c"
  std::string list(const std::vector<std::string>& items) const;

  // <time datetime="2024-09-28">28 September 2024</time>
  Html time(Day day) const;
  Html time(const When& when) const;

  const std::string& language() const { return language_; }  // of <html lang>: "en-GB", "en-XA"

 private:
  explicit Say(std::string language, std::shared_ptr<const Catalogue> texts)
      : language_(std::move(language)), texts_(std::move(texts)) {}
  std::string_view text_of(std::string_view id) const;
  std::string_view text_of(std::string_view one, std::string_view many, std::int64_t n) const;
  Html filled(std::string_view pattern, const Arg* first, const Arg* last) const;
  std::string filled_plain(std::string_view pattern, const Arg* first, const Arg* last) const;
  void append(std::string& out, const Arg& arg) const;

  std::string language_;
  std::shared_ptr<const Catalogue> texts_;  // null: English
};

}  // namespace alongside::html
