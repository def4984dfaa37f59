#include "engines/grouping.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "base/random.h"
#include "engines/near_texts.h"
#include "engines/plain_words.h"

namespace alongside::engines {
namespace {

Grouping grouped(const std::vector<std::string>& sayings, GroupingOptions options = {}) {
  const std::vector<std::string_view> views(sayings.begin(), sayings.end());
  Quiet quiet;
  return group(views, options, quiet).value();
}

std::string plain(std::string_view text) {
  PlainWords words;
  words.read(text);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) out += (i > 0 ? " " : "") + std::string(words[i]);
  return out;
}

TEST_CASE("capitals, marks, lines, a greeting and a signature make no other text of it") {
  CHECK(plain("Dear Sir or Madam,\r\n\r\nKeep the LIBRARY\u2014it\u2019s ours!\r\n\r\nYours faithfully,\r\nJo Smith") == "keep the library its ours");
  CHECK(plain("To whom it may concern: keep it. Kind regards, the Quay Street Residents") == "keep it");
  CHECK(plain("Dear me, what a pity.") == "what a pity");
  CHECK(plain("Hello") == "hello");
  CHECK(plain("Thanks") == "thanks");
  CHECK(plain("I am sending my best wishes to all who work in the library and to its readers") ==
        "i am sending my best wishes to all who work in the library and to its readers");
  CHECK(plain("CAF\u00C9 \uFF21\uFF22 na\u00EFve") == "cafe ab naive");
  CHECK(plain("\u56F3\u66F8\u9928") == "\u56F3 \u66F8 \u9928");
  CHECK(plain(" \u2014 ... \U0001F600 !").empty());

  const Grouping found = grouped({"Dear Councillor, keep our library open. Regards, Jo", "KEEP OUR LIBRARY OPEN!!", "Something else entirely"});
  REQUIRE(found.same.size() == 1);
  CHECK(found.same[0].sayings == std::vector<std::uint32_t>{0, 1});
  CHECK(found.same[0].is_exact);
}

TEST_CASE("bytes that are no text, texts without a word and no texts at all do no harm") {
  CHECK(grouped({}).same.empty());
  const Grouping found = grouped({"", "", "\xFF\xFE\x80", "\xFF\xFE\x80", "!!!", "!!!", "\xC3", std::string(3, '\0'), "keep it \xF0\x9F", "keep it"});
  REQUIRE(found.same.size() == 1);
  CHECK(found.same[0].sayings == std::vector<std::uint32_t>{8, 9});
  CHECK(found.about.empty());
  CHECK(grouped({std::string(300'000, 'a'), std::string(300'000, 'a')}).same.size() == 1);
}

TEST_CASE("one word more that says the opposite makes another text, where the text is short") {
  const Grouping found = grouped({"Dogs should be allowed to run on the beach in winter", "Dogs should not be allowed to run on the beach in winter",
                                  "Dogs should be allowed to run on our beach in winter"});
  REQUIRE(found.same.size() == 1);
  CHECK(found.same[0].sayings == std::vector<std::uint32_t>{0, 2});
  CHECK_FALSE(found.same[0].is_exact);
}

TEST_CASE("of one text in several wordings the usual one is the wording that most have") {
  const std::string letter = "keep our library open because it is where the children of this town learn to read";
  const Grouping found = grouped({letter + " gladly", letter, "A wholly different matter", letter});
  REQUIRE(found.same.size() == 1);
  CHECK(found.same[0].sayings == std::vector<std::uint32_t>{0, 1, 3});
  CHECK(found.same[0].usual == 1);
}

TEST_CASE("whoever waits can say stop at every step") {
  class StopAt final : public Progress {
   public:
    explicit StopAt(int calls) : left_(calls) {}
    bool at(std::int64_t, std::int64_t, const std::string&) override { return left_-- > 0; }

   private:
    int left_;
  };
  const std::vector<std::string_view> two{"keep it open", "close it"};
  for (int calls = 0; calls < 3; ++calls) {
    StopAt progress(calls);
    CHECK_FALSE(group(two, {}, progress).ok());
  }
  StopAt progress(3);
  CHECK(group(two, {}, progress).ok());
}

// ---- laws ----------------------------------------------------------------------------------------------------------

std::vector<std::string> few_words(int vocabulary, int length_max) {
  return *rc::gen::container<std::vector<std::string>>(rc::gen::map(
      rc::gen::container<std::vector<int>>(rc::gen::inRange(0, vocabulary)), [length_max](std::vector<int> words) {
        std::string text;
        if (words.size() > static_cast<std::size_t>(length_max)) words.resize(static_cast<std::size_t>(length_max));
        for (const int word : words) text += word == 0 ? "not " : "w" + std::to_string(word) + " ";
        return text;
      }));
}

std::map<std::string, int> bag(const std::string& text) {
  std::map<std::string, int> out;
  PlainWords words;
  words.read(text);
  for (std::size_t i = 0; i < words.size(); ++i) ++out[std::string(words[i])];
  return out;
}

bool near_by_hand(const std::string& a, const std::string& b, int per_mille) {
  const auto x = bag(a);
  const auto y = bag(b);
  int of_a = 0;
  int of_b = 0;
  int both = 0;
  for (const auto& [word, count] : x) {
    of_a += count;
    if (y.count(word) > 0) both += std::min(count, y.at(word));
  }
  for (const auto& [word, count] : y) of_b += count;
  if (of_a == 0 || of_b == 0) return false;
  const auto nots = [](const auto& words) { return words.count("not") > 0 ? words.at("not") : 0; };
  if (std::min(of_a, of_b) < 30 && nots(x) != nots(y)) return false;
  return 1'000 * both >= per_mille * (of_a + of_b - both);
}

// Each saying to the smallest of its group.
std::vector<std::uint32_t> groups_by_hand(const std::vector<std::string>& sayings, int per_mille) {
  Together together(sayings.size());
  for (std::uint32_t a = 0; a < sayings.size(); ++a) {
    for (std::uint32_t b = a + 1; b < sayings.size(); ++b) {
      if (near_by_hand(sayings[a], sayings[b], per_mille)) together.put(a, b);
    }
  }
  std::vector<std::uint32_t> out;
  for (std::uint32_t a = 0; a < sayings.size(); ++a) out.push_back(together.root(a));
  return out;
}

std::vector<std::uint32_t> groups_of(const Grouping& grouping, std::size_t count) {
  std::vector<std::uint32_t> out(count);
  std::iota(out.begin(), out.end(), 0u);
  for (const SameText& same : grouping.same) {
    for (const std::uint32_t saying : same.sayings) {
      REQUIRE(out[saying] == saying);  // in no group yet
      out[saying] = same.sayings.front();
    }
  }
  return out;
}

TEST_CASE("the groups are those that comparing every saying with every other gives") {
  CHECK(rc::check("near texts, at any threshold", [] {
    const int vocabulary = *rc::gen::inRange(2, 12);
    const auto sayings = few_words(vocabulary, 40);
    const int per_mille = *rc::gen::inRange(300, 1'001);
    RC_ASSERT(groups_of(grouped(sayings, {.near_per_mille = per_mille}), sayings.size()) == groups_by_hand(sayings, per_mille));
  }));
}

TEST_CASE("no pair is proposed twice, none with itself, none below the threshold, and none within a group") {
  CHECK(rc::check("pairs", [] {
    const auto sayings = few_words(*rc::gen::inRange(2, 30), 25);
    const Grouping found = grouped(sayings);
    const auto group = groups_of(found, sayings.size());
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const AboutTheSame& pair : found.about) {
      RC_ASSERT(pair.a < pair.b);
      RC_ASSERT(group[pair.a] != group[pair.b]);
      RC_ASSERT(pair.per_mille >= GroupingOptions{}.about_per_mille && pair.per_mille <= 1'001);
      RC_ASSERT(seen.emplace(group[pair.a], group[pair.b]).second);
      RC_ASSERT(seen.count({group[pair.b], group[pair.a]}) == 0);
    }
  }));
}

TEST_CASE("another order of the sayings gives the same groups and pairs") {
  CHECK(rc::check("permuted", [] {
    auto sayings = few_words(*rc::gen::inRange(2, 30), 25);
    std::sort(sayings.begin(), sayings.end());
    sayings.erase(std::unique(sayings.begin(), sayings.end()), sayings.end());  // equal ones can stand for each other
    std::vector<std::size_t> order(sayings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Seeded seeded(*rc::gen::arbitrary<std::uint64_t>());
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[seeded.below(i)]);
    std::vector<std::string> shuffled;
    for (const std::size_t at : order) shuffled.push_back(sayings[at]);

    const auto told = [](const Grouping& found, const std::vector<std::string>& texts) {
      std::set<std::set<std::string>> groups;
      std::multiset<std::pair<std::set<std::string>, int>> pairs;
      std::map<std::uint32_t, std::set<std::string>> of;
      for (const SameText& same : found.same) {
        std::set<std::string> words;
        for (const std::uint32_t saying : same.sayings) words.insert(texts[saying]);
        of[same.usual] = words;
        groups.insert(words);
      }
      for (const AboutTheSame& pair : found.about) {
        std::set<std::string> both;
        for (const std::uint32_t saying : {pair.a, pair.b}) {
          if (of.count(saying) > 0) {
            both.insert(of[saying].begin(), of[saying].end());
          } else {
            both.insert(texts[saying]);
          }
        }
        pairs.emplace(both, pair.per_mille);
      }
      return std::pair(groups, pairs);
    };
    RC_ASSERT(told(grouped(sayings), sayings) == told(grouped(shuffled), shuffled));
  }));
}

// ---- size ----------------------------------------------------------------------------------------------------------

TEST_CASE("a hundred thousand times one text is one group, and so are as many variants of one letter") {
  const std::string letter =
      "The library on Harbour Road is where my children learnt to read and where my mother meets her friends every week so "
      "please keep it open and find the money somewhere else";
  const Grouping same = grouped(std::vector<std::string>(100'000, letter));
  REQUIRE(same.same.size() == 1);
  CHECK(same.same[0].sayings.size() == 100'000);
  CHECK(same.same[0].is_exact);
  CHECK(same.about.empty());

  std::vector<std::string> variants;
  for (int i = 0; i < 100'000; ++i) variants.push_back(letter + " says reader" + std::to_string(i));
  const Grouping near = grouped(variants);
  REQUIRE(near.same.size() == 1);
  CHECK(near.same[0].sayings.size() == 100'000);
  CHECK_FALSE(near.same[0].is_exact);
}

}  // namespace
}  // namespace alongside::engines
