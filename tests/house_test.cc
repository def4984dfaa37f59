// The rules of docs/architecture.md that a machine can check.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const std::vector<std::string> rooms = {"base",  "engines", "formats", "record",   "html",
                                        "store", "kernel",  "commons", "exchange", "faces"};
const std::set<std::string> side_by_side = {"engines", "formats", "record", "html", "store"};
const std::vector<std::string> concerns = {"place", "people", "valued", "decision", "ask", "work", "question", "said", "option", "agreement", "gathering", "pay", "home"};

struct File {
  std::string path;  // "src/commons/ask/views.cc"
  Lines lines;
};

struct Include {
  std::size_t line;
  std::string path;  // "html/say.h"
  bool ours;         // in quotes
};

bool is_code(const fs::path& path) {
  static const std::set<std::string> endings = {".h", ".cc", ".sql", ".cmake", ".mjs", ".sh", ".py"};
  return endings.count(path.extension().string()) > 0;
}

std::vector<File> read(const std::vector<std::string>& folders, bool (*wanted)(const fs::path&)) {
  std::vector<File> files;
  for (const std::string& folder : folders) {
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file() || !wanted(entry.path())) continue;
      File& file = files.emplace_back(File{entry.path().string(), {}});
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) file.lines.push_back(line);
    }
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

const std::vector<File>& sources() {
  static const std::vector<File> files = read({"src"}, is_code);
  return files;
}

std::vector<Include> includes(const File& file) {
  std::vector<Include> found;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string& line = file.lines[i];
    if (line.rfind("#include ", 0) != 0 || line.size() < 12) continue;
    const std::size_t end = line.find_first_of("\">", 10);
    found.push_back({i + 1, line.substr(10, end - 10), line[9] == '"'});
  }
  return found;
}

// The n-th part of "commons/ask/views.h", counted from 0; empty if there is none.
std::string part(std::string_view path, int n) {
  for (; n > 0; --n) {
    const std::size_t slash = path.find('/');
    if (slash == path.npos) return {};
    path.remove_prefix(slash + 1);
  }
  return std::string(path.substr(0, path.find('/')));
}

int place_of(const std::vector<std::string>& order, const std::string& name) {
  const auto at = std::find(order.begin(), order.end(), name);
  return at == order.end() ? -1 : static_cast<int>(at - order.begin());
}

std::string name(const File& file) { return fs::path(file.path).filename().string(); }
bool is_test(const File& file) { return name(file).find("_test.cc") != std::string::npos || name(file).find("_for_tests.h") != std::string::npos; }
std::string where(const File& file, std::size_t line) { return file.path + ":" + std::to_string(line); }

// Why this include is not allowed; nothing if it is.
std::optional<std::string> broken(const File& file, const Include& include) {
  const std::string room = part(file.path, 1);
  const std::string other = part(include.path, 0);
  if (place_of(rooms, other) < 0 || other == room) return std::nullopt;
  if (place_of(rooms, room) < 0) return std::nullopt;  // alongside.cc stands above all
  if (place_of(rooms, other) > place_of(rooms, room)) return "a room includes only rooms below it";
  if (side_by_side.count(room) > 0 && side_by_side.count(other) > 0)
    return "these two rooms do not include one another";
  return std::nullopt;
}

TEST_CASE("a room includes only rooms below it, and the five beside each other stay apart") {
  REQUIRE_FALSE(sources().empty());
  for (const File& file : sources()) {
    for (const Include& include : includes(file)) {
      if (!include.ours) continue;
      const auto why = broken(file, include);
      CHECK_MESSAGE(!why, where(file, include.line), " includes ", include.path, ": ", why.value_or(""));
    }
  }
}

TEST_CASE("a concern includes earlier concerns, and of later ones only what can happen there") {
  for (const File& file : sources()) {
    if (part(file.path, 1) != "commons" || is_test(file)) continue;
    const int own = place_of(concerns, part(file.path, 2));
    CHECK_MESSAGE(own >= 0, file.path, " is in a concern that is not in the order of concerns");
    for (const Include& include : includes(file)) {
      if (!include.ours || part(include.path, 0) != "commons") continue;
      if (part(include.path, 2).rfind("acts", 0) == 0) continue;
      CHECK_MESSAGE(place_of(concerns, part(include.path, 1)) <= own, where(file, include.line), " includes ",
                    include.path, " of a later concern; only its acts.h may be");
    }
  }
}

