// What people said that is one text, or about the same thing: proposed to those who moderate. They put it together.
#pragma once

#include <string>
#include <vector>

#include "commons/said/views.h"
#include "html/components.h"

namespace alongside::import {

struct AlikeGroup {
  bool is_exact = false;
  std::int64_t n = 0;  // in no group yet
  Index into;          // the group that others of this text are in; unset: none is
  Index said;          // the one whose wording most of them have
  Text words;
  std::vector<Index> saids;  // of the n, at most as many as one form takes
  static void fields(auto& self, auto&& field) {
    field("into", self.into);
    field("is_exact", self.is_exact);
    field("n", self.n);
    field("said", self.said);
    field("saids", self.saids);
    field("words", self.words);
  }
};
struct AlikePair {
  Index into;  // the group that one of them is in
  Index first;
  Index second;
  Index ungrouped;  // one that is in none; not part of the JSON
  Text first_words;
  Text second_words;
  std::int64_t per_mille = 0;
  static void fields(auto& self, auto&& field) {
    field("first", self.first);
    field("first_words", self.first_words);
    field("into", self.into);
    field("per_mille", self.per_mille);
    field("second", self.second);
    field("second_words", self.second_words);
  }
};
// Of all published sayings. Few are compared while the page is made; many on a thread of their own, and until then the page
// says how far it is (kernel/long_work.h). What was put together since is left out; what was published since is counted.
struct AlikeSaidPage {
  static constexpr std::int64_t at_once_max = 300;  // a few hundredths of a second
  static constexpr std::int64_t a_page = 20;
  work::WorkLine work;
  std::int64_t compared = 0;
  std::int64_t newer = 0;  // published since they were compared
  bool is_going = false;   // they are being compared
  std::int64_t done = 0;   // of every 100
  std::int64_t at = 0;     // acts on the record: "compare again" means as of these
  std::int64_t groups_in_all = 0;
  std::int64_t pairs_in_all = 0;
  std::int64_t page = 1;
  std::vector<AlikeGroup> groups;  // the largest first
  std::vector<AlikePair> pairs;    // the most alike first
  static void fields(auto& self, auto&& field) {
    field("compared", self.compared);
    field("done", self.done);
    field("groups", self.groups);
    field("groups_in_all", self.groups_in_all);
    field("is_going", self.is_going);
    field("newer", self.newer);
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
