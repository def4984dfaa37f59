// HTTP/1.1 over TCP and over a Unix socket, with limits. One thread and one io_context a core, each with its own
// listening socket (SO_REUSEPORT). TLS and HTTP/2 belong to a proxy in front.
//
// The handler runs on a server thread: what takes long is handed on, and Reply called later from any thread. The
// request in it is whole, with its body; a request that breaks a limit or the protocol never reaches the handler.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "faces/web/http.h"
#include "faces/web/limits.h"

namespace alongside::web {

// Call it once; later calls do nothing. If every copy is dropped uncalled, the answer is 500.
using Reply = std::function<void(Response)>;
// What it throws becomes a 500, if nothing was replied before.
using Handler = std::function<void(Request, Reply)>;

struct Options {
  std::string host = "127.0.0.1";  // an address, IPv4 or IPv6
  int port = 8080;                 // 0: any free one; -1: no TCP at all
  std::string socket_path;         // empty: no Unix socket
  int threads = 0;                 // 0: one a core
  bool trust_proxy = false;        // believe the last X-Forwarded-For, and X-Forwarded-Proto
  Limits limits;
  std::chrono::milliseconds stop_time{10'000};  // how long running requests may take to end at stop()

  std::vector<std::pair<std::string, std::string>> headers;  // on every answer that does not set them itself
  // How long a body may be, from the request without it. Absent: limits.body_bytes_max.
  std::function<std::size_t(const Request& head)> body_bytes_max;
  // What to show for 400, 408, 413, 414, 417, 429, 431, 500, 501, 503 and 505 that the server itself answers.
  std::function<Response(int status)> error_page;
  // Called after each answer, on any thread: never told the query or who asked.
  std::function<void(std::string_view method, std::string_view path, int status, std::int64_t micros)> log;
};

class Server {
 public:
  // Listens when it returns. already_there: the port or socket is in use; out_of_range, malformed: the options.
  static Result<std::unique_ptr<Server>> start(Options options, Handler handler);
  ~Server();  // stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const;
  // Takes no more connections, lets running requests end within stop_time, then cuts off what is left. From any thread
  // but the server's own; a second call waits for the first.
  void stop();

  struct Inside;

 private:
  explicit Server(std::shared_ptr<Inside> inside);
  std::shared_ptr<Inside> inside_;
};

}  // namespace alongside::web
