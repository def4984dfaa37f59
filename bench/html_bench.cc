// Drawing pages: what every visit that no cache answers waits for.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "html/components.h"
#include "html/form.h"
#include "html/layout.h"

namespace alongside::html {
namespace {

struct Row {
  std::int64_t index;
  std::string title;
  std::string body;
  Day on;
};

std::vector<Row> some_rows(int count) {
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i) {
    rows.push_back({i, "Close the \"Harbour Road\" library & let the building, item " + std::to_string(i),
                    "Eastmere Council’s cabinet", Day(19'800 + i)});
  }
  return rows;
}

std::string list_page(const std::vector<Row>& rows, const Say& say) {
  std::vector<Line> lines;
  for (const Row& row : rows) {
    const Url to = Url::to("/eastmere/decisions/", row.index);
    lines.push_back({say.time(row.on), a(to, row.title), say("Decided by {body}.", {{"body", row.body}}),
                     ask_link(to, say("Who decided this?"), text(row.title))});
  }
  return whole_page({.place_id = "eastmere", .place_name = "Eastmere", .record_size = 1284},
                    {.title = "Decisions", .here = Nav::decisions, .main = h1(say("Decisions")) + ledger(lines)}, say);
}

void a_page_of_43_kb(benchmark::State& state, const char* language) {
  const Say say = Say::in(language);
  const std::vector<Row> rows = some_rows(45);
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string page = list_page(rows, say);
    bytes = page.size();
    benchmark::DoNotOptimize(page.data());
  }
  state.counters["page_bytes"] = static_cast<double>(bytes);
}
BENCHMARK_CAPTURE(a_page_of_43_kb, in_english, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(a_page_of_43_kb, in_another_language, "en-XA")->Unit(benchmark::kMicrosecond);

void one_text(benchmark::State& state, const char* language) {
  const Say say = Say::in(language);
  for (auto _ : state) benchmark::DoNotOptimize(say.count("{n} working day left", "{n} working days left", 13));
}
BENCHMARK_CAPTURE(one_text, in_english, "en");
BENCHMARK_CAPTURE(one_text, in_another_language, "en-XA");

void escaping(benchmark::State& state) {
  std::string words;
  while (words.size() < 43'000) words += "It is the one warm room in this ward where you don’t have to be a patient. ";
  for (auto _ : state) benchmark::DoNotOptimize(text(words));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * words.size()));
}
BENCHMARK(escaping)->Unit(benchmark::kMicrosecond);

void a_form_of_2000_fields(benchmark::State& state) {
  FormValues typed;
  for (int i = 0; i < 1000; ++i) {
    typed.add("options/" + std::to_string(i) + "/title", "An option");
    typed.add("options/" + std::to_string(i) + "/why_not", "No time.");
  }
  for (auto _ : state) benchmark::DoNotOptimize(form_to_json(typed));
}
BENCHMARK(a_form_of_2000_fields)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace alongside::html
