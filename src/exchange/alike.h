// Which places on the register may be one: rows of two editions that have an address or a name in common.
//
// A weak match is proposed to a person and never merged. Two rules, each for a row that is the only one of its sort
// there in its file:
//   address  the same postcode. Not the authority: a postcode lies in one, whatever it was called then (Cumbria's are
//            Cumberland's now).
//   name     the same authority, and the same name when "library", "branch", "the" and the like are dropped. The
//            address may differ: a library that moved, a postcode mistyped.
// The sort keeps a library and an archive at one address apart (York Explore). An edition that names both of two places
// knows them to be two.
//
// Measured on the two editions of England's libraries, of which authority, name and postcode leave 602 and 771 rows
// apart: 467 pairs, 327 by address and 140 by name. What was right of them and what is missed: docs/imports.md.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "commons/valued/importing.h"
#include "formats/valued.h"

namespace alongside::import {

// What is left of a name: "Fanshawe" of "The Fanshawe Branch Library". Folded; "Saint" is "st".
std::string bare_name(std::string_view name);

struct Likeness {
  std::string address;  // empty: it has none, or another row of its file is there too
  std::string name;
};
std::vector<Likeness> likenesses(const std::vector<formats::ReadValued>& rows);

// All that editions told, and what is alike in it. An address or a name that many files share costs as many
// comparisons; the rest a search in a map each.
class Alike {
 public:
  void add(const valued::Told& told);
  bool knows(Index valued, const std::string& edition) const;
  // What may be the same place as this one, in the order of the register.
  std::set<Index> maybe(Index valued) const;

 private:
  std::map<Index, std::vector<valued::Told>> told_;
  std::map<std::string, std::set<Index>> by_key_;
};

}  // namespace alongside::import
