// Accounts: coming in, coming back, standing, leaving; and the law that keeps powers apart.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "commons/people/commands.h"
#include "commons/people/scene.h"
#include "commons/people/standing.h"
#include "commons/people/views.h"

namespace alongside::people {
TEST_CASE("a stranger joins with a made-up name, and comes back with the passphrase") {
  Scene scene;
  const auto joined = scene.join("Heron");
  REQUIRE(joined.ok());
  CHECK(joined.acts.empty());
  CHECK(joined.told.find("code")->string().size() == 24);
  CHECK(scene.who().standing == kernel::Standing::member);
  REQUIRE(scene.sign_in("  HERON ", Scene::passphrase).ok());
  const kernel::Actor actor = scene.who();
  CHECK(actor.standing == kernel::Standing::member);
  scene.place.read([&](kernel::Reader& reader) { CHECK(pseudonym(reader, actor.person) == "Heron"); });
}

TEST_CASE("nothing that was typed stands in a row: neither name, nor passphrase, nor code, nor token") {
  Scene scene;
  const auto joined = scene.join("Heron");
  scene.place.read([&](kernel::Reader& reader) {
    const auto row = reader.one<AccountRow>("ORDER BY person LIMIT 1");
    REQUIRE(row.has_value());
    const std::string all = row->name_digest.bytes + row->recovery_digest.bytes;
    CHECK(all.find("eron") == std::string::npos);
    CHECK(all.find(joined.told.find("code")->string()) == std::string::npos);
    reader.each("SELECT box FROM private_texts ORDER BY name", {}, [](const store::Row& box) {
      CHECK(box.blob(0).find("argon") == std::string_view::npos);
      CHECK(box.blob(0).find("eron") == std::string_view::npos);
    });
  });
}

TEST_CASE("all that is wrong with a name and a passphrase is said at once") {
  Scene scene;
  scene.nobody();
  const auto outcome = scene.order("join", Json::object({{"name", ""}, {"passphrase", "short"}}));
  CHECK(outcome.problems.list().size() == 2);
  CHECK(scene.order("join", Json::object({{"name", "a heron by the quay"}, {"passphrase", "A HERON by the quay"}}))
            .problems.has(Code::out_of_range));
  CHECK(scene.order("join", Json::object({{"name", "a@b.example"}, {"passphrase", Scene::passphrase}}))
            .problems.has(Code::malformed));
  REQUIRE(scene.join("Heron").ok());
  CHECK(scene.join("hérOn").problems.has(Code::already_there));
}

TEST_CASE("an order whose passphrase nobody hashed makes no account") {
  Scene scene;
  scene.place.as_nobody();
  CHECK_FALSE(scene.place.order("join", Json::object({{"name", "Heron"}, {"passphrase", Scene::passphrase}})).ok());
  CHECK(scene.rows("accounts") == 0);
}

TEST_CASE("a stolen hash does not sign in") {
  Scene scene;
  scene.join("Heron");
  std::string hash;
  scene.place.read([&](kernel::Reader& reader) { hash = reader.private_text("passphrase/1").value_or(""); });
  REQUIRE(is_passphrase_hash(hash));
  CHECK_FALSE(scene.sign_in("Heron", hash).ok());
}

TEST_CASE("wrong passphrases are counted, and after ten even the right one has to wait") {
  Scene scene;
  scene.join("Heron");
  for (int i = 0; i < tries_account_max; ++i) {
    CHECK(scene.sign_in("Heron", "not this passphrase").problems.has(Code::does_not_match));
  }
  CHECK(scene.rows("attempts") == tries_account_max + 1);  // and the joining
  CHECK(scene.sign_in("Heron", Scene::passphrase).problems.has(Code::too_many));
  scene.place.today_is(scene.place.today() + 1);
  CHECK(scene.sign_in("Heron", Scene::passphrase).ok());
}

TEST_CASE("a name that is not here and a wrong passphrase are told apart by nobody") {
  Scene scene;
  scene.join("Heron");
  const auto unknown = scene.sign_in("Nobody", "not this passphrase");
  const auto wrong = scene.sign_in("Heron", "not this passphrase");
  REQUIRE(unknown.problems.list().size() == 1);
  CHECK(unknown.problems.list()[0].expected == wrong.problems.list()[0].expected);
  CHECK(unknown.problems.list()[0].field == wrong.problems.list()[0].field);
}

TEST_CASE("the recovery code lets its owner back in once, and every other browser out") {
  Scene scene;
  const auto joined = scene.join("Heron");
  const kernel::Credential old = scene.as;
  std::string code = scene.told(joined, "code");
  for (char& c : code) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '-' ? ' ' : c;
  scene.nobody();
  const Json request = Json::object({{"code", code}, {"passphrase", "a new one to remember"}});
  const auto back = scene.order("recover", request);
  REQUIRE(back.ok());
  CHECK(scene.told(back, "code") != scene.told(joined, "code"));
  CHECK(scene.order("recover", request).problems.has(Code::not_found));
  scene.as = old;
  CHECK(scene.who().standing == kernel::Standing::visitor);
  CHECK_FALSE(scene.sign_in("Heron", Scene::passphrase).ok());
  CHECK(scene.sign_in("Heron", "a new one to remember").ok());
}

TEST_CASE("a new passphrase needs the old one") {
  Scene scene;
  scene.join("Heron");
  CHECK(scene
            .order("passphrase change",
                   Json::object({{"old", "not this passphrase"}, {"passphrase", "a new one to remember"}}))
            .problems.has(Code::does_not_match));
  CHECK(scene
            .order("passphrase change",
                   Json::object({{"old", Scene::passphrase}, {"passphrase", "a new one to remember"}}))
            .ok());
  CHECK(scene.who().standing == kernel::Standing::member);
  CHECK(scene.sign_in("Heron", "a new one to remember").ok());
}

TEST_CASE("signing out ends this browser, or all of them; a session ends by itself after 30 days") {
  Scene scene;
  scene.join("Heron");
  const kernel::Credential first = scene.as;
  scene.sign_in("Heron", Scene::passphrase);
  const kernel::Credential second = scene.as;
  const auto out = scene.order("sign out", Json::object());
  CHECK(scene.told(out, "session").empty());
  CHECK(scene.who().standing == kernel::Standing::visitor);
  scene.as = first;
  CHECK(scene.who().standing == kernel::Standing::member);
  scene.sign_in("Heron", Scene::passphrase);
  REQUIRE(scene.order("sign out", Json::object({{"everywhere", true}})).ok());
  scene.as = first;
  CHECK(scene.who().standing == kernel::Standing::visitor);
  CHECK(scene.rows("sessions") == 0);
  scene.sign_in("Heron", Scene::passphrase);
  scene.place.today_is(scene.place.today() + 31);
  CHECK(scene.who().standing == kernel::Standing::visitor);
}

TEST_CASE("the keeper's link makes one person the keeper, once, and only for seven days") {
  Scene scene;
  const std::string link = scene.told(scene.order("keeper link", Json::object()), "link");
  REQUIRE(link.find("/join?key=") != std::string::npos);
  const std::string key = link.substr(link.find("key=") + 4);
  REQUIRE(scene.join("Keeper", key).ok());
  CHECK(scene.who().is_keeper());
  CHECK(scene.join("Second", key).problems.has(Code::not_found));
  CHECK(scene.join("Third", "guessed").problems.has(Code::not_found));
  scene.at_the_house();
  const std::string later = scene.told(scene.order("keeper link", Json::object()), "link");
  const std::string late = later.substr(later.find("key=") + 4);
  scene.place.today_is(scene.place.today() + 8);
  CHECK(scene.join("Late", late).problems.has(Code::not_found));
  scene.nobody();
  CHECK(scene.order("keeper link", Json::object()).problems.has(Code::not_allowed));
}

TEST_CASE("an officer acts for their body and its committees once the keeper has said yes") {
  Scene scene;
  const Index council = scene.body("Harbour Council", true);
  const Index committee = scene.body("Planning", false, council);
  const Index other = scene.body("Hill Council", true);
  scene.join("Clerk");
  REQUIRE(scene.order("officer ask", Json::object({{"body", council.value}})).ok());
  CHECK(scene.who().standing == kernel::Standing::member);
  scene.place.read([&](kernel::Reader& reader) {
    const auto waiting = waiting_accounts(reader, scene.place.today() + 3);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].name == "Clerk");
    CHECK(waiting[0].body_name.words == "Harbour Council");
    CHECK(waiting[0].days == 3);
  });
  REQUIRE(scene.approve(1).ok());
  SUBCASE("until the keeper ends it") {
    const auto before = scene.as;
    scene.at_the_house();
    REQUIRE(scene.order("account end", Json::object({{"account", 1}})).ok());
    CHECK(scene.order("account end", Json::object({{"account", 1}})).problems.has(Code::not_found));
    scene.as = before;
    CHECK(scene.who().standing == kernel::Standing::member);
    CHECK_FALSE(scene.who().acts_for(council));
    return;
  }
  const kernel::Actor actor = scene.who();
  CHECK(actor.standing == kernel::Standing::officer);
  CHECK(actor.acts_for(council));
  CHECK(actor.acts_for(committee));
  CHECK_FALSE(actor.acts_for(other));
  CHECK(scene.approve(1).problems.has(Code::not_found));
}

