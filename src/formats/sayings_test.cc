#include <doctest/doctest.h>

#include <algorithm>

#include "formats/detect.h"
#include "formats/real_data_test.h"

namespace alongside::formats {
namespace {

Result<Read> read(const std::string& bytes) { return read_any({.name = "file", .bytes = bytes}); }

TEST_CASE("what was refused elsewhere is read as refused, and who wrote it is not read") {
  const auto found = read("timestamp,comment-id,author-id,moderated,comment-body\n1568101622999,298,427,-1,\"Young people, too\"\n,2,427,1,Dogs\n");
  REQUIRE(found.ok());
  REQUIRE(found->sayings.size() == 2);
  CHECK(found->sayings[0].state == SayingState::refused);
  CHECK(found->sayings[0].words == "Young people, too");
  CHECK(found->sayings[0].on->iso() == "2019-09-10");
  CHECK(found->sayings[1].state == SayingState::published);
  CHECK_FALSE(found->sayings[1].on.has_value());
}

TEST_CASE("every line that is wrong is told at once, with its number") {
  const auto polis = read("comment-id,moderated,comment-body\n,1,Words\n2,7,Words\n3,0,\n");
  REQUIRE_FALSE(polis.ok());
  CHECK(polis.problems().list().size() == 3);
  CHECK(polis.problems().list()[2].line == 4);
  const auto lines = read("{\"response_id\": 1, \"response\": \"Yes\"}\n{\"response_id\": 2,\n{\"response_id\": 3, \"response\": \" \"}\n");
  REQUIRE_FALSE(lines.ok());
  CHECK(lines.problems().list().size() == 2);
  CHECK(lines.problems().list()[0].line == 2);
  CHECK_FALSE(read("words,on\nKeep it,yesterday\n").ok());
}

TEST_CASE("of a consultation only the columns that ask for words are read, and the others are named") {
  const auto found = read("Respondent type,Prop 1 Q1 - Do you agree?,Prop 1 Q8 - Please use this space to explain\nIndividual,Yes,\"First\nsecond\"\nIndividual,No,\n");
  REQUIRE(found.ok());
  REQUIRE(found->sayings.size() == 1);
  CHECK(found->sayings[0].words == "First\nsecond");
  CHECK(found->notices.size() == 2);
}

TEST_CASE("the real petitions, answers and statements are read whole") {
  const auto petitions = read_real("decisions/petitions/petitions.jsonl");
  if (!petitions) {
    MESSAGE("skipped: the real data are not here");
    return;
  }
  CHECK(petitions->format == Format::petitions);
  CHECK(petitions->sayings.size() == 1580);
  CHECK(petitions->sayings[0].words.starts_with("Fund Kuvan (sapropterin) on the NHS for people with PKU\n\nThe drug"));
  CHECK(petitions->sayings[0].on->iso() == "2020-03-03");

  const auto answers = read_real("decisions/consultation/gambling_XS_q1/responses.jsonl");
  REQUIRE(answers.ok());
  CHECK(answers->sayings.size() == 100);
  const auto table = read_real("decisions/consultation/responses_lgr_format.csv");
  REQUIRE(table.ok());
  CHECK(table->format == Format::answers_csv);
  CHECK(table->sayings.size() == 10);

  const auto polis = read_real("polis/scoop-hivemind.biodiversity/comments.csv");
  REQUIRE(polis.ok());
  // Its summary says 314; the table holds 316 lines, each with a number of its own.
  CHECK(polis->sayings.size() == 316);
  CHECK(std::count_if(polis->sayings.begin(), polis->sayings.end(), [](const ReadSaying& one) { return one.state == SayingState::refused; }) == 162);
}

}  // namespace
}  // namespace alongside::formats
