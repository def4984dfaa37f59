#include "engines/call_in.h"

namespace alongside::engines {

const CallInRule* rule_on(std::span<const CallInRule> rules, std::int64_t body, Day day) {
  const CallInRule* found = nullptr;
  for (const CallInRule& rule : rules) {
    if (rule.body != body || day < rule.from || (rule.until && day > *rule.until)) continue;
    if (found == nullptr || rule.from > found->from) found = &rule;
  }
  return found;
}

CallIn call_in(const CallInRule& rule, Day counted_from, const Calendar& calendar) {
  const bool starts_at_once = rule.first_day_counts && calendar.is_working_day(counted_from);
  const int days = starts_at_once && rule.working_days > 0 ? rule.working_days - 1 : rule.working_days;
  const Day last = calendar.add_working_days(counted_from, days);
  return {.last_day = last,
          .end_minute = rule.end_minute,
          .effective = rule.effective == Effective::the_day_after ? last + 1 : last};
}

bool is_over(const CallIn& call_in, Day today, int minute) {
  if (today != call_in.last_day) return today > call_in.last_day;
  return minute >= 0 && minute >= call_in.end_minute;
}

}  // namespace alongside::engines
