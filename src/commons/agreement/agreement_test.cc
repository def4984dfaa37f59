// The room agrees, or not; the body decides. Two different acts, side by side on one page.
#include <doctest/doctest.h>

#include "commons/agreement/scene.h"
#include "html/html.h"

namespace alongside::agreement {
namespace {

using scene::has;
using scene::Hall;

Json by_name() { return Json::object({{"ballots", "by_name"}}); }

// The first words of the short answer, without its marks.
std::string first_words(const std::string& page, std::size_t count) {
  std::string_view answer = std::string_view(page).substr(page.find("answer__label"));
  answer = answer.substr(answer.find("</p>"));
  std::string out;
  bool in_mark = false;
  for (const char c : answer) {
    if (c == '<') in_mark = true;
    if (!in_mark) out += c;
    if (c == '>') in_mark = false, out += ' ';
  }
  std::string words;
  for (const std::string_view word : split(out, ' ')) {
    if (word.empty()) continue;
    if (count-- == 0) break;
    words += std::string(word) + " ";
  }
  return words;
}

}  // namespace

TEST_CASE("each side says by its rule whether it agrees, and the room agrees where each side does") {
  Hall room;
  const Index work = room.work();
  const Index agreement = closed_with(room, work, "yes");
  CHECK(room.room(work, agreement) == "agreed");
  CHECK(room.side(work, agreement, "lived").find("consented")->string() == "agreed");
  CHECK(room.side(work, agreement, "lived").find("answered")->number() == 6);
  CHECK(room.side(work, agreement, "lived").find("yes") == nullptr);  // six of six: who abstained or said no would be known
  const std::string page = room.html(room.path(work, agreement));
  CHECK(has(page, "The room agreed: each side did."));
  CHECK(has(page, "has not decided yet"));
  CHECK(has(page, "hidden"));
  CHECK(room.place.refold_difference() == "");
}

TEST_CASE("one side that does not agree is enough that the room does not, and the stated rule follows") {
  Hall room;
  const Index work = room.work(Json::object({{"deadlock", "mediator"}}));
  const Index agreement = closed_with(room, work, "no");
  CHECK(room.room(work, agreement) == "not_agreed");
  CHECK(has(room.html(room.path(work, agreement)), "a mediator is asked"));
}

TEST_CASE("a side of which fewer than five answered tells nothing, so the room has no answer") {
  Hall room;
  const Index work = room.work();
  std::vector<std::int64_t> few;
  for (int i = 0; i < 4; ++i) few.push_back(room.on_side(work, "lived"));
  const Index agreement = room.ask(work);
  for (const std::int64_t one : few) room.answer(agreement, one, "yes");
  room.close();
  CHECK(room.room(work, agreement) == "no_answer");
  CHECK(room.side(work, agreement, "lived").find("consented")->string() == "too_few");
  CHECK(room.side(work, agreement, "lived").find("answered") == nullptr);
}

TEST_CASE("a change of mind before the close replaces the answer, after it is refused in words") {
  Hall room;
  const Index work = room.work(by_name());
  const std::int64_t one = room.on_side(work, "lived");
  const Index agreement = room.ask(work);
  CHECK(room.answer(agreement, one, "yes", true).ok());
  CHECK(room.answer(agreement, one, "no", true).ok());
  room.days_pass(22);
  const auto late = room.answer(agreement, one, "yes", true);  // the last day is over, though the clock has not come by
  REQUIRE(late.problems.has(Code::wrong_state));
  CHECK(has(in_english(late.problems.list().front()), "No answer can be given or changed any more"));
  room.place.done("due agreements", Json::object());
  CHECK(room.answer(agreement, one, "yes", true).problems.has(Code::wrong_state));
  const Json seen = room.see(work, agreement);
  REQUIRE(seen.find("named")->items().size() == 1);
  CHECK(seen.find("named")->items().front().find("answer")->string() == "no");
  CHECK(room.side(work, agreement, "lived").find("no")->number() == 1);
}

TEST_CASE("only the clock closes, and never before the last day is over") {
  Hall room;
  const Index work = room.work();
  const Index agreement = room.ask(work);
  room.place.done("due agreements", Json::object());
  room.days_pass(21);
  room.place.done("due agreements", Json::object());
  CHECK(room.room(work, agreement) == "open");
  room.days_pass(1);
  const auto closed = room.place.done("due agreements", Json::object());
  CHECK(closed.acts.size() == 1);
  CHECK(room.room(work, agreement) != "open");
  CHECK(room.place.done("due agreements", Json::object()).acts.empty());
}

TEST_CASE("who advises is told that they have no consent to give, and who is not in the room to come in first") {
  Hall room;
  const Index work = room.work();
  const Index agreement = room.ask(work);
  const auto advisor = room.answer(agreement, room.on_side(work, "advisor"), "yes");
  REQUIRE(advisor.problems.has(Code::not_allowed));
  CHECK(has(in_english(advisor.problems.list().front()), "no consent to give"));
  CHECK(has(in_english(room.answer(agreement, room.person("Tern"), "yes").problems.list().front()), "not in this room"));
  CHECK(room.answer(agreement, room.on_side(work, "lived"), "").problems.any());
}

TEST_CASE("by name an answer counts only from who was told so, and the name falls with the person while the count stays") {
  Hall room;
  const Index work = room.work(by_name());
  const std::int64_t heron = room.person("Heron");
  room.take_side(work, heron, "lived");
  const Index agreement = room.ask(work);
  CHECK(room.answer(agreement, heron, "yes").problems.has(Code::missing));
  CHECK(room.answer(agreement, heron, "yes", true).ok());
  room.place.read([](kernel::Reader& reader) { CHECK(reader.count("SELECT COUNT(*) FROM entries WHERE kind = 'answer.named'") == 0); });
  room.close();
  CHECK(has(room.html(room.path(work, agreement)), "Heron"));
  room.place.done("test forget", Json::object({{"person", heron}}));
  const std::string page = room.html(room.path(work, agreement));
  CHECK_FALSE(has(page, "Heron"));
  CHECK(has(page, "Name erased"));
  CHECK(room.side(work, agreement, "lived").find("yes")->number() == 1);
  CHECK(room.place.refold_difference() == "");
}

TEST_CASE("the rule of the work says for how long people answer, and nobody who asks can give them less") {
  Hall room;
  const Index work = room.work(Json::object({{"answer_days", 30}}));
  room.as_keeper();
  const Json request = Json::object({{"work", work.value}, {"words", "Somewhere warm."}, {"until", (room.place.today() + 3).iso()}});
  CHECK(room.place.order("agreement ask", request).problems.has(Code::out_of_range));
  const Index agreement = room.ask(work);
  CHECK(room.see(work, agreement).find("line")->find("until")->string() == (room.place.today() + 30).iso());
}

TEST_CASE("an agreement is about choices only in the words that were put to people") {
  Hall room;
  const Index work = room.work();
  const Index option = room.option(work, "Share it");
  Json request = room.put_request(work, {option});
  request.set("words", "We share it.");
  CHECK(room.place.order("agreement ask", request).problems.has(Code::wrong_state));
  room.put(work, {option});
  CHECK(room.place.order("agreement ask", request).ok());
}

TEST_CASE("a dissent waits until a person has read it, tells no side unless asked to, and stands with its agreement") {
  Hall room;
  const Index work = room.work();
  const std::int64_t one = room.on_side(work, "lived");
  const Index agreement = room.ask(work);
  const Index dissent = room.dissent(agreement, one, "It is the one warm room in this ward.", true);  // one on that side: the side is left out
  const std::string path = room.path(work, agreement);
  room.place.as_nobody();
  CHECK_FALSE(has(room.html(path), "warm room in this ward"));
  CHECK(room.see(work, agreement).find("dissents")->items().front().find("side") == nullptr);
  room.as_member(one);
  CHECK(has(room.html(path), "warm room in this ward"));
  room.as_officer_of(room.council);
  CHECK_FALSE(has(room.html(path), "warm room in this ward"));
  CHECK(room.place.order("agreement dissent-publish", Json::object({{"dissent", dissent.value}})).problems.has(Code::not_allowed));
  room.as_moderator();
  CHECK(has(room.html(path), "warm room in this ward"));
  room.publish(dissent);
  room.place.as_nobody();
  CHECK(has(room.html(path), "warm room in this ward"));
  room.close();
  CHECK(has(room.html(path), "warm room in this ward"));
  room.as_member(one);
  CHECK(room.place.order("agreement dissent", Json::object({{"agreement", agreement.value}, {"words", "More."}})).problems.has(Code::already_there));
  room.place.done("test forget", Json::object({{"person", one}}));
  CHECK_FALSE(has(room.html(path), "warm room in this ward"));
  CHECK(has(room.html(path), "That somebody did not agree stands."));
  CHECK(room.place.refold_difference() == "");
}

TEST_CASE("a dissent that is refused is counted with its reason, its author is told, and can write it again") {
  Hall room;
  const Index work = room.work();
  const std::int64_t one = room.on_side(work, "lived");
  const Index agreement = room.ask(work);
  const Index dissent = room.dissent(agreement, one, "Mrs Marsh lives there.");
  room.as_moderator();
  room.place.done("agreement dissent-refuse", Json::object({{"dissent", dissent.value}, {"reason", "names_a_person"}}));
  room.place.as_nobody();
  const std::string path = room.path(work, agreement);
  CHECK(has(room.html(path), "It names a private person"));
  CHECK_FALSE(has(room.html(path), "Mrs Marsh"));
  room.as_member(one);
  CHECK(has(room.html(path), "write them again"));
  room.dissent(agreement, one, "A neighbour lives there.");
  CHECK(room.see(work, agreement).find("dissents")->items().size() == 2);
}

TEST_CASE("where a side does not agree and the rule is a mediator, the page says who was asked and what came of it, or that nobody has said so") {
  Hall room;
  const Index work = room.work(Json::object({{"deadlock", "mediator"}}));
  const Index agreement = closed_with(room, work, "no");
  const std::string path = room.path(work, agreement);
  CHECK(has(room.html(path), "Nobody has said who was."));
  const Json of_work = Json::object({{"work", work.value}});
  CHECK(room.place.order("work mediator", of_work).problems.has(Code::missing));
  Json named = Json::object({{"work", work.value}, {"about", agreement.value}, {"who", "Lin Park, of the mediation service"}});
  Json early = named;
  early.set("on", "2020-01-01");
  CHECK(room.place.order("work mediator", early).problems.has(Code::out_of_range));
  Json nowhere = named;
  nowhere.set("about", 99999);
  CHECK(room.place.order("work mediator", nowhere).problems.has(Code::not_found));
  const Index mediator = room.first("work mediator", named);
  CHECK(has(room.html(path), "Lin Park, of the mediation service"));
  CHECK(has(room.html(path), "What came of it is not on the record yet."));
  CHECK_FALSE(has(room.html(path), "Nobody has said who was."));
  Json ended = Json::object({{"work", work.value}, {"mediator", mediator.value}, {"came", "The café stays open until nine, and both sides look again in spring."}});
  room.place.done("work mediated", ended);
  CHECK(room.place.order("work mediated", ended).problems.has(Code::already_there));
  CHECK(has(room.html(path), "The café stays open until nine"));
  CHECK(has(room.html("/work/" + std::to_string(work.value)), "The café stays open until nine"));
  const Index other = room.work(Json::object({{"deadlock", "mediator"}}));
  CHECK(room.place.order("work mediated", Json::object({{"work", other.value}, {"mediator", mediator.value}, {"came", "Nothing."}})).problems.has(Code::not_found));
  CHECK(room.place.refold_difference() == "");
}

TEST_CASE("a dissent that sounds like danger is kept back, and whoever wrote it sees where there is help") {
  Hall room;
  const std::int64_t moderator = room.person("A moderator");
  const Index work = room.work();
  const std::int64_t one = room.on_side(work, "lived");
  const std::int64_t other = room.on_side(work, "lived");
  const Index agreement = room.ask(work);
  const Index dissent = room.dissent(agreement, one, "Then I see no way on.");
  const std::string path = room.path(work, agreement);
  room.place.as_nobody();
  const std::string before = room.html(path);
  room.as_moderator(moderator);
  const auto outcome = room.place.order("agreement dissent-danger", Json::object({{"dissent", dissent.value}, {"told", "Robin Marsh, 01632 960 001"}}));
  REQUIRE(outcome.ok());
  CHECK(outcome.acts.empty());
  CHECK(room.place.order("agreement dissent-publish", Json::object({{"dissent", dissent.value}})).problems.has(Code::wrong_state));
  CHECK(room.place.order("agreement dissent-refuse", Json::object({{"dissent", dissent.value}, {"reason", "danger"}})).problems.has(Code::wrong_state));
  CHECK(has(room.html(path), "It is kept back until that is over"));
  room.place.as_nobody();
  CHECK(room.html(path) == before);
  room.as_member(one);
  CHECK(has(room.html(path), "We are not a crisis service"));
  room.as_member(other);
  CHECK_FALSE(has(room.html(path), "We are not a crisis service"));
  room.as_moderator(moderator);
  room.place.done("agreement dissent-release", Json::object({{"dissent", dissent.value}}));
  room.publish(dissent);
  room.place.as_nobody();
  CHECK(has(room.html(path), "Then I see no way on."));
  CHECK(room.place.refold_difference() == "");
}

TEST_CASE("the no of those who would lose something stands in the first sixty words, with the words of one of them") {
  Hall room;
  const Index work = room.work();
  const Index close = room.option(work, "Close it", "The library closes.", room.library);
  room.put(work, {close});
  std::vector<std::int64_t> users;
  for (int i = 0; i < 6; ++i) users.push_back(room.on_side(work, "affected"));
  for (int i = 0; i < 5; ++i) room.on_side(work, "office");
  const Index agreement = room.ask(work, "The library closes.", {close});
  for (const std::int64_t one : users) room.answer(agreement, one, "no");
  room.publish(room.dissent(agreement, users.front(), "It is the one warm room in this ward where you do not have to be a patient.", true));
  room.close();
  const std::string first = first_words(room.html(room.path(work, agreement)), 60);
  CHECK_MESSAGE(has(first, "People who would lose something did not agree."), first);
  CHECK_MESSAGE(has(first, "the one warm room in this ward"), first);
  CHECK(room.see(work, agreement).find("dissents")->items().front().find("side")->string() == "affected");
}

}  // namespace alongside::agreement
