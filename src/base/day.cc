#include "base/day.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace alongside {
namespace {

std::chrono::year_month_day to_chrono(Date date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

}  // namespace

std::optional<Day> Day::of(Date date) {
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31 || date.year < 1 || date.year > 9999) {
    return std::nullopt;
  }
  const auto ymd = to_chrono(date);
  if (!ymd.ok()) return std::nullopt;
  return Day(static_cast<std::int32_t>(std::chrono::sys_days(ymd).time_since_epoch().count()));
}

std::optional<Day> Day::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = digits(iso.substr(5, 2));
  const auto day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return of({*year, *month, *day});
}

Date Day::date() const {
  const std::chrono::year_month_day ymd{std::chrono::sys_days(std::chrono::days(days_))};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

Weekday Day::weekday() const {
  // 1970-01-01 was a Thursday.
  return static_cast<Weekday>(((days_ % 7) + 7 + 3) % 7);
}

namespace {

// By hand: a record of a million acts prints several millions of days.
std::string iso_of(int year, int month, int day) {
  if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
  const auto digit = [](int value) { return static_cast<char>('0' + value % 10); };
  return {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-', digit(day / 10), digit(day)};
}

}  // namespace

std::string Day::iso() const {
  const Date d = date();
  return iso_of(d.year, d.month, d.day);
}

When::When(Day day) {
  const Date d = day.date();
  year_ = d.year;
  month_ = d.month;
  day_ = d.day;
}

std::optional<When> When::parse(std::string_view text) {
  if (text.size() == 10) {
    const auto day = Day::parse(text);
    if (!day) return std::nullopt;
    return When(*day);
  }
  When when;
  if (text.size() != 4 && text.size() != 7) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  if (!year || *year < 1) return std::nullopt;
  when.year_ = *year;
  if (text.size() == 7) {
    const auto month = digits(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    when.month_ = *month;
  }
  return when;
}

std::optional<Day> When::day() const {
  if (!is_day()) return std::nullopt;
  return Day::of({year_, month_, day_});
}

Day When::first() const { return *Day::of({year_, month_ == 0 ? 1 : month_, day_ == 0 ? 1 : day_}); }

Day When::last() const {
  if (is_day()) return *day();
  if (is_month()) return month_ == 12 ? *Day::of({year_, 12, 31}) : *Day::of({year_, month_ + 1, 1}) - 1;
  return *Day::of({year_, 12, 31});
}

std::string When::iso() const {
  if (month_ == 0) return fmt::format("{:04}", year_);
  if (day_ == 0) return fmt::format("{:04}-{:02}", year_, month_);
  return iso_of(year_, month_, day_);
}

std::string Instant::iso() const {
  const std::int64_t days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400;
  const std::int64_t rest = seconds - days * 86400;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", Day(static_cast<std::int32_t>(days)).iso(), rest / 3600, rest / 60 % 60,
                     rest % 60);
}

// The zones of the system (TZif, RFC 8536), read once each. libstdc++ 12 has no chrono zones, and setting TZ for the
// whole process would be a global.
namespace {

struct Zone {
  std::vector<std::int64_t> changes;  // seconds, ascending
  std::vector<std::int32_t> offsets;  // offsets[i] holds from changes[i]
  std::int32_t first_offset = 0;
  bool european_summer = false;  // the footer's rule: last Sunday of March 01:00 UTC to last Sunday of October 01:00 UTC
  std::int32_t standard = 0;
};

std::int64_t big_endian(const unsigned char* at, int bytes) {
  std::int64_t value = at[0] >= 128 ? -1 : 0;
  for (int i = 0; i < bytes; ++i) value = (value << 8) | at[i];
  return value;
}

std::shared_ptr<const Zone> read_zone(const std::string& name) {
  const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '/' || c == '_' || c == '+' || c == '-';
  });
  if (!plain || name.empty() || name.front() == '/') return nullptr;
  std::ifstream file("/usr/share/zoneinfo/" + name, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  if (bytes.size() < 44 || std::memcmp(at, "TZif", 4) != 0) return nullptr;
  const auto counts = [&](std::size_t header) {
    std::array<std::size_t, 6> c{};
    for (std::size_t i = 0; i < 6; ++i) c[i] = static_cast<std::size_t>(big_endian(at + header + 20 + 4 * i, 4));
    return c;  // isutc, isstd, leap, time, type, char
  };
  // Version 2 and later repeat the data with 8-byte times after the 4-byte block.
  const auto old = counts(0);
  const std::size_t second = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0];
  if (bytes.size() < second + 44) return nullptr;
  const auto now = counts(second);
  const std::size_t times = second + 44;
  const std::size_t kinds = times + now[3] * 8;
  const std::size_t types = kinds + now[3];
  const std::size_t end = types + now[4] * 6 + now[5] + now[2] * 12 + now[1] + now[0];
  if (bytes.size() < end || now[4] == 0) return nullptr;
  auto zone = std::make_shared<Zone>();
  const auto offset_of = [&](std::size_t type) { return static_cast<std::int32_t>(big_endian(at + types + 6 * type, 4)); };
  zone->first_offset = offset_of(0);
  for (std::size_t i = 0; i < now[3]; ++i) {
    if (at[kinds + i] >= now[4]) return nullptr;
    zone->changes.push_back(big_endian(at + times + 8 * i, 8));
    zone->offsets.push_back(offset_of(at[kinds + i]));
  }
  const std::string footer = bytes.substr(end);
  zone->european_summer = footer.find(",M3.5.0") != footer.npos && footer.find(",M10.5.0") != footer.npos;
  zone->standard = zone->offsets.empty() ? zone->first_offset : zone->offsets.back();
  return zone;
}

Day last_sunday(int year, int month) {
  Day day = *Day::of({year, month, 31});
  while (day.weekday() != Weekday::sunday) day = day - 1;
  return day;
}

std::int32_t offset_at(const Zone& zone, std::int64_t seconds) {
  const auto after = std::upper_bound(zone.changes.begin(), zone.changes.end(), seconds);
  if (after == zone.changes.begin()) return zone.first_offset;
  if (after != zone.changes.end() || !zone.european_summer) {
    return zone.offsets[static_cast<std::size_t>(after - zone.changes.begin()) - 1];
  }
  const int year = Day(static_cast<std::int32_t>(seconds / 86400)).date().year;
  const std::int64_t from = std::int64_t{last_sunday(year, 3).number()} * 86400 + 3600;
  const std::int64_t to = std::int64_t{last_sunday(year, 10).number()} * 86400 + 3600;
  return zone.standard + (seconds >= from && seconds < to ? 3600 : 0);
}

Result<std::int64_t> local_seconds(Instant moment, const std::string& name) {
  static std::mutex lock;  // guards `known`
  static std::map<std::string, std::shared_ptr<const Zone>> known;
  std::shared_ptr<const Zone> zone;
  {
    const std::lock_guard hold(lock);
    auto& slot = known[name];
    if (!slot) slot = read_zone(name);
    zone = slot;
  }
  if (!zone) {
    return problem(Code::malformed, "zone", msg("Give a time zone such as Europe/London."), name);
  }
  return moment.seconds + offset_at(*zone, moment.seconds);
}

}  // namespace

