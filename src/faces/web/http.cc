#include "faces/web/http.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/hash.h"
#include "base/text.h"

namespace alongside::web {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// RFC 9110, 5.6.2.
constexpr bool is_token_char(unsigned char c) {
  if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos;
}

// Calls `each` with every element of a comma-separated list until it returns true.
template <class Each>
bool any_of_list(std::string_view list, Each each) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (each(trimmed(list.substr(0, comma)))) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

std::string_view without_weak(std::string_view etag) { return etag.starts_with("W/") ? etag.substr(2) : etag; }

// "q=0", "q=0.0": not wanted.
bool is_zero_weight(std::string_view parameters) {
  const std::size_t q = parameters.find("q=");
  if (q == std::string_view::npos) return false;
  const std::string_view weight = trimmed(parameters.substr(q + 2));
  return weight.starts_with('0') && weight.find_first_of("123456789") == std::string_view::npos;
}

struct Reason {
  int status;
  std::string_view words;
};
constexpr Reason reasons[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
};

}  // namespace

bool same_name(std::string_view one, std::string_view other) {
  return one.size() == other.size() &&
         std::equal(one.begin(), one.end(), other.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

const std::string* Headers::find(std::string_view name) const {
  for (const Field& field : fields_) {
    if (same_name(field.first, name)) return &field.second;
  }
  return nullptr;
}

std::string_view Headers::get(std::string_view name) const {
  const std::string* value = find(name);
  return value ? std::string_view(*value) : std::string_view();
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(fields_.begin(), fields_.end(), [&](const Field& field) { return same_name(field.first, name); }));
}

void Response::set(std::string_view name, std::string value) {
  std::erase_if(headers, [&](const auto& field) { return same_name(field.first, name); });
  headers.emplace_back(std::string(name), std::move(value));
}

const std::string* Response::find(std::string_view name) const {
  for (const auto& field : headers) {
    if (same_name(field.first, name)) return &field.second;
  }
  return nullptr;
}

Response with_body(int status, std::string type, std::string content) {
  Response response;
  response.status = status;
  response.add("Content-Type", std::move(type));
  response.body = std::make_shared<const std::string>(std::move(content));
  return response;
}

Response text(int status, std::string words) {
  return with_body(status, "text/plain; charset=utf-8", std::move(words));
}

Response see_other(std::string where) {
  Response response;
  response.status = 303;
  response.add("Location", std::move(where));
  return response;
}

std::string_view reason(int status) {
  for (const Reason& one : reasons) {
    if (one.status == status) return one.words;
  }
  return {};
}

bool is_our_path(std::string_view where) {
  if (!where.starts_with('/') || where.starts_with("//")) return false;
  // Browsers read a backslash as a slash, so "/\host" leaves the site.
  return std::none_of(where.begin(), where.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte >= 0x7f || c == '\\';
  });
}

bool is_header_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), is_token_char);
}

bool is_header_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7f) || c == '\t';
  });
}

std::string etag_of(std::string_view content) {
  const Digest digest = sha256(content);
  return "W/\"" + base64url(view(digest).substr(0, 12)) + "\"";
}

bool has_etag(const Request& request, std::string_view etag) {
  return any_of_list(request.headers.get("If-None-Match"),
                     [&](std::string_view one) { return one == "*" || without_weak(one) == without_weak(etag); });
}

Response with_etag(const Request& request, Response page, const std::string& etag) {
  page.set("ETag", etag);
  if (!page.find("Cache-Control")) page.set("Cache-Control", "no-cache");
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (!reads || page.status != 200 || !has_etag(request, etag)) return page;
  page.status = 304;
  page.body.reset();
  page.gzip.reset();
  std::erase_if(page.headers, [](const auto& field) { return same_name(field.first, "Content-Type"); });
  return page;
}

