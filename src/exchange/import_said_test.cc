// What people said elsewhere comes in as sayings of a piece of work.
#include "exchange/import_said.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "exchange/said_scene.h"
#include "formats/real_data_test.h"

namespace alongside::import {
namespace {

struct SaidScene : ImportedSaid {
  // What anyone can take away: the words on all pages of the list.
  std::multiset<std::string> exported() {
    std::multiset<std::string> out;
    const kernel::Credential before = as;
    as = {};
    for (int page = 1;; ++page) {
      const Json list = json(this->list(), {{"page", std::to_string(page)}});
      const Json* lines = list.find("lines");
      if (lines == nullptr || lines->items().empty()) break;
      for (const Json& line : lines->items()) out.insert(line.find("words")->string());
      if (static_cast<std::int64_t>(out.size()) >= list.find("of")->number()) break;
    }
    as = before;
    return out;
  }
};

constexpr const char* polis =
    "comment-id,author-id,moderated,comment-body\n1,70,1,Dogs on leads\n2,71,-1,\"Something about Jo Smith\"\n3,70,0,More hedges\n";

TEST_CASE("statements come in as sayings, those refused elsewhere as refused, and nobody is named as having said them") {
  SaidScene scene;
  const auto without = scene.import("comments.csv", polis);
  REQUIRE_FALSE(without.ok());
  CHECK(without.problems.list().front().field == "refused_for");

  const auto outcome = scene.import("comments.csv", polis, Json::object({{"refused_for", "names_a_person"}, {"published", true}}));
  REQUIRE_MESSAGE(outcome.ok(), why(outcome));
  CHECK(told(outcome, "read") == 3);
  CHECK(told(outcome, "refused") == 1);
  CHECK(told(outcome, "published") == 2);
  CHECK(scene.count("SELECT COUNT(*) FROM said_authors") == 0);
  CHECK(scene.count("SELECT COUNT(*) FROM sayings WHERE stand = 'refused' AND refusal = 'names_a_person'") == 1);
  CHECK(scene.exported() == std::multiset<std::string>{"Dogs on leads", "More hedges"});
  CHECK(scene.html(scene.list()).find("Jo Smith") == std::string::npos);

  const auto again = scene.import("comments.csv", polis, Json::object({{"refused_for", "names_a_person"}, {"published", true}}));
  REQUIRE_MESSAGE(again.ok(), why(again));
  CHECK(again.acts.empty());
  CHECK(told(again, "unchanged") == 3);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("those who moderate are shown what is one text and what may be about the same, and put it together themselves") {
  SaidScene scene;
  const std::string letter = "Please keep the café at the library open, because it is where I meet the people of my street every week in winter";
  const auto outcome = scene.import("said.csv", "words\n\"" + letter + "\"\n\"Dear council, " + letter + "\"\n\"" + letter + " and spring\"\nThe café at the library: meet your street\nMore buses\n",
                                    Json::object({{"published", true}}));
  REQUIRE_MESSAGE(outcome.ok(), why(outcome));
  const std::string path = "/work/" + std::to_string(scene.work.value) + "/alike";
  const Json found = scene.json(path);
  REQUIRE(found.find("groups_in_all")->number() == 1);
  const Json& group = found.find("groups")->items().front();
  CHECK(group.find("n")->number() == 3);
  CHECK(group.find("words")->string() == letter);
  REQUIRE(found.find("pairs")->items().size() == 1);
  CHECK(scene.html(path).find("3 sayings") != std::string::npos);

  scene.done("said group", Json::object({{"work", scene.work.value}, {"as", "campaign"}, {"saids", *group.find("saids")}}));
  CHECK(scene.json(path).find("groups_in_all")->number() == 0);
  CHECK(scene.json(path).find("compared")->number() == 5);
  scene.officer(scene.council);
  CHECK(scene.html(path).starts_with("REFUSED"));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("unless the keeper says that people read it there, a person reads it here first") {
  SaidScene scene;
  const auto outcome = scene.import("said.csv", "words,on\nKeep the café,2020-05-01\n");
  REQUIRE_MESSAGE(outcome.ok(), why(outcome));
  CHECK(scene.count("SELECT COUNT(*) FROM sayings WHERE stand = 'waiting'") == 1);
  CHECK(scene.exported().empty());
}

TEST_CASE("a file with a day that has not come, or for work that is not there, is refused with all that is wrong") {
  SaidScene scene;
  const auto outcome = scene.order("import said", Json::object({{"work", 9999}, {"file", alongside::import::Scene::file("s.csv", "words,on\nKeep it,2999-05-01\n")}}));
  REQUIRE_FALSE(outcome.ok());
  CHECK(outcome.problems.has(Code::in_the_future));
  CHECK(outcome.problems.has(Code::not_found));
}

void comes_back(const char* path, const char* name) {
  const auto bytes = formats::real_file(path);
  if (!bytes) {
    MESSAGE("skipped: the real data are not here");
    return;
  }
  SaidScene scene;
  const auto outcome = scene.import(name, *bytes, Json::object({{"published", true}, {"refused_for", "not_about_this"}}));
  REQUIRE_MESSAGE(outcome.ok(), why(outcome));
  std::multiset<std::string> shown;
  const auto read = formats::read_real(path);
  for (const formats::ReadSaying& one : read->sayings) {
    if (one.state != formats::SayingState::refused) shown.insert(as_words(one.words).value());
  }
  CHECK(told(outcome, "read") == static_cast<std::int64_t>(read->sayings.size()));
  CHECK(told(outcome, "refused") == static_cast<std::int64_t>(read->sayings.size() - shown.size()));
  CHECK(scene.exported() == shown);
  MESSAGE(path << ": " << read->sayings.size() << " read, " << shown.size() << " shown");
  CHECK(scene.import(name, *bytes, Json::object({{"published", true}, {"refused_for", "not_about_this"}})).acts.empty());
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("the real petitions, answers and statements go out as they came in") {
  comes_back("decisions/petitions/petitions.jsonl", "petitions.jsonl");
  comes_back("decisions/consultation/gambling_XS_q1/responses.jsonl", "responses.jsonl");
  comes_back("decisions/consultation/responses_lgr_format.csv", "responses.csv");
  comes_back("polis/scoop-hivemind.biodiversity/comments.csv", "comments.csv");
}

}  // namespace
}  // namespace alongside::import
