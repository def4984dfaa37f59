// Pages are looked over before they are published, and what a person put right stays right.
#include <doctest/doctest.h>

#include "commons/people/commands.h"
#include "exchange/import_scene.h"

namespace alongside::import {
namespace {

const std::string page = "source id,title,decision,decided\nID=7,Let teh hall,That the hall be let.,2024-03-04\n";

// The keeper with an account: a draft falls with whoever began it.
struct Looking : Scene {
  Looking() {
    const std::string link = place.done("keeper link", Json::object()).told.find("link")->string();
    Json request = Json::object(
        {{"key", link.substr(link.find("key=") + 4)}, {"name", "Keeper"}, {"passphrase", "seven wet herons wait"}});
    place.read([&](kernel::Reader& reader) {
      const kernel::Actor nobody;
      REQUIRE(people::prepare_join({.reader = reader, .actor = nobody, .today = place.today()}, request).ok());
    });
    const auto joined = place.done("join", std::move(request));
    place.as({.session = joined.told.find("session")->string()});
  }
  std::int64_t read(const std::string& bytes) {
    Json files = Json::array();
    files.push(file("d.csv", bytes));
    const auto done = place.done("draft read", Json::object({{"body", council.value}, {"files", std::move(files)}}));
    return done.told.find("draft")->number();
  }
  Json first_decision(std::int64_t draft) {
    const Json seen = place.page("/import/drafts/" + std::to_string(draft)).value();
    return seen.find("decisions")->items().front();
  }
};

// The first decision as its form holds it at first.
Json put_right(std::int64_t draft) {
  return Json::object({{"draft", draft},
                       {"nth", 1},
                       {"on", "2024-03-04"},
                       {"title", "Let teh hall"},
                       {"what", "That the hall be let."}});
}

TEST_CASE("a draft says what was read and what is missing, and puts nothing on the record") {
  Looking scene;
  Index before;
  scene.place.read([&](kernel::Reader& reader) { before = reader.size(); });
  const Json one = scene.first_decision(scene.read(page));
  CHECK(one.find("read")->items().size() == 3);
  CHECK(one.find("missing")->canonical() == R"(["published","reasons","options","interests","powers","maker"])");
  CHECK(one.find("held_as")->string() == "new");
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.size() == before); });
}

TEST_CASE("what a person put right is published, and the same page again changes nothing") {
  Looking scene;
  const std::int64_t draft = scene.read(page);
  Json words = put_right(draft);
  words.set("title", "Let the hall");
  words.set("reasons", "It stands empty.");
  words.set("options", "Sell it\nKeep it");
  scene.place.done("draft correct", std::move(words));
  const auto published = scene.place.done("draft publish", Json::object({{"draft", draft}}));
  const std::string path = "/decisions/" + std::to_string(published.acts.at(1).value);
  const std::string html = scene.place.html(path).value();
  CHECK(html.find("Let the hall") != html.npos);
  CHECK(html.find("It stands empty.") != html.npos);
  CHECK(html.find("Let teh hall") == html.npos);
  CHECK_FALSE(scene.place.page("/import/drafts/" + std::to_string(draft)).ok());  // it is published, and gone

  CHECK(scene.first_decision(scene.read(page)).find("held_as")->string() == "same");
  CHECK(scene.import("d.csv", page).acts.empty());
  const auto later = scene.import(
      "d.csv", "source id,title,decision,decided\nID=7,Let the old hall,That the hall be let.,2024-03-04\n");
  CHECK(told(later, "changed") == 1);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("what a person takes out of a draft is published as missing, and the same page does not bring it back") {
  Looking scene;
  const std::string named =
      "source id,title,decision,decided,reasons,interests\n"
      "ID=8,Let the hall,That the hall be let.,2024-03-04,Mrs Quill is ill.,None\n";
  const std::int64_t draft = scene.read(named);
  Json words = put_right(draft);
  words.set("interests", "The chair lives next door.");
  scene.place.done("draft correct", std::move(words));
  const auto published = scene.place.done("draft publish", Json::object({{"draft", draft}}));
  const std::string html = scene.place.html("/decisions/" + std::to_string(published.acts.at(1).value)).value();
  CHECK(html.find("Mrs Quill") == html.npos);
  CHECK(html.find("The chair lives next door.") != html.npos);
  CHECK(scene.import("d.csv", named).acts.empty());
}

TEST_CASE("a draft is forgotten after 30 days") {
  Looking scene;
  const std::int64_t draft = scene.read(page);
  scene.place.today_is(scene.place.today() + 31);
  scene.place.as_keeper();
  scene.place.done("due drafts", Json::object());
  CHECK(count(scene, "SELECT COUNT(*) FROM import_drafts") == 0);
  CHECK(count(scene, "SELECT COUNT(*) FROM private_texts WHERE name LIKE 'draft/%'") == 0);
  CHECK_FALSE(scene.place.page("/import/drafts/" + std::to_string(draft)).ok());
}

TEST_CASE("a correction with a day that does not come is refused, and the draft stays as it was") {
  Looking scene;
  const std::int64_t draft = scene.read(page);
  const auto refused =
      scene.place.order("draft correct", Json::object({{"draft", draft}, {"nth", 1}, {"on", "2999-01-01"}}));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.problems.list().front().field == "on");
  const auto no_such = scene.place.order("draft correct", Json::object({{"draft", draft}, {"nth", 9}, {"title", "x"}}));
  REQUIRE_FALSE(no_such.ok());
  CHECK(no_such.problems.list().front().field == "nth");
}

TEST_CASE("only an officer of the body can confirm what a draft publishes") {
  Looking scene;
  const std::int64_t draft = scene.read(page);
  const auto refused = scene.place.order("draft publish", Json::object({{"confirmed", true}, {"draft", draft}}));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.problems.list().front().field == "confirmed");
}

}  // namespace
}  // namespace alongside::import