namespace {

struct Part {
  std::size_t from = 0;
  std::size_t to = 0;  // after the last
};
struct Range {
  bool understood = false;
  std::optional<Part> part;  // nothing: it begins after the end
};

std::optional<std::size_t> digits(std::string_view text) {
  std::size_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

Range range_of(std::string_view asked, std::size_t size) {
  constexpr std::string_view unit = "bytes=";
  const std::size_t dash = asked.find('-');
  if (!asked.starts_with(unit) || dash == asked.npos) return {};
  const std::string_view from = asked.substr(unit.size(), dash - unit.size()), to = asked.substr(dash + 1);
  const auto first = digits(from), last = digits(to);
  if (from.empty() && last) {
    if (*last == 0 || size == 0) return {.understood = true};
    return {.understood = true, .part = Part{size - std::min(*last, size), size}};
  }
  if (!first || (!last && !to.empty()) || (last && *last < *first)) return {};
  if (*first >= size) return {.understood = true};
  return {.understood = true, .part = Part{*first, last && *last < size ? *last + 1 : size}};
}

}  // namespace

Response with_range(const Request& request, Response whole) {
  whole.set("Accept-Ranges", "bytes");
  if (request.method != "GET" || whole.status != 200 || !whole.body || request.headers.count("Range") != 1 || request.headers.find("If-Range")) return whole;
  const std::size_t size = whole.body->size();
  const Range range = range_of(request.headers.get("Range"), size);
  if (!range.understood) return whole;
  if (!range.part) {
    whole.status = 416;
    whole.set("Content-Range", "bytes */" + std::to_string(size));
    whole.body = std::make_shared<const std::string>();
    return whole;
  }
  const auto [from, to] = *range.part;
  whole.status = 206;
  whole.set("Content-Range", "bytes " + std::to_string(from) + "-" + std::to_string(to - 1) + "/" + std::to_string(size));
  whole.body = std::make_shared<const std::string>(whole.body->substr(from, to - from));
  return whole;
}

bool accepts_gzip(const Request& request) {
  return any_of_list(request.headers.get("Accept-Encoding"), [](std::string_view one) {
    const std::size_t semicolon = one.find(';');
    const std::string_view coding = trimmed(one.substr(0, semicolon));
    if (!same_name(coding, "gzip")) return false;
    return semicolon == std::string_view::npos || !is_zero_weight(one.substr(semicolon + 1));
  });
}

bool is_safe(std::string_view method) { return method == "GET" || method == "HEAD" || method == "OPTIONS"; }

bool same_origin(const Request& request, std::string_view origin) {
  if (is_safe(request.method)) return true;
  if (request.headers.count("Origin") > 1 || request.headers.count("Sec-Fetch-Site") > 1) return false;
  if (const std::string* sent = request.headers.find("Origin")) return !origin.empty() && *sent == origin;
  if (const std::string* site = request.headers.find("Sec-Fetch-Site")) {
    return *site == "same-origin" || *site == "none";
  }
  return request.over_socket;
}

Result<std::vector<FormField>> parse_form(std::string_view encoded) {
  Problems problems;
  std::vector<FormField> fields;
  while (!encoded.empty()) {
    const std::size_t end = encoded.find('&');
    const std::string_view pair = encoded.substr(0, end);
    encoded.remove_prefix(end == std::string_view::npos ? encoded.size() : end + 1);
    if (pair.empty()) continue;
    if (fields.size() == form_fields_max) {
      return problem(Code::too_many, "", msg("A form has at most {max} fields.", {{"max", "2000"}}));
    }
    const std::size_t equals = pair.find('=');
    const auto name = percent_decoded(pair.substr(0, equals), true);
    const auto value = percent_decoded(equals == std::string_view::npos ? "" : pair.substr(equals + 1), true);
    if (!name.ok() || !value.ok() || !is_utf8(*name) || !is_utf8(*value)) {
      problems.add(name.ok() && is_utf8(*name) ? *name : "", Code::malformed,
                   msg("A form field is percent-encoded UTF-8, such as name=Caf%C3%A9."), shortened(hex(pair), 80));
      if (problems.list().size() >= 20) break;  // enough to be of use, and no flood
      continue;
    }
    fields.push_back({*name, *value});
  }
  if (problems.any()) return problems;
  return fields;
}

std::string print_form(const std::vector<FormField>& fields) {
  std::string out;
  for (const FormField& field : fields) {
    if (!out.empty()) out += '&';
    out += percent_encoded(field.name) + "=" + percent_encoded(field.value);
  }
  return out;
}

}  // namespace alongside::web
