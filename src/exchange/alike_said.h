// What people said that is one text, or about the same thing: proposed to those who moderate. They put it together.
#pragma once

#include <string>
#include <vector>

#include "commons/said/views.h"
#include "html/components.h"

namespace alongside::import {

struct AlikeGroup {
  bool is_exact = false;
  std::int64_t n = 0;
  Index said;  // the one whose wording most of them have
  Text words;
  std::vector<Index> saids;  // at most as many as one form takes
  static void fields(auto& self, auto&& field) {
    field("is_exact", self.is_exact);
    field("n", self.n);
    field("said", self.said);
    field("saids", self.saids);
    field("words", self.words);
  }
};
struct AlikePair {
  Index first;
  Index second;
  Text first_words;
  Text second_words;
  std::int64_t per_mille = 0;
  static void fields(auto& self, auto&& field) {
    field("first", self.first);
    field("first_words", self.first_words);
    field("per_mille", self.per_mille);
    field("second", self.second);
    field("second_words", self.second_words);
  }
};
// Of the published sayings that are in no group yet.
struct AlikeSaidPage {
  static constexpr std::int64_t compared_max = 5'000;  // half a second; of more, the newest
  static constexpr std::int64_t a_page = 20;
  work::WorkLine work;
  std::int64_t compared = 0;
  bool has_older = false;  // more than are compared here
  std::int64_t groups_in_all = 0;
  std::int64_t pairs_in_all = 0;
  std::int64_t page = 1;
  std::vector<AlikeGroup> groups;  // the largest first
  std::vector<AlikePair> pairs;    // the most alike first
  static void fields(auto& self, auto&& field) {
    field("compared", self.compared);
    field("groups", self.groups);
    field("groups_in_all", self.groups_in_all);
    field("has_older", self.has_older);
    field("page", self.page);
    field("pairs", self.pairs);
    field("pairs_in_all", self.pairs_in_all);
    field("work", self.work);
  }
  static Result<AlikeSaidPage> see(const kernel::Seeing& seeing);
};
std::string title(const AlikeSaidPage& view, const html::Say& say);
html::Html show(const AlikeSaidPage& view, const kernel::Showing& at);

}  // namespace alongside::import
