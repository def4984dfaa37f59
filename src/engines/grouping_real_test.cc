// What grouping finds among real texts, held against what people marked.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/random.h"
#include "engines/grouping.h"
#include "engines/petitions_for_tests.h"
#include "engines/plain_words.h"

namespace alongside::engines {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;

// A petition as somebody would say it.
std::vector<std::string> as_sayings(const std::vector<Petition>& petitions) {
  std::vector<std::string> out;
  for (const Petition& petition : petitions) out.push_back(petition.title + "\n" + petition.body);
  return out;
}

Grouping grouped(const std::vector<std::string>& sayings, const GroupingOptions& options = {}) {
  const std::vector<std::string_view> views(sayings.begin(), sayings.end());
  Quiet quiet;
  return group(views, options, quiet).value();
}

struct Scored {
  int per_mille;
  Pair pair;
};
// All that is proposed, pair by pair: within a group every two of them, between two groups each of one with each of the other.
std::vector<Scored> pairs_of(const Grouping& found, std::size_t count) {
  std::vector<std::vector<std::size_t>> standing_for(count);
  for (std::size_t i = 0; i < count; ++i) standing_for[i] = {i};
  std::vector<Scored> out;
  for (const SameText& same : found.same) {
    standing_for[same.usual] = {same.sayings.begin(), same.sayings.end()};
    for (const auto a : same.sayings) {
      for (const auto b : same.sayings) {
        if (a < b) out.push_back({1'000, {a, b}});
      }
    }
  }
  for (const AboutTheSame& pair : found.about) {
    for (const std::size_t a : standing_for[pair.a]) {
      for (const std::size_t b : standing_for[pair.b]) out.push_back({pair.per_mille, {std::min(a, b), std::max(a, b)}});
    }
  }
  return out;
}

// Jaccard of the sets of words: what anybody would try first.
std::vector<Scored> naive_pairs(const std::vector<std::string>& sayings, int per_mille_min) {
  std::vector<std::vector<std::string>> sets;
  for (const std::string& saying : sayings) {
    PlainWords plain;
    plain.read(saying);
    std::set<std::string> words;
    for (std::size_t i = 0; i < plain.size(); ++i) words.emplace(plain[i]);
    sets.emplace_back(words.begin(), words.end());
  }
  std::vector<Scored> out;
  for (std::size_t b = 0; b < sets.size(); ++b) {
    for (std::size_t a = 0; a < b; ++a) {
      std::size_t both = 0;
      for (auto x = sets[a].begin(), y = sets[b].begin(); x != sets[a].end() && y != sets[b].end();) {
        const int order = x->compare(*y);
        both += order == 0 ? 1 : 0;
        x += order <= 0 ? 1 : 0;
        y += order >= 0 ? 1 : 0;
      }
      const std::size_t either = sets[a].size() + sets[b].size() - both;
      const int per_mille = either == 0 ? 0 : static_cast<int>(1'000 * both / either);
      if (per_mille >= per_mille_min) out.push_back({per_mille, {a, b}});
    }
  }
  return out;
}

// What staff marked, in two halves: groups in turn, so that no petition stands in both.
struct Marked {
  std::vector<std::size_t> group;  // by petition: the smallest place in its group, or its own
  std::vector<int> half;           // 0 or 1; 2: marked by nobody
  std::set<Pair> by_staff;         // the 394
  std::set<Pair> in_a_group;       // what follows from them: A as B, B as C, so A as C
};
Marked marked(const std::vector<Petition>& petitions, const Pairs& pairs) {
  std::map<std::int64_t, std::size_t> places;
  for (std::size_t i = 0; i < petitions.size(); ++i) places[petitions[i].id] = i;
  Marked out;
  std::map<std::int64_t, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < petitions.size(); ++i) {
    out.group.push_back(i);
    out.half.push_back(2);
    const auto of = pairs.group_of.find(petitions[i].id);
    if (of != pairs.group_of.end()) groups[of->second].push_back(i);
  }
  int next = 0;
  for (const auto& [id, members] : groups) {
    for (const std::size_t a : members) {
      out.group[a] = members.front();
      out.half[a] = next;
      for (const std::size_t b : members) {
        if (a < b) out.in_a_group.emplace(a, b);
      }
    }
    next = 1 - next;
  }
  for (const auto& [rejected, similar] : pairs.marked) {
    const auto [a, b] = std::minmax(places.at(rejected), places.at(similar));
    out.by_staff.emplace(a, b);
  }
  return out;
}

struct Quality {
  int per_mille = 0;  // the threshold
  std::size_t proposed = 0;
  std::size_t right = 0;
  std::size_t all = 0;
  double precision() const { return proposed == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(proposed); }
  double recall() const { return all == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(all); }
  double f1() const { return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
};
// A pair of two that nobody marked counts as wrong in both halves; one between the halves too.
Quality quality(const std::vector<Scored>& proposed, const Marked& marks, const std::set<Pair>& wanted, int half, int per_mille) {
  Quality out{.per_mille = per_mille};
  for (const Pair& pair : wanted) out.all += half == 2 || marks.half[pair.first] == half ? 1 : 0;
  for (const Scored& one : proposed) {
    const int a = marks.half[one.pair.first];
    const int b = marks.half[one.pair.second];
    if (one.per_mille < per_mille || (half != 2 && a != half && b != half && (a != 2 || b != 2))) continue;
    ++out.proposed;
    out.right += wanted.count(one.pair);
  }
  return out;
}

Quality best_on_half_0(const std::vector<Scored>& proposed, const Marked& marks, int from, int to) {
  Quality best;
  for (int per_mille = from; per_mille <= to; per_mille += 5) {
    const Quality here = quality(proposed, marks, marks.in_a_group, 0, per_mille);
    if (here.f1() > best.f1()) best = here;
  }
  return best;
}

void tell(const std::string& what, const Quality& found) {
  MESSAGE(what, " (", found.per_mille, " thousandths): ", found.right, " of ", found.proposed, " proposed are marked (precision ",
          found.precision(), "%); of ", found.all, " marked, found ", found.recall(), "% (recall)");
}

TEST_CASE("of the petitions that staff called the same, grouping finds twice what comparing words finds") {
  const std::vector<Petition> petitions = read_petitions();
  if (petitions.empty()) {
    MESSAGE("skipped: the petitions are not there");
    return;
  }
  const Marked marks = marked(petitions, read_pairs());
  REQUIRE(marks.by_staff.size() == 394);
  const std::vector<std::string> sayings = as_sayings(petitions);

  const auto all = pairs_of(grouped(sayings, {.about_per_mille = 100, .about_at_most = 2'000}), sayings.size());
  const Quality chosen = best_on_half_0(all, marks, 100, 500);
  tell("chosen on one half", chosen);
  CHECK(chosen.per_mille == GroupingOptions{}.about_per_mille);
  const Quality other_half = quality(all, marks, marks.in_a_group, 1, chosen.per_mille);
  tell("on the other half", other_half);
  CHECK(other_half.precision() >= 45);
  CHECK(other_half.recall() >= 58);

  const auto naive = naive_pairs(sayings, 100);
  const Quality naive_chosen = best_on_half_0(naive, marks, 100, 500);
  const Quality naive_other = quality(naive, marks, marks.in_a_group, 1, naive_chosen.per_mille);
  tell("Jaccard of words, on the other half", naive_other);
  CHECK(other_half.f1() >= 1.7 * naive_other.f1());

  const auto proposed = pairs_of(grouped(sayings), sayings.size());
  tell("as people see it, at most 20 a saying, groups that follow from the marks", quality(proposed, marks, marks.in_a_group, 2, 0));
  const Quality by_staff = quality(proposed, marks, marks.by_staff, 2, 0);
  tell("as people see it, the 394 pairs alone", by_staff);
  CHECK(by_staff.recall() >= 55);
  const Quality near = quality(proposed, marks, marks.in_a_group, 2, 1'000);
  tell("one text from several", near);
  for (const SameText& same : grouped(sayings).same) {
    std::string words = same.is_exact ? "exact:" : "near:";
    for (const auto saying : same.sayings) words += " | " + petitions[saying].title;
    MESSAGE(words);
  }
}

// ---- campaigns, made from real texts ---------------------------------------------------------------------------------

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!trimmed(word).empty()) words.emplace_back(word);
  }
  return words;
}

// As people change a letter before they send it: a word more, a word less, another word. At most `edits` of them.
std::string edited(Seeded& seeded, const std::string& text, std::size_t edits) {
  static const std::vector<std::string> own{"really", "my", "village", "please", "truly", "2026", "our", "family", "Eastmere", "surely"};
  std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i < edits; ++i) {
    const std::size_t at = seeded.below(words.size());
    const std::string& word = own[seeded.below(own.size())];
    switch (seeded.below(3)) {
      case 0:
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), word);
        break;
      case 1:
        if (words.size() > 1) words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      default:
        words[at] = word;
    }
  }
  return join(words, " ");
}

std::string dressed_up(Seeded& seeded, std::string text) {
  if (seeded.below(2) == 0) text = "Dear Councillor Ali,\r\n\r\n" + text;
  if (seeded.below(2) == 0) text += ".\r\n\r\nYours sincerely,\r\nSam Reader";
  if (seeded.below(3) == 0) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  if (seeded.below(3) == 0) std::replace(text.begin(), text.end(), ' ', '\n');
  return text;
}

TEST_CASE("every copy of a campaign's text is found, exact or with small edits, among 1,580 real texts") {
  const std::vector<Petition> petitions = read_petitions();
  if (petitions.empty()) {
    MESSAGE("skipped: the petitions are not there");
    return;
  }
  std::vector<std::string> sayings = as_sayings(petitions);
  Seeded seeded(4);
  std::map<std::size_t, std::vector<std::size_t>> copies;  // of which petition
  std::set<std::size_t> exact;
  for (std::size_t campaign = 0; campaign < 200; ++campaign) {
    const std::size_t original = seeded.below(petitions.size());
    const std::size_t words = words_of(sayings[original]).size();
    for (std::size_t copy = 0; copy < 10; ++copy) {
      const std::size_t edits = copy < 3 ? 0 : seeded.below(std::max<std::size_t>(words / 10, 2));
      if (words < 30 && edits > 0) continue;  // where one word can say the opposite, it may not be called the same
      if (edits == 0) exact.insert(sayings.size());
      copies[original].push_back(sayings.size());
      sayings.push_back(dressed_up(seeded, edited(seeded, sayings[original], edits)));
    }
  }

  const Grouping found = grouped(sayings);
  std::vector<std::size_t> group(sayings.size(), ~std::size_t{0});
  for (std::size_t i = 0; i < found.same.size(); ++i) {
    for (const std::uint32_t saying : found.same[i].sayings) group[saying] = i;
  }
  std::size_t made = 0;
  std::size_t lost = 0;
  for (const auto& [original, those] : copies) {
    for (const std::size_t copy : those) {
      ++made;
      lost += group[copy] == ~std::size_t{0} || group[copy] != group[original] ? 1 : 0;
    }
  }
  MESSAGE(made, " copies of ", copies.size(), " real texts, ", exact.size(), " of them exact: not found ", lost);
  CHECK(lost == 0);

  // And no two campaigns became one that were not one text before.
  const std::vector<std::string> originals = as_sayings(petitions);
  std::size_t joined = 0;
  std::map<std::size_t, std::set<std::size_t>> of_group;
  for (const auto& [original, those] : copies) of_group[group[original]].insert(original);
  for (const auto& [at, those] : of_group) joined += those.size() - 1;
  MESSAGE("campaigns that fell together: ", joined);
  CHECK(joined <= 3);
}

}  // namespace
}  // namespace alongside::engines
