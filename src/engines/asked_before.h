// Was this asked before, in other words? Finds the asks most like a text, so that a keeper can put them together.
//
// Plain term weighting, nothing learnt: Okapi BM25 (Robertson and Zaragoza 2009, section 3) over stems and pairs of
// neighbouring stems, where a word of the title counts three times, and one late in the body half. It proposes; a
// person decides.
//
// Measured on the 1,580 petitions of which Parliament's staff marked 394 pairs as asking for the same; a group is a
// connected component of those pairs. asked_before_test.cc has the figures and how they are counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace alongside::engines {

struct Alike {
  std::int64_t id;
  double score;  // for ordering only: it grows with the length of what was asked
};

// All in memory: about 20 bytes for each different word of each ask. Not for two threads at once while it changes.
class AskedBefore {
 public:
  // An id that is there already is replaced. Of each text at most 100,000 bytes are read.
  void add(std::int64_t id, std::string_view title, std::string_view body = {});
  void remove(std::int64_t id);
  std::size_t size() const { return places_.size(); }

  // The k most alike, best first; equals in the order of their ids. Those with no word in common are left out.
  std::vector<Alike> top(std::string_view title, std::string_view body, std::size_t k) const;
  // The k most like one that is there, without itself.
  std::vector<Alike> like(std::int64_t id, std::size_t k) const;

 private:
  struct Weight {
    std::uint32_t term;
    float count;  // how often, title words three times
  };
  struct Posting {
    std::uint32_t place;
    float count;
  };
  struct Ask {
    std::int64_t id = 0;
    bool here = false;
    double length = 0;  // sum of counts
    std::vector<Weight> words = {};
  };

  std::vector<Alike> rank(const std::vector<Weight>& query, std::size_t k, const std::int64_t* without) const;

  std::unordered_map<std::string, std::uint32_t> terms_;
  std::vector<std::vector<Posting>> postings_;  // by term
  std::vector<Ask> asks_;                       // by place; a removed one leaves its place to the next
  std::vector<std::uint32_t> free_;
  std::unordered_map<std::int64_t, std::uint32_t> places_;
  double total_length_ = 0;
};

}  // namespace alongside::engines
