#include "engines/grouping.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <unordered_map>

#include "engines/about_the_same.h"
#include "engines/near_texts.h"
#include "engines/plain_words.h"
#include "engines/stems.h"

namespace alongside::engines {
namespace {

constexpr std::size_t told_every = 1'024;
constexpr std::uint32_t none = ~std::uint32_t{0};
// In a text of fewer words one "not" more says the opposite; in a longer one it is a small change.
constexpr std::size_t short_words = 30;
constexpr auto turning_words = std::to_array<std::string_view>(
    {"against", "arent",  "cannot", "cant",    "disagree", "doesnt", "dont",  "isnt",    "never",     "no",   "none",
     "nor",     "not",    "nothing", "object", "oppose",   "shouldnt", "stop", "unless", "wasnt", "werent", "without", "wont", "wouldnt"});
static_assert(std::is_sorted(turning_words.begin(), turning_words.end()));

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// Words as numbers, in the order of their bytes: what is worked out from them does not depend on who spoke first.
class Vocabulary {
 public:
  std::uint32_t number(std::string_view word) {
    const auto found = numbers_.find(word);
    if (found != numbers_.end()) return found->second;
    const auto at = numbers_.emplace(std::string(word), static_cast<std::uint32_t>(words_.size())).first;
    words_.push_back(&at->first);
    return at->second;
  }
  // From the numbers given out to those in order.
  std::vector<std::uint32_t> put_in_order() {
    std::vector<std::uint32_t> by_word(words_.size());
    std::iota(by_word.begin(), by_word.end(), 0u);
    std::sort(by_word.begin(), by_word.end(), [&](std::uint32_t a, std::uint32_t b) { return *words_[a] < *words_[b]; });
    std::vector<std::uint32_t> places(words_.size());
    std::vector<const std::string*> ordered(words_.size());
    for (std::uint32_t place = 0; place < by_word.size(); ++place) {
      places[by_word[place]] = place;
      ordered[place] = words_[by_word[place]];
    }
    words_ = std::move(ordered);
    return places;
  }
  const std::string& word(std::uint32_t number) const { return *words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<const std::string*> words_;
};

// Every different text once, shortest first, then by its words; with the sayings that are it.
struct Texts {
  Vocabulary vocabulary;
  Rows words;
  Rows sayings;
};

bool tell(Progress& progress, std::size_t done, std::size_t total, const char* what) {
  return progress.at(static_cast<std::int64_t>(done), static_cast<std::int64_t>(total), what);
}

std::optional<Texts> read(std::span<const std::string_view> sayings, Progress& progress) {
  Texts texts;
  Rows all;
  PlainWords plain;
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    if (i % told_every == 0 && !tell(progress, i, sayings.size(), "sayings read")) return std::nullopt;
    plain.read(sayings[i]);
    for (std::size_t word = 0; word < plain.size(); ++word) all.numbers.push_back(texts.vocabulary.number(plain[word]));
    all.end_row();
  }
  const std::vector<std::uint32_t> places = texts.vocabulary.put_in_order();
  for (std::uint32_t& word : all.numbers) word = places[word];

  std::vector<std::uint32_t> order(sayings.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (all[a].size() != all[b].size()) return all[a].size() < all[b].size();
    const auto [x, y] = std::mismatch(all[a].begin(), all[a].end(), all[b].begin());
    return x != all[a].end() && *x < *y;
  };
  std::stable_sort(order.begin(), order.end(), before);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto row = all[order[i]];
    if (row.empty()) continue;
    if (texts.words.size() == 0 || before(order[i - 1], order[i])) {
      texts.words.numbers.insert(texts.words.numbers.end(), row.begin(), row.end());
      texts.words.end_row();
      if (texts.words.size() > 1) texts.sayings.end_row();
    }
    texts.sayings.numbers.push_back(order[i]);
  }
  if (texts.words.size() > 0) texts.sayings.end_row();
  return texts;
}

// The bag of each text: a word that stands twice is two different numbers. The rarest are the smallest.
Rows bags_of(const Texts& texts) {
  std::vector<std::uint32_t> most(texts.vocabulary.size(), 0);  // of one word in one text
  std::vector<std::uint32_t> row;
  const auto each_time = [&](std::size_t text, const auto& visit) {
    const auto words = texts.words[text];
    row.assign(words.begin(), words.end());
    std::sort(row.begin(), row.end());
    for (std::size_t i = 0, time = 0; i < row.size(); ++i) {
      time = i > 0 && row[i] == row[i - 1] ? time + 1 : 0;
      visit(row[i], static_cast<std::uint32_t>(time));
    }
  };
  for (std::size_t text = 0; text < texts.words.size(); ++text) {
    each_time(text, [&](std::uint32_t word, std::uint32_t time) { most[word] = std::max(most[word], time + 1); });
  }
  std::vector<std::uint32_t> first(most.size() + 1, 0);
  for (std::size_t word = 0; word < most.size(); ++word) first[word + 1] = first[word] + most[word];

  std::vector<std::uint32_t> holders(first.back(), 0);
  Rows bags;
  bags.numbers.reserve(texts.words.numbers.size());
  for (std::size_t text = 0; text < texts.words.size(); ++text) {
    each_time(text, [&](std::uint32_t word, std::uint32_t time) {
      bags.numbers.push_back(first[word] + time);
      ++holders[first[word] + time];
    });
    bags.end_row();
  }
  std::vector<std::uint32_t> by_rarity(holders.size());
  std::iota(by_rarity.begin(), by_rarity.end(), 0u);
  std::stable_sort(by_rarity.begin(), by_rarity.end(), [&](std::uint32_t a, std::uint32_t b) { return holders[a] < holders[b]; });
  std::vector<std::uint32_t> rank(holders.size());
  for (std::uint32_t place = 0; place < by_rarity.size(); ++place) rank[by_rarity[place]] = place;
  for (std::uint32_t& number : bags.numbers) number = rank[number];
  for (std::size_t text = 0; text < bags.size(); ++text) {
    std::sort(bags.numbers.begin() + static_cast<std::ptrdiff_t>(bags.starts[text]),
              bags.numbers.begin() + static_cast<std::ptrdiff_t>(bags.starts[text + 1]));
  }
  return bags;
}

Turns turns_of(const Texts& texts) {
  std::vector<bool> turns(texts.vocabulary.size());
  for (std::uint32_t word = 0; word < turns.size(); ++word) {
    turns[word] = std::binary_search(turning_words.begin(), turning_words.end(), texts.vocabulary.word(word));
  }
  Turns out{.count = std::vector<std::uint32_t>(texts.words.size(), 0), .matter_below = short_words};
  for (std::size_t text = 0; text < texts.words.size(); ++text) {
    for (const std::uint32_t word : texts.words[text]) out.count[text] += turns[word] ? 1 : 0;
  }
  return out;
}

// One wording for each group: the one that most sayings have.
struct Usual {
  std::vector<std::uint32_t> texts;                // ascending
  std::vector<std::vector<std::uint32_t>> groups;  // the texts of each, when there are more
};
Usual usual_of(const Texts& texts, Together& together) {
  Usual out;
  std::vector<std::vector<std::uint32_t>> members(texts.words.size());
  for (std::uint32_t text = 0; text < texts.words.size(); ++text) members[together.root(text)].push_back(text);
  for (auto& group : members) {
    if (group.empty()) continue;
    const auto usual = std::max_element(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
      return texts.sayings[a].size() < texts.sayings[b].size();
    });
    std::rotate(group.begin(), usual, usual + 1);
    out.groups.push_back(std::move(group));
  }
  std::sort(out.groups.begin(), out.groups.end(), [](const auto& a, const auto& b) { return a.front() < b.front(); });
  for (const auto& group : out.groups) out.texts.push_back(group.front());
  return out;
}

