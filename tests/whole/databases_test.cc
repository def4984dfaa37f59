// The same place over SQLite and over PostgreSQL: whoever reads it cannot tell which.
#include <doctest/doctest.h>

#include <algorithm>

#include "postgres_cluster.h"
#include "whole/served.h"
#include "whole/things.h"

namespace alongside::whole {
namespace {

// The addresses of every public page of the sample, each thing in it included.
std::vector<std::string> addresses(Served& served) {
  std::vector<std::string> out;
  for (const kernel::Concern& concern : served.house().concerns()) {
    for (const kernel::Page& page : concern.pages()) {
      const std::string pattern = page.row.path;
      if (!page.row.cached) continue;
      for (std::string& path : each_address(served.place(), pattern)) out.push_back(path.empty() ? "/index" : std::move(path));
    }
  }
  return out;
}

// Without the hash of its entry: that holds what chance salted.
std::string without_leaves(std::string json) {
  constexpr std::string_view leaf = "\"leaf\":\"";
  for (std::size_t at = json.find(leaf); at != json.npos; at = json.find(leaf, at + 1)) {
    json.erase(at + leaf.size(), json.find('"', at + leaf.size()) - at - leaf.size());
  }
  return json;
}

TEST_CASE("every page of the sample reads the same over SQLite and over PostgreSQL" * doctest::test_suite("slow")) {
  const std::optional<std::string> url = postgres_url();
  if (!url) {
    MESSAGE("skipped: " << why_no_postgres());
    return;
  }
  Served in_a_file;
  Served in_a_server(*url);
  Browser one(in_a_file);
  Browser other(in_a_server);
  const std::vector<std::string> paths = addresses(in_a_file);
  CHECK(paths.size() > 80);
  for (const std::string& path : paths) {
    for (const std::string ending : {".json", ".csv"}) {
      const Answer from_file = one.get("/eastmere" + path + ending);
      CHECK_MESSAGE(from_file.status != 500, path);
      const Answer from_server = other.get("/eastmere" + path + ending);
      CHECK_MESSAGE(without_leaves(from_file.body) == without_leaves(from_server.body), path, " ", ending);
    }
  }
}

}  // namespace
}  // namespace alongside::whole
