// What was typed, as the API's JSON.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "html/form.h"
#include "html/form_tree.h"

namespace alongside::html {
namespace {

// One sentence a month, so that a translator can decline its name.
Message too_many_days(int month, std::string days, std::string day) {
  const std::vector<Argument> args = {{"days", std::move(days)}, {"day", std::move(day)}};
  switch (month) {
    case 1:
      return msg("January has {days} days. You wrote {day}.", args);
    case 2:
      return msg("That year February has {days} days. You wrote {day}.", args);
    case 3:
      return msg("March has {days} days. You wrote {day}.", args);
    case 4:
      return msg("April has {days} days. You wrote {day}.", args);
    case 5:
      return msg("May has {days} days. You wrote {day}.", args);
    case 6:
      return msg("June has {days} days. You wrote {day}.", args);
    case 7:
      return msg("July has {days} days. You wrote {day}.", args);
    case 8:
      return msg("August has {days} days. You wrote {day}.", args);
    case 9:
      return msg("September has {days} days. You wrote {day}.", args);
    case 10:
      return msg("October has {days} days. You wrote {day}.", args);
    case 11:
      return msg("November has {days} days. You wrote {day}.", args);
    default:
      return msg("December has {days} days. You wrote {day}.", args);
  }
}

int last_day_of(int year, int month) {
  for (int day = 31; day > 28; --day) {
    if (Day::of({year, month, day})) return day;
  }
  return 28;
}

// "3", "03", "mar" or "March"; 0 if it is none.
int month_number(std::string_view typed) {
  constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  const std::string lower = lower_ascii(typed);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (lower.size() >= 3 && names[i].starts_with(lower)) return static_cast<int>(i) + 1;
  }
  return 0;
}

// Digits only, at most four, leading zeros allowed.
std::optional<int> small_number(std::string_view typed) {
  if (typed.empty() || typed.size() > 4) return std::nullopt;
  int n = 0;
  for (const char c : typed) {
    if (c < '0' || c > '9') return std::nullopt;
    n = 10 * n + (c - '0');
  }
  return n;
}

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

// The three boxes as "2026-11-24", "2026-11", "2026" or "". `whole`: a day is asked for and nothing less will do.
Result<std::string> day_of_boxes(const std::string& field, std::string_view day, std::string_view month,
                                 std::string_view year, bool whole) {
  day = trimmed(day);
  month = trimmed(month);
  year = trimmed(year);
  if (day.empty() && month.empty() && year.empty()) return std::string();
  const std::string found = std::string(day) + " " + std::string(month) + " " + std::string(year);
  const auto wrong = [&](Code code, Message words) { return problem(code, field, std::move(words), found); };
  if (year.empty()) return wrong(Code::missing, msg("Write the year too, with four digits."));
  const std::optional<int> y = small_number(year);
  if (!y) return wrong(Code::malformed, msg("Write the day, month and year in figures, such as 27 3 2026."));
  if (year.size() != 4 || *y < 1000) {
    return wrong(Code::malformed,
                 msg("Write the year with four digits. You wrote {year}.", {{"year", std::string(year)}}));
  }
  if (month.empty() && (whole || !day.empty())) return wrong(Code::missing, msg("Write the month too."));
  if (month.empty()) return std::string(year);
  const int named = month_number(month);
  const std::optional<int> m = named != 0 ? named : small_number(month);
  if (!m) return wrong(Code::malformed, msg("Write the month as a number, such as 3."));
  if (*m < 1 || *m > 12) {
    return wrong(Code::out_of_range, msg("A year has 12 months. You wrote {month}.", {{"month", std::string(month)}}));
  }
  if (day.empty() && whole) return wrong(Code::missing, msg("Write the day too."));
  if (day.empty()) return std::string(year) + "-" + two(*m);
  const std::optional<int> d = small_number(day);
  if (!d) return wrong(Code::malformed, msg("Write the day as a number, such as 27."));
  if (*d < 1) return wrong(Code::out_of_range, msg("Days begin at 1. You wrote {day}.", {{"day", std::string(day)}}));
  if (!Day::of({*y, *m, *d})) {
    return wrong(Code::out_of_range, too_many_days(*m, std::to_string(last_day_of(*y, *m)), std::string(day)));
  }
  return std::string(year) + "-" + two(*m) + "-" + two(*d);
}

std::string without_commas(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c != ',' && c != ' ') out += c;
  }
  return out;
}

// Leading zeros are how people write; whole_number() refuses them.
Result<std::int64_t> number_typed(std::string_view typed) {
  std::string digits = without_commas(typed);
  while (digits.size() > 1 && digits[0] == '0') digits.erase(0, 1);
  return whole_number(digits);
}

std::optional<std::int64_t> pence_typed(std::string_view typed) {
  if (typed.starts_with("£")) typed.remove_prefix(std::string_view("£").size());
  std::string amount = without_commas(typed);
  const std::size_t point = amount.find('.');
  std::string pence = point == std::string::npos ? "00" : amount.substr(point + 1);
  if (point != std::string::npos) amount.resize(point);
  if (pence.size() != 2 || amount.empty() || amount.size() > 15 || amount[0] == '-') return std::nullopt;
  const Result<std::int64_t> pounds = number_typed(amount);
  const std::optional<int> rest = small_number(pence);
  if (!pounds || !rest) return std::nullopt;
  return *pounds * 100 + *rest;
}

