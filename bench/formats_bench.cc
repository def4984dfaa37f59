// Reading what others write: what an import waits for before it orders anything.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

#include "formats/csv.h"
#include "formats/decisions_csv.h"
#include "formats/detect.h"

namespace alongside::formats {
namespace {

std::string real(const std::string& path) {
  std::ifstream in("../shared/data/" + path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void one_file(benchmark::State& state, const char* path) {
  const std::string bytes = real(path);
  if (bytes.empty()) return state.SkipWithError("the file is not there");
  std::size_t rows = 0;
  for (auto _ : state) {
    const auto read = read_any({.name = path, .bytes = bytes});
    rows += read->decisions.size() + read->valued.size() + read->holders.size() + read->holidays.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
}
BENCHMARK_CAPTURE(one_file, decision_page, "decisions/moderngov/constructed_decision_callin.html")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(one_file, matter_with_votes, "decisions/legistar/nyc_introduction_2018_0647.json")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(one_file, popolo, "decisions/people/tas_local_councillor_popolo.json")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(one_file, libraries, "places/libraries_england.csv")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(one_file, libraries_2023, "places/libraries_england_2023.csv")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(one_file, holidays, "clocks/bank_holidays.tsv")->Unit(benchmark::kMillisecond);

std::string ten_thousand_decisions() {
  std::string table = decisions_csv_header();
  for (int i = 0; i < 10'000; ++i) {
    ReadDecision decision{
        .reference = "K/2025/" + std::to_string(i),
        .title = "Close the library, item " + std::to_string(i),
        .maker = "Cabinet",
        .what = {"In exercise of the powers delegated, we close it.", "Reason: it was not used much."},
        .wards = {"Millbrook"}};
    decision.decided = When(Day(19'000 + i % 365));
    table += decisions_csv_row(decision);
  }
  return table;
}

void our_table_of_10000_decisions(benchmark::State& state) {
  const std::string table = ten_thousand_decisions();
  for (auto _ : state) benchmark::DoNotOptimize(read_any({.name = "d.csv", .bytes = table}));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * 10'000);
}
BENCHMARK(our_table_of_10000_decisions)->Unit(benchmark::kMillisecond);

void csv_alone(benchmark::State& state) {
  const std::string table = ten_thousand_decisions();
  for (auto _ : state) benchmark::DoNotOptimize(read_csv({.name = "d.csv", .bytes = table}));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * table.size()));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * 10'000);
}
BENCHMARK(csv_alone)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace alongside::formats
