// Imports: known again, never twice, never quietly changed.
#include "commons/decision/importing.h"

#include <doctest/doctest.h>

#include <chrono>

#include "commons/decision/scene.h"
#include "commons/decision/views.h"

namespace alongside::decision {
namespace {

struct ImportAsked {
  Index body;
  std::vector<std::string> titles;
  bool with_ids = true;
  std::string what;
  std::string on;
  std::string id_prefix = "ID=";
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("id_prefix", self.id_prefix);
    field("on", self.on);
    field("titles", self.titles);
    field("what", self.what);
    field("with_ids", self.with_ids);
  }
};

FromFile file_of(const ImportAsked& asked) {
  FromFile file;
  for (std::size_t i = 0; i < asked.titles.size(); ++i) {
    FromSource one;
    one.taken = {.body = asked.body,
                 .title = Said(asked.titles[i]),
                 .what = Said(asked.what),
                 .maker_kind = MakerKind::meeting,
                 .maker = Said("Cabinet"),
                 .on = When::parse(asked.on)};
    if (asked.with_ids) one.taken.source_id = Said(asked.id_prefix + std::to_string(i));
    file.taken.push_back(std::move(one));
  }
  return file;
}
struct Facts {
  ImportFacts import;
};
Facts look(const kernel::Situation& situation, const ImportAsked& asked) {
  return {look_import(situation.reader, situation.next_index, situation.today, file_of(asked))};
}
Result<kernel::Changes> decide(const Facts& facts, ImportAsked asked) {
  kernel::Changes changes;
  const Imported done = add_imported(changes, facts.import,
                                     {.address = Said("https://council.example/list"),
                                      .page = Said("a page"),
                                      .format = Token{"test"},
                                      .read_on = facts.import.today},
                                     file_of(asked));
  changes.tell("taken", Json(static_cast<std::int64_t>(done.taken.size())));
  changes.tell("changed", Json(static_cast<std::int64_t>(done.changed.size())));
  changes.tell("unchanged", Json(static_cast<std::int64_t>(done.unchanged.size())));
  changes.tell("proposed", Json(static_cast<std::int64_t>(done.proposed.size())));
  return changes;
}
struct Rebuild {
  bool yes = true;
  static void fields(auto& self, auto&& field) { field("yes", self.yes); }
};
struct RebuildFacts {
  kernel::Changes changes;
};
RebuildFacts look(const kernel::Situation& situation, const Rebuild&) {
  RebuildFacts facts;
  rebuild_import_keys(facts.changes, situation.reader);
  return facts;
}
Result<kernel::Changes> decide(const RebuildFacts& facts, Rebuild) { return facts.changes; }

kernel::Concern imports() {
  return kernel::Concern("imports", "", "")
      .command<ImportAsked>({.words = "test import", .path = "/test", .may = kernel::may::keeper})
      .command<Rebuild>({.words = "test rebuild", .path = "/test/rebuild", .may = kernel::may::keeper});
}
std::vector<kernel::Concern> with_imports() {
  auto out = scene::concerns();
  out.push_back(imports());
  return out;
}

struct Importing {
  kernel::TestPlace place{with_imports(), Json::object({{"name", "Eastmere"}})};
  Index council =
      place.done("body register", Json::object({{"name", "Eastmere Council"}, {"body_kind", "council"}})).acts.front();
  kernel::Outcome import(std::vector<std::string> titles, std::string what = "That it be so.", bool with_ids = true,
                         std::string prefix = "ID=") {
    Json list = Json::array();
    for (std::string& title : titles) list.push(Json(std::move(title)));
    return place.done("test import", Json::object({{"body", council.value},
                                                   {"titles", list},
                                                   {"what", what},
                                                   {"with_ids", with_ids},
                                                   {"on", "2024-03-04"},
                                                   {"id_prefix", prefix}}));
  }
};
std::int64_t told(const kernel::Outcome& outcome, const char* key) { return outcome.told.find(key)->number(); }

}  // namespace

TEST_CASE("the same page imported twice changes nothing") {
  for (const bool with_ids : {true, false}) {
    CAPTURE(with_ids);
    Importing here;
    CHECK(told(here.import({"A", "B", "C"}, "So.", with_ids), "taken") == 3);
    const auto again = here.import({"A", "B", "C"}, "So.", with_ids);
    CHECK(again.acts.empty());
    CHECK(told(again, "unchanged") == 3);
  }
}

