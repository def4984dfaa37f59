// Checking a whole record as a stranger does: head, entries, tree, tiles, openings, and the acts folded into tables.
//
// The record is made here, the same on every machine: of six acts one is a decision with four words, three name a
// decider, one records a dissent, one a change of status. Every word is open. To have it in a folder:
//
//   build/test/verify_bench --write DIR [ACTS]     and then     alongside record verify DIR
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "base/text.h"
#include "exchange/house.h"
#include "kernel/guard.h"
#include "kernel/verify_export.h"
#include "record/checkpoint.h"
#include "record/opening.h"
#include "record/tile.h"
#include "temporary_folder.h"

namespace alongside {
namespace {

constexpr std::int64_t acts_a_decision = 6;

class RecordMaker {
 public:
  explicit RecordMaker(std::string folder) : folder_(std::move(folder)) {}

  void make(std::int64_t acts) {
    put("place.opened", Json::object({{"helplines", "england"},
                                      {"host_decides", false},
                                      {"name", words("name", "Eastmere")},
                                      {"sample", false},
                                      {"zone", "Europe/London"}}));
    put("body.registered", Json::object({{"body_kind", "council"},
                                         {"decides", true},
                                         {"expired", false},
                                         {"name", words("name", "Eastmere Council")}}));
    put("office.registered", Json::object({{"body", 1}, {"title", words("title", "Councillor")}}));
    put("office.held", Json::object({{"from", "2022-05-12"}, {"name", words("name", "Wanda Joyce")}, {"office", 2}}));
    while (size_ < acts) next();
    close_bundle();
    finish();
  }

 private:
  void next() {
    const std::int64_t step = (size_ - 4) % acts_a_decision;
    const std::string number = std::to_string(size_);
    if (step == 0) {
      decision_ = size_;
      const std::string day = "2025-0" + std::to_string(1 + size_ % 9) + "-1" + std::to_string(size_ % 10);
      put("decision.taken",
          Json::object(
              {{"asked_before", "not_known"},
               {"body", 1},
               {"by_the_body", false},
               {"call_in", "yes"},
               {"key", "yes"},
               {"maker", words("maker", "Cabinet")},
               {"maker_kind", "meeting"},
               {"no_interests", false},
               {"on", day},
               {"reasons",
                words("reasons",
                      "The building needs a new roof, and the money for it was found in the year before. Number " +
                          number)},
               {"title", words("title", "Repairs to a public building, the " + number + "th")},
               {"what",
                words("what",
                      "That the works begin in the spring and that the reading room stays open while they last.")}}));
    } else if (step <= 3) {
      put("decider.named",
          Json::object(
              {{"chaired", step == 1}, {"decision", decision_}, {"held", 3}, {"vote", step == 3 ? "against" : "for"}}));
    } else if (step == 4) {
      put("dissent.recorded",
          Json::object({{"decider", size_ - 1},
                        {"decision", decision_},
                        {"words", words("words", "Nobody asked those who come every day. " + number)}}));
    } else {
      put("decision.status_changed",
          Json::object({{"decision", decision_}, {"event", "called_in"}, {"on", "2025-11-10"}}));
    }
  }

  // A word's place in the body that is put next.
  Json words(const char* field, std::string text) {
    record::Opening opening{.index = size_, .field = field, .words = std::move(text)};
    opening.salt = sha256("salt", std::to_string(size_), field);
    Json out = record::commitment_json(record::commit(opening.salt, field, opening.words));
    openings_.push_back(std::move(opening));
    return out;
  }

  void put(const char* kind, Json body) {
    const auto bytes =
        record::print(record::Entry{.kind = kind, .at = *Day::parse("2026-11-24"), .body = std::move(body)});
    record::append_to_bundle(bundle_, *bytes);
    range_.append(record::leaf_hash(*bytes), [&](int level, std::int64_t, const Digest& hash) {
      if (level % 8 != 0) return;
      std::string& row = rows_[level / 8];
      row += view(hash);
      if (row.size() == 32u * record::tile_width) write_tile(level / 8);
    });
    ++size_;
    if (size_ % record::tile_width == 0) close_bundle();
  }

  void write_tile(int level) {
    std::string& row = rows_[level];
    if (row.empty()) return;
    write(record::tile_path({level, tiles_[level]++, static_cast<int>(row.size() / 32)}), row);
    row.clear();
  }

  void close_bundle() {
    if (bundle_.empty()) return;
    const std::int64_t number = (size_ - 1) / record::tile_width;
    const int width = record::tile_width_at(record::entries_level, number, size_);
    write(record::tile_path({record::entries_level, number, width}), bundle_);
    write(record::openings_path(number), record::print_openings(std::exchange(openings_, {})));
    bundle_.clear();
  }

  void finish() {
    for (int level = 0; level < 8; ++level) write_tile(level);
    const auto key =
        record::SigningKey::from_seed("bench.example.org/eastmere", record::KeyKind::ed25519, std::string(32, 's'));
    write("key", record::verifier_key_text(key->verifier()) + "\n");
    write("erased", R"({"erased":[]})");
    write("checkpoint",
          record::signed_checkpoint({.origin = key->verifier().name, .size = size_, .root = range_.root()}, *key));
  }

  void write(const std::string& path, const std::string& bytes) {
    const std::filesystem::path file = folder_ + "/" + path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
  }

  std::string folder_;
  std::int64_t size_ = 0;
  std::int64_t decision_ = 0;
  record::CompactRange range_;
  std::map<int, std::string> rows_;
  std::map<int, std::int64_t> tiles_;
  std::string bundle_;
  std::vector<record::Opening> openings_;
};

void verify_made_record(benchmark::State& state) {
  const TemporaryFolder folder;
  RecordMaker(folder / "record").make(state.range(0));
  const kernel::House house = the_house();
  const record::Files files = kernel::files_in(folder / "record");
  const auto verifier = record::parse_verifier_key(trimmed(*files("key")));
  const std::vector<record::Verifier> known{*verifier};
  Quiet quiet;
  for (auto _ : state) {
    const auto folded = kernel::verify_and_fold(house, {.files = files, .known = known}, quiet);
    if (!folded || !folded->verified.holds() || folded->verified.entries != state.range(0)) {
      state.SkipWithError("it does not hold");
      return;
    }
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  state.counters["most_memory_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}
BENCHMARK(verify_made_record)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(1)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace alongside

int main(int argc, char** argv) {
  if (argc >= 3 && std::string_view(argv[1]) == "--write") {
    alongside::RecordMaker(argv[2]).make(argc > 3 ? std::atoll(argv[3]) : 1'000'000);
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
