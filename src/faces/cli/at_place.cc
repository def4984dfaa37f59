#include "faces/cli/at_place.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "faces/web/client.h"

namespace alongside::cli {
namespace {

Problems problems_in(const Json& answer) {
  Problems problems;
  const Json* list = answer.find("problems");
  if (list == nullptr || !list->is_array()) return problem(Code::cannot_read, "", msg("The serving process gave no answer that can be read."));
  for (const Json& one : list->items()) {
    const auto text = [&](const char* key) {
      const Json* value = one.find(key);
      return value != nullptr && value->is_string() ? value->string() : std::string();
    };
    Code code = Code::malformed;
    for (int i = 0; i <= static_cast<int>(Code::not_supported); ++i) {
      if (name(static_cast<Code>(i)) == text("code")) code = static_cast<Code>(i);
    }
    const Json* line = one.find("line");
    problems.add(Problem{.code = code, .file = text("file"), .line = line != nullptr && line->is_number() ? line->number() : 0,
                         .field = text("field"), .found = text("found"), .expected = Message{text("expected"), {}}});
  }
  return problems;
}

Result<Json> through_socket(const Where& where, const std::string& command, const Json& request, const std::string& key) {
  web::Request post{.method = "POST"};
  post.path = "/api/" + where.place + "/" + command;
  std::replace(post.path.begin(), post.path.end(), ' ', '/');
  post.body = request.canonical();
  post.headers.add("Content-Type", "application/json");
  if (!key.empty()) post.headers.add("Idempotency-Key", key);
  const auto response = web::call(socket_of(where.data), post);
  if (!response) return response.problems();
  const auto answer = parse_json(response->body ? *response->body : std::string());
  if (!answer) return problem(Code::cannot_read, "", msg("The serving process gave no answer that can be read."));
  if (response->status != 200) return problems_in(*answer);
  return *answer;
}

}  // namespace

std::string socket_of(const std::string& data) { return data + "/alongside.sock"; }

bool is_served(const std::string& data) {
  if (!std::filesystem::exists(socket_of(data))) return false;
  return web::call(socket_of(data), web::Request{.method = "GET", .path = "/healthz"}).ok();
}

kernel::OpenOptions options_for(const Where& where) {
  kernel::OpenOptions options{.data = where.data, .place = where.place, .database_url = where.database, .vault_mirror = where.vault_mirror};
  options.now = [] {
    return Instant{std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
  };
  if (const char* today = std::getenv("ALONGSIDE_TODAY")) options.today = Day::parse(today);
  return options;
}

Result<std::unique_ptr<kernel::OpenPlace>> open_here(const kernel::House& house, const Where& where) {
  return kernel::OpenPlace::open(house, options_for(where));
}

Result<Json> carry_out(const kernel::House& house, const Where& where, const std::string& command, Json request, const std::string& key) {
  if (is_served(where.data)) return through_socket(where, command, request, key);
  auto place = open_here(house, where);
  if (!place) return place.problems();
  kernel::Order order{.command = command, .credential = {.at_the_house = true}, .key = key, .request = std::move(request)};
  const kernel::Command* row = house.command(command);
  if (row != nullptr && row->row.prepare) {
    order.came_as = kernel::fingerprint(command, order.request);
    Status prepared = Done{};
    (*place)->read([&](kernel::Reader& reader) {
      const kernel::Actor actor = house.actor(reader, order.credential, (*place)->now());
      prepared = row->row.prepare({.reader = reader, .actor = actor, .today = (*place)->today(), .now = (*place)->now(), .place = where.place}, order.request);
    });
    if (!prepared) return prepared.problems();
  }
  const kernel::Outcome outcome = (*place)->submit_and_wait(std::move(order));
  if (!outcome.ok()) return outcome.problems;
  Json acts = Json::array();
  for (const Index act : outcome.acts) acts.push(act.value);
  return Json::object({{"acts", std::move(acts)}, {"told", outcome.told}});
}

std::vector<std::string> places_in(const std::string& data) {
  std::vector<std::string> out;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(data, ignored)) {
    const std::string name = entry.path().filename().string();
    if (kernel::check_place_id(name).ok() && std::filesystem::exists(entry.path() / "key")) out.push_back(name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace alongside::cli
