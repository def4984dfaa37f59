#include "faces/web/client.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/text.h"

namespace alongside::web {
namespace {

using Clock = std::chrono::steady_clock;

struct Descriptor {
  int number;
  explicit Descriptor(int opened) : number(opened) {}
  ~Descriptor() {
    if (number >= 0) close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

Problems went_away(const std::string& path, const std::string& why) {
  return problem(Code::cannot_read, "socket", msg("The server that has this folder open should answer: see its log."),
                 path + ": " + why);
}

std::string why(int error) { return std::generic_category().message(error); }

// Waits until the socket can be used. False: the time is over.
bool wait_for(int socket, short events, Clock::time_point until) {
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return false;
    pollfd one{.fd = socket, .events = events, .revents = 0};
    const int ready = poll(&one, 1, static_cast<int>(std::min<long long>(left, 60'000)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

std::string print(const Request& request) {
  std::string out = request.method + " " + request.path + (request.query.empty() ? "" : "?" + request.query) +
                    " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  for (const auto& [name, value] : request.headers.all()) out += name + ": " + value + "\r\n";
  if (!request.body.empty() || !is_safe(request.method)) {
    out += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
  }
  return out + "\r\n" + request.body;
}

// Nothing: not a whole answer.
std::optional<Response> read_response(std::string_view bytes) {
  while (bytes.starts_with("HTTP/1.1 1")) {  // "100 Continue"
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    bytes.remove_prefix(end + 4);
  }
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos || !bytes.starts_with("HTTP/1.1 ") || end < 12) return std::nullopt;
  Response response;
  const auto status = whole_number(bytes.substr(9, 3));
  if (!status.ok()) return std::nullopt;
  response.status = static_cast<int>(*status);
  std::string_view fields = bytes.substr(0, end);
  std::string_view body = bytes.substr(end + 4);
  while (true) {
    const std::size_t next = fields.find("\r\n");
    if (next == std::string_view::npos) break;
    fields.remove_prefix(next + 2);
    const std::string_view line = fields.substr(0, fields.find("\r\n"));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    response.add(std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
  }
  if (const std::string* length = response.find("Content-Length")) {
    const auto count = whole_number(*length);
    if (!count.ok() || *count < 0 || static_cast<std::size_t>(*count) > body.size()) return std::nullopt;
    body = body.substr(0, static_cast<std::size_t>(*count));
  }
  response.body = std::make_shared<const std::string>(body);
  return response;
}

}  // namespace

Result<Response> call(const std::string& socket_path, const Request& request, std::chrono::seconds patience) {
  const Clock::time_point until = Clock::now() + patience;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_path.size() >= sizeof address.sun_path) {
    return problem(Code::out_of_range, "socket",
                   msg("The path of a socket is at most 107 bytes long: use a shorter folder."), socket_path);
  }
  for (const auto& [name, value] : request.headers.all()) {
    if (!is_header_name(name) || !is_header_value(value)) {
      return problem(Code::malformed, name, msg("A header has a plain name, and no line break in its value."));
    }
  }
  std::memcpy(address.sun_path, socket_path.data(), socket_path.size());
  const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (socket.number < 0) return went_away(socket_path, why(errno));
  if (connect(socket.number, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    return problem(Code::not_found, "socket", msg("A server with this folder open would listen here."),
                   socket_path + ": " + why(errno));
  }

  const std::string sent = print(request);
  for (std::size_t at = 0; at < sent.size();) {
    if (!wait_for(socket.number, POLLOUT, until)) break;
    const ssize_t count = send(socket.number, sent.data() + at, sent.size() - at, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count < 0) break;  // it may have answered before it had heard everything
    at += static_cast<std::size_t>(count);
  }
  std::string received;
  char piece[16 * 1024];
  while (true) {
    if (!wait_for(socket.number, POLLIN, until)) {
      return problem(Code::too_many, "socket", msg("The server should answer sooner: see its log."), socket_path);
    }
    const ssize_t count = recv(socket.number, piece, sizeof piece, 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    received.append(piece, static_cast<std::size_t>(count));
  }
  auto response = read_response(received);
  if (!response) return went_away(socket_path, "no whole answer");
  return std::move(*response);
}

}  // namespace alongside::web
