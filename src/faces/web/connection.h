// Private to the server: one connection, one worker thread. The only header here that includes Boost; server.cc and
// connection.cc alone may include it, after defining separate compilation.
#pragma once

#include <atomic>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "faces/web/parser.h"
#include "faces/web/server.h"
#include "faces/web/wire.h"

namespace alongside::web {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;
using Clock = std::chrono::steady_clock;

// What all threads share. It outlives every connection and every Reply.
struct Shared {
  Shared(Options given, Handler handle)
      : options(std::move(given)),
        handler(std::move(handle)),
        rates(options.limits.requests_per_second_per_address, options.limits.burst_per_address),
        connections(options.limits.connections_max,
                    options.trust_proxy ? 0 : options.limits.connections_per_address_max) {}
  const Options options;
  const Handler handler;
  Rates rates;
  Connections connections;
  std::atomic<std::size_t> body_bytes{0};  // promised to requests that are now held
};

class Connection;

// One thread with its own io_context, listening sockets and connections. Everything but post() belongs to that thread.
class Worker : public std::enable_shared_from_this<Worker> {
 public:
  explicit Worker(std::shared_ptr<Shared> shared) : shared_(std::move(shared)), io_(1), sweep_(io_), backoff_(io_) {}

  asio::io_context& io() { return io_; }
  void listen(asio::ip::tcp::acceptor acceptor);
  void listen(asio::local::stream_protocol::acceptor acceptor);
  void run();                             // until begin_stop() and the last connection's end
  void begin_stop();                      // from any thread
  bool post(std::function<void()> work);  // from any thread; false once run() has ended

  bool stopping() const { return stopping_; }
  const std::shared_ptr<Shared>& shared() const { return shared_; }
  void left(Connection* connection);

 private:
  template <class Acceptor>
  void accept(Acceptor& acceptor);
  void welcome(asio::generic::stream_protocol::socket socket, std::string peer, bool over_socket);
  void sweep();

  std::shared_ptr<Shared> shared_;
  asio::io_context io_;
  std::vector<asio::ip::tcp::acceptor> tcp_;
  std::vector<asio::local::stream_protocol::acceptor> local_;
  asio::steady_timer sweep_;
  asio::steady_timer backoff_;
  std::unordered_set<Connection*> connections_;
  bool stopping_ = false;
  Clock::time_point cut_off_{};

  std::mutex mutex_;  // holds ended_
  bool ended_ = false;
};

// Reads a request, has it answered, writes the answer, and again. Never two of these at once, so a client that sends
// many requests ahead (pipelining) has them answered one by one, in order.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(std::shared_ptr<Worker> worker, asio::generic::stream_protocol::socket socket, std::string peer,
             bool over_socket);
  ~Connection();

  void start();
  void turn_away(int status, int retry_after_s);  // instead of start()
  void when_stopping();                           // ends it if it is idle
  void check_time(Clock::time_point now);
  void close();

 private:
  enum class State { idle, head, body, handled, writing, lingering, closed };
  struct Pending;

  void read();
  void advance();
  bool head_read();  // false: refused
  void handle();
  void refuse(int status, int retry_after_s = 0);
  void answer(Wire wire, int status);
  void written();
  void linger();
  void release_body();
  std::string effective_peer(const Request& request) const;
  Response error_page(int status, int retry_after_s) const;
  void enter(State state, std::chrono::milliseconds time);

  std::shared_ptr<Worker> worker_;  // first: the socket needs its io_context to the last
  asio::generic::stream_protocol::socket socket_;
  const std::string peer_;
  const bool over_socket_;
  bool counted_ = true;

  State state_ = State::idle;
  Clock::time_point deadline_{};
  std::string buffer_;
  std::size_t begin_ = 0;  // of the bytes not yet used
  std::size_t end_ = 0;
  std::unique_ptr<RequestParser> parser_;
  std::size_t promised_bytes_ = 0;
  std::string promise_of_more_;  // "100 Continue" on its way
  Wire wire_;
  bool keep_alive_ = false;
  std::string method_;
  std::string path_;
  int status_ = 0;
  Clock::time_point began_{};
  std::size_t discarded_ = 0;
};

}  // namespace alongside::web
