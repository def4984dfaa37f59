#include "store/lock.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "temporary_folder.h"

using namespace alongside;         // NOLINT: a test
using namespace alongside::store;  // NOLINT

TEST_CASE("one holds a place at a time, and the second is told who") {
  const TemporaryFolder folder;
  const std::string file = folder / "lock";
  {
    const auto first = PlaceLock::take(file);
    REQUIRE(first.ok());
    const auto second = PlaceLock::take(file);
    REQUIRE_FALSE(second.ok());
    const Problem& why = second.problems().list().front();
    CHECK(why.code == Code::wrong_state);
    CHECK(why.file == file);
    CHECK(why.found == "process " + std::to_string(::getpid()));
  }
  CHECK(PlaceLock::take(file).ok());
  CHECK(PlaceLock::take(folder / "nowhere/lock").problems().has(Code::cannot_write));
}

TEST_CASE("a killed holder lets go") {
  const TemporaryFolder folder;
  const std::string file = folder / "lock";
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = PlaceLock::take(file);
    const char said = lock.ok() ? 'y' : 'n';
    if (::write(ready[1], &said, 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char said = 0;
  REQUIRE(::read(ready[0], &said, 1) == 1);
  CHECK(said == 'y');
  CHECK_FALSE(PlaceLock::take(file).ok());
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  CHECK(PlaceLock::take(file).ok());
  ::close(ready[0]);
  ::close(ready[1]);
}
