#include "store/door.h"

#include <doctest/doctest.h>

#include "temporary_folder.h"

using namespace alongside;         // NOLINT: a test
using namespace alongside::store;  // NOLINT

TEST_CASE("smoke") {
  const TemporaryFolder folder;
  for (const bool memory : {false, true}) {
    auto db = memory ? open_memory() : open_sqlite(folder / "a.db");
    auto w = db->writer();
    auto r = db->reader();
    w->script("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c BLOB); -- x\n CREATE INDEX tb ON t (b);\n-- end\n");
    w->begin();
    w->run("INSERT INTO t VALUES ($1, $2, $3)", {std::int64_t{1}, std::string("x"), Blob{std::string("\0y", 2)}});
    w->savepoint();
    CHECK_THROWS_AS(w->run("INSERT INTO t VALUES ($1, $2, $3)", {std::int64_t{1}, std::string("x"), Blob{}}), Failure);
    CHECK_THROWS_AS(w->run("INSERT INTO t VALUES ($1, $2, $3)", {std::int64_t{2}, std::string("x"), Blob{}}), Failure);
    w->rollback_to();
    w->run("INSERT INTO t VALUES ($1, $2, $3)", {std::int64_t{2}, std::string("x"), Blob{}});
    w->commit();
    Snapshot s(*r);
    int n = 0;
    r->each("SELECT * FROM t WHERE a > $1 ORDER BY a", {std::int64_t{0}}, [&](const Row& row) {
      ++n;
      CHECK(row.text(1) == "x");
      CHECK_FALSE(row.is_null(2));
      CHECK(row.columns() == 3);
    });
    CHECK(n == 2);
    CHECK_THROWS_AS(r->run("DELETE FROM t"), Failure);
  }
}
