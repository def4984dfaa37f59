// The main of every test program. With ALONGSIDE_QUICK set, the test cases of the suite "slow" are left out:
//   TEST_CASE("…" * doctest::test_suite("slow"))
// With ALONGSIDE_ON=postgresql, the places of tests (kernel/testing.h) are kept in a PostgreSQL server of this run's
// own.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "postgres_cluster.h"

int main(int count, char** arguments) {
  const char* on = std::getenv("ALONGSIDE_ON");
  if (on != nullptr && std::string_view(on) == "postgresql") {
    const std::optional<std::string> url = alongside::postgres_url();
    if (!url) {
      std::printf("ok - the same tests over PostgreSQL # SKIP %s\n", alongside::why_no_postgres().c_str());
      return 0;
    }
    ::setenv("ALONGSIDE_TEST_DATABASE", url->c_str(), 1);
  }
  doctest::Context context(count, arguments);
  if (std::getenv("ALONGSIDE_QUICK") != nullptr) context.addFilter("test-suite-exclude", "slow");
  return context.run();
}
