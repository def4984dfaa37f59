// What grouping finds among real answers to a consultation, held against the themes that analysts gave them.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "engines/grouping.h"

namespace alongside::engines {
namespace {

const std::string folder = "../shared/data/decisions/consultation/gambling_XS_q1/";

struct Answers {
  std::vector<std::string> texts;
  std::vector<std::set<std::string>> themes;  // of each
};

std::vector<Json> lines_of(const std::string& file) {
  std::vector<Json> out;
  std::ifstream in(folder + file);
  for (std::string line; std::getline(in, line);) out.push_back(parse_json(line).value());
  return out;
}

Answers read_answers() {
  std::map<std::int64_t, std::set<std::string>> labels;
  for (const Json& one : lines_of("mapping.jsonl")) {
    for (const Json& label : one.find("labels")->items()) labels[one.find("response_id")->number()].insert(label.string());
  }
  Answers out;
  for (const Json& one : lines_of("responses.jsonl")) {
    out.texts.push_back(one.find("response")->string());
    out.themes.push_back(labels[one.find("response_id")->number()]);
  }
  return out;
}

std::size_t in_common(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::size_t out = 0;
  for (const std::string& one : a) out += b.count(one);
  return out;
}

TEST_CASE("answers to a consultation that are proposed as about the same have themes in common more often than any two") {
  const Answers answers = read_answers();
  if (answers.texts.empty()) {
    MESSAGE("skipped: the answers are not there");
    return;
  }
  const std::size_t n = answers.texts.size();
  std::size_t pairs = 0, alike = 0, same = 0;  // any two; with a theme in common; with all themes in common
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      ++pairs;
      alike += in_common(answers.themes[a], answers.themes[b]) > 0 ? 1 : 0;
      same += answers.themes[a] == answers.themes[b] ? 1 : 0;
    }
  }
  const std::vector<std::string_view> views(answers.texts.begin(), answers.texts.end());
  Quiet quiet;
  const Grouping found = group(views, {}, quiet).value();
  std::size_t proposed = 0, right = 0, wholly = 0;
  const auto look = [&](std::size_t a, std::size_t b) {
    ++proposed;
    right += in_common(answers.themes[a], answers.themes[b]) > 0 ? 1 : 0;
    wholly += answers.themes[a] == answers.themes[b] ? 1 : 0;
  };
  for (const AboutTheSame& pair : found.about) look(pair.a, pair.b);
  for (const SameText& one : found.same) {
    for (std::size_t i = 1; i < one.sayings.size(); ++i) look(one.sayings[0], one.sayings[i]);
  }
  const auto of_100 = [](std::size_t part, std::size_t all) { return all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all); };
  MESSAGE(n, " answers: ", proposed, " pairs proposed; ", of_100(right, proposed), "% have a theme in common (any two: ", of_100(alike, pairs), "%), ", of_100(wholly, proposed),
          "% all themes (any two: ", of_100(same, pairs), "%); of those with a theme in common ", of_100(right, alike), "% were proposed");
  CHECK(proposed > 0);
  CHECK(of_100(right, proposed) > of_100(alike, pairs));
  CHECK(of_100(wholly, proposed) > of_100(same, pairs));
}

}  // namespace
}  // namespace alongside::engines
