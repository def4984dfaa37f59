// What comes in and what goes out: plain values that pages and tests can make without a server.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace alongside::web {

// Header fields in the order they came. Names are compared without regard to ASCII case.
class Headers {
 public:
  using Field = std::pair<std::string, std::string>;
  // The first field of this name, or null.
  const std::string* find(std::string_view name) const;
  // The same, or nothing at all: for fields whose absence means what emptiness means.
  std::string_view get(std::string_view name) const;
  std::size_t count(std::string_view name) const;
  void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
  const std::vector<Field>& all() const { return fields_; }

 private:
  std::vector<Field> fields_;
};

bool same_name(std::string_view one, std::string_view other);  // header names: ASCII case ignored

struct Request {
  std::string method;
  std::string path;   // as it was sent, still percent-encoded; begins with '/' (or is "*")
  std::string query;  // what stood behind '?', still encoded. Never to be logged: it holds people's words
  Headers headers;
  std::string body;
  std::string peer;          // an address, for rate limits only. Never to be logged or kept
  bool over_socket = false;  // came through the 0600 socket beside the data: the command line, which acts as keeper
  bool secure = false;       // came over TLS, says the proxy that we trust
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<const std::string> body;  // null: none
  std::shared_ptr<const std::string> gzip;  // the same body compressed beforehand, for pages that are kept
  bool may_compress = true;                 // false where a secret stands beside what an outsider can choose (BREACH)

  void set(std::string_view name, std::string value);  // replaces a field of the same name
  void add(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
  const std::string* find(std::string_view name) const;
};

Response text(int status, std::string words);                           // text/plain; charset=utf-8
Response with_body(int status, std::string type, std::string content);  // any content type
Response see_other(std::string where);  // 303. `where` is a path of ours: see is_our_path
std::string_view reason(int status);    // "Not Found"; "" for a status not known here

// A path on this site, fit for a redirect: "/a?b", never "//host", "/\host", "https:…" or anything with controls.
bool is_our_path(std::string_view where);

// A header name is a token, and a value holds no control but tab. The server throws rather than send anything else, so
// nobody's words can begin a second header or a second answer.
bool is_header_name(std::string_view name);
bool is_header_value(std::string_view value);

// Weak, so that the compressed and the plain page share it: W/"<16 characters>".
std::string etag_of(std::string_view content);
bool has_etag(const Request& request, std::string_view etag);  // If-None-Match names it, or is *
// The page with its ETag and `no-cache`; or 304 without it, if a GET or HEAD already has it.
Response with_etag(const Request& request, Response page, const std::string& etag);

// The part of the body that a GET asks for, as 206; 416 where there is no such part. Telephones play sound and film in
// parts alone. One range ("bytes=0-499", "bytes=500-", "bytes=-500"); what is not understood gives the whole (RFC 9110, 14.2).
Response with_range(const Request& request, Response whole);

bool accepts_gzip(const Request& request);

// True for GET, HEAD and OPTIONS, which change nothing.
bool is_safe(std::string_view method);
// Whether this may change something as far as its origin goes. An unsafe method needs Origin equal to `origin`
// ("https://example.org", as browsers print it), or, without Origin, Sec-Fetch-Site same-origin or none; with neither
// it is refused. Our own command line on the socket sends neither and may. Source: contract.md, "Who may".
bool same_origin(const Request& request, std::string_view origin);

// One field of a form. Order and repeats are kept.
struct FormField {
  std::string name;
  std::string value;
  friend bool operator==(const FormField&, const FormField&) = default;
};
inline constexpr std::size_t form_fields_max = 2000;
// application/x-www-form-urlencoded, of a body or a query. Malformed: a bad escape, or what is not UTF-8. Too many:
// more fields than form_fields_max.
Result<std::vector<FormField>> parse_form(std::string_view encoded);
std::string print_form(const std::vector<FormField>& fields);

}  // namespace alongside::web
