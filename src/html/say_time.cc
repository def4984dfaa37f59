// Days, months and lists in words. The names of months are texts like others, so a language needs no more than its .po.
#include <array>

#include "html/say.h"

namespace alongside::html {
namespace {

constexpr std::string_view N_(std::string_view id) { return id; }  // marks a text for xgettext

constexpr std::array<std::string_view, 12> months = {N_("January"),   N_("February"), N_("March"),    N_("April"),
                                                     N_("May"),       N_("June"),     N_("July"),     N_("August"),
                                                     N_("September"), N_("October"),  N_("November"), N_("December")};
constexpr std::array<std::string_view, 7> weekdays = {N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                                                      N_("Friday"), N_("Saturday"), N_("Sunday")};

}  // namespace

std::string Say::weekday(Weekday day) const { return std::string(text_of(weekdays[static_cast<std::size_t>(day)])); }

std::string Say::day(Day day) const {
  const Date date = day.date();
  const std::string number = std::to_string(date.day);
  const std::string year = std::to_string(date.year);  // never grouped
  return plain("{day} {month} {year}",
               {{"day", number}, {"month", text_of(months[static_cast<std::size_t>(date.month - 1)])}, {"year", year}});
}

std::string Say::day(const std::optional<Day>& day) const { return day ? this->day(*day) : std::string(); }

std::string Say::short_day(Day day) const {
  const Date date = day.date();
  const std::string number = std::to_string(date.day);
  return plain("{day} {month}",
               {{"day", number}, {"month", text_of(months[static_cast<std::size_t>(date.month - 1)])}});
}

std::string Say::day_with_weekday(Day day) const {
  const std::string rest = this->day(day);
  return plain("{weekday} {date}", {{"weekday", weekday(day.weekday())}, {"date", rest}});
}

std::string Say::when(const When& when) const {
  if (const std::optional<Day> exact = when.day()) return day(*exact);
  const std::string year = std::to_string(when.year());
  if (!when.is_month()) return year;
  return plain("{month} {year}",
               {{"month", text_of(months[static_cast<std::size_t>(when.month() - 1)])}, {"year", year}});
}

std::string Say::time_of_day(int minutes) const {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

Html Say::time(const When& when) const {
  return el("time", {attr("datetime", when.iso())}, std::string_view(this->when(when)));
}
Html Say::time(Day day) const { return time(When(day)); }

Html Say::list(const std::vector<Html>& items) const {
  if (items.empty()) return {};
  Html out = items.front();
  for (std::size_t i = 1; i + 1 < items.size(); ++i)
    out = (*this)("{list}, {item}", {{"list", out}, {"item", items[i]}});
  if (items.size() > 1) out = (*this)("{list} and {last}", {{"list", out}, {"last", items.back()}});
  return out;
}

std::string Say::list(const std::vector<std::string>& items) const {
  if (items.empty()) return {};
  std::string out = items.front();
  for (std::size_t i = 1; i + 1 < items.size(); ++i) out = plain("{list}, {item}", {{"list", out}, {"item", items[i]}});
  if (items.size() > 1) out = plain("{list} and {last}", {{"list", out}, {"last", items.back()}});
  return out;
}

}  // namespace alongside::html
