// What commands and views both read of a decision: its row, its words of now, and its state today.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "commons/decision/apply.h"
#include "commons/decision/status.h"
#include "kernel/reader.h"

namespace alongside::decision {

std::optional<DecisionRow> row_of(kernel::Reader& reader, Index decision);
StatusFacts status_facts(const DecisionRow& row);

// The title as it reads now: of the act that took or announced it, or of the last correction.
Text title_of(kernel::Reader& reader, const DecisionRow& row);

// The wording of now of one part ("what", "reasons"): the last correction's, else that of the taken act, else of the
// announcement. `act` is where it stands.
struct Wording {
  Text text;
  Index act;
};
Wording wording_of(kernel::Reader& reader, const DecisionRow& row, std::string_view part);

bool is_source(kernel::Reader& reader, Index source);

// States of many decisions on one day: holidays are read once, each body's rule once a day of decision.
class States {
 public:
  States(kernel::Reader& reader, Day today, std::optional<int> minute_now = {});
  DecisionState of(const DecisionRow& row) { return of(row, today_); }
  DecisionState of(const DecisionRow& row, Day on);  // as it was at the end of an earlier day

 private:
  const std::optional<engines::CallInRule>& rule(Index body, Day day);
  kernel::Reader& reader_;
  Day today_;
  std::optional<int> minute_now_;
  engines::Holidays holidays_;
  std::map<std::pair<Index, Day>, std::optional<engines::CallInRule>> rules_;
};

}  // namespace alongside::decision