TEST_CASE("who acts for a body with powers cannot moderate, whichever way it is tried") {
  Scene scene;
  const Index council = scene.body("Harbour Council", true);
  const Index committee = scene.body("Planning", false, council);
  const Index choir = scene.body("Quay Choir", false);

  SUBCASE("an officer who asks to moderate") {
    scene.join("Clerk");
    scene.order("officer ask", Json::object({{"body", committee.value}}));
    REQUIRE(scene.approve(1).ok());
    CHECK(scene.order("moderator ask", Json::object()).problems.has(Code::not_allowed));
  }
  SUBCASE("a moderator who asks to be an officer") {
    scene.join("Reader");
    scene.order("moderator ask", Json::object());
    REQUIRE(scene.approve(1).ok());
    CHECK(scene.who().standing == kernel::Standing::moderator);
    CHECK(scene.order("officer ask", Json::object({{"body", council.value}})).problems.has(Code::not_allowed));
    CHECK(scene.order("officer ask", Json::object({{"body", committee.value}})).problems.has(Code::not_allowed));
    REQUIRE(scene.order("officer ask", Json::object({{"body", choir.value}})).ok());
    REQUIRE(scene.approve(1).ok());
    CHECK(scene.who().standing == kernel::Standing::moderator);
  }
  SUBCASE("a keeper who asks to be an officer") {
    const std::string told = scene.told(scene.order("keeper link", Json::object()), "link");
    const std::string key = told.substr(told.find("key=") + 4);
    REQUIRE(scene.join("Keeper", key).ok());
    CHECK(scene.order("officer ask", Json::object({{"body", council.value}})).problems.has(Code::not_allowed));
  }
  SUBCASE("whatever the rows say, an Actor is never both") {
    const bool holds = rc::check("never both", [] {
      ApproveFacts facts;
      RequestRow request{.person = 7, .wish = *rc::gen::element(Wish::officer, Wish::moderator)};
      if (*rc::gen::arbitrary<bool>()) request.office = {3};
      facts.request = request;
      facts.standing =
          *rc::gen::element(kernel::Standing::member, kernel::Standing::moderator, kernel::Standing::keeper);
      facts.has_powers = *rc::gen::arbitrary<bool>();
      facts.is_bound = *rc::gen::arbitrary<bool>();
      const bool would_bind =
          facts.is_bound || (request.wish == Wish::officer && (facts.has_powers || request.office.is_set()));
      const bool would_moderate = facts.standing != kernel::Standing::member || request.wish == Wish::moderator;
      const bool starts_sound = !(facts.is_bound && facts.standing != kernel::Standing::member);
      if (starts_sound) RC_ASSERT(decide(facts, ApproveAccount{7}).ok() == !(would_bind && would_moderate));
    });
    CHECK(holds);
  }
}

