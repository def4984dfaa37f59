// What an officer may not do here and may propose, and a moderator likewise; and one's own words, taken back.
#include "kernel/proposals.h"

#include <doctest/doctest.h>

#include "commons/people/scene.h"
#include "commons/people/views.h"

namespace alongside::people {
namespace {

using kernel::Proposal;
using kernel::ProposalState;

// An officer of the council has proposed a body.
struct ProposedScene : Scene {
  Index council = body("Eastmere Council", true);
  kernel::Credential officer;
  kernel::Outcome proposed;

  ProposedScene() {
    join("Tern");
    officer = as;
    REQUIRE(order("officer ask", Json::object({{"body", council.value}})).ok());
    REQUIRE(approve(who().person.value).ok());
    proposed = propose("Harbour Users");
  }
  kernel::Outcome propose(const char* name) { return order("body register", Json::object({{"name", name}, {"body_kind", "voluntary"}})); }
  Index number() const { return {proposed.told.find("proposal")->number()}; }
  std::optional<Proposal> proposal() {
    std::optional<Proposal> out;
    place.read([&](kernel::Reader& reader) { out = kernel::proposal_at(place.house(), reader, number()); });
    return out;
  }
  // The keeper sends the form as it stands.
  kernel::Outcome carried_out(const std::string& command = "body register") {
    return place.place().submit_and_wait(
        {.command = command, .credential = {.at_the_house = true}, .request = proposal()->request, .proposal = number()});
  }
  kernel::Outcome declined(const char* why) {
    at_the_house();
    return order("proposal decline", Json::object({{"proposal", number().value}, {"why", why}}));
  }
};

TEST_CASE("what an officer may not do is kept for the keeper, sealed, and nothing is on the record") {
  ProposedScene scene;
  for (const Problem& one : scene.proposed.problems.list()) FAIL_CHECK(in_english(one));
  REQUIRE(scene.proposed.ok());
  CHECK(scene.proposed.proposed);
  CHECK(scene.proposed.acts.empty());
  CHECK(scene.rows("bodies") == 1);
  scene.place.read([&](kernel::Reader& reader) {
    const auto waiting = kernel::waiting_proposals(scene.place.house(), reader);
    REQUIRE(waiting.size() == 1);
    CHECK(pseudonym(reader, {waiting[0].row.person}) == "Tern");
    CHECK(waiting[0].request.find("name")->string() == "Harbour Users");
    CHECK(waiting[0].path == "/bodies/new?proposal=" + std::to_string(scene.number().value));
  });
}

TEST_CASE("a proposal is checked as the order would be, and all that is wrong with it is said at once") {
  ProposedScene scene;
  const auto wrong = scene.order("body register", Json::object({{"name", ""}, {"body_kind", "ferry"}, {"from", "soon"}}));
  CHECK_FALSE(wrong.ok());
  CHECK(wrong.problems.list().size() >= 2);
  CHECK(scene.rows("proposals") == 1);
}

TEST_CASE("the keeper carries a proposal out once; whoever proposed it reads that it was") {
  ProposedScene scene;
  const auto done = scene.carried_out();
  REQUIRE(done.ok());
  CHECK_FALSE(done.proposed);
  CHECK(done.acts.size() == 1);
  CHECK(scene.rows("bodies") == 2);
  CHECK(scene.proposal()->row.state == ProposalState::taken_up);
  CHECK(scene.proposal()->request.members().empty());  // what was asked is on the record now, and nowhere else
  CHECK_FALSE(scene.carried_out().ok());
  CHECK(scene.rows("bodies") == 2);
  scene.as = scene.officer;
  scene.place.as(scene.officer);
  CHECK(scene.place.page("/me")->find("proposals")->items().front().find("state")->string() == "taken_up");
}

TEST_CASE("a proposal is not carried out as another command") {
  ProposedScene scene;
  CHECK_FALSE(scene.carried_out("body change").ok());
  CHECK(scene.proposal()->row.state == ProposalState::waiting);
}

TEST_CASE("the keeper says no with a reason, which only whoever proposed it reads") {
  ProposedScene scene;
  CHECK_FALSE(scene.declined(" ").ok());
  REQUIRE(scene.declined("It is here already, as Friends of the Harbour.").ok());
  CHECK(scene.proposal()->row.state == ProposalState::declined);
  CHECK(scene.proposal()->why == "It is here already, as Friends of the Harbour.");
  CHECK_FALSE(scene.carried_out().ok());
  CHECK_FALSE(scene.declined("Again.").ok());
  scene.place.today_is(scene.place.today() + kernel::answered_proposal_days + 1);
  REQUIRE(scene.order("due proposals", Json::object()).ok());
  CHECK(scene.rows("proposals") == 0);
}

TEST_CASE("a proposal is taken back by whoever made it, and by nobody else; it goes with them") {
  ProposedScene scene;
  const Json which = Json::object({{"proposal", scene.number().value}});
  scene.join("Plover");
  CHECK_FALSE(scene.order("proposal withdraw", which).ok());
  scene.as = scene.officer;
  REQUIRE(scene.order("proposal withdraw", which).ok());
  CHECK(scene.rows("proposals") == 0);
  CHECK(scene.rows("private_texts WHERE name LIKE 'proposal/%'") == 0);
  REQUIRE(scene.propose("Harbour Users").ok());
  REQUIRE(scene.order("account leave", Json::object({{"sure", true}})).ok());
  CHECK(scene.rows("proposals") == 0);
  CHECK(scene.rows("private_texts WHERE name LIKE 'proposal/%'") == 0);
}

TEST_CASE("a moderator proposes that words go; members and visitors propose nothing") {
  ProposedScene scene;
  const Json words = Json::object({{"act", scene.council.value}, {"field", "name"}, {"ground", "law"}});
  scene.join("Plover");
  CHECK_FALSE(scene.order("erase", words).ok());
  CHECK_FALSE(scene.propose("Harbour Users").ok());
  REQUIRE(scene.order("moderator ask", Json::object()).ok());
  REQUIRE(scene.approve(scene.who().person.value).ok());
  const auto proposed = scene.order("erase", words);
  REQUIRE(proposed.ok());
  CHECK(proposed.proposed);
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.words(scene.council, "name").is_shown()); });
  CHECK_FALSE(scene.propose("Harbour Users").ok());
  scene.nobody();
  CHECK_FALSE(scene.propose("Harbour Users").ok());
}

}  // namespace
}  // namespace alongside::people
