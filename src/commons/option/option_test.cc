// The choices of a piece of work: their words stand once people are asked, and whether people were asked is worked out.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "commons/option/scene.h"
#include "commons/option/views.h"
#include "commons/work/pages.h"
#include "commons/work/room.h"

namespace alongside::option {
namespace {

using scene::has;

std::string asked_of(scene::Place& scene, Index work) {
  return scene.json(options_path(work)).find("chosen")->items().front().find("asked")->string();
}

Json choice(Index work, Index option, const char* words, Index decision) {
  Json request = Json::object({{"work", work.value}});
  if (option.is_set()) request.set("option", option.value);
  if (*words != '\0') request.set("words", words);
  if (decision.is_set()) request.set("decision", decision.value);
  return request;
}

const std::vector<InWords> two_put{{{1}, "Keep it as it is", "The library stays open."}, {{2}, "Hand it to volunteers", "Hand Harbour Road Library to a group of volunteers, with the books."}};

}  // namespace

TEST_CASE("a choice that was put to people and chosen in its own words was put to them, whatever the white space") {
  CHECK(drift_of(two_put[0], "", two_put).asked == Asked::as_put);
  CHECK(drift_of(two_put[0], "Keep  it\nas it is", two_put).asked == Asked::as_put);
  CHECK(drift_of(two_put[0], "Keep it as it is\n\nThe library stays open.", two_put).asked == Asked::as_put);
  CHECK(drift_of({}, "The library stays open.", two_put).asked == Asked::as_put);
}

TEST_CASE("a choice that was never put to people stands beside the nearest that was, with the words that differ") {
  const Drift drift = drift_of({}, "Close Harbour Road Library and let the whole building for ten years.", two_put);
  CHECK(drift.asked == Asked::never_put);
  CHECK(drift.nearest == Index{2});
  std::string before, after;
  for (const engines::Run& run : drift.runs) {
    if (run.fate != engines::Fate::added) before += run.text;
    if (run.fate != engines::Fate::removed) after += run.text;
  }
  CHECK(before == two_put[1].what);
  CHECK(after == "Close Harbour Road Library and let the whole building for ten years.");
}

TEST_CASE("a number of a choice that was put does not excuse other words, nor do words that were put excuse another choice") {
  CHECK(drift_of(two_put[1], "Hand Harbour Road Library to a group of volunteers, without the books.", two_put).asked == Asked::other_words);
  CHECK(drift_of({{3}, "Close it", ""}, "", two_put).asked == Asked::never_put);
  CHECK(drift_of({{3}, "Keep it as it is", ""}, "", two_put).asked == Asked::never_put);
}

TEST_CASE("where nothing was put to people, or its words are erased, nobody is said to have been asked or not") {
  CHECK(drift_of(two_put[0], "", {}).asked == Asked::nothing_put);
  CHECK(drift_of({{3}, "", ""}, "", two_put).asked == Asked::not_known);
  CHECK(drift_of({}, "Close it", {{{1}, "", ""}}).asked == Asked::not_known);
}

TEST_CASE("whatever is chosen, the words that differ give both texts back, and the words put alone are as put") {
  CHECK(rc::check([] {
    const auto word = rc::gen::element<std::string>("keep", "close", "the", "library", "and", "café", "open", ".");
    const auto text = [&] {
      std::string out;
      for (const std::string& one : *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(word))) out += (out.empty() ? "" : " ") + one;
      return out;
    };
    const InWords put{{1}, text(), text()};
    const std::string chosen = text();
    const Drift drift = drift_of({}, chosen, {put});
    if (drift.asked == Asked::as_put) {
      RC_ASSERT(chosen == put.title || chosen == put.what || put.title + " " + put.what == chosen);
      return;
    }
    std::string before, after;
    for (const engines::Run& run : drift.runs) {
      if (run.fate != engines::Fate::added) before += run.text;
      if (run.fate != engines::Fate::removed) after += run.text;
    }
    RC_ASSERT(after == chosen);
    RC_ASSERT(before == put.title || before == put.what || before == put.title + "\n\n" + put.what);
  }));
}

