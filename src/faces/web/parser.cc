// Separate compilation keeps the templates' bodies in beast.cc: half the time of every other file.
#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_BEAST_SEPARATE_COMPILATION
#include "faces/web/parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

namespace alongside::web {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using ErrorCode = boost::system::error_code;

// Beast's parser, writing straight into our Request.
class Reader final : public http::basic_parser<true> {
 public:
  Reader() {
    eager(false);
    body_limit(boost::none);
  }
  Request request;
  std::string target;
  std::size_t body_bytes_max = 0;
  int version = 11;
  bool too_long = false;

 private:
  void on_request_impl(http::verb, beast::string_view method, beast::string_view sent, int number,
                       ErrorCode&) override {
    request.method.assign(method.data(), method.size());
    target.assign(sent.data(), sent.size());
    version = number;
  }
  void on_response_impl(int, beast::string_view, int, ErrorCode&) override {}  // never: this reads requests
  void on_field_impl(http::field, beast::string_view name, beast::string_view value, ErrorCode&) override {
    if (head_ended_) return;  // trailers: nothing that they say may count as having been said at the beginning
    request.headers.add(std::string(name.data(), name.size()), std::string(value.data(), value.size()));
  }
  void on_header_impl(ErrorCode&) override { head_ended_ = true; }
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode&) override {
    if (length) request.body.reserve(std::min<std::size_t>(*length, 64 * 1024));  // not what a stranger merely claims
  }
  std::size_t on_body_impl(beast::string_view bytes, ErrorCode& error) override { return append(bytes, error); }
  void on_chunk_header_impl(std::uint64_t, beast::string_view, ErrorCode&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, ErrorCode& error) override {
    return append(bytes, error);
  }
  void on_finish_impl(ErrorCode&) override {}

  std::size_t append(beast::string_view bytes, ErrorCode& error) {
    if (request.body.size() + bytes.size() > body_bytes_max) {
      too_long = true;
      error = http::error::body_limit;
      return 0;
    }
    request.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  bool head_ended_ = false;
};

// What Beast lets pass and another reader may see otherwise: a bare LF or CR, NUL, a folded line, space before a colon.
bool is_plain_head(std::string_view head) {
  for (std::size_t at = 0; at < head.size(); ++at) {
    const char c = head[at];
    if (c == '\0') return false;
    if (c == '\n' && (at == 0 || head[at - 1] != '\r')) return false;
    if (c == '\r' && (at + 1 == head.size() || head[at + 1] != '\n')) return false;
    const bool begins_line = at > 0 && head[at - 1] == '\n';
    if (begins_line && (c == ' ' || c == '\t')) return false;
    if (c == ':' && at > 0 && (head[at - 1] == ' ' || head[at - 1] == '\t')) {
      // Only in a field's name; values and the request line may hold " :".
      const std::size_t line = head.rfind('\n', at) + 1;
      if (line > 0 && head.find(':', line) == at) return false;
    }
  }
  return true;
}

// Our own reading of the framing fields: exactly one way to know where the body ends.
int framing_problem(const Request& request, int version) {
  const std::size_t lengths = request.headers.count("Content-Length");
  const std::size_t codings = request.headers.count("Transfer-Encoding");
  if (lengths > 1 || codings > 1 || (lengths && codings)) return 400;
  if (lengths) {
    const std::string_view value = request.headers.get("Content-Length");
    if (value.empty() || value.size() > 18) return 400;
    if (!std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) return 400;
  }
  if (codings && version < 11) return 400;
  if (codings && !same_name(request.headers.get("Transfer-Encoding"), "chunked")) return 501;
  const std::size_t hosts = request.headers.count("Host");
  if (hosts > 1 || (hosts == 0 && version >= 11)) return 400;
  const std::string_view host = request.headers.get("Host");
  if (host.find_first_of(" \t,/\\@?#<>\"'") != std::string_view::npos) return 400;
  return 0;
}

bool split_target(std::string_view target, Request& request) {
  const bool plain = std::all_of(target.begin(), target.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7f && c != '#';
  });
  if (!plain) return false;
  if (target == "*" && request.method == "OPTIONS") {
    request.path = "*";
    return true;
  }
  // Absolute form must be understood (RFC 9112, 3.2.2). Its host is dropped: we serve one site and print its own
  // address.
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.size() < scheme.size() || !same_name(target.substr(0, scheme.size()), scheme)) continue;
    const std::size_t path = target.find_first_of("/?", scheme.size());
    if (path == scheme.size()) return false;
    target = path == std::string_view::npos ? std::string_view("/") : target.substr(path);
    if (target.starts_with('?')) {
      request.path = "/";
      request.query = target.substr(1);
      return true;
    }
    break;
  }
  if (!target.starts_with('/')) return false;
  const std::size_t mark = target.find('?');
  request.path = target.substr(0, mark);
  if (mark != std::string_view::npos) request.query = target.substr(mark + 1);
  return true;
}

}  // namespace

