// tests/policy.txt against the served house: every command, by API and by form, and every page, asked for by everybody.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "exchange/house.h"
#include "faces/web/client.h"
#include "whole/people.h"
#include "whole/policy_table.h"

namespace alongside::whole {
namespace {

const Policy& policy() {
  static const Policy read = read_policy("tests/policy.txt");
  return read;
}

// Pages that no concern's row brings: those of the record itself.
const std::set<std::string> record_pages{"/record", "/record/{index}", "/record/{index}.tlog-proof"};

std::vector<const kernel::Command*> commands_of(const kernel::House& house) {
  std::vector<const kernel::Command*> out;
  for (const kernel::Concern& concern : house.concerns()) {
    for (const kernel::Command& command : concern.commands()) out.push_back(&command);
  }
  return out;
}

std::set<std::string> pages_of(const kernel::House& house) {
  std::set<std::string> out = record_pages;
  for (const kernel::Concern& concern : house.concerns()) {
    for (const kernel::Page& page : concern.pages()) out.insert(*page.row.path == '\0' ? "/" : page.row.path);
  }
  return out;
}

// "/asks/{ask}/parts/{part}/send" about these things; empty when it is about something that nobody has here.
std::string filled(std::string path, const About& about) {
  for (std::size_t open = path.find('{'); open != path.npos; open = path.find('{')) {
    const std::size_t close = path.find('}', open);
    const auto at = about.find(path.substr(open + 1, close - open - 1));
    if (at == about.end()) return {};
    path.replace(open, close - open + 1, std::to_string(at->second));
  }
  return path;
}

// About these things, and with a field that no command has: whoever may is told 422, and nothing happens.
Json thin_request(const kernel::Command& command, const About& about) {
  Json request = Json::object({{"nothing_of_the_kind", true}});
  for (const kernel::FieldSpec& spec : command.specs) {
    const auto at = about.find(spec.name);
    if (at != about.end() && !spec.is_list) request.set(spec.name, at->second);
  }
  return request;
}

// All that an order can leave behind: acts, its remembered key, a counted attempt.
std::string trace(Served& served) {
  const auto count = [&](const char* table) {
    return std::to_string(served.number(std::string("SELECT COUNT(*) FROM ") + table)) + " ";
  };
  return count("entries") + count("answered") + count("attempts") + count("sessions") + count("sealed");
}

struct Cell {
  bool may;
  const About& about;
  std::string words;  // for people: "ask judge, asker, somebody else's"
};

std::vector<Cell> cells(const std::string& name, const std::string& answer, const Somebody& who) {
  const std::string words = name + ", " + who.kind;
  if (answer != "own") return {{answer != "n", who.own, words}, {answer != "n", who.other, words}};
  return {{true, who.own, words + ", their own"}, {false, who.other, words + ", somebody else's"}};
}

TEST_CASE("every command and page of the house has its line in tests/policy.txt, and no line is about nothing") {
  const kernel::House house = the_house();
  for (const std::string& problem : policy().problems) FAIL_CHECK("a line that cannot be read: ", problem);
  CHECK(policy().kinds.size() == 7);
  std::set<std::string> known = pages_of(house);
  for (const kernel::Command* command : commands_of(house)) known.insert(command->row.words);
  for (const std::string& name : known) CHECK_MESSAGE(policy().who.contains(name), name, " has no line");
  for (const auto& one : policy().who) CHECK_MESSAGE(known.contains(one.first), one.first, " is nothing here");
}

TEST_CASE("the API's description names the commands of tests/policy.txt and no others") {
  Served served;
  const auto description = parse_json(Browser(served).get("/api/openapi.json").body);
  std::set<std::string> described;
  const Json paths = *description->find("paths");
  for (const auto& [path, methods] : paths.members()) {
    constexpr std::string_view start = "/api/{place}/";
    if (!path.starts_with(start) || methods.find("post") == nullptr) continue;
    std::string words = path.substr(start.size());
    std::replace(words.begin(), words.end(), '/', ' ');
    described.insert(words);
    CHECK_MESSAGE(policy().who.contains(words), words);
  }
  for (const kernel::Command* command : commands_of(served.house())) {
    CHECK_MESSAGE(described.contains(command->row.words), command->row.words);
  }
}

TEST_CASE("each command answers each kind of person as tests/policy.txt says, and writes nothing for who may not") {
  Served served;
  for (Somebody& who : people(served)) {
    for (const kernel::Command* command : commands_of(served.house())) {
      const std::string name = command->row.words;
      for (const Cell& cell : cells(name, policy().who.at(name).at(who.kind), who)) {
        const std::string before = trace(served);
        const Json request = thin_request(*command, cell.about);
        const Answer api = who.browser.ask_api(name, request);
        CHECK_MESSAGE((api.status != 403) == cell.may, cell.words, " by API: ", api.status, " ", api.body);
        CHECK_MESSAGE(api.status < 500, cell.words);
        const std::string address = filled(command->row.path, cell.about);
        if (command->row.on_a_form && !address.empty()) {
          Browser::Fields form;
          for (const auto& [field, value] : request.members()) {
            form.emplace_back(field, value.is_number() ? std::to_string(value.number()) : "yes");
          }
          const Answer posted = who.browser.send("/eastmere" + address, form);
          CHECK_MESSAGE((posted.status != 403) == cell.may, cell.words, " by form: ", posted.status);
          CHECK_MESSAGE(posted.status < 500, cell.words);
        }
        CHECK_MESSAGE(trace(served) == before, cell.words, " left something behind");
      }
    }
  }
}

TEST_CASE("each page and each form is shown to those who tests/policy.txt says may see it") {
  Served served;
  std::map<std::string, std::string> addresses;  // of everything that is looked at, by its line
  const std::set<std::string> pages = pages_of(served.house());
  for (const std::string& page : pages) addresses[page] = page;
  for (const kernel::Command* command : commands_of(served.house())) {
    if (command->row.on_a_form) addresses[command->row.words] = command->row.path;
  }
  for (Somebody& who : people(served)) {
    for (const auto& [row, pattern] : addresses) {
      const std::string& name = row;
      const std::string answer = policy().who.at(name).at(who.kind);
      const std::string address = filled(pattern, who.own);
      if (address.empty()) continue;
      // A page that leads on to a merged question or a form that is about nothing yet is no refusal.
      const Answer seen = who.browser.get("/eastmere" + (address == "/" ? "" : address));
      CHECK_MESSAGE((seen.status != 403) == (answer != "n"), name, ", ", who.kind, ": ", seen.status);
      if (answer == "own" && pages.contains(name)) {
        const Answer not_theirs = who.browser.get("/eastmere" + filled(pattern, who.other));
        CHECK_MESSAGE(not_theirs.status == 403, name, " of somebody else, ", who.kind, ": ", not_theirs.status);
      }
      CHECK_MESSAGE(seen.status < 500, name);
      const bool proposes = seen.body.find("Propose this") != seen.body.npos;
      CHECK_MESSAGE(proposes == (answer == "propose"), name, ", ", who.kind, " on its form");
      // Nobody is shown the way to a desk that is closed to them.
      const bool has_desk = policy().who.at("/desk").at(who.kind) != "n";
      CHECK_MESSAGE((has_desk || seen.body.find("href=\"/eastmere/desk\"") == seen.body.npos), name, ", ", who.kind);
      if (!pattern.starts_with("/record")) {
        const Answer json = who.browser.get("/eastmere" + (address == "/" ? "/index" : address) + ".json");
        if (answer == "n") CHECK_MESSAGE((json.status == 403 || json.status == 404), name, " as JSON, ", who.kind);
      }
    }
  }
}

TEST_CASE("the command line on the data directory may what the last column of tests/policy.txt says") {
  Served served;
  const Somebody house{"house", Browser(served), people(served).back().own, {}};
  for (const kernel::Command* command : commands_of(served.house())) {
    const std::string name = command->row.words;
    if (name.starts_with("due ") || name == "keeper link") continue;  // these need no request: they would be done
    web::Request request{
        .method = "POST", .path = "/api/eastmere/" + name, .body = thin_request(*command, house.own).canonical()};
    std::replace(request.path.begin(), request.path.end(), ' ', '/');
    request.headers.add("Content-Type", "application/json");
    const auto answer = web::call(served.socket(), request);
    REQUIRE(answer.ok());
    CHECK_MESSAGE((answer->status != 403) == (policy().who.at(name).at("house") == "y"), name, ": ", answer->status);
  }
}

}  // namespace
}  // namespace alongside::whole
