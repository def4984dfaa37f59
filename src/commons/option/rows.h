// The rows of tables.sql, and the folds that write them.
#pragma once

#include "commons/option/acts.h"
#include "kernel/tables.h"

namespace alongside::option {

struct OptionRow {
  static constexpr std::string_view table = "options";
  Index index;
  Index work;
  std::optional<std::int64_t> cost_minor;
  std::string cost_currency;
  Index put_act;
  std::optional<Day> put_on;
  bool is_put() const { return put_act.is_set(); }
  static void fields(auto& self, auto&& column) {
    column("cost_currency", self.cost_currency);
    column("cost_minor", self.cost_minor);
    column("idx", self.index);
    column("put_act", self.put_act);
    column("put_on", self.put_on);
    column("work", self.work);
  }
};

struct PartRow {
  static constexpr std::string_view table = "option_parts";
  Index option;
  std::string part;
  Index act;
  std::optional<std::int64_t> cost_minor;
  std::string cost_currency;
  static void fields(auto& self, auto&& column) {
    column("act", self.act);
    column("cost_currency", self.cost_currency);
    column("cost_minor", self.cost_minor);
    column("option", self.option);
    column("part", self.part);
  }
};

struct TouchRow {
  static constexpr std::string_view table = "option_touches";
  Index option;
  Index valued;
  static void fields(auto& self, auto&& column) {
    column("option", self.option);
    column("valued", self.valued);
  }
};

struct ChoiceRow {
  static constexpr std::string_view table = "option_choices";
  Index index;
  Index work;
  Index option;
  Index decision;
  static void fields(auto& self, auto&& column) {
    column("decision", self.decision);
    column("idx", self.index);
    column("option", self.option);
    column("work", self.work);
  }
};

void apply(const OptionWritten& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const OptionChanged& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const OptionsPut& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const OptionChosen& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::option
