#include "whole/things.h"

#include <map>
#include <stdexcept>

namespace alongside::whole {
namespace {

// By the last parameter of an address: all of its parameters, each a column of what is read.
struct Things {
  const char* sql;
  std::vector<std::string> parameters;
};
const std::map<std::string, Things>& things() {
  static const std::map<std::string, Things> all{
      {"agreement", {"SELECT work, idx FROM agreements ORDER BY idx", {"work", "agreement"}}},
      {"ask", {"SELECT idx FROM asks ORDER BY idx", {"ask"}}},
      {"body", {"SELECT idx FROM bodies ORDER BY idx", {"body"}}},
      {"decision", {"SELECT idx FROM decisions ORDER BY idx", {"decision"}}},
      {"draft", {"SELECT draft FROM import_drafts ORDER BY draft", {"draft"}}},
      {"gathering", {"SELECT work, idx FROM gatherings ORDER BY idx", {"work", "gathering"}}},
      {"other", {"SELECT one.idx, other.idx FROM works AS one, works AS other WHERE one.idx <> other.idx ORDER BY one.idx, other.idx", {"work", "other"}}},
      {"said", {"SELECT work, idx FROM sayings ORDER BY idx", {"work", "said"}}},
      {"option", {"SELECT work, idx FROM options ORDER BY idx", {"work", "option"}}},
      {"touched", {"SELECT DISTINCT t.work, t.valued FROM work_touches AS t JOIN works ON works.idx = t.work WHERE state <> 'preparing' ORDER BY t.work, t.valued", {"work", "touched"}}},
      {"valued", {"SELECT idx FROM valued ORDER BY idx", {"valued"}}},
      {"work", {"SELECT idx FROM works ORDER BY idx", {"work"}}},
  };
  return all;
}

std::string last_parameter(const std::string& pattern) {
  const std::size_t open = pattern.rfind('{');
  return open == pattern.npos ? std::string() : pattern.substr(open + 1, pattern.find('}', open) - open - 1);
}

void replace(std::string& path, const std::string& parameter, std::int64_t number) {
  const std::string braced = "{" + parameter + "}";
  if (const std::size_t at = path.find(braced); at != path.npos) path.replace(at, braced.size(), std::to_string(number));
}

}  // namespace

std::vector<std::string> each_address(const kernel::OpenPlace& place, const std::string& pattern) {
  const std::string name = last_parameter(pattern);
  if (name.empty()) return {pattern};
  const auto known = things().find(name);
  if (known == things().end()) throw std::runtime_error("tests/whole/things.cc does not know where a " + name + " is: " + pattern);
  std::vector<std::string> out;
  place.read([&](kernel::Reader& reader) {
    reader.each(known->second.sql, {}, [&](const store::Row& row) {
      std::string path = pattern;
      for (std::size_t i = 0; i < known->second.parameters.size(); ++i) replace(path, known->second.parameters[i], row.integer(i));
      out.push_back(std::move(path));
    });
  });
  return out;
}

}  // namespace alongside::whole
