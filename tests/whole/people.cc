#include "whole/people.h"

#include <stdexcept>

#include "base/text.h"

namespace alongside::whole {
namespace {

void must(bool holds, const std::string& words) {
  if (!holds) throw std::runtime_error(words);
}

std::int64_t about_of(Served& served) { return served.number("SELECT idx FROM valued ORDER BY idx"); }

Json question(std::int64_t about) { return Json::object({{"about", about}, {"who", true}}); }

std::int64_t first_act(const Answer& answer) {
  must(answer.status == 200, "an order was refused: " + answer.body);
  return parse_json(answer.body)->find("acts")->items().front().number();
}

// Asks without an account, and comes back with the code.
std::int64_t ask_with_code(Browser& browser, std::int64_t about) {
  const Answer asked = browser.ask_api("ask open", question(about));
  const std::int64_t ask = first_act(asked);
  const std::string code = parse_json(asked.body)->find("told")->find("code")->string();
  must(browser.send("/eastmere/ask/code", {{"code", code}}).status == 303, "a code does not open its question");
  return ask;
}

std::int64_t body_named(Served& served, const std::string& kind) {
  return served.number("SELECT idx FROM bodies WHERE body_kind = '" + kind + "' ORDER BY idx");
}

// A body's decision and the first part of a question to it, with what else every request may be about.
About things_of(Served& served, std::int64_t body) {
  const std::string is_body = "body = " + std::to_string(body);
  const std::int64_t ask = served.number("SELECT ask FROM ask_parts WHERE part = 1 AND " + is_body + " ORDER BY ask");
  const std::int64_t work = served.number("SELECT idx FROM works WHERE " + is_body + " ORDER BY idx");
  // A meeting with an item on its agenda and notes, which is not called off.
  const std::int64_t gathering = served.number("SELECT gathering FROM gathering_notes WHERE gathering IN (SELECT idx FROM gatherings WHERE work = " +
                                               std::to_string(work) + ") ORDER BY idx");
  const std::string is_gathering = "gathering = " + std::to_string(gathering);
  return {{"body", body},
          {"decision", served.number("SELECT idx FROM decisions WHERE " + is_body + " ORDER BY idx")},
          {"ask", ask},
          {"part", 1},
          {"reply", served.number("SELECT idx FROM ask_replies ORDER BY idx")},
          {"valued", about_of(served)},
          {"work", work},
          {"touched", served.number("SELECT valued FROM work_touches WHERE work = " + std::to_string(work) + " ORDER BY valued")},
          {"other", served.number("SELECT idx FROM works ORDER BY idx DESC")},
          {"gathering", gathering},
          {"item", served.number("SELECT idx FROM agenda_items WHERE " + is_gathering + " ORDER BY idx")},
          {"notes", served.number("SELECT idx FROM gathering_notes WHERE " + is_gathering + " ORDER BY idx")},
          {"office", served.number("SELECT idx FROM offices ORDER BY idx")},
          {"held", served.number("SELECT idx FROM office_holders ORDER BY idx")},
          {"account", served.number("SELECT person FROM accounts ORDER BY person")},
          {"nth", 1},
          {"index", 1}};
}

// Pages of this body's that wait to be published.
std::int64_t draft_for(Browser& keeper, std::int64_t body) {
  Json files = Json::array();
  files.push(
      Json::object({{"base64", base64("title,decided\nA bench by the sea,2026-11-02\n")}, {"name", "decisions.csv"}}));
  const Answer read = keeper.ask_api("draft read", Json::object({{"body", body}, {"files", std::move(files)}}));
  must(read.status == 200, "a page cannot be read into a draft: " + read.body);
  return parse_json(read.body)->find("told")->find("draft")->number();
}

// What may only be proposed, proposed.
std::int64_t proposed(Browser& browser, const std::string& command, const Json& request) {
  const Answer answer = browser.ask_api(command, request);
  must(answer.status == 200, "nobody can propose: " + answer.body);
  return parse_json(answer.body)->find("told")->find("proposal")->number();
}

// In the room of this work, with words of theirs that nobody has read yet.
std::int64_t wording_by(Browser& browser, std::int64_t work, const std::string& words) {
  must(browser.ask_api("work part", Json::object({{"work", work}, {"side", "office"}})).status == 200, "nobody can take part");
  return first_act(browser.ask_api("wording propose", Json::object({{"work", work}, {"words", words}, {"reason", "It says more."}})));
}

About with(About about, const std::string& what, std::int64_t number) {
  about[what] = number;
  return about;
}

// Comes into the room of this piece of work, and says something there.
std::int64_t said_in(Browser& browser, std::int64_t work, const std::string& side) {
  const Answer part = browser.ask_api("work part", Json::object({{"work", work}, {"side", side}}));
  must(part.status == 200, "nobody can take part: " + part.body);
  return first_act(browser.ask_api("said give", Json::object({{"work", work}, {"saying_kind", "idea"}, {"words", "A bench by the sea"}})));
}

// A choice and an agreement of this piece of work, with somebody's words against it that nobody has read yet.
void add_agreement(Browser& keeper, Browser& member, About& about) {
  const std::int64_t work = about.at("work");
  about["option"] = first_act(keeper.ask_api("option write", Json::object({{"work", work}, {"title", "Keep it as it is"}})));
  about["agreement"] = first_act(keeper.ask_api("agreement ask", Json::object({{"work", work}, {"words", "It stays as it is."}})));
  must(member.ask_api("work part", Json::object({{"work", work}, {"side", "lived"}})).status == 200, "nobody can take part");
  about["dissent"] = first_act(member.ask_api("agreement dissent", Json::object({{"agreement", about.at("agreement")}, {"words", "Not like this."}})));
}

// Somebody in the room of this piece of work asks for their fare.
std::int64_t claim_of(Browser& browser, std::int64_t work) {
  const Answer answer = browser.ask_api("pay ask", Json::object({{"work", work}, {"paid_for", "fare"}, {"how", "In cash"}, {"sum", Json::object({{"currency", "GBP"}, {"minor", 420}})}}));
  must(answer.status == 200, "nobody can ask for a fare: " + answer.body);
  return parse_json(answer.body)->find("told")->find("claim")->number();
}

About with_ask(About about, std::int64_t ask) {
  about["ask"] = ask;
  return about;
}

}  // namespace

Browser joined(const Served& served, const std::string& name, const std::string& key) {
  Browser browser(served);
  const Answer answer = browser.send(
      "/eastmere/join", {{"name", name}, {"passphrase", "seven wet herons wait for the ferry"}, {"key", key}});
  must(answer.status == 303, name + " cannot join: " + answer.body);
  return browser;
}

Answer approved(Served& served, Browser& asking, Browser& keeper, const std::string& wish,
                const Browser::Fields& with) {
  const Answer asked = asking.send("/eastmere/me/" + wish, with);
  if (asked.status != 303) return asked;
  const std::int64_t account = served.number("SELECT person FROM account_requests WHERE refused_on IS NULL");
  return keeper.send("/eastmere/desk/accounts/" + std::to_string(account) + "/approve", {});
}

std::vector<Somebody> people(Served& served) {
  const std::string link = served.done("keeper link", Json::object()).told.find("link")->string();
  Browser keeper = joined(served, "The keeper", link.substr(link.find('=') + 1));
  Browser member = joined(served, "A member");
  Browser moderator = joined(served, "A moderator");
  Browser officer = joined(served, "An officer");
  Browser asker(served);

  const std::int64_t council = body_named(served, "council");
  must(approved(served, moderator, keeper, "moderator", {}).status == 303, "nobody can moderate");
  must(approved(served, officer, keeper, "officer", {{"body", std::to_string(council)}}).status == 303,
       "nobody can act for the council");

  const std::int64_t of_asker = ask_with_code(asker, about_of(served));
  const std::int64_t of_member = first_act(member.ask_api("ask open", question(about_of(served))));
  About own = things_of(served, council);
  About other = things_of(served, body_named(served, "trust"));
  for (About* about : {&own, &other}) (*about)["draft"] = draft_for(keeper, about->at("body"));
  for (About* about : {&own, &other}) add_agreement(keeper, member, *about);
  const std::int64_t words_of_member =
      first_act(member.ask_api("ask open", Json::object({{"about", about_of(served)}, {"words", "Who else was asked?"}})));
  const std::int64_t said_by_member = said_in(member, own.at("work"), "lived");
  const std::int64_t said_by_officer = said_in(officer, own.at("work"), "office");
  for (About* about : {&own, &other}) (*about)["answer"] = 1;
  own["said"] = said_by_member;
  other["said"] = said_by_officer;
  const std::int64_t by_officer = proposed(officer, "body register", Json::object({{"name", "Harbour Trust"}, {"body_kind", "voluntary"}}));
  const std::int64_t by_moderator = proposed(moderator, "erase", Json::object({{"act", own.at("decision")}, {"field", "title"}, {"ground", "law"}}));
  const std::int64_t wording_of_member = wording_by(member, own.at("work"), "What helps?");
  const std::int64_t wording_of_officer = wording_by(officer, own.at("work"), "What should we pay for?");
  own["wording"] = wording_of_member;
  other["wording"] = wording_of_officer;
  own["claim"] = claim_of(member, own.at("work"));
  other["claim"] = claim_of(officer, own.at("work"));
  About of_officer = with(own, "proposal", by_officer), others_than_officer = with(other, "proposal", by_moderator);
  of_officer["wording"] = wording_of_officer;
  of_officer["said"] = said_by_officer;
  of_officer["claim"] = other.at("claim");
  others_than_officer["wording"] = wording_of_member;
  others_than_officer["said"] = said_by_member;
  others_than_officer["claim"] = own.at("claim");
  return {{"visitor", Browser(served), own, other},
          {"asker", asker, with_ask(own, of_asker), with_ask(other, of_member)},
          {"member", member, with(with_ask(own, of_member), "act", words_of_member), with(with_ask(other, of_asker), "act", other.at("decision"))},
          {"officer", officer, of_officer, others_than_officer},
          {"moderator", moderator, with(own, "proposal", by_moderator), with(other, "proposal", by_officer)},
          {"keeper", keeper, with(own, "proposal", by_officer), with(other, "proposal", by_moderator)}};
}

}  // namespace alongside::whole
