// Every row of places/expected.tsv, from the two editions of England's libraries.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "formats/real_data_test.h"

using namespace alongside;
using namespace alongside::formats;

namespace {

const ValuedState* state_of(const ReadValued& row, std::string_view column) {
  for (const ValuedState& one : row.states) {
    if (one.column == column) return &one;
  }
  return nullptr;
}

std::string words_at(const ReadValued& row, std::string_view column) {
  const ValuedState* state = state_of(row, column);
  return state == nullptr ? "" : state->words;
}

bool is_closed_in(const ReadValued& row, std::string_view column) {
  return lower_ascii(words_at(row, column)) == "closed";
}

// Open, community or closed for a time: anything known but closed, not yet open or unknown.
bool was_open_in_2016(const ReadValued& row) {
  const ValuedState* state = state_of(row, "operation_16");
  return state != nullptr && state->guess && state->guess != ValuedStatus::lost;
}

template <class Test>
std::string count(const std::vector<ReadValued>& rows, const Test& test) {
  return std::to_string(std::count_if(rows.begin(), rows.end(), test));
}

std::string of_all(const std::vector<ReadValued>& rows, const std::string& record, const std::string& field) {
  if (field == "rows")
    return count(rows, [&](const ReadValued& row) { return record == "(all)" || row.authority == record; });
  if (field == "closed in 2023 (any case)")
    return count(
        rows, [](const ReadValued& row) { return row.now == ValuedStatus::lost && is_closed_in(row, "operation_23"); });
  if (field == "closed in 2023 (any case) without a year") {
    return count(rows,
                 [](const ReadValued& row) { return is_closed_in(row, "operation_23") && row.closed_words.empty(); });
  }
  if (field.starts_with("open, community or closed for a time in 2016")) {
    return count(rows,
                 [](const ReadValued& row) { return is_closed_in(row, "operation_23") && was_open_in_2016(row); });
  }
  if (field == "with something in Year closed")
    return count(rows, [](const ReadValued& row) { return !row.closed_words.empty(); });
  if (field == "of these with a note")
    return count(rows, [](const ReadValued& row) { return !row.closed_words.empty() && !row.notes.empty(); });
  if (field == "of these where the year is the word Closed")
    return count(rows, [](const ReadValued& row) { return row.closed_words == "Closed" && !row.closed; });
  return "?";
}

std::string of_row(const ReadValued& row, const std::string& field) {
  if (field == "Statutory") return row.statutory;
  if (field == "Year opened") return row.opened_words;
  if (field == "Year closed" || field == "closed") return row.closed_words;
  if (field == "Co-located with") return row.co_located_with;
  if (field == "Notes") return row.notes;
  return words_at(row, field);
}

std::string answer(const std::vector<ReadValued>& rows, const std::string& record, const std::string& field) {
  for (const ReadValued& row : rows) {
    if (row.authority + " / " + row.name == record) return of_row(row, field);
  }
  return of_all(rows, record, field);
}

}  // namespace

TEST_CASE("each value that a correct import of England's libraries must yield is read") {
  const auto rows = real_table("places/expected.tsv");
  if (rows.empty()) {
    MESSAGE("skipped: ../shared/data/places is not here");
    return;
  }
  std::map<std::string, Read> files;
  for (auto row : rows) {
    const std::string& file = row["file"];
    if (!files.contains(file)) {
      auto read = read_real("places/" + file);
      REQUIRE_MESSAGE(read.ok(), file);
      files.emplace(file, *read);
    }
    CAPTURE(file);
    CAPTURE(row["record"]);
    CAPTURE(row["field"]);
    CHECK(answer(files.at(file).valued, row["record"], row["field"]) == row["expected"]);
  }
  MESSAGE("places/expected.tsv: " << rows.size() << " rows asked");
}

TEST_CASE("no two libraries of an edition have the same key") {
  for (const char* path : {"places/libraries_england.csv", "places/libraries_england_2023.csv"}) {
    const auto read = read_real(path);
    if (!read) {
      MESSAGE("skipped: ../shared/data/" << std::string(path) << " is not here");
      continue;
    }
    std::set<std::string> keys;
    for (const ReadValued& row : read->valued) keys.insert(row.source_id);
    CHECK(keys.size() == read->valued.size());
  }
}

TEST_CASE("a note that a library moved or was replaced is a suggestion and changes no status") {
  const auto read = read_real("places/libraries_england.csv");
  if (!read) {
    MESSAGE("skipped: ../shared/data/places is not here");
    return;
  }
  const auto fanshawe = std::find_if(read->valued.begin(), read->valued.end(),
                                     [](const ReadValued& row) { return row.name == "Fanshawe"; });
  REQUIRE(fanshawe != read->valued.end());
  CHECK(fanshawe->move_suggested == "Closed September 2010 replaced by Dagenham Library");
  CHECK(fanshawe->now == ValuedStatus::lost);
}