TEST_CASE("who was refused stays a member, is told so, and may ask again") {
  Scene scene;
  const Index council = scene.body("Harbour Council", true);
  scene.join("Clerk");
  scene.order("officer ask", Json::object({{"body", council.value}}));
  const kernel::Credential clerk = scene.as;
  CHECK(scene.order("account refuse", Json::object({{"account", 1}})).problems.has(Code::not_allowed));
  scene.at_the_house();
  REQUIRE(scene.order("account refuse", Json::object({{"account", 1}})).ok());
  scene.place.read([&](kernel::Reader& reader) { CHECK(waiting_accounts(reader, scene.place.today()).empty()); });
  scene.as = clerk;
  scene.place.as(clerk);
  const auto page = scene.place.html("/me");
  REQUIRE(page.ok());
  CHECK(page->find("The keeper said no") != std::string::npos);
  CHECK(scene.order("officer ask", Json::object({{"body", council.value}})).ok());
}

TEST_CASE("who leaves takes everything along, and the name is free again") {
  Scene scene;
  const Index council = scene.body("Harbour Council", true);
  scene.join("Heron");
  scene.order("officer ask", Json::object({{"body", council.value}}));
  scene.sign_in("Heron", "not this passphrase");
  scene.sign_in("Heron", Scene::passphrase);
  CHECK(scene.order("account leave", Json::object()).problems.has(Code::missing));
  REQUIRE(scene.order("account leave", Json::object({{"sure", true}})).ok());
  CHECK(scene.who().standing == kernel::Standing::visitor);
  for (const char* table : {"accounts", "account_bodies", "account_requests", "sessions", "persons", "private_texts"}) {
    CAPTURE(table);
    CHECK(scene.rows(table) == 0);
  }
  CHECK(scene.rows("attempts WHERE person IS NOT NULL") == 0);
  CHECK_FALSE(scene.sign_in("Heron", Scene::passphrase).ok());
  CHECK(scene.join("Heron").ok());
}