std::vector<SameText> same_texts(const Texts& texts, const Usual& usual) {
  std::vector<SameText> out;
  for (const auto& group : usual.groups) {
    SameText same{.sayings = {}, .usual = texts.sayings[group.front()].front(), .is_exact = group.size() == 1};
    for (const std::uint32_t text : group) {
      const auto sayings = texts.sayings[text];
      same.sayings.insert(same.sayings.end(), sayings.begin(), sayings.end());
    }
    if (same.sayings.size() < 2) continue;
    std::sort(same.sayings.begin(), same.sayings.end());
    out.push_back(std::move(same));
  }
  std::sort(out.begin(), out.end(), [](const SameText& a, const SameText& b) {
    return a.sayings.size() != b.sayings.size() ? a.sayings.size() > b.sayings.size() : a.sayings.front() < b.sayings.front();
  });
  return out;
}

// The stems of the usual texts. Words that tell nothing have none.
Rows stems_of(const Texts& texts, const Usual& usual, std::size_t& stems) {
  Vocabulary vocabulary;
  std::vector<std::uint32_t> stem_of(texts.vocabulary.size(), none);
  for (std::uint32_t word = 0; word < stem_of.size(); ++word) {
    const std::string& letters = texts.vocabulary.word(word);
    if (letters.size() > 1 && !is_common(letters)) stem_of[word] = vocabulary.number(stem(letters));
  }
  Rows rows;
  for (const std::uint32_t text : usual.texts) {
    for (const std::uint32_t word : texts.words[text]) {
      if (stem_of[word] != none) rows.numbers.push_back(stem_of[word]);
    }
    rows.end_row();
  }
  stems = vocabulary.size();
  return rows;
}

}  // namespace

Result<Grouping> group(std::span<const std::string_view> sayings, const GroupingOptions& options, Progress& progress) {
  const auto stopped = [] { return problem(Code::wrong_state, "", msg("This was stopped before it was done.")); };
  // What each part takes of 100,000 sayings: docs/grouping.md.
  Part reading(progress, 0, 150);
  Part near(progress, 150, 350);
  Part about(progress, 350, 1000);
  const std::optional<Texts> texts = read(sayings, reading);
  if (!texts) return stopped();

  Together together(texts->words.size());
  if (!put_near_texts_together(bags_of(*texts), turns_of(*texts), options.near_per_mille, together, near)) return stopped();
  const Usual usual = usual_of(*texts, together);

  std::size_t stems = 0;
  const Rows rows = stems_of(*texts, usual, stems);
  const auto pairs = about_the_same(rows, stems, options.about_per_mille, options.about_at_most, about);
  if (!pairs) return stopped();

  Grouping out{.same = same_texts(*texts, usual), .about = {}};
  out.about.reserve(pairs->size());
  for (const AlikeTexts& pair : *pairs) {
    const std::uint32_t a = texts->sayings[usual.texts[pair.a]].front();
    const std::uint32_t b = texts->sayings[usual.texts[pair.b]].front();
    out.about.push_back({.a = std::min(a, b), .b = std::max(a, b), .per_mille = pair.per_mille});
  }
  std::sort(out.about.begin(), out.about.end(), [](const AboutTheSame& x, const AboutTheSame& y) {
    return x.per_mille != y.per_mille ? x.per_mille > y.per_mille : x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  return out;
}

}  // namespace alongside::engines
