// The strings of tests/hostile.txt in every field that takes text, by API and by form; then everything that can be
// read.
//
// The same is done with plain words in another place. What pages, feeds and tables consist of must be the same in both:
// no element and no attribute came into being by what somebody typed.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "whole/filling.h"
#include "whole/page_check.h"
#include "whole/things.h"

namespace alongside::whole {
namespace {

// Text that is not everybody’s words: codes, keys, names of columns and of tables. Hostile strings are refused there.
const std::set<std::string> never_words{
    "ask code code",        "erase field",       "holidays change division", "join key",
    "join passphrase",      "keeper link",       "passphrase change old",    "passphrase change passphrase",
    "meeting call from",    "meeting call to",   "meeting change from",      "meeting change to",
    "place open helplines", "place open keeper", "place open name",          "place open outside_moderator",
    "place open zone",      "recover code",      "recover passphrase",       "sign in name",
    "sign in passphrase",   "words erase field"};

struct Room {
  Served served;
  std::vector<Somebody> all = people(served);
  std::set<std::string> taken;             // "decision take title": a string was taken there
  std::map<std::string, std::string> why;  // what was said last where one was not
  Vocabulary vocabulary;
  std::optional<About> item_waits;
  int addresses = 0;

  Browser& the(const std::string& kind) {
    return std::find_if(all.begin(), all.end(), [&](const Somebody& one) { return one.kind == kind; })->browser;
  }
  void read(const Answer& answer, const std::string& what) {
    for (const std::string& wrong : look_at(answer, vocabulary)) FAIL_CHECK(what, ": ", wrong);
  }

  // From an address of its own: how much one address may ask for in a day is not the matter here.
  Browser& elsewhere(Browser& who) {
    ++addresses;
    who.comes_from("198.51." + std::to_string(addresses / 250) + "." + std::to_string(addresses % 250));
    return who;
  }
  std::int64_t open_ask(Browser& who) {
    const Answer answer =
        elsewhere(who).ask_api("ask open", Json::object({{"about", all.back().own.at("valued")}, {"who", true}}));
    return parse_json(answer.body)->find("acts")->items().front().number();
  }
  // Something said, in the state in which this can be done with it. Work that pauses goes on first.
  About said_for(const std::string& command, About about) {
    const Json work = Json::object({{"work", about.at("work")}});
    if (served.number("SELECT COUNT(*) FROM works WHERE state = 'paused' AND idx = " + std::to_string(about.at("work"))) > 0) served.done("work reopen", work);
    if (command == "said give" || command == "said draft" || command == "said change") return about;
    const Json words = Json::object({{"work", about.at("work")}, {"saying_kind", "story"}, {"words", "So it was."}});
    about["said"] = parse_json(the("member").ask_api("said give", words).body)->find("acts")->items().front().number();
    about["saids"] = about["said"];
    if (command == "said answer") served.done("said publish", Json::object({{"said", about["said"]}}));
    return about;
  }
  // A choice or an agreement of its own, in the state in which this can be done with it. Work that pauses goes on first.
  About agreement_for(const std::string& command, About about) {
    const Json work = Json::object({{"work", about.at("work")}});
    if (served.number("SELECT COUNT(*) FROM works WHERE state = 'paused' AND idx = " + std::to_string(about.at("work"))) > 0) served.done("work reopen", work);
    Json asked = work;
    asked.set("title", "Another choice");
    if (command == "option change") about["option"] = served.done("option write", asked).acts.front().value;
    asked.remove("title");
    asked.set("words", "It stays as it is.");
    if (command != "agreement ask" && command.starts_with("agreement ")) about["agreement"] = served.done("agreement ask", asked).acts.front().value;
    return about;
  }
  // One item of an agenda that waits to be read, and sounds like nothing yet.
  About waiting_item(About about) {
    if (!item_waits) {
      const Json item = Json::object({{"work", about.at("work")}, {"gathering", about.at("gathering")}, {"title", "The heating"}});
      about["item"] = parse_json(the("member").ask_api("meeting item", item).body)->find("acts")->items().front().number();
      item_waits = about;
      return about;
    }
    the("moderator").ask_api("meeting item-release", Json::object({{"work", item_waits->at("work")}, {"gathering", item_waits->at("gathering")}, {"item", item_waits->at("item")}}));
    return *item_waits;
  }
  // A question in the state in which this can be done with it.
  About about_for(const std::string& command) {
    About about = all.back().own;
    about["about"] = about.at("valued");
    if (command == "erase") {
      const Json body = Json::object({{"name", "A body of the " + std::to_string(++addresses) + "th time"}});
      about["act"] = served.done("body register", body).acts.front().value;
    }
    if (command.starts_with("meeting ")) {
      const Json meeting = Json::object({{"work", about.at("work")}, {"title", "A meeting"}, {"on", served.place().today().iso()}, {"from", "14:00"}, {"to", "16:00"}});
      about["gathering"] = served.done("meeting call", meeting).acts.front().value;
      if (command == "meeting item-danger") return waiting_item(about);
    }
    if (command == "work told") about["valued"] = about.at("touched");
    if (command == "wording first") {  // of a work that has none yet
      const Json work = Json::object({{"body", about.at("body")}, {"model", "analyse_plan_do_review"}, {"title", "Another"}, {"about", "Another"}});
      about["work"] = served.done("work open", work).acts.front().value;
    }
    if (command == "wording propose") the("keeper").ask_api("work reopen", Json::object({{"work", about.at("work")}}));  // it pauses by now
    if (command == "work mediated") {
      about["mediator"] = served.done("work mediator", Json::object({{"work", about.at("work")}, {"who", "Lin Park, mediator"}})).acts.front().value;
    }
    if (command == "pay decline") {
      const Json claim = Json::object({{"work", about.at("work")}, {"paid_for", "time"}, {"how", "In cash"}, {"sum", Json::object({{"currency", "GBP"}, {"minor", 2500}})}});
      about["claim"] = parse_json(the("officer").ask_api("pay ask", claim).body)->find("told")->find("claim")->number();
    }
    if (command.starts_with("said ")) return said_for(command, about);
    if (command.starts_with("option ") || command.starts_with("agreement ")) return agreement_for(command, about);
    if (!command.starts_with("ask ") || command == "ask open" || command == "ask code") return about;
    const std::int64_t ask = open_ask(command == "ask judge" ? the("member") : the("keeper"));
    about["ask"] = ask;
    about["to"] = all.back().other.at("body");
    if (command == "ask split") about["body"] = about["to"];
    const Json of = Json::object({{"ask", ask}, {"part", 1}});
    if (command == "ask send") return about;
    served.done("ask send", of);
    if (command == "ask clarify")
      served.done("ask needs-reply", Json::object({{"ask", ask}, {"part", 1}, {"words", "Which?"}}));
    if (command == "ask judge") {
      about["reply"] =
          served.done("ask reply", Json::object({{"ask", ask}, {"part", 1}, {"outcome", "answered"}, {"words", "So."}}))
              .acts.front()
              .value;
    }
    return about;
  }