struct RequestParser::Inside {
  explicit Inside(const ParserLimits& wanted) : limits(wanted) {
    reader.header_limit(static_cast<std::uint32_t>(limits.header_bytes_max + 16));
  }
  ParserLimits limits;
  Reader reader;
  std::size_t looked = 0;  // bytes of the head that were searched for its end
  At at = At::head;
  int refused = 0;

  std::size_t refuse(int status) {
    at = At::refused;
    refused = status;
    return 0;
  }
  std::size_t put_head(std::string_view bytes);
  std::size_t put_body(std::string_view bytes);
  int head_problem();
};

RequestParser::RequestParser(const ParserLimits& limits) : inside_(std::make_unique<Inside>(limits)) {}
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&&) noexcept = default;

std::size_t RequestParser::Inside::put_head(std::string_view bytes) {
  std::size_t skipped = 0;  // one empty line before a request is forgiven (RFC 9112, 2.2)
  if (looked == 0 && bytes.starts_with("\r\n")) skipped = 2;
  const std::string_view rest = bytes.substr(skipped);
  const std::size_t from = looked > 3 ? looked - 3 : 0;
  const std::size_t end = rest.find("\r\n\r\n", from);
  const std::size_t size = end == std::string_view::npos ? rest.size() : end + 4;
  if (size > limits.header_bytes_max) {
    const std::size_t line = rest.find("\r\n");
    return refuse(line == std::string_view::npos || line > limits.target_bytes_max + 32 ? 414 : 431);
  }
  if (end == std::string_view::npos) {
    // What cannot become a request is refused now, not when patience ends.
    if (!rest.empty() && (rest[0] < 'A' || rest[0] > 'z')) {
      if (rest != "\r") return refuse(400);
    }
    looked = rest.size();
    return skipped;
  }
  if (!is_plain_head(rest.substr(0, size))) return refuse(400);
  ErrorCode error;
  const std::size_t used = reader.put({rest.data(), size}, error);
  if (error == http::error::bad_version) return refuse(505);
  if (error == http::error::body_limit) return refuse(413);
  if (error || !reader.is_header_done()) return refuse(400);
  if (const int status = head_problem()) return refuse(status);
  reader.eager(true);
  at = reader.is_done() ? At::done : At::body;
  return skipped + used;
}

int RequestParser::Inside::head_problem() {
  if (reader.target.size() > limits.target_bytes_max) return 414;
  if (reader.version != 10 && reader.version != 11) return 505;
  if (const int status = framing_problem(reader.request, reader.version)) return status;
  if (!split_target(reader.target, reader.request)) return 400;
  const std::string_view expect = reader.request.headers.get("Expect");
  if (!expect.empty() && !same_name(expect, "100-continue")) return 417;
  return 0;
}

std::size_t RequestParser::Inside::put_body(std::string_view bytes) {
  ErrorCode error;
  const std::size_t used = reader.put({bytes.data(), bytes.size()}, error);
  if (error && error != http::error::need_more) return refuse(reader.too_long ? 413 : 400);
  if (reader.is_done()) at = At::done;
  return used;
}

std::size_t RequestParser::put(std::string_view bytes) {
  switch (inside_->at) {
    case At::head:
      return inside_->put_head(bytes);
    case At::body:
      return inside_->put_body(bytes);
    default:
      return 0;
  }
}

RequestParser::At RequestParser::at() const { return inside_->at; }
int RequestParser::refused_with() const { return inside_->refused; }

void RequestParser::set_body_bytes_max(std::size_t max) {
  inside_->reader.body_bytes_max = max;
  const auto length = declared_length();
  if (length && *length > max) inside_->refuse(413);
}

std::optional<std::size_t> RequestParser::declared_length() const {
  if (inside_->reader.chunked()) return std::nullopt;
  const auto length = inside_->reader.content_length();
  return length ? static_cast<std::size_t>(*length) : 0;
}

bool RequestParser::expects_continue() const {
  return inside_->reader.version >= 11 && inside_->reader.request.headers.find("Expect") != nullptr;
}
bool RequestParser::keeps_alive() const { return inside_->reader.keep_alive(); }
bool RequestParser::is_http_1_0() const { return inside_->reader.version == 10; }
const Request& RequestParser::request() const { return inside_->reader.request; }
Request RequestParser::take() { return std::move(inside_->reader.request); }

}  // namespace alongside::web
