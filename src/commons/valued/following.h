// Following a place: whoever follows one sees on a page of their own what would touch it, and how to take part. There are no
// e-mail addresses here, so nothing is sent. Nothing of it is on the record: nobody can see who follows a place, or how many do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/valued/views.h"
#include "html/components.h"

namespace alongside::valued {

inline constexpr std::int64_t follows_max = 100;  // of one person: all of them stand on one page

struct FollowerRow {
  static constexpr std::string_view table = "valued_followers";
  Index valued;
  std::int64_t person = 0;
  Day since;
  static void fields(auto& self, auto&& column) {
    column("valued", self.valued);
    column("person", self.person);
    column("since_day", self.since);
  }
};

struct FollowFacts {
  Day today;
  kernel::Person person;
  Index place;  // the one that stays, where it was put together with another; unset: it is not on the register
  bool follows = false;
  std::int64_t followed = 0;  // by this person, in all
};

struct FollowPlace {
  Index valued;
  static void fields(auto& self, auto&& field) { field("valued", self.valued); }
};
FollowFacts look(const kernel::Situation& situation, const FollowPlace& asked);
Result<kernel::Changes> decide(const FollowFacts& facts, FollowPlace asked);

struct UnfollowPlace {
  Index valued;
  static void fields(auto& self, auto&& field) { field("valued", self.valued); }
};
FollowFacts look(const kernel::Situation& situation, const UnfollowPlace& asked);
Result<kernel::Changes> decide(const FollowFacts& facts, UnfollowPlace asked);

// ---- what somebody follows ------------------------------------------------------------------------------------------

struct FollowedLine {
  ValuedLine line;
  Day followed_since;
  std::vector<AboutIt> about;
  bool is_touched() const;  // and people can do something about it now
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("followed_since", self.followed_since);
    ValuedLine::fields(self.line, field);
  }
};

struct PlacesPage {
  std::vector<FollowedLine> places;  // those that are touched now first, then the one that was followed last
  std::int64_t touched() const;
  static void fields(auto& self, auto&& field) { field("places", self.places); }
  static Result<PlacesPage> see(const kernel::Seeing& seeing);
};
std::string title(const PlacesPage& view, const html::Say& say);
html::Html show(const PlacesPage& view, const kernel::Showing& at);

}  // namespace alongside::valued
