#include "engines/calendar.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>
#include <map>
#include <string>

#include "base/text.h"
#include "engines/call_in.h"

namespace alongside::engines {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> read_tsv(const std::string& name) {
  std::ifstream file("../shared/data/clocks/" + name);
  std::vector<Row> rows;
  std::vector<std::string> heads;
  for (std::string line; std::getline(file, line);) {
    const auto cells = split(line, '\t');
    if (heads.empty()) {
      heads.assign(cells.begin(), cells.end());
      continue;
    }
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size() && i < heads.size(); ++i) row[heads[i]] = std::string(cells[i]);
  }
  return rows;
}

Division division(const std::string& slug) {
  if (slug == "scotland") return Division::scotland;
  return slug == "northern-ireland" ? Division::northern_ireland : Division::england_and_wales;
}

Day day(const std::string& iso) { return Day::parse(iso).value(); }

// What the source says now, and the days that it once had and took away.
std::vector<Holiday> read_holidays() {
  std::vector<Holiday> rows;
  for (Row& row : read_tsv("bank_holidays.tsv")) {
    rows.push_back({division(row["division"]), day(row["date"]), row["title"], day(row["first_in_file"]), {}});
  }
  const auto known = rows;
  for (Row& row : read_tsv("bank_holiday_changes.tsv")) {
    if (row["change"] != "removed") continue;
    // Every year entered the file as one list; that day is the day of its oldest row.
    Day listed = day(row["changed_on"]);
    for (const Holiday& other : known) {
      const bool same_list =
          other.division == division(row["division"]) && other.day.date().year == day(row["date"]).date().year;
      if (same_list && other.known_from < listed) listed = other.known_from;
    }
    rows.push_back({division(row["division"]), day(row["date"]), row["title"], listed, day(row["changed_on"])});
  }
  return rows;
}

const Day long_after = day("2026-11-24");

std::vector<Holiday> union_of_2007_to_2010() {
  std::vector<Holiday> rows;
  for (Row& row : read_tsv("holidays_uk_union_2007-2010.tsv")) {
    rows.push_back({Division::england_and_wales, day(row["date"]), "", day("2007-01-01"), {}});
  }
  return rows;
}

TEST_CASE("every request under the two Acts is due on the day that others and we worked out") {
  const Holidays now(read_holidays());
  if (now.rows().empty()) {
    MESSAGE("skipped: the clocks' data is not there");
    return;
  }
  const Holidays then(union_of_2007_to_2010());
  int checked = 0;
  // Out of scope: German months (five rows), which are no clock of a British body.
  for (Row& row : read_tsv("foi_due.tsv")) {
    if (row["unit"] == "months") continue;
    CAPTURE(row["start"]);
    const Holidays& holidays = row["holidays"] == "uk-union-2007-2010" ? then : now;
    const Day start = day(row["start"]);
    Day found;
    if (row["unit"] == "calendar") {
      found = holidays.as_known_on(long_after, Reach::united_kingdom).working_day_from(start + 20);
    } else {
      const bool scottish = row["law"].find("73") != std::string::npos;
      found = due(scottish ? foi_scotland_2002(start) : foi_2000(start), holidays, long_after).value().now;
    }
    CHECK(found.iso() == row["due"]);
    ++checked;
  }
  CHECK(checked == 32);
}

TEST_CASE("a holiday announced after a clock began moves it, and both dates are known with the reason") {
  const Holidays holidays(read_holidays());
  if (holidays.rows().empty()) {
    MESSAGE("skipped: the clocks' data is not there");
    return;
  }
  const Due before = due(foi_2000(day("2022-09-01")), holidays, day("2022-09-08")).value();
  CHECK(before.now.iso() == "2022-09-29");
  CHECK(before.moved.empty());

  const Due after = due(foi_2000(day("2022-09-01")), holidays, day("2022-09-09")).value();
  CHECK(after.as_it_stood.iso() == "2022-09-29");
  CHECK(after.now.iso() == "2022-09-30");
  REQUIRE(after.moved.size() == 1);
  CHECK(after.moved[0].day.iso() == "2022-09-19");
  CHECK(after.moved[0].title == "Bank Holiday for the State Funeral of Queen Elizabeth II");
  CHECK(after.moved[0].added);
  CHECK(after.moved[0].known_on.iso() == "2022-09-09");

  const Calendar before_the_world_cup = holidays.as_known_on(day("2026-02-24"), Reach::united_kingdom);
  CHECK(before_the_world_cup.add_working_days(day("2026-06-01"), 20).iso() == "2026-06-29");
}

