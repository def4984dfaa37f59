// Appending 256-byte entries to the tree against the hashes alone that this takes: a leaf of 257 bytes and, for all but
// one entry in two on average, a node of 65. What is lost beside the hashing is the tree's own work. One core.
//
// Both run in turns over the same entries in the same run, and the last line is the share: appends of hashes.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "record/tree.h"

namespace alongside::record {
namespace {

constexpr std::int64_t entries = 1 << 20;
constexpr std::size_t entry_bytes = 256;

std::vector<std::string> some_entries() {
  std::vector<std::string> out;
  for (int i = 0; i < 1024; ++i) out.emplace_back(entry_bytes, static_cast<char>('a' + i % 26));
  return out;
}

void append_all(const std::vector<std::string>& all) {
  CompactRange range;
  for (std::int64_t i = 0; i < entries; ++i) range.append(leaf_hash(all[static_cast<std::size_t>(i) % all.size()]));
  benchmark::DoNotOptimize(range.root());
}

// As many leaves and nodes as a tree of so many entries has: entries, and entries - 1.
void hash_alone(const std::vector<std::string>& all) {
  Digest leaf{};
  Digest node{};
  for (std::int64_t i = 0; i < entries; ++i) {
    leaf = leaf_hash(all[static_cast<std::size_t>(i) % all.size()]);
    if (i > 0) node = node_hash(node, leaf);
  }
  benchmark::DoNotOptimize(node);
}

template <class Work>
double seconds_of(Work work) {
  const auto from = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

void appends_beside_hashes(benchmark::State& state) {
  const std::vector<std::string> all = some_entries();
  double append_s = 0, hash_s = 0;
  for (auto _ : state) {
    append_s += seconds_of([&] { append_all(all); });
    hash_s += seconds_of([&] { hash_alone(all); });
  }
  const double done = static_cast<double>(state.iterations() * entries);
  state.counters["appends_a_second"] = done / append_s;
  state.counters["hashes_alone_a_second"] = done / hash_s;
  state.counters["percent_of_hashes_alone"] = 100 * hash_s / append_s;
}
BENCHMARK(appends_beside_hashes)->Iterations(5)->Repetitions(3)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace alongside::record