TEST_CASE("a page that changed since shows both wordings, and its new text is kept") {
  Importing here;
  const auto first = here.import({"A"}, "That it be so.");
  const auto again = here.import({"A"}, "That it be otherwise.");
  CHECK(told(again, "changed") == 1);
  REQUIRE(again.acts.size() == 2);  // source.read, decision.corrected
  const Json page = *here.place.page("/decisions/" + std::to_string(first.acts[1].value));
  CHECK(page.find("what")->string() == "That it be otherwise.");
  CHECK(page.find("corrections")->items()[0].find("before")->string() == "That it be so.");
  CHECK(here.import({"A"}, "That it be otherwise.").acts.empty());
  CHECK(here.place.refold_difference() == "");
}

TEST_CASE("a weak match is proposed and never merged") {
  Importing here;
  here.import({"Close the café"});
  const auto again = here.import({"Close the café"}, "So.", true, "AIId=");
  CHECK(told(again, "taken") == 1);
  CHECK(told(again, "proposed") == 1);
}

TEST_CASE("what was erased here is not brought back by an import") {
  Importing here;
  const auto first = here.import({"A"}, "It names somebody.");
  here.place.done("erase", Json::object({{"act", first.acts[1].value}, {"field", "what"}, {"ground", "named_person"}}));
  CHECK(here.import({"A"}, "It names somebody.").acts.empty());
}

TEST_CASE("the keys can be made again from what is on the record") {
  Importing here;
  here.import({"A", "B"});
  here.place.done("test rebuild", Json::object());
  CHECK(here.import({"A", "B"}, "That it be so.").acts.empty());
}

TEST_CASE("thousands of decisions come in one order, and are known again") {
  Importing here;
  std::vector<std::string> titles;
  for (int i = 0; i < 2000; ++i) titles.push_back("Decision number " + std::to_string(i));
  const auto began = std::chrono::steady_clock::now();
  CHECK(told(here.import(titles), "taken") == 2000);
  const auto done = std::chrono::steady_clock::now();
  CHECK(here.import(titles).acts.empty());
  const auto again = std::chrono::steady_clock::now();
  const auto ms = [](auto from, auto to) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(to - from).count();
  };
  MESSAGE("2,000 decisions in " << ms(began, done) << " ms; the same again in " << ms(done, again) << " ms");
}

TEST_CASE("who decided this? is answered at once with thousands of decisions, a thousand of them linked to it") {
  Importing here;
  std::vector<std::string> titles;
  for (int i = 0; i < 10000; ++i) titles.push_back("Decision number " + std::to_string(i));
  const auto ms = [](auto from, auto to) {
    return std::chrono::duration_cast<std::chrono::microseconds>(to - from).count() / 1000.0;
  };
  const auto began = std::chrono::steady_clock::now();
  const auto all = here.import(titles).acts;
  const auto imported = std::chrono::steady_clock::now();
  const Index centre = all[1];
  for (std::size_t i = 2; i <= 1001; ++i) {
    here.place.done("decision link",
                    Json::object({{"decision", all[i].value}, {"link", "follows"}, {"to", centre.value}}));
  }
  const auto time_of = [&](const std::string& path, std::map<std::string, std::string> query = {}) {
    const auto from = std::chrono::steady_clock::now();
    CHECK(here.place.html(path, query).ok());
    return ms(from, std::chrono::steady_clock::now());
  };
  const std::string linked = "/decisions/" + std::to_string(centre.value);
  const std::string other = "/decisions/" + std::to_string(all[5000].value);
  time_of(other);
  MESSAGE("10,000 decisions in " << ms(began, imported) << " ms; a page " << time_of(other)
                                 << " ms; one with 1,000 links " << time_of(linked) << " ms; the list "
                                 << time_of("/decisions") << " ms; by status "
                                 << time_of("/decisions", {{"status", "withdrawn"}}) << " ms and "
                                 << time_of("/decisions", {{"status", "in_force"}}) << " ms");
  CHECK(here.place.page(linked)->find("chain")->find("is_cut")->boolean());
}

}  // namespace alongside::decision
