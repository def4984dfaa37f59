// The invented place: samples/*.json, carried out by the same commands that everybody uses.
//
// Each file is a list of {"do": words, "with": request, "as": a name for its first act, "by": who does it}. In a request,
// "$name" stands for the index of that act, and "@-30" for the day 30 days before today: the sample is always as old as its
// story. {"on": "@-30"} tells what follows as of that day, and {"on": "@0"} comes back to today.
//
// Who does it is the keeper, or one of the people who take part: {"do": "join", "as": "ada"} makes one, whom nobody can be,
// since their passphrase is forgotten at once.

#include "base/random.h"
#include "base/text.h"
#include "commons/people/secrets.h"
#include "faces/cli/sample_files.h"
#include "faces/cli/words.h"

namespace alongside::cli {
namespace {

using Names = std::map<std::string, std::int64_t, std::less<>>;

struct Telling {
  kernel::OpenPlace& place;
  Day today;                 // on which the sample is opened
  std::string passphrase;    // the hash of one that nobody knows
  Names names;
  std::map<std::string, std::string, std::less<>> sessions;  // of the people who take part, by name
};

Result<Json> filled(const Json& value, const Names& names, Day today) {
  if (value.is_string() && value.string().starts_with("$")) {
    const auto at = names.find(value.string().substr(1));
    if (at == names.end()) return problem(Code::not_found, "with", msg("Give a name that an earlier line has."), value.string());
    return Json(at->second);
  }
  if (value.is_string() && value.string().starts_with("@")) {
    const auto days = whole_number(std::string_view(value.string()).substr(1));
    if (!days) return problem(Code::malformed, "with", msg("Give @ and a number of days, such as @-30."), value.string());
    return Json((today + static_cast<std::int32_t>(*days)).iso());
  }
  if (value.is_array()) {
    Json out = Json::array();
    for (const Json& one : value.items()) {
      auto item = filled(one, names, today);
      if (!item) return item;
      out.push(std::move(item).value());
    }
    return out;
  }
  if (value.is_object()) {
    Json out = Json::object();
    for (const Json::Member& member : value.members()) {
      auto item = filled(member.second, names, today);
      if (!item) return item;
      out.set(member.first, std::move(item).value());
    }
    return out;
  }
  return value;
}

Problems at_line(const char* file, std::size_t number, Problems problems) {
  for (Problem& one : problems.list()) {
    one.file = file;
    one.line = static_cast<std::int64_t>(number) + 1;
  }
  return problems;
}

std::string text_of(const Json& line, const char* field) {
  const Json* found = line.find(field);
  return found != nullptr ? found->string() : std::string();
}

Status carry_out(Telling& telling, const Json& line) {
  if (const Json* on = line.find("on"); on != nullptr) {
    const auto day = filled(*on, telling.names, telling.today);
    if (!day) return day.problems();
    telling.place.sample_is_on(Day::parse(day->string()));
    return Done{};
  }
  const std::string command = text_of(line, "do"), by = text_of(line, "by"), as = text_of(line, "as");
  auto request = filled(*line.find("with"), telling.names, telling.today);
  if (!request) return request.problems();
  kernel::Credential credential{.at_the_house = by.empty()};
  if (!by.empty()) {
    const auto session = telling.sessions.find(by);
    if (session == telling.sessions.end()) return problem(Code::not_found, "by", msg("Give a name that an earlier line has."), by);
    credential.session = session->second;
  }
  if (command == "join") {
    credential = {};
    request->set("passphrase", telling.passphrase);
  }
  const kernel::Outcome outcome = telling.place.submit_and_wait({.command = command, .credential = credential, .request = std::move(request).value()});
  if (!outcome.ok()) return outcome.problems;
  if (as.empty()) return Done{};
  if (const Json* session = outcome.told.find("session"); session != nullptr) telling.sessions[as] = session->string();
  if (!outcome.acts.empty()) telling.names[as] = outcome.acts.front().value;
  return Done{};
}

Status carry_out_file(Telling& telling, const char* file, std::string_view text) {
  const auto list = parse_json(text);
  if (!list) return at_line(file, 0, list.problems());
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    if (const Status done = carry_out(telling, list->items()[i]); !done) return at_line(file, i, done.problems());
  }
  return Done{};
}

}  // namespace

int place_open_sample(const kernel::House& house, const Where& where, const Output& output) {
  if (!output.as_json()) std::fprintf(stderr, "Opening the invented place Eastmere…\n");
  const auto tell = [](kernel::OpenPlace& place) -> Status {
    Telling telling{.place = place, .today = place.today(), .passphrase = people::hash_of_passphrase(hex(secret_bytes(32))), .names = {}, .sessions = {}};
    for (const SampleFile& file : sample_files()) {
      if (const Status done = carry_out_file(telling, file.name, file.text); !done) return done;
    }
    place.sample_is_on(std::nullopt);
    return Done{};
  };
  return place_open(
      house, {.where = where, .name = "Eastmere", .keeper = "Eastmere Voluntary Action", .sample = true, .next = tell},
      Output::silent());
}

}  // namespace alongside::cli
