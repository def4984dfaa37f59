// One request to one place, taken apart: who asks, for what, in which form.
#pragma once

#include <map>
#include <string>

#include "faces/web/cookies.h"
#include "faces/web/http.h"
#include "faces/web/server.h"
#include "html/layout.h"
#include "html/say.h"
#include "kernel/open_place.h"

namespace alongside::web {

class Site;

enum class As { html, json, csv, atom, calendar };

struct Visit {
  const Site& site;
  kernel::OpenPlace& place;
  const Request& request;
  std::string path;  // under the place, without the ending: "/decisions/61"
  As as = As::html;
  std::map<std::string, std::string> query;
  kernel::Credential credential;
  html::Say say;
  std::string told;  // what was said once at the end of the last order, for this page alone (a cookie); JSON

  bool is_cacheable() const { return credential.session.empty() && !credential.at_the_house && told.empty(); }
};

// Malformed: an escape or a field in the query that cannot be read.
Result<Visit> visit(const Site& site, kernel::OpenPlace& place, const Request& request, std::string path);

// Answers a GET: a page, or the form of a command.
Response show(const Visit& visit);
// Answers a POST of a form. The reply comes when the order is durable.
void post(const Visit& visit, Reply reply);

// What stands around a page here.
html::Layout layout_of(const Visit& visit);
Response trouble_page(const Visit& visit, const Problems& problems);
int status_of(const Problems& problems);
Response problems_json(const Problems& problems);
Json to_json(const Problem& problem);

std::string session_cookie_name(const std::string& place);
// What is said once, at the end of an order, on the page at this path; empty: it was said.
Cookie told_cookie(std::string told, std::string path, bool secure);
std::string cookie_value(const Request& request, const std::string& name);

// Pages about the record itself: /record, /record/{index} and its receipt. Not found: none of these.
std::optional<Response> record_page(const Visit& visit);
// Files under /r/<place>/.
Response record_file(kernel::OpenPlace& place, const Request& request, std::string_view path);

}  // namespace alongside::web