TEST_CASE("pages cannot reach the database") {
  for (const File& file : sources()) {
    if (part(file.path, 1) != "commons" || name(file).rfind("pages", 0) != 0) continue;
    for (const Include& include : includes(file)) {
      CHECK_MESSAGE(part(include.path, 0) != "store", where(file, include.line), " includes ", include.path);
    }
  }
}

TEST_CASE("concerns, engines and the record have no hidden time, threads or chance") {
  const std::set<std::string> rooms_without = {"commons", "engines", "record"};
  const std::set<std::string> headers = {"thread", "random", "chrono", "ctime", "time.h", "future", "mutex"};
  for (const File& file : sources()) {
    if (rooms_without.count(part(file.path, 1)) == 0 || is_test(file)) continue;
    for (const Include& include : includes(file)) {
      CHECK_MESSAGE(headers.count(include.path) == 0, where(file, include.line), " includes ", include.path);
    }
  }
}

TEST_CASE("engines have no file and no stream") {
  const std::set<std::string> headers = {"fstream", "filesystem", "iostream", "cstdio", "stdio.h"};
  for (const File& file : sources()) {
    if (part(file.path, 1) != "engines" || is_test(file)) continue;
    for (const Include& include : includes(file)) {
      CHECK_MESSAGE(headers.count(include.path) == 0, where(file, include.line), " includes ", include.path);
    }
  }
}

TEST_CASE("no header reads streams or regular expressions into everybody") {
  for (const File& file : sources()) {
    for (const Include& include : includes(file)) {
      CHECK_MESSAGE(include.path != "regex", where(file, include.line), " includes <regex>, which is slow to compile");
      const bool header = fs::path(file.path).extension() == ".h";
      CHECK_MESSAGE(!(header && include.path == "iostream"), where(file, include.line), " is a header with <iostream>");
    }
  }
}

TEST_CASE("no file is longer than 400 lines") {
  for (const File& file : read({"src", "tests", "bench", "cmake", "scripts"}, is_code)) {
    if (file.path.find("_list.cc") != std::string::npos) continue;  // written by a program
    CHECK_MESSAGE(file.lines.size() <= 400, file.path, " has ", file.lines.size(), " lines");
  }
}

TEST_CASE("nothing is left to be done by a mark in the code") {
  // Spelt apart, so that this file does not find itself.
  const std::vector<std::string> marks = {std::string("TO") + "DO", std::string("FIX") + "ME"};
  for (const File& file : read({"src", "tests", "bench", "cmake", "scripts"}, is_code)) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const std::string& mark : marks) {
        CHECK_MESSAGE(file.lines[i].find(mark) == std::string::npos, where(file, i + 1), " has ", mark);
      }
    }
  }
}

TEST_CASE("every header is included by somebody") {
  std::set<std::string> included;
  for (const File& file : read({"src", "tests", "bench"}, is_code)) {
    const std::string beside = fs::path(file.path).replace_extension(".h").string();
    for (const Include& include : includes(file)) {
      if ("src/" + include.path != beside) included.insert(include.path);
    }
  }
  for (const File& file : sources()) {
    if (fs::path(file.path).extension() != ".h") continue;
    CHECK_MESSAGE(included.count(file.path.substr(4)) > 0, file.path, " is included by nobody but its own source");
  }
}

TEST_CASE("a page of the documentation has one title, at its top") {
  const auto is_page = [](const fs::path& path) { return path.extension() == ".md"; };
  for (const File& file : read({"docs"}, is_page)) {
    int titles = 0;
    bool in_code = false;
    for (const std::string& line : file.lines) {
      if (line.rfind("```", 0) == 0) in_code = !in_code;
      titles += !in_code && line.rfind("# ", 0) == 0 ? 1 : 0;
    }
    CHECK_MESSAGE(titles == 1, file.path, " has ", titles, " titles");
    CHECK_MESSAGE((!file.lines.empty() && file.lines[0].rfind("# ", 0) == 0), file.path,
                  " does not open with its title");
  }
}

}  // namespace
