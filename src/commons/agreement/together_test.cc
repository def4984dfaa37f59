// A thousand people answer while the clock closes: each answer counts wholly, or is refused in words.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <thread>

#include "commons/agreement/scene.h"

namespace alongside::agreement {
namespace {

using scene::Hall;

constexpr int people_count = 1000;

// All of these orders, and wait until each is answered.
template <class Make, class Each>
void all_at_once(Hall& hall, int count, int threads, const Make& make, const Each& each) {
  std::latch answered(count);
  std::vector<std::thread> running;
  for (int t = 0; t < threads; ++t) {
    running.emplace_back([&, t] {
      for (int i = t; i < count; i += threads) {
        hall.place.place().submit(make(i), [&, i](const kernel::Outcome& outcome) {
          each(i, outcome);
          answered.count_down();
        });
      }
    });
  }
  for (std::thread& one : running) one.join();
  answered.wait();
}

kernel::Order order_of(std::int64_t person, std::string command, Json request) {
  return {.command = std::move(command), .credential = {.session = "member:" + std::to_string(person)}, .request = std::move(request)};
}

}  // namespace

TEST_CASE("of a thousand who answer while the clock closes, each is counted wholly or refused in words, and nobody twice") {
  Hall hall;
  const Index work = hall.work();
  std::vector<std::int64_t> people(people_count);
  all_at_once(hall, people_count, 4, [](int i) { return kernel::Order{.command = "test person", .request = Json::object({{"name", "Person " + std::to_string(i)}})}; },
              [&](int i, const kernel::Outcome& outcome) { people[static_cast<std::size_t>(i)] = outcome.told.find("person")->number(); });
  all_at_once(hall, people_count, 4, [&](int i) { return order_of(people[static_cast<std::size_t>(i)], "work part", Json::object({{"work", work.value}, {"side", i % 2 == 0 ? "lived" : "office"}})); },
              [](int, const kernel::Outcome& outcome) { CHECK(outcome.ok()); });
  const Index agreement = hall.ask(work);
  const Day last = hall.place.today() + 21;
  hall.place.today_is(last);

  std::vector<std::atomic<int>> counted(people_count);
  std::atomic<int> refused = 0, wrong = 0;
  std::latch enough(700);  // answers, before the last day is over
  std::atomic<int> done = 0;
  std::thread clock([&] {
    enough.wait();
    hall.place.today_is(last + 1);
    hall.place.place().submit({.command = "due agreements", .credential = {.at_the_house = true}}, [](const kernel::Outcome&) {});
  });
  // Everybody answers twice: the second takes the place of the first.
  all_at_once(hall, people_count * 2, 8,
              [&](int i) {
                return order_of(people[static_cast<std::size_t>(i % people_count)], "agreement answer",
                                Json::object({{"agreement", agreement.value}, {"answer", i < people_count ? "no" : "yes"}}));
              },
              [&](int i, const kernel::Outcome& outcome) {
                if (++done <= 700) enough.count_down();
                if (outcome.ok()) {
                  ++counted[static_cast<std::size_t>(i % people_count)];
                } else if (outcome.problems.has(Code::wrong_state)) {
                  ++refused;
                } else {
                  ++wrong;
                }
              });
  clock.join();
  hall.place.done("due agreements", Json::object());
  CHECK(wrong == 0);
  CHECK(refused > 0);
  std::int64_t told = 0;
  const Json seen = hall.see(work, agreement);
  for (const Json& side : seen.find("sides")->items()) {
    REQUIRE(side.find("answered") != nullptr);
    told += side.find("answered")->number();
    if (side.find("yes") != nullptr && side.find("no") != nullptr && side.find("abstained") != nullptr) {
      CHECK(side.find("yes")->number() + side.find("no")->number() + side.find("abstained")->number() == side.find("answered")->number());
    }
  }
  CHECK(told == std::count_if(counted.begin(), counted.end(), [](const std::atomic<int>& one) { return one > 0; }));
  hall.place.read([&](kernel::Reader& reader) {
    CHECK(reader.count("SELECT COUNT(*) FROM agreement_answers") == 0);
    CHECK(reader.count("SELECT COUNT(*) FROM entries WHERE kind = 'agreement.closed'") == 1);
  });
  CHECK(hall.place.refold_difference() == "");
}

}  // namespace alongside::agreement
