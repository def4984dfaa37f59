// Work on a thread of its own: begun once, looked at by many, done anew when asked, stopped with its place.
#include "kernel/long_work.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <new>
#include <thread>
#include <vector>

namespace alongside::kernel {
namespace {

const LongWork::Read reads_nothing = [](const std::function<void(Reader&)>&) {};

LongWork::Look<int> when_done(LongWork& work, const std::string& name, std::int64_t of, const LongWork::Work<int>& how) {
  for (;;) {
    auto look = work.look<int>(name, of, how);
    if (!look.is_going) return look;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

TEST_CASE("work is begun by the first who looks and done once, however many look, and done anew for something newer") {
  LongWork work(reads_nothing);
  std::atomic<int> begun = 0;
  const LongWork::Work<int> how = [&](const LongWork::Read&, Progress& progress) -> Result<int> {
    ++begun;
    for (int i = 0; i < 100; ++i) progress.at(i, 100, "things");
    return begun.load();
  };
  CHECK(work.look<int>("a", 0, how).found == nullptr);
  std::vector<std::thread> people;
  for (int i = 0; i < 8; ++i) {
    people.emplace_back([&] {
      for (int n = 0; n < 50; ++n) work.look<int>("a", 0, how);
    });
  }
  for (std::thread& one : people) one.join();
  CHECK(*when_done(work, "a", 0, how).found == 1);
  CHECK(begun == 1);

  const auto anew = work.look<int>("a", 7, how);
  CHECK(anew.is_going);
  CHECK(*anew.found == 1);  // what was found before stands meanwhile
  CHECK(*when_done(work, "a", 7, how).found == 2);
  CHECK(*when_done(work, "a", 3, how).found == 2);  // older: nothing to do
}

TEST_CASE("work says how far it is, and why it could not be done; it is tried again when asked anew") {
  LongWork work(reads_nothing);
  std::atomic<bool> may_go_on = false;
  const LongWork::Work<int> slow = [&](const LongWork::Read&, Progress& progress) -> Result<int> {
    progress.at(30, 100, "things");
    while (!may_go_on && progress.at(30, 100, "things")) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return problem(Code::wrong_state, "", msg("It could not be done."));
  };
  auto look = work.look<int>("b", 1, slow);
  while (look.done == 0) look = work.look<int>("b", 1, slow);
  CHECK(look.done == 30);
  CHECK(look.total == 100);
  CHECK(look.what == "things");
  may_go_on = true;
  CHECK(when_done(work, "b", 1, slow).problems.has(Code::wrong_state));
  CHECK(when_done(work, "b", 2, [](const LongWork::Read&, Progress&) -> Result<int> { throw std::bad_alloc(); }).problems.any());
  CHECK(*when_done(work, "b", 3, [](const LongWork::Read&, Progress&) -> Result<int> { return 5; }).found == 5);
}

TEST_CASE("whoever closes a place does not wait for work to be done, and what was found last is kept") {
  {
    LongWork work(reads_nothing);
    for (int i = 0; i < 20; ++i) when_done(work, std::to_string(i), 0, [i](const LongWork::Read&, Progress&) -> Result<int> { return i; });
    CHECK(*work.look<int>("19", 0, {}).found == 19);
  }
  LongWork work(reads_nothing);
  std::atomic<bool> has_begun = false;
  work.look<int>("for ever", 0, [&](const LongWork::Read&, Progress& progress) -> Result<int> {
    has_begun = true;
    while (progress.at(0, 1, "")) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return problem(Code::wrong_state, "", msg("This was stopped before it was done."));
  });
  work.look<int>("never begun", 0, [](const LongWork::Read&, Progress&) -> Result<int> { return 1; });
  while (!has_begun) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace
}  // namespace alongside::kernel
