#include "whole/room.h"

#include <doctest/doctest.h>

#include "exchange/house.h"
#include "kernel/testing.h"
#include "whole/effort.h"
#include "whole/things.h"

namespace alongside::whole {
namespace {

constexpr std::array<const char*, 4> sides{"lived", "office", "affected", "advisor"};
constexpr std::array<const char*, 3> answers{"yes", "no", "abstained"};

// ---- everything that is shown -----------------------------------------------------------------------------------------

// Numbers that nobody can guess have nine digits or more.
std::string without_long_numbers(const std::string& text) {
  std::string out, digits;
  for (const char c : text + '\0') {
    if ('0' <= c && c <= '9') {
      digits += c;
      continue;
    }
    out += digits.size() < 9 ? digits : "#";
    digits.clear();
    if (c != '\0') out += c;
  }
  return out;
}

// Hashes hold what chance salted: 64 hexadecimal digits, or 43 letters of base64.
std::string without_chance(const std::string& text) {
  std::string out;
  std::string run;
  const auto end_run = [&] {
    out += run.size() == 43 || run.size() == 64 ? "#" : without_long_numbers(run);
    run.clear();
  };
  for (const char c : text) {
    if (('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '+' || c == '/' || c == '=' || c == '_' || c == '-') {
      run += c;
    } else {
      end_run();
      out += c;
    }
  }
  end_run();
  return out;
}

void read_all(kernel::TestPlace& place, const kernel::Credential& as, const std::string& reader, Shown& out) {
  const html::Say& say = html::Say::english();
  for (const kernel::Concern& concern : place.house().concerns()) {
    for (const kernel::Page& page : concern.pages()) {
      for (const std::string& address : each_address(place.place(), page.row.path)) {
        const std::string name = reader + " " + address;
        std::optional<Result<kernel::Seen>> looked;
        out.emplace_back(name + " effort", effort_of([&] { looked = place.place().see(page, as, place.house().page_at(address).path, {}, "key"); }));
        const Result<kernel::Seen>& seen = *looked;
        if (!seen) {
          out.emplace_back(name, in_english(seen.problems().list().front()));
          continue;
        }
        const kernel::Actor actor;
        out.emplace_back(name, without_chance(seen->html({.say = say, .place = "p", .actor = actor, .today = place.today(), .fresh_key = "key"}).str()));
        out.emplace_back(name + ".json", without_chance(seen->json().canonical()));
        if (seen->csv) out.emplace_back(name + ".csv", seen->csv(say));
        if (seen->feed) {
          for (const auto& entry : seen->feed(say).entries) out.emplace_back(name + ".atom", entry.path + " " + entry.title);
        }
      }
    }
  }
}

// ---- a room and its story -----------------------------------------------------------------------------------------------

// The passphrase of everybody, hashed once: the hash takes a tenth of a second by design.
const Json& joining(kernel::TestPlace& place) {
  static const Json prepared = [&] {
    Json request = Json::object({{"name", "somebody"}, {"passphrase", "lantern otter quay ferry"}});
    place.place().read([&](kernel::Reader& reader) {
      const kernel::Actor actor;
      REQUIRE(place.house().command("join")->row.prepare({.reader = reader, .actor = actor, .today = place.today(), .now = place.place().now(), .place = "p"}, request).ok());
    });
    return request;
  }();
  return prepared;
}

struct Story {
  const bool is_watched = (watch_effort(), true);
  kernel::TestPlace place{all_concerns(), Json::object({{"name", "Eastmere"}})};
  const Room& room;
  std::vector<kernel::Credential> people;
  kernel::Credential officer, moderator;
  Index council, library, work, meeting, notes;
  std::array<Index, 2> wordings, agreements;
  Shown shown;
  int release = 0;
  std::size_t attacker;

  Story(const Room& of, std::size_t reads) : room(of), people(of.seen.size()), attacker(reads) {
    council = place.done("body register", Json::object({{"name", "Eastmere Council"}, {"body_kind", "council"}, {"decides", true}})).acts.front();
    officer = approved("An officer", "officer ask", Json::object({{"body", council.value}}));
    moderator = approved("A moderator", "moderator ask", Json::object());
    work = does({}, "work open", {{"body", council.value}, {"decides", council.value}, {"model", "analyse_plan_do_review"}, {"saves", "no"},
                                  {"title", "Staying well"}, {"about", "What helps people to stay well."}});
    library = does({}, "valued register", {{"body", council.value}, {"name", "Harbour Road Library"}, {"support", "open_place"}, {"what_for", "A warm room."}});
    does({}, "work touches", {{"work", work.value}, {"valued", library.value}});
    does({}, "wording first", {{"work", work.value}, {"words", "How do more people use it?"}, {"reason", "It was asked."}});
    Json list = Json::object({{"work", work.value}});
    for (const char* item : {"owner", "moderators", "refusals", "safeguarding", "pay", "without_internet"}) list.set(item, std::string("Robin Marsh, for ") + item);
    list.set("answer_days", 2);  // all of the story lies within the thirty days of a session
    keeper().done("work prepare", std::move(list));
    does({}, "work launch", {{"work", work.value}});
    tell();
  }

  kernel::TestPlace& keeper() {
    place.as_keeper();
    return place;
  }
  kernel::Credential join(const std::string& name) {
    place.as({.address_digest = name});
    Json request = joining(place);
    request.set("name", name);
    return {.session = place.done("join", std::move(request)).told.find("session")->string(), .address_digest = name};
  }
  kernel::Credential approved(const std::string& name, const std::string& wish, Json request) {
    const kernel::Credential out = join(name);
    place.as(out);
    place.done(wish, std::move(request));
    std::int64_t account = 0;
    place.read([&](kernel::Reader& reader) { account = reader.count("SELECT person FROM account_requests"); });
    keeper().done("account approve", Json::object({{"account", account}}));
    return out;
  }
  // With no credential: the keeper. Gives the first act, or nothing.
  Index does(const kernel::Credential& as, const std::string& command, std::initializer_list<Json::Member> request) {
    if (as.session.empty()) place.as_keeper(); else place.as(as);
    const kernel::Outcome outcome = place.order(command, Json::object(request));
    if (!outcome.ok()) FAIL(command, ": ", in_english(outcome.problems.list().front()));
    return outcome.acts.empty() ? Index() : outcome.acts.front();
  }
  const Secret& of(std::size_t person) const { return room.hidden[room.who[person]]; }
  bool is_here(std::size_t person, int round) const { return room.seen[person].joins <= round && round <= room.seen[person].leaves; }
  // Those who are here, in the order in which the room does things: by what they do, never by who they are.
  std::vector<std::size_t> here(int round) const {
    std::vector<std::size_t> out;
    for (std::size_t hidden = 0; hidden < room.hidden.size(); ++hidden) {
      for (std::size_t person = 0; person < room.who.size(); ++person) {
        if (room.who[person] == hidden && is_here(person, round)) out.push_back(person);
      }
    }
    return out;
  }
  void days(int n) { place.today_is(place.today() + n); }
  void due(const char* command) { keeper().done(command, Json::object()); }

  // Everything that is shown now.
  void tell() {
    place.place().search().wait_until_complete();
    const std::string at = "release " + std::to_string(++release) + " ";
    read_all(place, {}, at + "anybody", shown);
    read_all(place, officer, at + "officer", shown);
    read_all(place, moderator, at + "moderator", shown);
    if (!people[attacker].session.empty()) read_all(place, people[attacker], at + "member", shown);
    place.read([&](kernel::Reader& reader) {
      for (std::int64_t i = 0; i < reader.size().value; ++i) shown.emplace_back(at + "entry " + std::to_string(i), without_chance(reader.entry({i}).value_or("")));
    });
  }

  void come(int round) {
    for (std::size_t person = 0; person < people.size(); ++person) {
      if (room.seen[person].joins == round) people[person] = join("Person " + std::to_string(person));
    }
    for (const std::size_t person : here(round)) {
      if (room.seen[person].joins == round) does(people[person], "work part", {{"work", work.value}, {"side", sides[static_cast<std::size_t>(of(person).side)]}});
    }
  }
  void go(int round) {
    for (std::size_t person = 0; person < people.size(); ++person) {
      if (room.seen[person].leaves == round) does(people[person], "account leave", {{"sure", true}});
    }
  }
  void ask_wording(int round) {
    Index asked;
    for (const std::size_t person : here(round)) {
      if (asked.is_set() || !of(person).proposes) continue;
      asked = does(people[person], "wording propose", {{"work", work.value}, {"words", "What helps people, round " + std::to_string(round) + "?"}, {"reason", "It says more."}});
    }
    if (!asked.is_set()) return;
    tell();
    does(moderator, "wording publish", {{"work", work.value}, {"wording", asked.value}});
    for (const std::size_t person : here(round)) {
      const int choice = of(person).wording[static_cast<std::size_t>(round)];
      if (choice != nothing && may_answer(person)) does(people[person], "wording choose", {{"work", work.value}, {"wording", asked.value}, {"choice", answers[static_cast<std::size_t>(choice)]}});
    }
    tell();
    days(3);
    due("due wordings");
  }
  void say(int round) {
    std::vector<std::pair<std::size_t, Index>> given;
    for (const std::size_t person : here(round)) {
      if (of(person).says) given.emplace_back(person, does(people[person], "said give", {{"work", work.value}, {"saying_kind", "idea"}, {"words", "Idea " + std::to_string(given.size())}}));
    }
    if (given.empty()) return;
    // What is between somebody and the house alone: they follow a place, ask for their fare, and worry a moderator.
    const Json fare = Json::object({{"currency", "GBP"}, {"minor", 420}});
    for (const auto& [person, said] : given) {
      if (round == 0) does(people[person], "valued follow", {{"valued", library.value}});
      does(people[person], "pay ask", {{"work", work.value}, {"paid_for", "fare"}, {"sum", fare}, {"how", "In cash"}});
    }
    does(moderator, "said danger", {{"said", given.front().second.value}, {"told", "Robin Marsh"}});
    tell();
    does(moderator, "said release", {{"said", given.front().second.value}});
    Json saids = Json::array();
    for (const auto& [person, said] : given) {
      does(moderator, "said publish", {{"said", said.value}});
      saids.push(said.value);
    }
    const Index answer = does(officer, "said answer", {{"work", work.value}, {"saids", std::move(saids)}, {"outcome", "in_part"}, {"why", "Some of it."}, {"signed_by", "Ada Finch"}, {"reach", "01632 960 017"}});
    for (const auto& [person, said] : given) does(people[person], "said judge", {{"said", said.value}, {"answer", answer.value}, {"answers", said.value % 2 == 0 ? "yes" : "no"}});
  }
  void meet(int round) {
    meeting = does({}, "meeting call", {{"work", work.value}, {"title", "We meet"}, {"on", (place.today() + 8).iso()}, {"from", "14:00"}, {"to", "16:00"}, {"where", "The hall"}, {"phone", "01632 960 018"}});
    for (const std::size_t person : here(round)) {
      if (!of(person).adds_item) continue;
      const Index item = does(people[person], "meeting item", {{"gathering", meeting.value}, {"title", "The bus"}, {"minutes", 10}});
      tell();
      does(moderator, "meeting item-publish", {{"item", item.value}});
    }
    days(8);
    std::array<std::int64_t, 4> came{};
    for (const std::size_t person : here(round)) {
      if (room.seen[person].is_met) ++came[static_cast<std::size_t>(side_now(person))];
    }
    does({}, "meeting came", {{"gathering", meeting.value}, {"lived", came[0]}, {"office", came[1]}, {"affected", came[2]}, {"advisor", came[3]}});
    tell();
    notes = does({}, "meeting notes", {{"gathering", meeting.value}, {"words", "We spoke of the bus."}});
    for (const std::size_t person : here(round)) {
      if (of(person).notes != nothing && may_answer(person)) does(people[person], "meeting notes-choose", {{"gathering", meeting.value}, {"notes", notes.value}, {"choice", answers[static_cast<std::size_t>(of(person).notes)]}});
    }
    days(3);
    due("due meeting-notes");
  }
  void agree(int round) {
    const Index asked = does({}, "agreement ask", {{"work", work.value}, {"words", "There is somewhere warm."}});
    for (const std::size_t person : here(round)) {
      const int answer = of(person).agreement[static_cast<std::size_t>(round)];
      if (answer != nothing && may_answer(person)) does(people[person], "agreement answer", {{"agreement", asked.value}, {"answer", answers[static_cast<std::size_t>(answer)]}});
      if (!of(person).dissents || round != 0) continue;
      const Index dissent = does(people[person], "agreement dissent", {{"agreement", asked.value}, {"words", "Not like this."}, {"say_side", true}});
      tell();
      does(moderator, "agreement dissent-publish", {{"dissent", dissent.value}});
    }
    tell();
    days(3);
    due("due agreements");
  }
  void change_sides(int round) {
    for (const std::size_t person : here(round)) {
      if (of(person).later != nothing && room.seen[person].leaves > round) does(people[person], "work part", {{"work", work.value}, {"side", sides[static_cast<std::size_t>(of(person).later)]}});
    }
    changed_ = true;
  }
  // Those who advise answer nothing.
  bool may_answer(std::size_t person) const { return side_now(person) != 3; }
  int side_now(std::size_t person) const { return changed_ && of(person).later != nothing ? of(person).later : of(person).side; }

  // Twice the same, with people who come, go and change their mind between, and everything told after each step.
  const Shown& whole() {
    for (int round = 0; round < 2; ++round) {
      come(round);
      tell();
      ask_wording(round);
      tell();
      does({}, "work step", {{"work", work.value}});
      tell();
      if (round == 0) say(round);
      tell();
      if (round == 0) meet(round);
      tell();
      agree(round);
      tell();
      if (round == 0) change_sides(round);
      go(round);
      tell();
    }
    does({}, "work step", {{"work", work.value}});
    tell();
    return shown;
  }

 private:
  bool changed_ = false;
};

}  // namespace

Shown story_of(const Room& room, std::size_t reader) { return Story(room, reader).whole(); }

}  // namespace alongside::whole
