// Both databases for one test: its body is run over SQLite in a file, SQLite in memory and PostgreSQL.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "postgres_cluster.h"
#include "store/door.h"
#include "temporary_folder.h"

namespace alongside {

inline void over_each_database(const std::function<void(store::Database&)>& body) {
  SUBCASE("SQLite in a file") {
    const TemporaryFolder folder;
    body(*store::open_sqlite(folder / "place.db"));
  }
  SUBCASE("SQLite in memory") { body(*store::open_memory()); }
  SUBCASE("PostgreSQL") {
    const std::optional<std::string> url = postgres_url();
    if (!url) {
      MESSAGE("skipped: " << why_no_postgres());
      return;
    }
    static int schemas = 0;
    body(*store::open_postgres(*url, "a \"place\" " + std::to_string(++schemas)));
  }
}

}  // namespace alongside
