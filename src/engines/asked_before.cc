#include "engines/asked_before.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engines/stems.h"

namespace alongside::engines {
namespace {

constexpr double title_weight = 3;
constexpr double later_weight = 0.5;  // what is asked for is said first; reasons and stories come after
constexpr std::size_t first_stems = 45;
constexpr std::size_t bytes_max = 100'000;
// b = 1 (full correction for length) and k1 = 1.2 were best or equal best of the 9 pairs tried on the petitions.
constexpr double k1 = 1.2;

// Not in the middle of a character.
std::string_view bounded(std::string_view text) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

using Counts = std::unordered_map<std::string, double>;

void count(Counts& counts, const std::vector<std::string>& stems, double first, double later) {
  for (std::size_t i = 0; i < stems.size(); ++i) {
    const double weight = i < first_stems ? first : later;
    counts[stems[i]] += weight;
    if (i + 1 < stems.size()) counts[stems[i] + ' ' + stems[i + 1]] += weight;
  }
}

Counts counts_of(std::string_view title, std::string_view body) {
  Counts counts;
  count(counts, stems(bounded(title)), title_weight, title_weight);
  count(counts, stems(bounded(body)), 1, later_weight);
  return counts;
}

bool better(const Alike& a, const Alike& b) { return a.score != b.score ? a.score > b.score : a.id < b.id; }

}  // namespace

void AskedBefore::add(std::int64_t id, std::string_view title, std::string_view body) {
  remove(id);
  std::uint32_t place = static_cast<std::uint32_t>(asks_.size());
  if (free_.empty()) {
    asks_.push_back({});
  } else {
    place = free_.back();
    free_.pop_back();
  }
  Ask& ask = asks_[place];
  ask = {.id = id, .here = true};
  for (const auto& [term, number] : counts_of(title, body)) {
    const auto [known, is_new] = terms_.try_emplace(term, static_cast<std::uint32_t>(postings_.size()));
    if (is_new) postings_.push_back({});
    const auto times = static_cast<float>(number);
    postings_[known->second].push_back({place, times});
    ask.words.push_back({known->second, times});
    ask.length += number;
  }
  // In one order whatever the hash table's: sums of doubles depend on it.
  std::sort(ask.words.begin(), ask.words.end(), [](const Weight& a, const Weight& b) { return a.term < b.term; });
  total_length_ += ask.length;
  places_[id] = place;
}

void AskedBefore::remove(std::int64_t id) {
  const auto found = places_.find(id);
  if (found == places_.end()) return;
  const std::uint32_t place = found->second;
  Ask& ask = asks_[place];
  for (const Weight& word : ask.words) {
    std::vector<Posting>& list = postings_[word.term];
    list.erase(std::find_if(list.begin(), list.end(), [&](const Posting& posting) { return posting.place == place; }));
  }
  total_length_ -= ask.length;
  ask = {};
  free_.push_back(place);
  places_.erase(found);
}

std::vector<Alike> AskedBefore::top(std::string_view title, std::string_view body, std::size_t k) const {
  std::vector<Weight> query;
  for (const auto& [term, number] : counts_of(title, body)) {
    const auto known = terms_.find(term);
    if (known != terms_.end()) query.push_back({known->second, static_cast<float>(number)});
  }
  std::sort(query.begin(), query.end(), [](const Weight& a, const Weight& b) { return a.term < b.term; });
  return rank(query, k, nullptr);
}

std::vector<Alike> AskedBefore::like(std::int64_t id, std::size_t k) const {
  const auto found = places_.find(id);
  if (found == places_.end()) return {};
  return rank(asks_[found->second].words, k, &id);
}

std::vector<Alike> AskedBefore::rank(const std::vector<Weight>& query, std::size_t k,
                                     const std::int64_t* without) const {
  if (places_.empty() || k == 0) return {};
  const auto all = static_cast<double>(places_.size());
  const double usual_length = std::max(total_length_ / all, 1.0);
  std::vector<double> scores(asks_.size(), 0.0);
  for (const Weight& word : query) {
    const std::vector<Posting>& list = postings_[word.term];
    const auto holders = static_cast<double>(list.size());
    const double rare = std::log(1 + (all - holders + 0.5) / (holders + 0.5));
    const double asked = 1 + std::log(std::max(double{word.count}, 1.0));
    for (const Posting& posting : list) {
      const double held = posting.count;
      scores[posting.place] +=
          asked * rare * held * (k1 + 1) / (held + k1 * asks_[posting.place].length / usual_length);
    }
  }
  std::vector<Alike> found;
  for (std::size_t place = 0; place < asks_.size(); ++place) {
    if (!asks_[place].here || scores[place] <= 0) continue;
    if (without != nullptr && asks_[place].id == *without) continue;
    found.push_back({asks_[place].id, scores[place]});
  }
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(k, found.size()));
  std::partial_sort(found.begin(), end, found.end(), better);
  found.erase(end, found.end());
  return found;
}

}  // namespace alongside::engines
