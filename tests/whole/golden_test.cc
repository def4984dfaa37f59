// Entries that were written once are read for ever: tests/golden/entries.txt, one of each kind and version.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>

#include "exchange/house.h"
#include "kernel/carry_out.h"
#include "kernel/migrate.h"
#include "record/entry.h"
#include "whole/served.h"

namespace alongside::whole {
namespace {

std::vector<std::string> lines_of(const char* file) {
  std::vector<std::string> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::vector<std::string> golden() {
  std::vector<std::string> out = lines_of("tests/golden/entries.txt");
  std::erase_if(out, [](const std::string& line) { return line.empty() || line.starts_with("#"); });
  return out;
}

std::string kind_of(const record::Entry& entry) { return entry.kind + " " + std::to_string(entry.version); }

std::set<std::string> kinds_of(const kernel::House& house) {
  std::set<std::string> out;
  for (const kernel::Concern& concern : house.concerns()) {
    for (const kernel::ActKind& kind : concern.own_acts()) {
      out.insert(std::string(kind.kind) + " " + std::to_string(kind.version));
    }
  }
  return out;
}

// As docs/record.md shows it: … for commitments, roots and origins.
Json with_dots(const Json& value) {
  if (value.is_array()) {
    Json out = Json::array();
    for (const Json& one : value.items()) out.push(with_dots(one));
    return out;
  }
  if (!value.is_object()) return value;
  Json out = Json::object();
  for (const auto& [key, one] : value.members()) {
    const bool is_long = key == "c" || key == "root" || key == "origin";
    out.set(key, is_long && one.is_string() ? Json("…") : with_dots(one));
  }
  return out;
}

// The examples of docs/record.md: "| `kind` | what it says | `{…}` |".
std::map<std::string, Json> documented() {
  std::map<std::string, Json> out;
  for (const std::string& line : lines_of("docs/record.md")) {
    const std::size_t body = line.rfind("| `{");
    if (!line.starts_with("| `") || body == line.npos) continue;
    const auto example = parse_json(line.substr(body + 3, line.rfind('`') - body - 3));
    CHECK_MESSAGE(example.ok(), line);
    if (example.ok()) out[line.substr(3, line.find('`', 3) - 3)] = *example;
  }
  return out;
}

TEST_CASE("each kind and version of act has one golden entry, and each golden entry is of a kind that is known") {
  std::set<std::string> seen;
  for (const std::string& line : golden()) {
    const auto entry = record::parse_entry(line);
    REQUIRE_MESSAGE(entry.ok(), line);
    CHECK_MESSAGE(seen.insert(kind_of(*entry)).second, "twice: ", line);
  }
  const std::set<std::string> known = kinds_of(the_house());
  for (const std::string& kind : known) CHECK_MESSAGE(seen.contains(kind), kind, " has no golden entry");
  for (const std::string& kind : seen) CHECK_MESSAGE(known.contains(kind), kind, " is not known any more");
}

TEST_CASE("a golden entry is printed to the bytes that it came in, and folds into tables that know nothing else") {
  const kernel::House house = the_house();
  for (const std::string& line : golden()) {
    CHECK(record::print(*record::parse_entry(line)).value() == line);
    const auto database = store::open_memory();
    const auto into = database->writer();
    kernel::create_public_tables(house, *into);
    const Status folded = kernel::fold_entry(house, {150}, line, *into);
    CHECK_MESSAGE(folded.ok(), line);
  }
}

TEST_CASE("all golden entries fold into one place, twice to the same tables") {
  const kernel::House house = the_house();
  std::vector<std::string> digests;
  for (int time = 0; time < 2; ++time) {
    const auto database = store::open_memory();
    const auto into = database->writer();
    kernel::create_public_tables(house, *into);
    Index index{0};
    for (const std::string& line : golden()) {
      CHECK_MESSAGE(kernel::fold_entry(house, index, line, *into).ok(), line);
      ++index.value;
    }
    std::string all;
    for (const auto& table : kernel::digests(house, *into)) all += table.table + std::string(view(table.digest));
    digests.push_back(all);
  }
  CHECK(digests[0] == digests[1]);
}

TEST_CASE("docs/record.md shows the golden entries, and no other kind") {
  const auto documents = documented();
  std::set<std::string> kinds;
  for (const std::string& line : golden()) {
    const auto entry = record::parse_entry(line);
    kinds.insert(entry->kind);
    const auto at = documents.find(entry->kind);
    REQUIRE_MESSAGE(at != documents.end(), entry->kind, " is not in docs/record.md");
    CHECK(with_dots(entry->body).canonical() == at->second.canonical());
  }
  for (const auto& one : documents) CHECK_MESSAGE(kinds.contains(one.first), one.first, " has no golden entry");
}

TEST_CASE("a golden entry has every yes or no that the entries of its kind in the sample have") {
  Served served;
  std::map<std::string, int> entries;
  std::map<std::string, std::map<std::string, int>> with;  // by kind and field: how many have it
  served.place().read([&](kernel::Reader& reader) {
    for (std::int64_t i = 0; i < reader.size().value; ++i) {
      const auto entry = record::parse_entry(*reader.entry({i}));
      ++entries[entry->kind];
      for (const auto& [field, value] : entry->body.members()) with[entry->kind][field] += value.is_bool() ? 1 : 0;
    }
  });
  for (const std::string& line : golden()) {
    const auto entry = record::parse_entry(line);
    for (const auto& [name, count] : with[entry->kind]) {
      const std::string& field = name;
      const bool is_always_there = count == entries[entry->kind];
      CHECK_MESSAGE((!is_always_there || entry->body.find(field) != nullptr), entry->kind, " has no ", field);
    }
  }
}

}  // namespace
}  // namespace alongside::whole