TEST_CASE("a holiday that is taken away makes a clock end earlier, and says so") {
  std::vector<Holiday> rows{{Division::scotland, day("2027-08-30"), "Summer", day("2024-11-27"), day("2027-08-20")}};
  const Due moved = due(day("2027-08-10"), 20, Holidays(rows), Reach::united_kingdom, day("2027-08-25"));
  CHECK(moved.now == moved.as_it_stood - 1);
  REQUIRE(moved.moved.size() == 1);
  CHECK_FALSE(moved.moved[0].added);
  CHECK(moved.moved[0].known_on.iso() == "2027-08-20");
}

TEST_CASE("a year's holidays that were read in late move no clock") {
  std::vector<Holiday> rows;
  for (const char* iso : {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31"}) {
    rows.push_back({Division::england_and_wales, day(iso), "", day("2026-04-20"), {}});
  }
  const Due found = due(day("2026-04-15"), 20, Holidays(rows), Reach::england_and_wales, day("2026-05-01"));
  CHECK(found.moved.empty());
  CHECK(found.now.iso() == "2026-05-14");
}

TEST_CASE("Christmas Day and Good Friday stop a clock when no holidays have been read in") {
  const Calendar calendar = Holidays().as_known_on(long_after, Reach::united_kingdom);
  CHECK_FALSE(calendar.is_working_day(day("2029-12-25")));
  for (const char* good_friday : {"2008-03-21", "2011-04-22", "2019-04-19", "2026-04-03", "2038-04-23"}) {
    CHECK_FALSE(calendar.is_working_day(day(good_friday)));
    CHECK(calendar.is_working_day(day(good_friday) - 7));
  }
}

TEST_CASE("our clock waits while the body waits for an answer, and the law's does not") {
  const Holidays none;
  const Day sent = day("2026-09-07");
  CHECK(due(our_clock(sent, {}), none, sent).value().now.iso() == "2026-10-05");
  // Asked on Wednesday, answered on the Wednesday after: five working days.
  const std::vector<Pause> answered{{day("2026-09-09"), day("2026-09-16")}};
  CHECK(due(our_clock(sent, answered), none, sent).value().now.iso() == "2026-10-12");
  CHECK(due(foi_2000(sent), none, sent).value().now.iso() == "2026-10-05");
  const std::vector<Pause> same_day{{day("2026-09-09"), day("2026-09-09")}};
  CHECK(due(our_clock(sent, same_day), none, sent).value().now.iso() == "2026-10-05");

  const std::vector<Pause> waiting{{day("2026-09-09"), {}}};
  CHECK_FALSE(due(our_clock(sent, waiting), none, day("2026-12-01")));
  CHECK(working_days_late(our_clock(sent, waiting), none, day("2026-12-01"), day("2026-12-01")) == 0);
  // Asked back when it was already late: the days it was late until then stay.
  const std::vector<Pause> asked_late{{day("2026-10-08"), {}}};
  CHECK(working_days_late(our_clock(sent, asked_late), none, day("2026-12-01"), day("2026-12-01")) == 3);
}

TEST_CASE("an answer is late by the working days after the day it was due") {
  const Clock clock = our_clock(day("2026-09-07"), {});
  CHECK(working_days_late(clock, Holidays(), day("2026-10-05"), long_after) == 0);
  CHECK(working_days_late(clock, Holidays(), day("2026-10-06"), long_after) == 1);
  CHECK(working_days_late(clock, Holidays(), day("2026-10-11"), long_after) == 4);
}

// Days of three years, and holidays among them.
Holidays any_holidays() {
  std::vector<Holiday> rows;
  for (const int offset : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000))) {
    rows.push_back({Division::scotland, Day(20'000 + offset), "", Day(20'000 + offset - 400), {}});
  }
  return Holidays(rows);
}

