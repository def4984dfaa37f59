#include "kernel/testing.h"

#include <atomic>
#include <cstdlib>
#include <stdexcept>

#include <unistd.h>

#include "kernel/carry_out.h"

namespace alongside::kernel {
namespace {

std::string in_words(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems.list()) out += in_english(problem) + "\n";
  return out;
}

// A whole test program can be run over PostgreSQL: tests/test_main.cc sets this.
std::string database_of_this_run() {
  const char* url = std::getenv("ALONGSIDE_TEST_DATABASE");
  return url == nullptr ? "" : url;
}

std::string fresh_name() {
  static std::atomic<int> count = 0;
  return "t" + std::to_string(::getpid()) + "-" + std::to_string(++count);
}

}  // namespace

TestPlace::TestPlace(std::vector<Concern> concerns, Json first, std::string database_url)
    : house_(std::move(concerns)),
      database_url_(database_url.empty() ? database_of_this_run() : std::move(database_url)),
      today_(*Day::parse("2026-11-24")) {
  folder_ = std::filesystem::temp_directory_path() / ("alongside-" + fresh_name());
  std::filesystem::create_directories(folder_);
  NewPlace fresh{.sample = true, .first = {.command = "place open", .credential = credential_, .key = "open", .request = std::move(first)}};
  auto made = OpenPlace::create(house_, options(), fresh);
  if (!made) throw std::runtime_error(in_words(made.problems()));
  place_ = std::move(made).value();
}

TestPlace::~TestPlace() {
  place_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

OpenOptions TestPlace::options() {
  return {.data = folder_.string(),
          .place = "p" + folder_.filename().string().substr(10),
          .database_url = database_url_,
          .now = [this] { return Instant{std::int64_t{today().number()} * 86400 + 43200}; }};
}

void TestPlace::reopen() {
  place_.reset();
  auto again = OpenPlace::open(house_, options());
  if (!again) throw std::runtime_error(in_words(again.problems()));
  place_ = std::move(again).value();
}

void TestPlace::today_is(Day day) { today_ = day; }

Outcome TestPlace::order(std::string command, Json request, std::string key) {
  if (key.empty()) key = "test-" + std::to_string(++keys_);
  return place_->submit_and_wait({.command = std::move(command), .credential = credential_, .key = std::move(key), .request = std::move(request)});
}

Outcome TestPlace::done(std::string command, Json request) {
  Outcome outcome = order(command, std::move(request));
  if (!outcome.ok()) throw std::runtime_error(command + ": " + in_words(outcome.problems));
  return outcome;
}

Result<Seen> TestPlace::see(std::string_view path, std::map<std::string, std::string> query) {
  auto match = house_.page_at(path);
  if (match.row == nullptr) return problem(Code::not_found, "", msg("There is no such page."), std::string(path));
  return place_->see(*match.row, credential_, std::move(match.path), std::move(query), "key");
}

Result<Json> TestPlace::page(std::string_view path, std::map<std::string, std::string> query) {
  const auto seen = see(path, std::move(query));
  if (!seen) return seen.problems();
  return seen->json();
}

Result<std::string> TestPlace::html(std::string_view path, std::map<std::string, std::string> query) {
  const auto seen = see(path, std::move(query));
  if (!seen) return seen.problems();
  const Actor actor;
  const Say& say = Say::english();
  return seen->html({.say = say, .place = place_->id(), .actor = actor, .today = today_, .fresh_key = "key"}).str();
}

Result<std::string> TestPlace::csv(std::string_view path, std::map<std::string, std::string> query) {
  const auto seen = see(path, std::move(query));
  if (!seen) return seen.problems();
  if (!seen->csv) return problem(Code::not_found, "", msg("This page has no CSV."), std::string(path));
  return seen->csv(Say::english());
}

std::string TestPlace::refold_difference() {
  const auto empty = store::open_memory();
  const auto into = empty->writer();
  create_public_tables(house_, *into);
  std::string difference;
  read([&](Reader& reader) {
    for (std::int64_t i = 0; i < reader.size().value && difference.empty(); ++i) {
      const Status folded = fold_entry(house_, {i}, *reader.entry({i}), *into);
      if (!folded) difference = "entry " + std::to_string(i) + ": " + in_words(folded.problems());
    }
    const auto here = digests(house_, reader.connection());
    const auto anew = digests(house_, *into);
    for (std::size_t i = 0; i < here.size() && difference.empty(); ++i) {
      if (here[i].digest != anew[i].digest) {
        difference = "table " + here[i].table + " differs: " + std::to_string(here[i].rows) + " rows here, " +
                     std::to_string(anew[i].rows) + " when folded anew";
      }
    }
  });
  return difference;
}

}  // namespace alongside::kernel
