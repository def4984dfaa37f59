// Who stays apart from whom, where a change may come from, and what a session is, over HTTP.
#include <doctest/doctest.h>

#include <stdexcept>

#include "whole/people.h"

namespace alongside::whole {
namespace {

Somebody& the(std::vector<Somebody>& all, const std::string& kind) {
  for (Somebody& one : all) {
    if (one.kind == kind) return one;
  }
  throw std::logic_error("nobody is " + kind);
}

std::string standing(Browser& browser) {
  const auto me = parse_json(browser.get("/eastmere/me.json").body);
  const Json* found = me.ok() ? me->find("standing") : nullptr;
  return found == nullptr ? "nobody" : found->string();
}

Browser::Fields for_body(std::int64_t body) { return {{"body", std::to_string(body)}}; }

TEST_CASE("who acts for a body with powers or holds an office cannot moderate or keep, in whichever order they ask") {
  Served served;
  std::vector<Somebody> all = people(served);
  Browser& keeper = the(all, "keeper").browser;
  const std::int64_t council = the(all, "officer").own.at("body");

  Browser& officer = the(all, "officer").browser;
  CHECK(officer.send("/eastmere/me/moderator", {}).status == 403);
  CHECK(the(all, "moderator").browser.send("/eastmere/me/officer", for_body(council)).status == 403);
  CHECK(keeper.send("/eastmere/me/officer", for_body(council)).status == 403);
  CHECK(served.number("SELECT COUNT(*) FROM account_requests") == 0);
  CHECK(standing(officer) == "officer");
  CHECK(standing(the(all, "moderator").browser) == "moderator");
  CHECK(standing(keeper) == "keeper");
}

TEST_CASE("a moderator may act for a group that decides nothing, but holds no office there") {
  Served served;
  std::vector<Somebody> all = people(served);
  Browser& moderator = the(all, "moderator").browser;
  const auto first = [&](const char* command, Json request) {
    return served.done(command, std::move(request)).acts.front().value;
  };
  const std::int64_t group =
      first("body register", Json::object({{"name", "Friends of the Library"}, {"decides", false}}));
  const std::int64_t chair = first("office register", Json::object({{"body", group}, {"title", "Chair"}}));
  Browser::Fields with_office = for_body(group);
  with_office.emplace_back("office", std::to_string(chair));
  CHECK(moderator.send("/eastmere/me/officer", with_office).status == 403);
  CHECK(approved(served, moderator, the(all, "keeper").browser, "officer", for_body(group)).status == 303);
  CHECK(standing(moderator) == "moderator");
}

TEST_CASE("a body's number is the same number however it is written, so nobody acts for another body by a space") {
  Served served;
  std::vector<Somebody> all = people(served);
  Somebody& officer = the(all, "officer");
  const std::string trust = std::to_string(officer.other.at("body"));
  const std::string decision = std::to_string(officer.other.at("decision"));
  for (const std::string& body : {" " + trust, trust + " ", "\t" + trust, trust + "\n"}) {
    const Answer answer = officer.browser.ask_api(
        "decision take", Json::object({{"body", body}, {"title", "Close the gate"}, {"on", "2026-11-02"}}));
    CHECK_MESSAGE(answer.status == 403, answer.body);
  }
  const Answer confirmed = officer.browser.ask_api("decision confirm", Json::object({{"decision", " " + decision}}));
  CHECK(confirmed.status == 403);
}

TEST_CASE("a change that comes from elsewhere, or does not say from where, is refused before anything is read") {
  Served served;
  Browser visitor(served);
  const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
  const std::string own = "Origin: " + served.origin() + "\r\n";
  for (const std::string& from : std::vector<std::string>{
           "", "Origin: https://evil.test\r\n", "Origin: null\r\n", "Origin:\r\n", "Sec-Fetch-Site: cross-site\r\n",
           "Sec-Fetch-Site: same-site\r\n", "Origin: " + served.origin() + ".evil.test\r\n",
           own + "Origin: https://evil.test\r\n"}) {
    for (const char* method : {"POST", "PUT", "DELETE", "PATCH"}) {
      for (const char* path : {"/eastmere/ask", "/eastmere/join", "/api/eastmere/ask/open", "/r/eastmere/checkpoint"}) {
        CHECK_MESSAGE(visitor.say(method, path, from + form, "who=on").status == 403, method, " ", path, " ", from);
      }
    }
  }
  CHECK(visitor.say("POST", "/eastmere/join", own + form, "name=").status == 422);
  CHECK(visitor.say("POST", "/eastmere/join", "Sec-Fetch-Site: same-origin\r\n" + form, "name=").status == 422);
}

TEST_CASE("a session's cookie is out of reach of scripts, of other sites and, over TLS, of the wire") {
  Served served;
  Browser browser(served);
  const std::string body = "name=Ash&passphrase=seven+wet+herons+wait+for+the+ferry";
  const std::string headers = "Origin: " + served.origin() + "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
  const Answer plain = browser.say("POST", "/eastmere/join", headers, body);
  const std::string cookie = plain.header("Set-Cookie");
  CHECK(cookie.starts_with("alongside_eastmere="));
  for (const char* part : {"; HttpOnly", "; SameSite=Lax", "; Path=/eastmere", "; Max-Age="}) {
    CHECK_MESSAGE(cookie.find(part) != cookie.npos, cookie);
  }
  CHECK(cookie.find("; Secure") == cookie.npos);
  CHECK(cookie.find("Domain") == cookie.npos);
  browser.forget_cookies();
  const Answer tls = browser.say("POST", "/eastmere/sign-in", "X-Forwarded-Proto: https\r\n" + headers, body);
  CHECK(tls.status == 303);
  CHECK(tls.header("Set-Cookie").find("; Secure") != std::string::npos);
  const Answer me = browser.get("/eastmere/me");
  CHECK(me.header("Cache-Control") == "private, no-store");
}

TEST_CASE("a session is never one that somebody else chose, and ends for everyone who holds it") {
  Served served;
  Browser browser = joined(served, "Ash");
  const std::string first = browser.cookies().at("alongside_eastmere");
  const Browser::Fields sign_in{{"name", "Ash"}, {"passphrase", "seven wet herons wait for the ferry"}};
  CHECK(browser.send("/eastmere/sign-in", sign_in).status == 303);
  const std::string second = browser.cookies().at("alongside_eastmere");
  CHECK(second != first);
  CHECK(second.size() >= 43);
  // A copy of the cookie, as a thief would have it.
  const auto with = [&](const std::string& token) {
    Browser thief(served);
    return thief.say("GET", "/eastmere/me", "Cookie: alongside_eastmere=" + token + "\r\n", "").status;
  };
  CHECK(with(second) == 200);
  CHECK(with("chosen-by-somebody-else") == 403);
  CHECK(browser.send("/eastmere/sign-out", {}).status == 303);
  CHECK(with(second) == 403);
  CHECK(with(first) == 200);
  CHECK(browser.send("/eastmere/sign-in", sign_in).status == 303);
  CHECK(browser.send("/eastmere/me/leave", {{"sure", "yes"}}).status == 303);
  CHECK(with(first) == 403);
}

TEST_CASE("a recovery code is shown on the page after joining, and nowhere again") {
  Served served;
  Browser browser = joined(served, "Ash");
  REQUIRE(browser.cookies().contains("alongside_told"));
  const auto shows_code = [&](const char* path) { return browser.get(path).body.find("code-box") != std::string::npos; };
  CHECK_FALSE(shows_code("/eastmere/me/leave"));
  CHECK(shows_code("/eastmere/me?done=join"));
  CHECK_FALSE(browser.cookies().contains("alongside_told"));
  CHECK_FALSE(shows_code("/eastmere/me?done=join"));
  CHECK_FALSE(shows_code("/eastmere/me"));
}

TEST_CASE("no address leads away from this site, whatever it is asked to lead to") {
  Served served;
  Browser browser = joined(served, "Ash");
  const Browser::Fields sign_in{{"name", "Ash"},
                                {"passphrase", "seven wet herons wait for the ferry"},
                                {"next", "//evil.test"},
                                {"then", "https://evil.test"},
                                {"return_to", "/\\evil.test"}};
  for (const char* path :
       {"/eastmere/sign-in", "/eastmere/sign-in?next=//evil.test&then=https://evil.test&done=//evil.test"}) {
    const Answer answer = browser.send(path, {sign_in[0], sign_in[1]});
    CHECK(answer.header("Location").starts_with("/eastmere/me?done="));
  }
  CHECK(browser.send("/eastmere/sign-in", sign_in).status == 422);
  for (const char* path : {"//evil.test", "//evil.test/", "/%2f%2fevil.test", "/eastmere//evil.test", "/\\evil.test",
                           "/eastmere/https://evil.test", "/eastmere/..//evil.test", "/assets/..%2f..%2fetc/passwd",
                           "/r/eastmere/../../key", "/r/eastmere/%2e%2e/key", "/r/eastmere/openings/../../../key",
                           "/r/..%2f/x", "/eastmere/%00", "/eastmere/decisions/%0d%0aSet-Cookie:%20a=b"}) {
    const Answer answer = browser.get(path);
    CHECK_MESSAGE((answer.status == 404 || answer.status == 400), path, ": ", answer.status);
    CHECK_MESSAGE(answer.header("Location").empty(), path);
    CHECK_MESSAGE(answer.header("Set-Cookie").empty(), path);
  }
}

}  // namespace
}  // namespace alongside::whole
