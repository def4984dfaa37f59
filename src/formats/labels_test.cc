#include "formats/labels.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "formats/real_data_test.h"

using namespace alongside;
using namespace alongside::formats;

TEST_CASE("every label that a council was seen to use is known") {
  const auto rows = real_table("decisions/moderngov/seen.tsv");
  if (rows.empty()) MESSAGE("skipped: ../shared/data/decisions/moderngov/seen.tsv is not here");
  for (auto row : rows) {
    for (const std::string_view label : split(row["labels_in_order"], '|')) {
      // In brackets: a place without a label. "(the same form as …)" and "..." are the table's own words.
      const bool is_label = !label.starts_with("[") && !label.starts_with("(") && label != "...";
      CAPTURE(row["council"]);
      CAPTURE(label);
      if (is_label) CHECK(label_of(label) != Label::unknown);
    }
  }
}

TEST_CASE("a label is known with and without its colon, in any case, in singular and plural") {
  for (const char* words :
       {"Ward affected", "Wards Affected: ", "WARDS AFFECTED", "Divisions affected", "wards  affected :-"}) {
    CAPTURE(words);
    CHECK(label_of(words) == Label::wards);
  }
  for (const char* words :
       {"Reason for decision", "REASON", "Reason(s) for Decisions", "The Reasons are:", "REASONS FOR THE DECISION"}) {
    CAPTURE(words);
    CHECK(label_of(words) == Label::reasons);
  }
  CHECK(label_of("Is subject to call in?: ") == Label::call_in);
  CHECK(label_of("Subject to Call-in") == Label::call_in);
  CHECK(label_of("The library closes on 30 June") == Label::unknown);
}
