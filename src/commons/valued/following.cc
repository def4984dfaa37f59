#include "commons/valued/following.h"

#include <algorithm>
#include <map>

#include "commons/valued/importing.h"

namespace alongside::valued {
namespace {

using kernel::Changes;
using kernel::Reader;
using kernel::Situation;

// Followed under any number under which it stood on the register.
constexpr const char* of_one_by_one = "WHERE person = $2 AND valued IN (SELECT idx FROM valued WHERE idx = $1 OR merged_into = $1)";

FollowFacts facts_of(const Situation& situation, Index asked) {
  Reader& reader = situation.reader;
  FollowFacts facts{.today = situation.today, .person = situation.actor.person};
  if (!asked.is_set() || !reader.one<ValuedRow>("WHERE idx = $1", {asked.value})) return facts;
  facts.place = stands_as(reader, asked);
  facts.follows = reader.count(std::string("SELECT COUNT(*) FROM valued_followers ") + of_one_by_one, {facts.place.value, facts.person.value}) > 0;
  facts.followed = reader.count("SELECT COUNT(*) FROM valued_followers WHERE person = $1", {facts.person.value});
  return facts;
}

void check(const FollowFacts& facts, Problems& problems) {
  if (!facts.place.is_set()) problems.add("valued", Code::not_found, msg("Give a place or group that is on the register."));
  if (!facts.person.is_set()) problems.add("", Code::wrong_state, msg("Sign in with a name of your own. Then you can follow places."));
}

}  // namespace

FollowFacts look(const Situation& situation, const FollowPlace& asked) { return facts_of(situation, asked.valued); }

Result<Changes> decide(const FollowFacts& facts, FollowPlace) {
  Problems problems;
  check(facts, problems);
  if (facts.follows) problems.add("valued", Code::already_there, msg("You follow this place already."));
  if (!facts.follows && facts.followed >= follows_max) {
    problems.add("valued", Code::out_of_range, msg("You follow {n} places. That is as many as one can: stop following another one first.", {{"n", std::to_string(facts.followed)}}));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.keep(FollowerRow{.valued = facts.place, .person = facts.person.value, .since = facts.today});
  return changes;
}

FollowFacts look(const Situation& situation, const UnfollowPlace& asked) { return facts_of(situation, asked.valued); }

Result<Changes> decide(const FollowFacts& facts, UnfollowPlace) {
  Problems problems;
  check(facts, problems);
  if (facts.place.is_set() && facts.person.is_set() && !facts.follows) {
    problems.add("valued", Code::wrong_state, msg("You do not follow this place, so nothing changed."));
  }
  if (problems.any()) return problems;
  Changes changes;
  changes.run(std::string("DELETE FROM valued_followers ") + of_one_by_one, {facts.place.value, facts.person.value});
  return changes;
}

// ---- what somebody follows ------------------------------------------------------------------------------------------

bool FollowedLine::is_touched() const {
  return std::any_of(about.begin(), about.end(), [](const AboutIt& one) { return one.line.is_open; });
}

std::int64_t PlacesPage::touched() const {
  return std::count_if(places.begin(), places.end(), [](const FollowedLine& one) { return one.is_touched(); });
}

Result<PlacesPage> PlacesPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  PlacesPage out;
  if (!seeing.actor.person.is_set()) return out;
  std::map<Index, Day> since;  // of the one that stays: two that were followed may have been put together
  for (const FollowerRow& row : reader.all<FollowerRow>("WHERE person = $1 ORDER BY since_day, valued", {seeing.actor.person.value})) {
    since.emplace(stands_as(reader, row.valued), row.since);
  }
  for (const auto& [place, day] : since) {
    auto line = valued(reader, place);
    if (!line) continue;
    out.places.push_back({.line = std::move(*line), .followed_since = day, .about = about_it(seeing, place)});
  }
  std::stable_sort(out.places.begin(), out.places.end(), [](const FollowedLine& a, const FollowedLine& b) {
    if (a.is_touched() != b.is_touched()) return a.is_touched();
    return a.followed_since > b.followed_since;
  });
  return out;
}

}  // namespace alongside::valued