class Reading {
 public:
  explicit Reading(const Form* form) : form_(form) {}
  Problems problems;

  Json object(const FormNode& node, const std::string& path) {
    Json out = Json::object();
    for (const FormNode& child : node.children) {
      if (path.empty() && is_our_own(child.key)) continue;
      std::string_view key = child.key;
      const std::size_t dot = key.rfind('.');
      if (dot != key.npos && is_box(key.substr(dot + 1))) {
        key = key.substr(0, dot);
        if (out.find(key) == nullptr) add_day(out, node, std::string(key), below(path, key));
        continue;
      }
      add(out, child, below(path, key));
    }
    return out;
  }

 private:
  static bool is_box(std::string_view key) { return key == "day" || key == "month" || key == "year"; }
  static std::string below(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + "/" + std::string(key);
  }
  const Field* field(const std::string& path) const {
    return form_ == nullptr ? nullptr : field_at(form_->fields, path);
  }

  void add_day(Json& out, const FormNode& node, const std::string& key, const std::string& path) {
    const auto box = [&](std::string_view which) -> std::string_view {
      for (const FormNode& child : node.children) {
        if (child.key == key + "." + std::string(which) && !child.values.empty()) return child.values.front();
      }
      return {};
    };
    if (!days_read_.empty() && std::find(days_read_.begin(), days_read_.end(), path) != days_read_.end()) return;
    days_read_.push_back(path);
    const Field* known = field(path);
    Result<std::string> day =
        day_of_boxes(path, box("day"), box("month"), box("year"), known != nullptr && known->kind == Kind::day);
    if (!day) {
      problems.add_all(std::move(day).problems());
    } else if (!day.value().empty()) {
      out.set(key, Json(day.value()));
    }
  }

  void add(Json& out, const FormNode& child, const std::string& path) {
    if (!child.holds_something()) return;
    if (child.is_list()) {
      Json items = Json::array();
      for (const FormNode& item : child.children) {
        if (item.children.empty()) {
          items.push(value(item, below(path, item.key)));
        } else {
          items.push(object(item, below(path, item.key)));
        }
      }
      out.set(child.key, std::move(items));
    } else if (!child.children.empty()) {
      out.set(child.key, object(child, path));
    } else {
      out.set(child.key, value(child, path));
    }
  }

  Json scalar(const std::string& typed, const Field* known, const std::string& path) {
    if (known == nullptr) return Json(typed);
    if (known->kind == Kind::tick) return Json(true);
    if (known->kind == Kind::number || known->values_are_numbers) {
      const Result<std::int64_t> number = number_typed(trimmed(typed));
      if (number) return Json(*number);
      problems.add(path, Code::malformed, msg("Write a whole number, such as 12."), typed);
    } else if (known->kind == Kind::money) {
      if (const std::optional<std::int64_t> pence = pence_typed(trimmed(typed))) {
        return Json::object({{"currency", "GBP"}, {"minor", *pence}});
      }
      problems.add(path, Code::malformed, msg("Write pounds, or pounds and pence, such as 1,250 or 18.50."), typed);
    }
    return Json(typed);
  }

  Json value(const FormNode& node, const std::string& path) {
    const Field* known = field(path);
    const bool many = known != nullptr ? known->kind == Kind::choices : node.values.size() > 1;
    if (!many) return scalar(node.values.back(), known, path);
    Json out = Json::array();
    for (const std::string& one : node.values) {
      if (!trimmed(one).empty()) out.push(scalar(one, known, path));
    }
    return out;
  }

  const Form* form_;
  std::vector<std::string> days_read_;
};

Result<Json> read_form(const FormValues& typed, const Form* form) {
  Result<FormNode> tree = form_tree(typed);
  if (!tree) return std::move(tree).problems();
  close_up(tree.value());
  Reading reading(form);
  Json out = reading.object(tree.value(), "");
  if (reading.problems.any()) return reading.problems.take();
  return out;
}

}  // namespace

Result<Json> form_to_json(const FormValues& typed) { return read_form(typed, nullptr); }
Result<Json> form_to_json(const FormValues& typed, const Form& form) { return read_form(typed, &form); }

Result<FormValues> parse_urlencoded(std::string_view body) {
  FormValues out;
  if (body.empty()) return out;
  for (const std::string_view pair : alongside::split(body, '&')) {
    if (pair.empty()) continue;
    if (out.pairs().size() == fields_max) {
      return problem(Code::too_many, "", msg("A form has at most {n} fields.", {{"n", std::to_string(fields_max)}}));
    }
    const std::size_t equals = pair.find('=');
    Result<std::string> name = percent_decoded(pair.substr(0, equals), true);
    Result<std::string> value =
        percent_decoded(equals == pair.npos ? std::string_view() : pair.substr(equals + 1), true);
    if (!name) return std::move(name).problems();
    if (!value) return std::move(value).problems();
    out.add(std::move(name).value(), std::move(value).value());
  }
  return out;
}

}  // namespace alongside::html
