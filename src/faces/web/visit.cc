#include "faces/web/visit.h"

#include "base/random.h"
#include "base/text.h"
#include "faces/web/command_form.h"
#include "faces/web/cookies.h"
#include "faces/web/multipart.h"
#include "faces/web/site.h"

namespace alongside::web {
namespace {

// ".json" stands behind a page's address; the place's own page is "/index.json".
As ending(std::string& path) {
  const std::pair<std::string_view, As> endings[] = {{".json", As::json}, {".csv", As::csv}, {".atom", As::atom}, {".ics", As::calendar}};
  for (const auto& [end, as] : endings) {
    if (!path.ends_with(end)) continue;
    path.resize(path.size() - end.size());
    if (path == "/index") path.clear();
    return as;
  }
  return As::html;
}

}  // namespace

std::string session_cookie_name(const std::string& place) { return "alongside_" + place; }

Cookie told_cookie(std::string told, std::string path, bool secure) {
  constexpr std::int64_t told_seconds = 600;
  const bool is_over = told.empty();
  return {.name = "alongside_told", .value = base64url(told), .path = std::move(path), .same_site = SameSite::strict,
          .secure = secure, .max_age_s = is_over ? 0 : told_seconds};
}

Result<Visit> visit(const Site& site, kernel::OpenPlace& place, const Request& request, std::string path) {
  Visit out{.site = site, .place = place, .request = request, .path = std::move(path), .say = html::Say::english()};
  out.as = ending(out.path);
  const auto fields = parse_form(request.query);
  if (!fields) return fields.problems();
  for (const FormField& field : *fields) out.query[field.name] = field.value;
  if (out.query.contains("lang")) out.say = html::Say::in(out.query["lang"]);
  out.credential.session = cookie(request, session_cookie_name(place.id())).value_or("");
  out.credential.at_the_house = request.over_socket;
  if (!request.peer.empty()) {
    out.credential.address_digest = base64url(place.lookup().digest("address/" + place.today().iso(), request.peer));
  }
  // On the page that an order leads to, and on no page under it.
  if (const auto told = cookie(request, "alongside_told"); told && out.query.contains("done")) out.told = from_base64url(*told).ok() ? *from_base64url(*told) : "";
  return out;
}

int status_of(const Problems& problems) {
  // The first that says something of the request as a whole decides; what is wrong with fields is 422.
  for (const Problem& one : problems.list()) {
    switch (one.code) {
      case Code::not_allowed: return 403;
      case Code::erased: return 410;
      case Code::same_key: return 409;
      case Code::too_many: return 429;
      case Code::cannot_write: return 503;
      case Code::not_found:
        if (one.field.empty()) return 404;
        break;
      default: break;
    }
  }
  return 422;
}

Json to_json(const Problem& problem) {
  return Json::object({{"code", name(problem.code)}, {"expected", in_english(problem.expected)}, {"field", problem.field},
                       {"file", problem.file}, {"found", problem.found}, {"line", problem.line}});
}

Response problems_json(const Problems& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems.list()) list.push(to_json(problem));
  return with_body(status_of(problems), "application/json", Json::object({{"problems", std::move(list)}}).canonical() + "\n");
}

Response record_file(kernel::OpenPlace& place, const Request& request, std::string_view path) {
  if (request.method != "GET" && request.method != "HEAD") return text(405, "Only GET is possible here.\n");
  auto bytes = place.record_file(path);
  if (!bytes) return text(path == "checkpoint" ? 503 : 404, "There is no such file in this record.\n");
  const bool is_tile = path.starts_with("tile/");
  const bool is_json = path == "erased" || path.starts_with("openings/");
  Response response = with_body(200, is_tile ? "application/octet-stream" : is_json ? "application/json" : "text/plain; charset=utf-8",
                                std::move(*bytes));
  response.set("Access-Control-Allow-Origin", "*");
  // A tile never changes; openings can be erased and must be asked for anew.
  response.set("Cache-Control", is_tile ? "public, max-age=31536000, immutable" : path == "checkpoint" ? "public, max-age=2" : "no-cache");
  return response;
}

}  // namespace alongside::web
