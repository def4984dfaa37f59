#include "commons/decision/views.h"

#include <algorithm>
#include <map>

#include "commons/decision/reading.h"
#include "commons/place/views.h"

namespace alongside::decision {
namespace {

using kernel::Reader;
using kernel::Seeing;

// Lines of many decisions: each body's name is read once.
class Lines {
 public:
  Lines(Reader& reader, Day today) : reader_(reader), states_(reader, today) {}
  DecisionState state(const DecisionRow& row) { return states_.of(row); }
  DecisionLine of(const DecisionRow& row) { return of(row, states_.of(row)); }
  DecisionLine of(const DecisionRow& row, DecisionState state) {
    return {.decision = row.index,
            .title = title_of(reader_, row),
            .body = row.body,
            .body_name = body_name(row.body),
            .maker_kind = row.maker_kind,
            .on = row.on,
            .due = row.due,
            .state = std::move(state),
            .makers_known = row.deciders > 0 || row.maker > 0 || row.office.is_set(),
            .confirmed = row.by_the_body || row.confirmed_act.is_set()};
  }
  std::vector<DecisionLine> of_all(const std::vector<DecisionRow>& rows) {
    std::vector<DecisionLine> out;
    out.reserve(rows.size());
    for (const DecisionRow& row : rows) out.push_back(of(row));
    return out;
  }

