// The main of every test program. With ALONGSIDE_QUICK set, the test cases of the suite "slow" are left out:
//   TEST_CASE("…" * doctest::test_suite("slow"))
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>

int main(int count, char** arguments) {
  doctest::Context context(count, arguments);
  if (std::getenv("ALONGSIDE_QUICK") != nullptr) context.addFilter("test-suite-exclude", "slow");
  return context.run();
}
