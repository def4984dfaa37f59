#include "exchange/alike.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/libraries.h"

namespace alongside::import {
namespace {

constexpr std::array<std::string_view, 6> dropped{"and", "branch", "community", "libraries", "library", "the"};

// What keeps apart two things at one address. Libraries in the older edition have no sort: they are open places.
std::string sort_of(const formats::ReadValued& row) {
  const std::string kind = folded(row.kind);
  for (const std::string_view sort : {"archive", "history", "mobile", "prison"}) {
    if (kind.find(sort) != kind.npos) return std::string(sort);
  }
  return row.support;
}

Likeness likeness_of(const formats::ReadValued& row) {
  Likeness out;
  if (std::string postcode = formats::plain_postcode(row.postcode); !postcode.empty())
    out.address = sort_of(row) + '\n' + postcode;
  const std::string name = bare_name(row.name);
  if (!name.empty() && !row.authority.empty()) out.name = sort_of(row) + '\n' + folded(row.authority) + '\n' + name;
  return out;
}

bool is_alike(const valued::Told& one, const valued::Told& other) {
  if (one.edition == other.edition) return false;
  return (!one.address.empty() && one.address == other.address) || (!one.name.empty() && one.name == other.name);
}

}  // namespace

std::string bare_name(std::string_view name) {
  std::vector<std::string> kept;
  std::string word;
  const auto end_word = [&] {
    if (word == "saint") word = "st";
    if (!word.empty() && std::find(dropped.begin(), dropped.end(), word) == dropped.end()) kept.push_back(word);
    word.clear();
  };
  const std::string plain = folded(name);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    if (c == '\'') continue;
    if (plain.compare(i, 3, "\u2019") == 0) {  // "St Olave’s" and "St Olaves"
      i += 2;
      continue;
    }
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 128;
    if (is_letter) {
      word += c;
    } else {
      end_word();
    }
  }
  end_word();
  return join(kept, " ");
}

std::vector<Likeness> likenesses(const std::vector<formats::ReadValued>& rows) {
  std::vector<Likeness> out;
  std::map<std::string, int> times;
  for (const formats::ReadValued& row : rows) {
    out.push_back(likeness_of(row));
    ++times[out.back().address];
    ++times[out.back().name];
  }
  for (Likeness& one : out) {
    if (times[one.address] > 1) one.address.clear();
    if (times[one.name] > 1) one.name.clear();
  }
  return out;
}

void Alike::add(const valued::Told& told) {
  told_[told.valued].push_back(told);
  if (!told.address.empty()) by_key_[told.address].insert(told.valued);
  if (!told.name.empty()) by_key_[told.name].insert(told.valued);
}

bool Alike::knows(Index valued, const std::string& edition) const {
  const auto at = told_.find(valued);
  return at != told_.end() &&
         std::any_of(at->second.begin(), at->second.end(), [&](const auto& one) { return one.edition == edition; });
}

std::set<Index> Alike::maybe(Index valued) const {
  std::set<Index> out;
  const auto own = told_.find(valued);
  if (own == told_.end()) return out;
  const auto look_at = [&](const valued::Told& mine, const std::string& key) {
    const auto others = by_key_.find(key);
    if (key.empty() || others == by_key_.end()) return;
    for (const Index other : others->second) {
      if (other == valued) continue;
      const std::vector<valued::Told>& theirs = told_.at(other);
      const bool are_alike =
          std::any_of(theirs.begin(), theirs.end(), [&](const auto& one) { return is_alike(mine, one); });
      const bool one_edition_has_both =
          std::any_of(theirs.begin(), theirs.end(), [&](const auto& one) { return knows(valued, one.edition); });
      if (are_alike && !one_edition_has_both) out.insert(other);
    }
  };
  for (const valued::Told& mine : own->second) {
    look_at(mine, mine.address);
    look_at(mine, mine.name);
  }
  return out;
}

}  // namespace alongside::import
