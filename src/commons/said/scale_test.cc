// 100,000 sayings in one piece of work: what each page takes. Run by hand, it gates nothing:
//   build/main/commons_said_test --no-skip -tc="*hundred thousand*"
#include <doctest/doctest.h>

#include <chrono>
#include <iostream>

#include "commons/said/scene.h"

namespace alongside::said {
namespace {

// As an import does it: many acts in one order.
struct SayMany {
  Index work;
  std::int64_t from = 0;
  std::int64_t count = 0;
  static void fields(auto& self, auto&& field) {
    field("count", self.count);
    field("from", self.from);
    field("work", self.work);
  }
};
struct ManyFacts {
  Index next;
  kernel::Person person;
};
ManyFacts look(const kernel::Situation& situation, const SayMany&) { return {situation.next_index, situation.actor.person}; }
Result<kernel::Changes> decide(const ManyFacts& facts, SayMany asked) {
  kernel::Changes changes;
  std::vector<Index> answered, grouped;
  for (std::int64_t i = 0; i < asked.count; ++i) {
    const std::int64_t n = asked.from + i;
    const Index said{facts.next.value + changes.add(SaidGiven{.work = asked.work, .saying_kind = all_kinds[static_cast<std::size_t>(n % 4)],
                                                              .words = Said("What I know, number " + std::to_string(n) + ": " + std::string(400, 'a'))},
                                                    {.person = facts.person, .withheld = true})};
    changes.keep(AuthorRow{.said = said, .work = asked.work, .person = facts.person.value});
    if (n % 10 == 9) continue;  // one in ten waits to be read
    changes.add(SaidPublished{.said = said});
    changes.show_words(said);
    if (n % 10 < 6) answered.push_back(said);
    if (n % 20 == 0) grouped.push_back(said);
  }
  changes.add(SaidGrouped{.work = asked.work, .saids = std::move(grouped), .as = SameAs::campaign});
  changes.add(SaidAnswered{.work = asked.work, .saids = std::move(answered), .outcome = all_outcomes[static_cast<std::size_t>(asked.from / 1000 % 3)],
                           .why = Said("Because."), .signed_by = Said("Ada Finch"), .reach = Said("01632 960 017")});
  return changes;
}

}  // namespace

TEST_CASE("each page of a piece of work with a hundred thousand sayings is made in less than a tenth of a second" * doctest::skip()) {
  std::vector<kernel::Concern> all = said::concerns();
  all.push_back(kernel::Concern("many", "", "").command<SayMany>({.words = "said many", .path = "", .may = kernel::may::signed_in, .on_a_form = false}));
  Scene scene(std::move(all));
  const auto heron = scene.member("Heron");
  const auto begun = std::chrono::steady_clock::now();
  for (std::int64_t from = 0; from < 100'000; from += 1000) {
    scene.done("said many", Json::object({{"work", scene.work.value}, {"from", from}, {"count", 1000}}));
  }
  const auto took = [](auto since) { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since).count(); };
  std::cout << "writing them: " << took(begun) / 1000 << " s\n";
  scene.place.today_is(scene.place.today() + 60);  // what is open is overdue
  scene.sign_in("Heron", Scene::passphrase);
  const auto mine = scene.as;
  scene.at_the_house();
  const std::string group = std::to_string(scene.json(scene.list()).find("groups")->items().front().find("group")->number());
  const std::string reading = "/work/" + std::to_string(scene.work.value) + "/reading";
  const std::string one = scene.path({scene.json(scene.list()).find("lines")->items().front().find("said")->number()});
  using Query = std::map<std::string, std::string>;
  const std::vector<std::tuple<std::string, Query, kernel::Credential>> pages{
      {scene.list(), {}, {}}, {scene.list(), {{"page", "1800"}}, {}}, {scene.list(), {{"kind", "story"}}, {}}, {scene.list(), {{"state", "open"}, {"kind", "idea"}, {"page", "100"}}, {}},
      {scene.list(), {{"state", "overdue"}}, {}}, {scene.list(), {{"state", "overdue"}, {"page", "500"}}, {}}, {scene.list(), {{"state", "overdue"}, {"kind", "idea"}, {"page", "100"}}, {}},
      {scene.list(), {{"group", group}}, {}}, {one, {}, {}}, {one + "/letter", {}, {}}, {reading, {}, {.at_the_house = true}}, {reading, {{"page", "500"}}, {.at_the_house = true}},
      {"/me/said", {}, mine}, {"/me/said", {{"page", "2000"}}, mine}, {"/me/said/letter", {}, mine}, {"/work/" + std::to_string(scene.work.value), {}, {}}};
  for (const auto& [path, query, who] : pages) {
    scene.as = who;
    CHECK(scene.html(path, query).find("REFUSED") == std::string::npos);
    double best = 1e9, worst = 0;
    for (int i = 0; i < 10; ++i) {
      const auto since = std::chrono::steady_clock::now();
      (void)scene.html(path, query);
      const double here = took(since);
      best = std::min(best, here);
      worst = std::max(worst, here);
    }
    std::cout << path;
    for (const auto& [name, value] : query) std::cout << " " << name << "=" << value;
    std::cout << ": " << best << " to " << worst << " ms\n";
  }
}

}  // namespace alongside::said