TEST_CASE("counting the working days up to a due day gives back the number asked for") {
  CHECK(rc::check([] {
    const Calendar calendar = any_holidays().as_known_on(Day(30'000), Reach::united_kingdom);
    const Day start(20'000 + *rc::gen::inRange(0, 900));
    const int n = *rc::gen::inRange(1, 60);
    const Day end = calendar.add_working_days(start, n);
    RC_ASSERT(calendar.is_working_day(end));
    RC_ASSERT(calendar.working_days_between(start, end) == n);
  }));
}

TEST_CASE("one holiday more never makes a due day earlier") {
  CHECK(rc::check([] {
    const Holidays before = any_holidays();
    std::vector<Holiday> rows = before.rows();
    rows.push_back({Division::northern_ireland, Day(20'000 + *rc::gen::inRange(0, 1000)), "", Day(19'000), {}});
    const Day start(20'000 + *rc::gen::inRange(0, 900));
    const auto on = [&](const Holidays& holidays) {
      return due(start, 20, holidays, Reach::united_kingdom, Day(30'000)).now;
    };
    RC_ASSERT(on(Holidays(rows)) >= on(before));
  }));
}

TEST_CASE("a clock that starts at a weekend ends with that of the Friday before") {
  CHECK(rc::check([] {
    const Calendar calendar = any_holidays().as_known_on(Day(30'000), Reach::united_kingdom);
    Day friday(20'000 + *rc::gen::inRange(0, 900));
    while (friday.weekday() != Weekday::friday) friday = friday + 1;
    RC_ASSERT(calendar.add_working_days(friday + 1, 20) == calendar.add_working_days(friday, 20));
    RC_ASSERT(calendar.add_working_days(friday + 2, 20) == calendar.add_working_days(friday, 20));
  }));
}

// What the column `rule_that_fits` says. Nothing: the decision has no such clock.
std::optional<CallInRule> rule_that_fits(const std::string& words) {
  if (words == "the day after the 5th working day after publication") return CallInRule{};
  if (words == "the day after the 2nd working day after the meeting") {
    return CallInRule{.working_days = 2, .counted_from = CountedFrom::meeting, .end_minute = 16 * 60};
  }
  if (words.starts_with("the 4th working day after publication")) {
    return CallInRule{.working_days = 5, .first_day_counts = true, .effective = Effective::on_the_last_day};
  }
  CHECK(words.starts_with("no clock"));
  return std::nullopt;
}

TEST_CASE("each council's own rule of call-in gives the day that its page shows") {
  const Holidays listed(read_holidays());
  if (listed.rows().empty()) {
    MESSAGE("skipped: the clocks' data is not there");
    return;
  }
  std::vector<Holiday> rows = listed.rows();
  for (const Holiday& older : union_of_2007_to_2010()) rows.push_back(older);
  const Calendar calendar = Holidays(rows).as_known_on(long_after, Reach::england_and_wales);
  int with_a_clock = 0;
  for (Row& row : read_tsv("callin.tsv")) {
    CAPTURE(row["record"]);
    const std::optional<CallInRule> rule = rule_that_fits(row["rule_that_fits"]);
    if (!rule) continue;
    const Day from = day(row[rule->counted_from == CountedFrom::meeting ? "decided" : "published"]);
    CHECK(call_in(*rule, from, calendar).effective.iso() == row["effective_shown"]);
    ++with_a_clock;
  }
  CHECK(with_a_clock == 6);
}

TEST_CASE("the rule of call-in is that of the body on that day") {
  const std::vector<CallInRule> rules{
      {.body = 7, .from = day("2011-01-01"), .working_days = 2, .counted_from = CountedFrom::meeting},
      {.body = 7, .from = day("2020-01-01"), .working_days = 5},
      {.body = 8, .from = day("2000-01-01"), .until = day("2010-12-31")}};
  CHECK(rule_on(rules, 7, day("2013-06-04"))->working_days == 2);
  CHECK(rule_on(rules, 7, day("2024-04-25"))->working_days == 5);
  CHECK(rule_on(rules, 7, day("2010-12-31")) == nullptr);
  CHECK(rule_on(rules, 8, day("2011-01-01")) == nullptr);
  CHECK(rule_on(rules, 9, day("2011-01-01")) == nullptr);
}

TEST_CASE("call-in ends at its hour, and while the hour is not known the last day is not over") {
  const CallInRule rule{.working_days = 5, .end_minute = 16 * 60};
  const CallIn open = call_in(rule, day("2024-04-25"), Holidays().as_known_on(long_after, rule.reach));
  CHECK(open.last_day.iso() == "2024-05-02");
  CHECK_FALSE(is_over(open, open.last_day, 15 * 60 + 59));
  CHECK(is_over(open, open.last_day, 16 * 60));
  CHECK_FALSE(is_over(open, open.last_day, -1));
  CHECK(is_over(open, open.last_day + 1, -1));
}

}  // namespace
}  // namespace alongside::engines