  void note_taken(const kernel::Command& command, const Json& request, const std::string& words) {
    for (const std::string& path : text_fields(command.specs)) {
      const Json* at = &request;
      for (const std::string_view step : split(path, '/')) {
        if (at == nullptr) break;
        at = at->is_array() ? (at->items().empty() ? nullptr : &at->items().front()) : at->find(step);
      }
      if (at != nullptr && at->is_string() && at->string() == words)
        taken.insert(std::string(command.row.words) + " " + path);
    }
  }

  static bool is_of_a_member(const std::string& command) {
    return command == "ask judge" || command == "said give" || command == "said draft" || command == "said change" || command == "pay ask" ||
           command == "wording propose" || command == "agreement dissent";
  }
  void publish(const Answer& given) {
    served.done("said publish", Json::object({{"said", parse_json(given.body)->find("acts")->items().front().number()}}));
  }

  // By API, until it is done or nothing is left to give up.
  void put_by_api(const kernel::Command& command, const std::string& string) {
    const std::string name = command.row.words;
    const std::string words = string + " " + name;  // a name that stands twice is refused for that alone
    const About about = about_for(name);
    Json request = filled_request(command.specs, about, words);
    if (name == "decision correct") {
      request.set("part", "title");
      request.remove("when");  // words or a day, never both
    }
    if (name == "agreement decide" || name == "agreement link") request.set("outcome", "departed");
    if (request.find("file") != nullptr) request.set("file", filled_table(name, words));
    if (name == "said give") {
      const std::string sound = std::string("RIFF\x24\0\0\0WAVEfmt ", 16) + std::string(28, '\0');
      request.set("file", Json::object({{"base64", base64(sound)}, {"name", words}}));
    }
    if (name == "said answer") {
      request.set("outcome", "not_taken_up");
      request.remove("until");
      request.remove("group");
    }
    if (Json* files = request.find("files"); files != nullptr) files->items().front() = filled_table(name, words);
    Browser& who = elsewhere(the(is_of_a_member(name) ? "member" : "keeper"));
    for (int round = 0; round < 8; ++round) {
      const Answer answer = who.ask_api(name, request);
      read(answer, name + " by API with " + words);
      if (answer.status == 200 && name == "said give") publish(answer);
      if (answer.status == 200) return note_taken(command, request, words);
      why[name] = answer.body;
      const auto problems = parse_json(answer.body);
      if (!problems || problems->find("problems") == nullptr ||
          !give_up(request, *problems->find("problems"), command.specs))
        return;
    }
  }

