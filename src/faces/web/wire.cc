#include "faces/web/wire.h"

#include <ctime>
#include <stdexcept>

#include "faces/web/gzip.h"

namespace alongside::web {
namespace {

void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (!is_header_name(name) || !is_header_value(value)) {
    throw std::invalid_argument("a header's name is a token and its value has no line break or other control");
  }
  out.append(name).append(": ").append(value).append("\r\n");
}

// IMF-fixdate, printed once a second and thread.
std::string_view http_date() {
  thread_local std::time_t printed = 0;
  thread_local char text[40] = {};
  const std::time_t now = std::time(nullptr);
  if (now != printed) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    // Not strftime's %a and %b: those follow the locale.
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[parts.tm_wday % 7],
                  parts.tm_mday % 100, months[parts.tm_mon % 12], (parts.tm_year + 1900) % 10000, parts.tm_hour % 100,
                  parts.tm_min % 100, parts.tm_sec % 100);
    printed = now;
  }
  return text;
}

// Chooses the bytes that go out, and says which fields tell of it.
std::shared_ptr<const std::string> choose_body(const Response& response, bool gzip, bool& compressed, bool& varies) {
  compressed = false;
  varies = response.gzip != nullptr;
  if (!response.body) return nullptr;
  if (response.gzip) {
    compressed = gzip;
    return gzip ? response.gzip : response.body;
  }
  const std::string* type = response.find("Content-Type");
  if (!response.may_compress || response.body->size() < gzip_worth_bytes_min || response.find("Content-Encoding") ||
      !type || !is_compressible(*type)) {
    return response.body;
  }
  varies = true;
  if (!gzip) return response.body;
  compressed = true;
  return std::make_shared<const std::string>(gzipped(*response.body));
}

bool is_framing(std::string_view name) {
  return same_name(name, "Content-Length") || same_name(name, "Transfer-Encoding") || same_name(name, "Connection") ||
         same_name(name, "Keep-Alive") || same_name(name, "Date");
}

}  // namespace

Wire to_wire(Response response, const Asked& asked, const std::vector<std::pair<std::string, std::string>>& base) {
  if (response.status < 200 || response.status > 599) throw std::invalid_argument("a final status is 200 to 599");
  const bool bodiless = response.status == 204 || response.status == 304;
  bool compressed = false;
  bool varies = false;
  std::shared_ptr<const std::string> body = choose_body(response, asked.gzip, compressed, varies);

  Wire wire;
  wire.head.reserve(512);
  wire.head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  wire.head.append(reason(response.status)).append("\r\nDate: ").append(http_date()).append("\r\n");
  for (const auto& [name, value] : response.headers) {
    if (is_framing(name)) throw std::invalid_argument("the server itself writes " + name);
    append_field(wire.head, name, value);
  }
  for (const auto& [name, value] : base) {
    if (!response.find(name)) append_field(wire.head, name, value);
  }
  if (varies || response.status == 304) wire.head.append("Vary: Accept-Encoding\r\n");
  if (compressed && !bodiless) wire.head.append("Content-Encoding: gzip\r\n");
  if (!bodiless) {
    wire.head.append("Content-Length: ").append(std::to_string(body ? body->size() : 0)).append("\r\n");
  }
  if (!asked.keep_alive) {
    wire.head.append("Connection: close\r\n");
  } else if (asked.http_1_0) {
    wire.head.append("Connection: keep-alive\r\n");
  }
  wire.head.append("\r\n");
  if (!bodiless && !asked.head && body && !body->empty()) wire.body = std::move(body);
  return wire;
}

}  // namespace alongside::web
