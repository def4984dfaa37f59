// tests/policy.txt, read.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace alongside::whole {

struct Policy {
  std::vector<std::string> kinds;                                 // the columns, in their order
  std::map<std::string, std::map<std::string, std::string>> who;  // "ask judge" or "/asks/{ask}": kind to y, n or own
  std::vector<std::string> problems;                              // lines that cannot be read
};

Policy read_policy(const std::string& file);

}  // namespace alongside::whole
