#include "whole/policy_table.h"

#include <fstream>
#include <set>
#include <sstream>

namespace alongside::whole {
namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

}  // namespace

Policy read_policy(const std::string& file) {
  static const std::set<std::string> answers{"y", "n", "own", "propose"};
  Policy policy;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> words = words_of(line);
    // The line that names the columns is the comment that begins with them.
    if (words.size() > 2 && words[0] == "#" && words[1] == "visitor")
      policy.kinds.assign(words.begin() + 1, words.end());
    if (words.empty() || words[0].starts_with("#")) continue;
    if (words.size() <= policy.kinds.size()) {
      policy.problems.push_back(line);
      continue;
    }
    const std::size_t first = words.size() - policy.kinds.size();
    std::string name = words[0];
    for (std::size_t i = 1; i < first; ++i) name += " " + words[i];
    if (policy.who.contains(name)) policy.problems.push_back("twice: " + name);
    for (std::size_t i = 0; i < policy.kinds.size(); ++i) {
      if (!answers.contains(words[first + i])) policy.problems.push_back(line);
      policy.who[name][policy.kinds[i]] = words[first + i];
    }
  }
  return policy;
}

}  // namespace alongside::whole
