// A form, posted: read, handed to the Writer, answered with 303 or with the form and what is wrong with it.

#include <algorithm>

#include "base/random.h"
#include "base/text.h"
#include "faces/web/api.h"
#include "faces/web/command_form.h"
#include "faces/web/cookies.h"
#include "faces/web/multipart.h"
#include "faces/web/show_form.h"
#include "faces/web/site.h"
#include "faces/web/visit.h"

namespace alongside::web {
namespace {

constexpr std::int64_t session_seconds = 30 * 86400;

struct Typed {
  html::FormValues values;
  std::vector<Part> files;
};

Result<Typed> read_body(const Request& request) {
  Typed out;
  const std::string_view type = request.headers.get("Content-Type");
  if (!starts_with_ignoring_case(type, "multipart/form-data")) {
    const auto fields = parse_form(request.body);
    if (!fields) return fields.problems();
    for (const FormField& field : *fields) out.values.add(field.name, field.value);
    return out;
  }
  auto parts = parse_multipart(type, request.body);
  if (!parts) return parts.problems();
  for (Part& part : *parts) {
    if (part.is_file) {
      if (!part.content.empty()) out.files.push_back(std::move(part));
    } else {
      out.values.add(part.name, part.content);
    }
  }
  return out;
}

// Uploads stand under their field's name: one, or a list where the command takes several.
void add_files(const kernel::Command& command, const std::vector<Part>& files, Json& request) {
  for (const Part& part : files) {
    Json file = Json::object({{"base64", base64(part.content)}, {"name", part.file_name}});
    const auto spec = std::find_if(command.specs.begin(), command.specs.end(),
                                   [&](const kernel::FieldSpec& one) { return one.name == part.name; });
    if (spec == command.specs.end() || !spec->is_list) {
      request.set(part.name, std::move(file));
      continue;
    }
    const Json* before = request.find(part.name);
    Json list = before != nullptr && before->is_array() ? *before : Json::array();
    list.push(std::move(file));
    request.set(part.name, std::move(list));
  }
}

// Path parameters fill the fields of their names.
void fill_from_path(const kernel::Command& command, const std::map<std::string, std::string>& path, Json& request) {
  for (const kernel::FieldSpec& spec : command.specs) {
    const auto at = path.find(spec.name);
    if (at != path.end()) request.set(spec.name, at->second);
  }
}

// "/asks/{ask}", "/decisions/{first}" with what was asked and done.
std::string leads_to(const kernel::Command& command, const Json& request, const kernel::Outcome& outcome) {
  Json fields = request;
  if (!outcome.acts.empty()) fields.set("first", outcome.acts.front().value);
  return kernel::address_of(outcome.then.empty() ? std::string_view(command.row.then) : std::string_view(outcome.then), fields);
}

void put_session(const Visit& visit, const Json& told, Response& response) {
  const Json* session = told.find("session");
  if (session == nullptr || !session->is_string()) return;
  response.add("Set-Cookie", print(Cookie{.name = session_cookie_name(visit.place.id()), .value = session->string(),
                                          .path = "/" + visit.place.id(), .same_site = SameSite::lax,
                                          .secure = visit.request.secure,
                                          .max_age_s = session->string().empty() ? 0 : session_seconds}));
}

// The proposal that an order carries out, as its address says.
Index proposal_of(const Visit& visit) {
  const auto at = visit.query.find("proposal");
  const auto number = whole_number(at == visit.query.end() ? std::string_view() : std::string_view(at->second));
  return number ? Index{*number} : Index{};
}

Response after(const Visit& visit, const kernel::Command& command, const Json& request, const kernel::Outcome& outcome) {
  if (outcome.proposed) return see_other("/" + visit.place.id() + "/me?proposed=yes#proposed");
  const std::string path = leads_to(command, request, outcome);
  std::string words = command.row.words;
  for (char& c : words) {
    if (c == ' ') c = '-';
  }
  const std::string to = "/" + visit.place.id() + path;
  const std::size_t fragment = to.find('#');
  const std::string mark = to.find('?') == std::string::npos ? "?done=" : "&done=";
  Response response = see_other(to.substr(0, fragment) + mark + words + (fragment == std::string::npos ? "" : to.substr(fragment)));
  put_session(visit, outcome.told, response);
  // The code alone: what an import tells may be longer than a cookie can be.
  if (const Json* code = outcome.told.find("code"); code != nullptr) {
    response.add("Set-Cookie", print(told_cookie(Json::object({{"code", *code}}).canonical(),
                                                 to.substr(0, std::min(to.find('?'), fragment)), visit.request.secure)));
  }
  return response;
}

}  // namespace


Status prepare_order(const Visit& visit, const kernel::Command& command, const std::map<std::string, std::string>& path, kernel::Order& order) {
  order.came_as = kernel::fingerprint(order.command, order.request);
  if (!command.row.prepare) return Done{};
  Status done = Done{};
  visit.place.read([&](kernel::Reader& reader) {
    const kernel::Actor actor = visit.place.house().actor(reader, visit.credential, visit.place.now());
    if (!command.row.may({actor, reader, order.request, path})) return;  // the Writer says so: no slow work for them
    const kernel::Seeing seeing{.reader = reader, .actor = actor, .today = visit.place.today(), .now = visit.place.now(),
                                .place = visit.place.id(), .path = path, .query = visit.query, .fresh_key = ""};
    done = command.row.prepare(seeing, order.request);
  });
  return done;
}

// A page that is kept nowhere may be asked by a form too: then what was typed stands in no address.
bool asks_a_page(const Visit& visit) {
  const auto page = visit.site.house().page_at(visit.path);
  return page.row != nullptr && !page.row->row.cached && visit.as == As::html;
}

Response answer_by_page(const Visit& visit, const html::FormValues& typed) {
  Visit asked = visit;
  for (const auto& [name, value] : typed.pairs()) asked.query[name] = value;
  return show(asked);
}

void post(const Visit& visit, Reply reply) {
  const auto match = visit.site.house().form_at(visit.path);
  if (match.row == nullptr && asks_a_page(visit)) {
    const auto typed = read_body(visit.request);
    return reply(typed ? answer_by_page(visit, typed->values) : trouble_page(visit, typed.problems()));
  }
  if (match.row == nullptr || visit.as != As::html) {
    return reply(trouble_page(visit, problem(Code::not_found, "", msg("Nothing can be sent to this address."))));
  }
  const kernel::Command& command = *match.row;
  auto typed = read_body(visit.request);
  if (!typed) return reply(trouble_page(visit, typed.problems()));
  const auto again = [&](const Problems& problems) { return show_form(visit, command, match.path, &typed->values, problems); };

  html::FormValues without_key;
  for (const auto& [name, value] : typed->values.pairs()) {
    if (name != key_field) without_key.add(name, value);
  }
  if (html::asks_for_another(typed->values)) return reply(again({}));  // "Add another option": nothing is sent yet
  Result<Json> request = html::form_to_json(without_key);
  if (!request) return reply(again(request.problems()));
  add_files(command, typed->files, *request);
  fill_from_path(command, match.path, *request);
  kernel::Order order{.command = command.row.words, .credential = visit.credential, .key = typed->values.get(key_field),
                      .request = std::move(*request), .path = match.path, .proposal = proposal_of(visit)};
  if (const Status prepared = prepare_order(visit, command, match.path, order); !prepared) return reply(again(prepared.problems()));

  // The visit borrows the request, which ends with this call: the answer makes its own from a copy.
  auto kept = std::make_shared<Request>(visit.request);
  auto values = std::make_shared<html::FormValues>(std::move(typed->values));
  const Json asked = order.request;
  auto draw = [&site = visit.site, place = visit.site.place(visit.place.id()), path = visit.path, kept, values, asked, &command,
                     parameters = match.path, reply](const kernel::Outcome& outcome) {
    auto here = web::visit(site, *place, *kept, path);
    if (!here) return reply(problems_json(here.problems()));
    if (!outcome.ok()) return reply(show_form(*here, command, parameters, values.get(), outcome.problems));
    reply(after(*here, command, asked, outcome));
  };
  // Moved on, never copied: it owns its place, whose Writer must not be ended by that Writer's own thread.
  visit.place.submit(std::move(order), [&later = visit.site.later(), draw = std::move(draw)](kernel::Outcome outcome) mutable {
    later.add([draw = std::move(draw), outcome = std::move(outcome)] { draw(outcome); });
  });
}

void api(const Visit& visit, std::string_view rest, Reply reply) {
  std::string words(rest.empty() ? rest : rest.substr(1));
  for (char& c : words) {
    if (c == '/') c = ' ';
  }
  const kernel::Command* command = visit.site.house().command(words);
  if (command == nullptr) {
    return reply(problems_json(problem(Code::not_found, "", msg("Give a command that /api/openapi.json names."), words)));
  }
  if (visit.request.method != "POST") return reply(text(405, "Commands are sent with POST.\n"));
  auto request = visit.request.body.empty() ? Result<Json>(Json::object()) : parse_json(visit.request.body);
  if (!request || !request->is_object()) {
    return reply(problems_json(request ? problem(Code::malformed, "body", msg("Give a JSON object.")) : request.problems()));
  }
  kernel::Order order{.command = words, .credential = visit.credential, .key = std::string(visit.request.headers.get("Idempotency-Key")),
                      .request = std::move(*request), .proposal = proposal_of(visit)};
  if (const Status prepared = prepare_order(visit, *command, {}, order); !prepared) return reply(problems_json(prepared.problems()));
  visit.place.submit(std::move(order), [reply](kernel::Outcome outcome) {
    if (!outcome.ok()) return reply(problems_json(outcome.problems));
    Json acts = Json::array();
    for (const Index act : outcome.acts) acts.push(act.value);
    Json answer = Json::object({{"acts", std::move(acts)}, {"again", outcome.again}});
    if (!outcome.told.members().empty()) answer.set("told", outcome.told);
    reply(with_body(200, "application/json", answer.canonical() + "\n"));
  });
}

}  // namespace alongside::web