TEST_CASE("one's own page says all that is held, and nobody else sees it") {
  Scene scene;
  scene.join("Heron");
  scene.place.as(scene.as);
  const auto page = scene.place.page("/me");
  REQUIRE(page.ok());
  CHECK(page->find("name")->string() == "Heron");
  CHECK(page->find("private_texts")->number() == 2);
  CHECK(page->find("sessions")->number() == 1);
  CHECK(scene.place.html("/me")->find("Heron") != std::string::npos);
  scene.place.as_nobody();
  CHECK(scene.place.page("/me").problems().has(Code::not_allowed));
}

TEST_CASE("a code is read as it was meant, and nothing else is a code") {
  const bool holds = rc::check("codes come back", [](const std::string& secret) {
    const std::string code = new_code(secret, "recovery");
    RC_ASSERT(code.size() == 24u);
    RC_ASSERT(plain_code(code).size() == 20u);
    std::string typed;
    for (const char c : code)
      typed += c == '0' ? 'o' : c == '1' ? 'l' : c == '-' ? ' ' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    RC_ASSERT(plain_code(typed) == plain_code(code));
  });
  CHECK(holds);
  CHECK(plain_code("").empty());
  CHECK(plain_code("K7QD-2MWX").empty());
  CHECK(plain_code("K7QD-2MWX-0ZPA-9HTE-4RV!").empty());
  CHECK(plain_code("K7QD-2MWX-0ZPA-9HTE-4RVC-K7QD").empty());
}

}  // namespace alongside::people