Result<Day> day_in_zone(Instant moment, const std::string& zone) {
  const auto local = local_seconds(moment, zone);
  if (!local) return local.problems();
  const std::int64_t days = *local >= 0 ? *local / 86400 : (*local - 86399) / 86400;
  return Day(static_cast<std::int32_t>(days));
}

Result<int> minutes_in_zone(Instant moment, const std::string& zone) {
  const auto local = local_seconds(moment, zone);
  if (!local) return local.problems();
  return static_cast<int>(((*local % 86400) + 86400) % 86400 / 60);
}

Result<Instant> moment_in_zone(Day day, int minutes, const std::string& zone) {
  constexpr std::int64_t day_seconds = 86400;
  const std::int64_t wanted = std::int64_t{day.number()} * day_seconds + std::int64_t{minutes} * 60;
  // A zone is less than a day from UTC: what held there a day before is the earlier of the two offsets in question, and what
  // holds a day after is the later one.
  std::int64_t before = 0;
  for (const std::int64_t from : {wanted - day_seconds, wanted + day_seconds}) {
    const auto local = local_seconds(Instant{from}, zone);
    if (!local) return local.problems();
    const Instant moment{wanted - (*local - from)};
    if (local_seconds(moment, zone).value() == wanted) return moment;
    if (from < wanted) before = moment.seconds;
  }
  return Instant{before};
}

}  // namespace alongside
