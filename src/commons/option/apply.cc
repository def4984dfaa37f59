#include "commons/option/rows.h"

namespace alongside::option {

using kernel::Entry;
using kernel::Tables;
using kernel::to_value;

namespace {

// Which act says which part of the option: for writing and changing alike.
template <class A>
void note_parts(const A& act, Index option, const Entry& entry, Tables& tables) {
  A::fields(act, [&](const char* part, const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Said>) {
      if (!value.empty()) tables.put(PartRow{.option = option, .part = part, .act = entry.index});
    }
  });
  if (act.cost) {
    tables.put(PartRow{.option = option, .part = "cost", .act = entry.index, .cost_minor = act.cost->minor, .cost_currency = act.cost->currency});
    tables.run("UPDATE options SET cost_minor = $1, cost_currency = $2 WHERE idx = $3", {act.cost->minor, act.cost->currency, to_value(option)});
  }
  for (const Index valued : act.touches) {
    if (tables.one<TouchRow>("WHERE option = $1 AND valued = $2", {to_value(option), to_value(valued)})) continue;
    tables.put(TouchRow{.option = option, .valued = valued});
  }
}

}  // namespace

void apply(const OptionWritten& act, const Entry& entry, Tables& tables) {
  tables.put(OptionRow{.index = entry.index, .work = act.work});
  note_parts(act, entry.index, entry, tables);
}

void apply(const OptionChanged& act, const Entry& entry, Tables& tables) { note_parts(act, act.option, entry, tables); }

void apply(const OptionsPut& act, const Entry& entry, Tables& tables) {
  for (const Index option : act.options) {
    tables.run("UPDATE options SET put_act = $1, put_on = $2 WHERE idx = $3 AND put_act IS NULL", {entry.index.value, to_value(act.on), to_value(option)});
  }
}

void apply(const OptionChosen& act, const Entry& entry, Tables& tables) {
  tables.put(ChoiceRow{.index = entry.index, .work = act.work, .option = act.option, .decision = act.decision});
}

}  // namespace alongside::option