TEST_CASE("the words of a choice change until it is put to people, and the words of before stay on its page") {
  scene::Place scene;
  const Index work = scene.work();
  const Index option = scene.option(work, "Share it", "Library below, college above.");
  scene.place.done("option change", Json::object({{"option", option.value}, {"what", "Library below, café above."}, {"cost", Json::object({{"currency", "GBP"}, {"minor", 6100000}})}}));
  const std::string page = scene.html(option_path(work, option));
  CHECK(has(page, "Library below, café above."));
  CHECK(has(page, "Library below, college above."));
  CHECK(has(page, "£61,000"));
  scene.put(work, {option});
  const auto late = scene.place.order("option change", Json::object({{"option", option.value}, {"what", "Close it."}}));
  CHECK(late.problems.has(Code::wrong_state));
  CHECK(scene.place.order("options put", scene.put_request(work, {option})).problems.has(Code::already_there));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("who uses a place that a choice touches becomes a side of the work, and the place's page says so") {
  scene::Place scene;
  const Index work = scene.work();
  scene.place.read([&](kernel::Reader& reader) { CHECK(work::consenting_sides(reader, work).size() == 2); });
  const Index option = scene.option(work, "Close it", "The library closes.", scene.library);
  scene.option(work, "Close it on Mondays", "", scene.library);  // touched already: said once
  scene.place.read([&](kernel::Reader& reader) {
    CHECK(work::consenting_sides(reader, work).size() == 3);
    CHECK(reader.count("SELECT COUNT(*) FROM work_touches") == 1);
  });
  const std::string page = scene.html("/valued/" + std::to_string(scene.library.value));
  CHECK(has(page, "would touch this place"));
  CHECK(has(page, "you are a side of that work"));
  CHECK(has(page, options_path(work) + "/" + std::to_string(option.value)));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a choice that would touch a place is open to those who use it until one is chosen, and then says which") {
  scene::Place scene;
  const Index work = scene.work();
  const Index close = scene.option(work, "Close it", "The library closes.", scene.library);
  const Index keep = scene.option(work, "Keep it", "", scene.library);
  scene.put(work, {close, keep});
  const std::string path = "/valued/" + std::to_string(scene.library.value);
  const auto open_choices = [&] {
    int out = 0;
    const Json page = scene.json(path);
    for (const Json& one : page.find("asked")->items()) out += one.find("kind")->string() == "option" && one.find("is_open")->boolean() ? 1 : 0;
    return out;
  };
  CHECK(open_choices() == 2);
  const std::string notice = scene.html(work::work_path(work) + "/notice/" + std::to_string(scene.library.value));
  CHECK(has(notice, "Close it"));
  scene.place.done("work pause", Json::object({{"work", work.value}, {"why", "An election."}}));
  CHECK(open_choices() == 0);
  scene.place.done("work reopen", Json::object({{"work", work.value}}));
  scene.place.done("option choose", choice(work, keep, "", {}));
  CHECK(open_choices() == 0);
  const std::string page = scene.html(path);
  CHECK(has(page, "It was chosen."));
  CHECK(has(page, "Another choice was chosen."));
}

TEST_CASE("what was chosen and never put to people is marked so on every page that shows it") {
  scene::Place scene;
  const Index work = scene.work();
  scene.place.today_is(*Day::parse("2026-11-25"));
  const Index keep = scene.option(work, "Keep it as it is");
  const Index hand = scene.option(work, "Hand it to volunteers", "Hand Harbour Road Library to volunteers.");
  const Index close = scene.option(work, "Close it");
  scene.put(work, {keep, hand});
  const Index decision = scene.decision("Close Harbour Road Library", "2026-11-25");
  scene.place.done("option choose", choice(work, close, "Close Harbour Road Library.", decision));
  CHECK(asked_of(scene, work) == "never_put");
  for (const std::string& path : {options_path(work), option_path(work, close), "/decisions/" + std::to_string(decision.value)}) {
    const std::string page = scene.html(path);
    CHECK_MESSAGE(has(page, "People were not asked about this choice."), path);
    CHECK_MESSAGE(has(page, "<del>"), path);
  }
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("choices that are put to people only after the decision do not make it one that people were asked about") {
  scene::Place scene;
  const Index work = scene.work();
  const Index keep = scene.option(work, "Keep it as it is");
  const Index decision = scene.decision("Keep it", "2026-11-24");
  scene.place.today_is(*Day::parse("2026-11-30"));
  scene.put(work, {keep});
  scene.place.done("option choose", choice(work, keep, "", decision));
  CHECK(asked_of(scene, work) == "nothing_put");
}

TEST_CASE("those who run the work write and put its choices, the body that decides chooses, and nobody else does either") {
  scene::Place scene;
  const Index work = scene.work();
  const Index option = scene.option(work, "Keep it");
  const Json write = Json::object({{"work", work.value}, {"title", "Another"}});
  scene.as_member(scene.person("Heron"));
  CHECK(scene.place.order("option write", write).problems.has(Code::not_allowed));
  CHECK(scene.place.order("option choose", choice(work, option, "", {})).problems.has(Code::not_allowed));
  scene.as_officer_of(scene.trust);
  CHECK(scene.place.order("option write", write).problems.has(Code::not_allowed));
  CHECK(scene.place.order("option change", Json::object({{"option", option.value}, {"title", "No"}})).problems.has(Code::not_allowed));
  scene.as_officer_of(scene.council);
  CHECK(scene.place.order("option write", write).ok());
  CHECK(scene.place.order("option change", Json::object({{"option", option.value}, {"title", "Keep it all"}})).ok());
  CHECK(scene.place.order("option choose", choice(work, option, "", {})).ok());
  scene.as_moderator();
  CHECK(scene.place.order("option write", write).problems.has(Code::not_allowed));
}

TEST_CASE("all that is wrong with a choice is said at once") {
  scene::Place scene;
  const Index work = scene.work();
  Json touches = Json::array();
  touches.push(scene.council.value);
  const auto outcome = scene.place.order("option write", Json::object({{"work", work.value}, {"cost", Json::object({{"currency", "GBP"}, {"minor", -5}})}, {"touches", std::move(touches)}}));
  CHECK(outcome.problems.list().size() == 3);
  CHECK(scene.place.order("option choose", Json::object({{"work", work.value}})).problems.has(Code::missing));
  CHECK(scene.place.order("options put", Json::object({{"work", work.value}, {"on", "2030-01-01"}})).problems.list().size() == 2);
}

}  // namespace alongside::option
