// What may be seen of decisions: the answer to "who decided this?", the list, and what is coming.
//
// Words come as Text: there, or why not. Days are as exact as their source. Everything here is public.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commons/decision/acts.h"
#include "commons/decision/status.h"
#include "commons/decision/who.h"
#include "kernel/concern.h"

namespace alongside::decision {

// ---- a line of a list -----------------------------------------------------------------------------------------------

struct DecisionLine {
  Index decision;
  Text title;
  Index body;
  Text body_name;
  MakerKind maker_kind = MakerKind::unknown;
  std::optional<When> on;   // taken
  std::optional<When> due;  // to come
  DecisionState state;
  bool makers_known = false;  // there is an answer to "who decided?"
  bool confirmed = false;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("body_name", self.body_name);
    field("confirmed", self.confirmed);
    field("decision", self.decision);
    field("due", self.due);
    field("maker_kind", self.maker_kind);
    field("makers_known", self.makers_known);
    field("on", self.on);
    field("state", self.state);
    field("title", self.title);
  }
};
// Nothing when this index is not a decision.
std::optional<DecisionLine> line(kernel::Reader& reader, Index decision, Day today);
bool is_decision(kernel::Reader& reader, Index index);
Index body_of(kernel::Reader& reader, Index decision);
Text decision_title(kernel::Reader& reader, Index decision);
// The latest that were taken, and the next to come; of one body, or of all (unset).
std::vector<DecisionLine> latest(kernel::Reader& reader, Day today, std::size_t limit, Index body = {});
std::vector<DecisionLine> next_coming(kernel::Reader& reader, Day today, std::size_t limit, Index body = {});
// Decisions in which an office or a holder took part, newest first.
std::vector<DecisionLine> taken_part(kernel::Reader& reader, Day today, Index held_or_office, std::size_t limit);

struct DecisionCounts {
  std::int64_t taken = 0;
  std::int64_t coming = 0;
  std::int64_t nobody_known = 0;  // taken, and nothing says by whom
  std::int64_t not_confirmed = 0;
  static void fields(auto& self, auto&& field) {
    field("coming", self.coming);
    field("nobody_known", self.nobody_known);
    field("not_confirmed", self.not_confirmed);
    field("taken", self.taken);
  }
};
DecisionCounts counts(kernel::Reader& reader);

// ---- lists ----------------------------------------------------------------------------------------------------------

inline constexpr int lines_a_page = 50;

struct DecisionList {
  std::vector<DecisionLine> decisions;
  Index body;  // only of this body and its committees
  Text body_name;
  std::optional<Status> status;
  int page = 1;
  bool has_more = false;
  std::int64_t total = 0;  // taken, whatever the filters
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("body_name", self.body_name);
    field("decisions", self.decisions);
    field("has_more", self.has_more);
    field("page", self.page);
    field("status", self.status);
    field("total", self.total);
  }
  static Result<DecisionList> see(const kernel::Seeing& seeing);
};

// By due day, those overdue first; without a day last.
struct ComingList {
  std::vector<DecisionLine> decisions;
  Index body;
  Text body_name;
  int page = 1;
  bool has_more = false;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("body_name", self.body_name);
    field("decisions", self.decisions);
    field("has_more", self.has_more);
    field("page", self.page);
  }
  static Result<ComingList> see(const kernel::Seeing& seeing);
};

}  // namespace alongside::decision
