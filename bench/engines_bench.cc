// The engines: what a page or a desk waits for.
#include <benchmark/benchmark.h>

#include <fstream>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/random.h"
#include "base/text.h"
#include "engines/asked_before.h"
#include "engines/calendar.h"
#include "engines/grouping.h"
#include "engines/wording.h"

namespace alongside::engines {
namespace {

// Invented words, of which few are common and most are rare, as in a language.
std::string some_words(Seeded& seeded, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const std::uint64_t rank = seeded.below(seeded.below(20'000) + 1);
    text += "word" + std::to_string(rank) + (i % 15 == 14 ? ".\n" : " ");
  }
  return text;
}

void one_ask_among(benchmark::State& state) {
  AskedBefore asked;
  Seeded seeded(1);
  for (std::int64_t id = 0; id < state.range(0); ++id) asked.add(id, some_words(seeded, 10), some_words(seeded, 120));
  const std::string title = some_words(seeded, 10);
  const std::string body = some_words(seeded, 120);
  for (auto _ : state) benchmark::DoNotOptimize(asked.top(title, body, 5));
}
BENCHMARK(one_ask_among)->Arg(1'580)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void one_petition_among_all(benchmark::State& state) {
  AskedBefore asked;
  std::vector<std::pair<std::string, std::string>> texts;
  std::ifstream file("../shared/data/decisions/petitions/petitions.jsonl");
  for (std::string line; std::getline(file, line);) {
    const Json petition = parse_json(line).value();
    texts.emplace_back(petition.find("action")->string(), petition.find("background")->string());
    asked.add(static_cast<std::int64_t>(texts.size()), texts.back().first, texts.back().second);
  }
  if (texts.empty()) return state.SkipWithError("the petitions are not there");
  std::size_t next = 0;
  for (auto _ : state) {
    const auto& [title, body] = texts[next++ % texts.size()];
    benchmark::DoNotOptimize(asked.top(title, body, 5));
  }
}
BENCHMARK(one_petition_among_all)->Unit(benchmark::kMillisecond);

// Of three sayings two are in people's own words; the third is one of 50 letters, with up to five words of its own.
std::vector<std::string> some_sayings(Seeded& seeded, std::int64_t count, const auto& own_words) {
  std::vector<std::string> letters;
  for (int i = 0; i < 50; ++i) letters.push_back(own_words(seeded));
  std::vector<std::string> sayings;
  for (std::int64_t i = 0; i < count; ++i) {
    if (i % 3 != 0) {
      sayings.push_back(own_words(seeded));
      continue;
    }
    sayings.push_back(letters[seeded.below(letters.size())]);
    for (std::uint64_t own = seeded.below(6); own > 0; --own) sayings.back() += " own" + std::to_string(seeded.below(1'000));
  }
  return sayings;
}

void grouping(benchmark::State& state, const std::vector<std::string>& sayings) {
  const std::vector<std::string_view> views(sayings.begin(), sayings.end());
  Quiet quiet;
  for (auto _ : state) {
    const Grouping found = group(views, {}, quiet).value();
    state.counters["groups"] = static_cast<double>(found.same.size());
    state.counters["pairs"] = static_cast<double>(found.about.size());
  }
}

void grouping_of_sayings(benchmark::State& state) {
  Seeded seeded(3);
  grouping(state, some_sayings(seeded, state.range(0), [](Seeded& chance) { return some_words(chance, 100); }));
}
BENCHMARK(grouping_of_sayings)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

// Six sentences each, from all petitions: of 100,000 sayings about 30 hold the same sentence, far more than in life.
void grouping_of_real_sentences(benchmark::State& state) {
  std::vector<std::string> sentences;
  std::ifstream file("../shared/data/decisions/petitions/petitions.jsonl");
  for (std::string line; std::getline(file, line);) {
    const Json petition = parse_json(line).value();
    for (const char* field : {"background", "additional_details"}) {
      const Json* value = petition.find(field);
      if (value == nullptr || !value->is_string()) continue;
      for (const std::string_view sentence : split(value->string(), '.')) {
        if (sentence.size() > 20) sentences.push_back(std::string(sentence) + ".");
      }
    }
  }
  if (sentences.empty()) return state.SkipWithError("the petitions are not there");
  Seeded seeded(4);
  grouping(state, some_sayings(seeded, state.range(0), [&](Seeded& chance) {
             std::string text;
             for (int i = 0; i < 6; ++i) text += sentences[chance.below(sentences.size())];
             return text;
           }));
}
BENCHMARK(grouping_of_real_sentences)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void differences_of_2000_words(benchmark::State& state) {
  Seeded seeded(2);
  const std::string before = some_words(seeded, 2'000);
  std::string after = before;
  for (int i = 0; i < state.range(0); ++i) after.insert(seeded.below(after.size()), " changed ");
  for (auto _ : state) benchmark::DoNotOptimize(differences(before, after));
}
BENCHMARK(differences_of_2000_words)->Arg(1)->Arg(20)->Arg(400)->Unit(benchmark::kMillisecond);

void due_with_ten_years_of_holidays(benchmark::State& state) {
  std::vector<Holiday> rows;
  for (int i = 0; i < 300; ++i) {
    rows.push_back({.division = static_cast<Division>(i % 3),
                    .day = Day(18'000 + i * 12),
                    .title = {},
                    .known_from = Day(17'000 + i * 12),
                    .removed_on = {}});
  }
  const Holidays holidays(rows);
  for (auto _ : state) benchmark::DoNotOptimize(due(foi_2000(Day(19'500)), holidays, Day(21'000)));
}
BENCHMARK(due_with_ten_years_of_holidays)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace alongside::engines
