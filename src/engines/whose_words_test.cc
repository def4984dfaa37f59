#include "engines/whose_words.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace alongside::engines {
namespace {

std::vector<WordsBy> of(std::vector<WrittenBy> texts) { return whose_words(texts); }

}  // namespace

TEST_CASE("each word belongs to whoever used it first") {
  const auto parts = of({{1, "How can we increase uptake in Eastmere?"}, {2, "What helps people in Eastmere?"}, {1, "What helps people in Eastmere, and what should we keep?"}});
  REQUIRE(parts.size() == 4);
  CHECK(parts[0] == WordsBy{2, "What helps people ", 3});
  CHECK(parts[1] == WordsBy{1, "in Eastmere, and ", 3});
  CHECK(parts[2] == WordsBy{2, "what ", 1});
  CHECK(parts[3] == WordsBy{1, "should we keep?", 3});
}

TEST_CASE("capitals and accents make no other word, and a text without words has a part all the same") {
  CHECK(of({{1, "café"}, {2, "Cafe"}}) == std::vector<WordsBy>{{1, "Cafe", 1}});
  CHECK(of({{1, "a"}, {2, "?!"}}) == std::vector<WordsBy>{{2, "?!", 0}});
  CHECK(of({{1, "a"}, {2, ""}}).empty());
  CHECK(of({}).empty());
}

TEST_CASE("the parts joined are the text, neighbours differ, and nobody has words that they never wrote") {
  CHECK(rc::check([] {
    const auto words = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("what", "helps", "keep", "?", "We", "we", " ", "é")));
    std::vector<std::string> texts;
    for (const auto& one : words) {
      std::string text;
      for (const std::string& word : one) text += word + " ";
      texts.push_back(text);
    }
    std::vector<WrittenBy> written;
    for (std::size_t i = 0; i < texts.size(); ++i) written.push_back({static_cast<int>(i % 3), texts[i]});
    std::string joined;
    int before = -1;
    for (const WordsBy& part : whose_words(written)) {
      RC_ASSERT(part.by != before);
      RC_ASSERT(part.words == 0 || part.by < static_cast<int>(texts.size()));
      before = part.by;
      joined += part.text;
    }
    RC_ASSERT(joined == (texts.empty() ? "" : texts.back()));
  }));
}

}  // namespace alongside::engines