  // By form: refused for one field too many, so that the form comes back with all that was typed.
  void put_by_form(const kernel::Command& command, const std::string& words) {
    std::string address = std::string("/eastmere") + command.row.path;
    const About& about = all.back().own;
    for (const auto& [name, value] : about) {
      const std::size_t at = address.find("{" + name + "}");
      if (at != address.npos) address.replace(at, name.size() + 2, std::to_string(value));
    }
    Browser::Fields form = filled_form(command.specs, about, words);
    const std::string query =
        web::print_form({{form.empty() ? "x" : form.front().first, words}, {"done", words}, {"lang", words}});
    read(the("keeper").get(address + "?" + query), address + " with " + words);
    form.emplace_back("nothing_of_the_kind", words);
    read(the("keeper").send(address, form), address + " as a form with " + words);
  }

  void put(const std::vector<std::string>& strings) {
    for (const kernel::Concern& concern : served.house().concerns()) {
      for (const kernel::Command& command : concern.commands()) {
        const bool is_left = std::string_view(command.row.words) == "account leave";
        for (const std::string& words : strings) {
          const bool has_file =
              std::any_of(command.specs.begin(), command.specs.end(),
                          [](const kernel::FieldSpec& spec) { return spec.type == kernel::FieldType::file; });
          if (has_file || !text_fields(command.specs).empty()) put_by_api(command, words);
          if (command.row.on_a_form && !is_left) put_by_form(command, words);
          for (Somebody& who : all) who.browser.ask_api("typing end", Json::object());  // themselves again
        }
      }
    }
  }

  void read_as_everything(Browser& who, const std::string& path) {
    for (const char* ending : {"", ".json", ".csv", ".atom", ".ics"}) {
      const std::string address = path.empty() && *ending != '\0' ? "/index" : path;
      read(who.get("/eastmere" + address + ending), address + ending);
    }
  }

  void read_everything(const std::vector<std::string>& strings) {
    for (const kernel::Concern& concern : served.house().concerns()) {
      for (const kernel::Page& page : concern.pages()) {
        const std::string pattern = page.row.path;
        Browser& who = page.row.cached ? the("visitor") : the("keeper");
        if (pattern.find('{') == pattern.npos) {
          read_as_everything(who, pattern);
          for (int number = 2; number <= 5; ++number)
            read(who.get("/eastmere" + pattern + "?page=" + std::to_string(number)), pattern);
          for (const std::string& words : strings) {
            const std::string query =
                web::print_form({{"q", words}, {"kind", words}, {"body", words}, {"page", words}, {"lang", words}});
            read(who.get("/eastmere" + pattern + "?" + query), pattern + " with " + words);
          }
          continue;
        }
        for (const std::string& path : each_address(served.place(), pattern)) read_as_everything(who, path);
      }
    }
    for (std::int64_t entry = served.number("SELECT COUNT(*) FROM entries") - 1; entry >= 0; --entry) {
      read(the("visitor").get("/eastmere/record/" + std::to_string(entry)), "an entry");
      read(the("visitor").get("/eastmere/record/" + std::to_string(entry) + ".json"), "an entry as JSON");
    }
  }
};

TEST_CASE("nothing that anybody types becomes a part of a page, a feed, a table or a header" *
          doctest::test_suite("slow")) {
  const std::vector<std::string> hostile = hostile_strings();
  REQUIRE(hostile.size() > 30);
  Room plain;
  plain.put({"Plain words zq7x", "Other words zq7x", "https://example.org/zq7x"});
  plain.read_everything({"Plain words zq7x"});
  Room room;
  room.put(hostile);
  room.read_everything(hostile);
  for (const std::string& part : room.vocabulary) CHECK_MESSAGE(plain.vocabulary.contains(part), part, " was born");

  for (const kernel::Concern& concern : room.served.house().concerns()) {
    for (const kernel::Command& command : concern.commands()) {
      for (const std::string& field : text_fields(command.specs)) {
        const std::string name = std::string(command.row.words) + " " + field;
        CHECK_MESSAGE(room.taken.contains(name) != never_words.contains(name), name, ": ", room.why[command.row.words]);
      }
    }
  }
}

}  // namespace
}  // namespace alongside::whole
