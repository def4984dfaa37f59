// The store: durable commits, a page's reads, and the search over 100,000 things.
//
// PostgreSQL is a server of the program's own in a temporary folder, syncing. An entry is 256 bytes, with its 32-byte
// leaf.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "base/random.h"
#include "postgres_cluster.h"
#include "store/door.h"
#include "store/search.h"
#include "store/vault.h"
#include "temporary_folder.h"

namespace alongside::store {
namespace {

constexpr const char* insert = "INSERT INTO entries (idx, kind, at_day, bytes, leaf) VALUES ($1, $2, $3, $4, $5)";

std::unique_ptr<Connection> writer_with_entries(Database& database) {
  auto writer = database.writer();
  writer->script(
      "CREATE TABLE entries (idx INTEGER PRIMARY KEY, kind TEXT NOT NULL, at_day INTEGER NOT NULL, bytes BLOB NOT "
      "NULL, "
      "leaf BLOB NOT NULL)");
  return writer;
}

Values entry(std::int64_t index) {
  return {index, std::string("decision.taken"), std::int64_t{20'000}, Blob{std::string(256, 'e')},
          Blob{std::string(32, 'l')}};
}

void commits(benchmark::State& state, Database& database, bool in_bulk) {
  auto writer = writer_with_entries(database);
  std::int64_t next = 0;
  for (auto _ : state) {
    writer->begin();
    if (in_bulk) {
      std::vector<Values> rows;
      for (int i = 0; i < state.range(0); ++i) rows.push_back(entry(next++));
      writer->run_many(insert, rows);
    } else {
      for (int i = 0; i < state.range(0); ++i) writer->run(insert, entry(next++));
    }
    writer->commit();
  }
  state.SetItemsProcessed(next);
}

void commits_to_sqlite(benchmark::State& state) {
  const TemporaryFolder folder;
  commits(state, *open_sqlite(folder / "place.db"), false);
}
BENCHMARK(commits_to_sqlite)->Arg(1)->Arg(16)->Arg(256)->Arg(4096)->UseRealTime();

void over_postgres(benchmark::State& state, bool in_bulk) {
  const auto url = postgres_url();
  if (!url) return state.SkipWithError(why_no_postgres().c_str());
  static int schemas = 0;
  commits(state, *open_postgres(*url, "bench " + std::to_string(++schemas)), in_bulk);
}
void commits_to_postgres_row_by_row(benchmark::State& state) { over_postgres(state, false); }
BENCHMARK(commits_to_postgres_row_by_row)->Arg(1)->Arg(16)->Arg(256)->UseRealTime();
void commits_to_postgres_in_bulk(benchmark::State& state) { over_postgres(state, true); }
BENCHMARK(commits_to_postgres_in_bulk)->Arg(16)->Arg(256)->Arg(4096)->UseRealTime();

// 100 rows by their key inside one snapshot.
void reads(benchmark::State& state, Database& database) {
  auto writer = writer_with_entries(database);
  std::vector<Values> rows;
  for (std::int64_t i = 0; i < 100'000; ++i) rows.push_back(entry(i));
  writer->run_many(insert, rows);
  if (writer->is_postgres()) writer->run("ANALYZE entries");
  Seeded seeded(1);
  std::int64_t bytes = 0;
  for (auto _ : state) {
    auto reader = database.reader();
    const Snapshot snapshot(*reader);
    for (int i = 0; i < 100; ++i) {
      const Value at = static_cast<std::int64_t>(seeded.below(100'000));
      reader->each("SELECT kind, bytes FROM entries WHERE idx = $1", {at},
                   [&](const Row& row) { bytes += static_cast<std::int64_t>(row.blob(1).size()); });
    }
  }
  benchmark::DoNotOptimize(bytes);
  state.SetItemsProcessed(state.iterations() * 100);
}
void reads_of_a_page_sqlite(benchmark::State& state) {
  const TemporaryFolder folder;
  reads(state, *open_sqlite(folder / "place.db"));
}
BENCHMARK(reads_of_a_page_sqlite)->Unit(benchmark::kMicrosecond)->UseRealTime();
void reads_of_a_page_postgres(benchmark::State& state) {
  const auto url = postgres_url();
  if (!url) return state.SkipWithError(why_no_postgres().c_str());
  static int schemas = 0;
  reads(state, *open_postgres(*url, "bench reads " + std::to_string(++schemas)));
}
BENCHMARK(reads_of_a_page_postgres)->Unit(benchmark::kMicrosecond)->UseRealTime();

void vault_slots_a_sync(benchmark::State& state) {
  const TemporaryFolder folder;
  const auto vault = std::move(Vault::open(folder / "vault", "", true)).value();
  for (auto _ : state) vault->create(state.range(0));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(vault_slots_a_sync)->Arg(1)->Arg(256)->UseRealTime();

void vault_key_and_open_a_box(benchmark::State& state) {
  const TemporaryFolder folder;
  const auto vault = std::move(Vault::open(folder / "vault", "", true)).value();
  vault->create(10'000);
  const std::string box = seal(*vault->key(77), std::string(300, 'w'), "77/reasons");
  for (auto _ : state) benchmark::DoNotOptimize(open_box(*vault->key(77), box, "77/reasons"));
}
BENCHMARK(vault_key_and_open_a_box);

// Invented words, of which few are common and most are rare, as in a language.
std::string some_words(Seeded& seeded, int count) {
  constexpr const char* syllables[] = {"ca",  "re",   "ho",  "me",  "li",  "bra", "ry",  "road",
                                       "ser", "vice", "day", "cen", "tre", "con", "sul", "ta"};
  std::string text;
  for (int i = 0; i < count; ++i) {
    std::uint64_t rank = seeded.below(seeded.below(20'000) + 1);
    do {
      text += syllables[rank % 16];
      rank /= 16;
    } while (rank > 0);
    text += ' ';
  }
  return text;
}

const SearchIndex& a_hundred_thousand_things() {
  static SearchIndex index;
  static const bool filled = [] {
    Seeded seeded(1);
    for (std::int64_t id = 0; id < 100'000; ++id) index.put({{id, some_words(seeded, 8), some_words(seeded, 120)}});
    return true;
  }();
  (void)filled;
  return index;
}

void search(benchmark::State& state, const std::string& question) {
  const SearchIndex& index = a_hundred_thousand_things();
  std::size_t found = 0;
  for (auto _ : state) found = index.find(question, 20).size();
  state.counters["found"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(search, one_rare_word, "roadcenlibra")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, two_words, "librare homeca")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, one_word_that_most_things_hold, "care")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, a_short_beginning, "ca")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, many_common_words, "ca re ho me li bra ry road ser vice day con")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, common_words_none_holds_all, "ca re ho me li bra ry road ser vice zzzz con")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace alongside::store
