// The real petitions, for tests. They are not part of this repository; where they are not there, none are read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/text.h"

namespace alongside::engines {

struct Petition {
  std::int64_t id;
  std::string title;
  std::string body;
};

inline std::vector<Petition> read_petitions() {
  std::ifstream file("../shared/data/decisions/petitions/petitions.jsonl");
  std::vector<Petition> petitions;
  for (std::string line; std::getline(file, line);) {
    const Json petition = parse_json(line).value();
    const auto text = [&](const char* key) {
      const Json* value = petition.find(key);
      return value != nullptr && value->is_string() ? value->string() : std::string();
    };
    petitions.push_back(
        {petition.find("id")->number(), text("action"), text("background") + "\n" + text("additional_details")});
  }
  return petitions;
}

struct Pairs {
  std::vector<std::pair<std::int64_t, std::int64_t>> marked;
  std::set<std::int64_t> rejected;                // those that staff turned away as asked already
  std::map<std::int64_t, std::int64_t> group_of;  // each marked petition to the smallest id of its connected component
};

inline Pairs read_pairs() {
  std::ifstream file("../shared/data/decisions/petitions/duplicate_pairs.tsv");
  Pairs pairs;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto cells = split(line, '\t');
    const std::int64_t rejected = whole_number(cells[0]).value();
    const std::int64_t similar = whole_number(cells[1]).value();
    pairs.marked.emplace_back(rejected, similar);
    pairs.rejected.insert(rejected);
    const std::int64_t a = pairs.group_of.try_emplace(rejected, rejected).first->second;
    const std::int64_t b = pairs.group_of.try_emplace(similar, similar).first->second;
    for (auto& [id, group] : pairs.group_of) {
      if (group == std::max(a, b)) group = std::min(a, b);
    }
  }
  return pairs;
}

}  // namespace alongside::engines