 private:
  const Text& body_name(Index body) {
    const auto found = names_.find(body);
    if (found != names_.end()) return found->second;
    return names_.emplace(body, body.is_set() ? place::body_name(reader_, body) : Text{}).first->second;
  }
  Reader& reader_;
  States states_;
  std::map<Index, Text> names_;
};

// " AND body IN (5, 9, 12)": the body and its committees; nothing when no body is asked for.
std::string of_body(Reader& reader, Index body) {
  if (!body.is_set()) return "";
  std::string list = std::to_string(body.value);
  for (const place::BodyLine& part : place::committees_of(reader, body)) list += ", " + std::to_string(part.body.value);
  return " AND body IN (" + list + ")";
}

constexpr std::string_view is_coming =
    "taken_act IS NULL AND replaced_by IS NULL AND (event IS NULL OR event <> 'withdrawn')";

std::string newest_first(std::int64_t limit, std::int64_t offset = 0) {
  return " ORDER BY sort_day DESC, idx DESC LIMIT " + std::to_string(limit) + " OFFSET " + std::to_string(offset);
}
std::string next_first(std::int64_t limit, std::int64_t offset = 0) {
  return " ORDER BY CASE WHEN due IS NULL THEN 1 ELSE 0 END, sort_day, idx LIMIT " + std::to_string(limit) +
         " OFFSET " + std::to_string(offset);
}

// What a status can be found by in the table; days decide the rest.
std::string where_of(std::optional<Status> status) {
  if (!status) return "taken_act IS NOT NULL";
  switch (*status) {
    case Status::coming:
      return std::string(is_coming);
    case Status::withdrawn:
      return "event = 'withdrawn'";
    case Status::overtaken:
      return "replaced_by IS NOT NULL";
    case Status::called_in:
      return "event = 'called_in'";
    case Status::sent_back:
      return "event = 'sent_back'";
    default:
      return "taken_act IS NOT NULL";
  }
}

Index body_asked(const Seeing& seeing) {
  const auto number = whole_number(seeing.asked("body"));
  return number && *number >= 0 ? Index{*number} : Index{};
}

}  // namespace

// ---- lines ----------------------------------------------------------------------------------------------------------

std::optional<DecisionLine> line(Reader& reader, Index decision, Day today) {
  const auto row = row_of(reader, decision);
  if (!row) return std::nullopt;
  return Lines(reader, today).of(*row);
}

bool is_decision(Reader& reader, Index index) { return row_of(reader, index).has_value(); }

Index body_of(Reader& reader, Index decision) {
  const auto row = row_of(reader, decision);
  return row ? row->body : Index{};
}

Text decision_title(Reader& reader, Index decision) {
  const auto row = row_of(reader, decision);
  return row ? title_of(reader, *row) : Text{};
}

std::vector<DecisionLine> latest(Reader& reader, Day today, std::size_t limit, Index body) {
  return Lines(reader, today)
      .of_all(reader.all<DecisionRow>("WHERE taken_act IS NOT NULL" + of_body(reader, body) +
                                      newest_first(static_cast<std::int64_t>(limit))));
}

std::vector<DecisionLine> next_coming(Reader& reader, Day today, std::size_t limit, Index body) {
  return Lines(reader, today)
      .of_all(reader.all<DecisionRow>("WHERE " + std::string(is_coming) + of_body(reader, body) +
                                      next_first(static_cast<std::int64_t>(limit))));
}

std::vector<DecisionLine> taken_part(Reader& reader, Day today, Index held_or_office, std::size_t limit) {
  return Lines(reader, today)
      .of_all(reader.all<DecisionRow>("WHERE idx IN (SELECT decision FROM deciders WHERE held = $1 UNION "
                                      "SELECT decision FROM deciders WHERE office = $1 UNION "
                                      "SELECT idx FROM decisions WHERE office = $1)" +
                                          newest_first(static_cast<std::int64_t>(limit)),
                                      {held_or_office.value}));
}

DecisionCounts counts(Reader& reader) {
  return {
      .taken = reader.count("SELECT count(*) FROM decisions WHERE taken_act IS NOT NULL"),
      .coming = reader.count("SELECT count(*) FROM decisions WHERE " + std::string(is_coming)),
      .nobody_known = reader.count("SELECT count(*) FROM decisions WHERE taken_act IS NOT NULL AND deciders = 0 AND "
                                   "maker = 0 AND office IS NULL"),
      .not_confirmed =
          reader.count("SELECT count(*) FROM decisions WHERE taken_act IS NOT NULL AND by_the_body = 0 AND "
                       "confirmed_act IS NULL")};
}

// ---- lists ----------------------------------------------------------------------------------------------------------

Result<DecisionList> DecisionList::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  DecisionList out{.body = body_asked(seeing), .page = seeing.page()};
  if (out.body.is_set()) out.body_name = place::body_name(reader, out.body);
  const std::string status = seeing.asked("status");
  if (!status.empty()) {
    out.status = kernel::with_word<Status>(status);
    if (!out.status) {
      return problem(
          Code::unknown_word, "status",
          msg("Give one of: coming, taken, open_to_call_in, called_in, sent_back, in_force, withdrawn, overtaken."),
          status);
    }
  }
  out.total = reader.count("SELECT count(*) FROM decisions WHERE taken_act IS NOT NULL");
  const std::string where = "WHERE " + where_of(out.status) + of_body(reader, out.body);
  const std::int64_t skip = std::int64_t{out.page - 1} * lines_a_page;
  Lines lines(reader, seeing.today);
  if (!out.status) {
    auto rows = reader.all<DecisionRow>(where + newest_first(lines_a_page + 1, skip));
    out.has_more = rows.size() > lines_a_page;
    if (out.has_more) rows.pop_back();
    out.decisions = lines.of_all(rows);
    return out;
  }
  // A state depends on today, so it is worked out row by row; words are read for the lines of this page alone.
  std::int64_t found = 0;
  for (const DecisionRow& row : reader.all<DecisionRow>(where + " ORDER BY sort_day DESC, idx DESC")) {
    DecisionState state = lines.state(row);
    if (state.status != *out.status) continue;
    if (found++ < skip) continue;
    if (out.decisions.size() == lines_a_page) {
      out.has_more = true;
      break;
    }
    out.decisions.push_back(lines.of(row, std::move(state)));
  }
  return out;
}

Result<ComingList> ComingList::see(const Seeing& seeing) {
  Reader& reader = seeing.reader;
  ComingList out{.body = body_asked(seeing), .page = seeing.page()};
  if (out.body.is_set()) out.body_name = place::body_name(reader, out.body);
  auto rows = reader.all<DecisionRow>("WHERE " + std::string(is_coming) + of_body(reader, out.body) +
                                      next_first(lines_a_page + 1, std::int64_t{out.page - 1} * lines_a_page));
  out.has_more = rows.size() > lines_a_page;
  if (out.has_more) rows.pop_back();
  out.decisions = Lines(reader, seeing.today).of_all(rows);
  return out;
}

}  // namespace alongside::decision
