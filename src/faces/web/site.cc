#include "faces/web/site.h"

#include <algorithm>

#include "base/text.h"
#include "faces/web/api.h"
#include "faces/web/visit.h"
#include "html/assets.h"
#include "html/components.h"

namespace alongside::web {
namespace {

constexpr std::size_t form_bytes_max = 256 * 1024;
constexpr std::size_t upload_bytes_max = 20 * 1024 * 1024;

// "/eastmere/decisions/61" into "eastmere" and "/decisions/61".
std::pair<std::string, std::string> place_and_rest(std::string_view path) {
  const std::size_t slash = path.find('/', 1);
  return {std::string(path.substr(1, slash == path.npos ? path.npos : slash - 1)),
          slash == path.npos ? "" : std::string(path.substr(slash))};
}

}  // namespace

std::shared_ptr<kernel::OpenPlace> Site::place(const std::string& id) const {
  const auto at = places_.find(id);
  return at == places_.end() ? nullptr : at->second;
}

std::size_t Site::body_bytes_max(const Request& head) const {
  if (head.over_socket) return upload_bytes_max;
  const auto form = house_.form_at(place_and_rest(head.path).second);
  const bool takes_file = form.row != nullptr && std::any_of(form.row->specs.begin(), form.row->specs.end(), [](const kernel::FieldSpec& spec) {
    return spec.type == kernel::FieldType::file;
  });
  return takes_file ? upload_bytes_max : form_bytes_max;
}

Response Site::plain_trouble(int status) {
  return text(status, std::string(reason(status)) + "\n");
}

Response Site::asset(const Request& request) const {
  const html::Asset* asset = html::asset_at(request.path);
  if (asset == nullptr) return text(404, "There is no such file.\n");
  Response response = with_body(200, std::string(asset->content_type), std::string(asset->bytes));
  if (!asset->gzip.empty()) response.gzip = std::make_shared<const std::string>(asset->gzip);
  response.set("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

Response Site::places_page(const Request& request) const {
  if (places_.size() == 1) return see_other("/" + places_.begin()->first);
  const html::Say& say = html::Say::english();
  html::Html list;
  for (const auto& [id, place] : places_) {
    list += html::el("li", {}, html::el("a", {html::attr("href", html::Url::to("/" + id))}, id));
  }
  html::Layout layout;
  html::Page page{.title = say.plain("Places")};
  page.main = html::el("h1", {html::attr("class", "nhsuk-heading-xl")}, say("Places")) + html::el("ul", {}, std::move(list));
  (void)request;
  return with_body(200, "text/html; charset=utf-8", html::whole_page(layout, page, say));
}

void Site::handle(Request request, Reply reply) {
  if (request.path == "/healthz") return reply(text(200, "ok\n"));
  if (!is_safe(request.method) && !same_origin(request, options_.public_url)) {
    return reply(text(403, "This came from another site, or does not say where it came from. Nothing was done.\n"));
  }
  if (request.path.starts_with("/assets/")) return reply(asset(request));
  if (request.path == "/") return reply(places_page(request));
  if (request.path == "/api/openapi.json") {
    return reply(with_body(200, "application/json", openapi(house_).canonical() + "\n"));
  }
  const bool is_record = request.path.starts_with("/r/");
  const bool is_api = request.path.starts_with("/api/");
  const std::string_view under = is_record ? std::string_view(request.path).substr(2) : is_api ? std::string_view(request.path).substr(4) : request.path;
  auto [id, rest] = place_and_rest(under);
  const std::shared_ptr<kernel::OpenPlace> here = place(id);
  if (here == nullptr) return reply(text(404, "There is no such place here.\n"));
  if (is_record) return reply(record_file(*here, request, rest.empty() ? "" : rest.substr(1)));
  auto visiting = visit(*this, *here, request, is_api ? "" : rest);
  if (!visiting) return reply(problems_json(visiting.problems()));
  if (is_api) return api(*visiting, rest, std::move(reply));
  if (request.method == "GET" || request.method == "HEAD") return reply(show(*visiting));
  if (request.method == "POST") return post(*visiting, std::move(reply));
  reply(text(405, "Only GET, HEAD and POST are possible here.\n"));
}

}  // namespace alongside::web
