#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_BEAST_SEPARATE_COMPILATION
#include "faces/web/server.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/post.hpp>
#include <thread>

#include "faces/web/connection.h"

namespace alongside::web {
namespace {

using Tcp = asio::ip::tcp;
using Local = asio::local::stream_protocol;
constexpr std::chrono::milliseconds sweep_every{250};
constexpr std::size_t socket_path_bytes_max = 107;  // sockaddr_un

std::string peer_of(const Tcp::socket& socket) {
  ErrorCode error;
  const auto endpoint = socket.remote_endpoint(error);
  return error ? std::string() : endpoint.address().to_string();
}
std::string peer_of(const Local::socket&) { return {}; }

void prepare(Tcp::socket& socket) {
  ErrorCode ignored;
  socket.set_option(Tcp::no_delay(true), ignored);
}
void prepare(Local::socket&) {}

// The mode of the socket keeps others out; this holds even where a file system ignores modes.
bool is_welcome(const Tcp::socket&) { return true; }
bool is_welcome(Local::socket& socket) {
  ucred who{};
  socklen_t size = sizeof who;
  if (getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) return false;
  return who.uid == geteuid() || who.uid == 0;
}

}  // namespace

void Worker::listen(Tcp::acceptor acceptor) { tcp_.push_back(std::move(acceptor)); }
void Worker::listen(Local::acceptor acceptor) { local_.push_back(std::move(acceptor)); }

template <class Acceptor>
void Worker::accept(Acceptor& acceptor) {
  acceptor.async_accept([this, &acceptor](ErrorCode error, typename Acceptor::protocol_type::socket socket) {
    if (stopping_ || error == asio::error::operation_aborted) return;
    if (!error && is_welcome(socket)) {
      prepare(socket);
      std::string peer = peer_of(socket);
      constexpr bool over_socket = std::is_same_v<Acceptor, Local::acceptor>;
      welcome(asio::generic::stream_protocol::socket(std::move(socket)), std::move(peer), over_socket);
    }
    if (error == asio::error::no_descriptors || error == asio::error::no_memory) {
      // Nothing to accept with until something closes: asking again at once would only burn the processor.
      backoff_.expires_after(std::chrono::milliseconds(100));
      backoff_.async_wait([this, &acceptor](ErrorCode) {
        if (!stopping_) accept(acceptor);
      });
      return;
    }
    accept(acceptor);
  });
}

void Worker::welcome(asio::generic::stream_protocol::socket socket, std::string peer, bool over_socket) {
  const Connections::Room room = over_socket ? Connections::Room::yes : shared_->connections.enter(peer);
  auto connection = std::make_shared<Connection>(shared_from_this(), std::move(socket), std::move(peer), over_socket);
  connections_.insert(connection.get());
  switch (room) {
    case Connections::Room::yes:
      return connection->start();
    case Connections::Room::full:
      return connection->turn_away(503, 5);
    case Connections::Room::full_for_this_address:
      return connection->turn_away(429, 5);
  }
}

// Deadlines are looked at a few times a second: a timer for each read and write would cost more than the request.
void Worker::sweep() {
  sweep_.expires_after(stopping_ ? std::chrono::milliseconds(20) : sweep_every);
  sweep_.async_wait([this](ErrorCode) {
    const Clock::time_point now = Clock::now();
    const bool cut = stopping_ && now >= cut_off_;
    std::vector<std::shared_ptr<Connection>> all;  // closing takes them out of connections_
    all.reserve(connections_.size());
    for (Connection* connection : connections_) all.push_back(connection->shared_from_this());
    for (const auto& connection : all) cut ? connection->close() : connection->check_time(now);
    if (!stopping_ || !connections_.empty()) sweep();
  });
}

void Worker::left(Connection* connection) { connections_.erase(connection); }

void Worker::run() {
  for (auto& acceptor : tcp_) accept(acceptor);
  for (auto& acceptor : local_) accept(acceptor);
  sweep();
  while (true) {
    try {
      io_.run();
      break;
    } catch (const std::exception&) {  // a hook of the site threw: this connection's loss, nobody else's
    }
  }
  const std::lock_guard hold(mutex_);
  ended_ = true;
  io_.restart();
  io_.poll();
}

void Worker::begin_stop() {
  post([this] {
    if (stopping_) return;
    stopping_ = true;
    cut_off_ = Clock::now() + shared_->options.stop_time;
    ErrorCode ignored;
    for (auto& acceptor : tcp_) acceptor.close(ignored);
    for (auto& acceptor : local_) acceptor.close(ignored);
    backoff_.cancel();
    std::vector<std::shared_ptr<Connection>> all;
    for (Connection* connection : connections_) all.push_back(connection->shared_from_this());
    for (const auto& connection : all) connection->when_stopping();
    sweep_.cancel();
  });
}

bool Worker::post(std::function<void()> work) {
  const std::lock_guard hold(mutex_);
  if (ended_) return false;
  asio::post(io_, std::move(work));
  return true;
}

struct Server::Inside {
  std::shared_ptr<Shared> shared;
  std::vector<std::shared_ptr<Worker>> workers;
  std::vector<std::thread> threads;
  int port = -1;
  std::string socket_path;  // ours, to be taken away at the end
  std::once_flag stopped;

  Status listen_tcp();
  Status listen_local();
};

namespace {

Status check(const Options& options) {
  Problems problems;
  if (options.port < -1 || options.port > 65535) {
    problems.add("port", Code::out_of_range, msg("A port is a number from 0 to 65535."), std::to_string(options.port));
  }
  if (options.socket_path.size() > socket_path_bytes_max) {
    problems.add("socket", Code::out_of_range,
                 msg("The path of a socket is at most 107 bytes long: use a shorter folder."), options.socket_path);
  }
  for (const auto& [name, value] : options.headers) {
    if (!is_header_name(name) || !is_header_value(value)) {
      problems.add("headers", Code::malformed, msg("A header has a plain name, and no line break in its value."), name);
    }
  }
  ErrorCode error;
  asio::ip::make_address(options.host, error);
  if (options.port >= 0 && error) {
    problems.add("host", Code::malformed, msg("Give an address to listen on, such as 127.0.0.1 or ::1."), options.host);
  }
  if (problems.any()) return problems;
  return Done{};
}

Problems in_use(const Tcp::endpoint& where, const ErrorCode& error) {
  return problem(error == asio::error::address_in_use ? Code::already_there : Code::cannot_read, "port",
                 msg("Choose a port that nothing else listens on: this one cannot be used."),
                 where.address().to_string() + ":" + std::to_string(where.port()) + ": " + error.message());
}

// With SO_REUSEPORT a second program of ours would silently get half of the visitors. Binding once without it finds
// out.
ErrorCode is_free(const Tcp::endpoint& where) {
  asio::io_context io;
  Tcp::acceptor probe(io);
  ErrorCode error;
  probe.open(where.protocol(), error);
  if (!error) probe.set_option(Tcp::acceptor::reuse_address(true), error);
  if (!error) probe.bind(where, error);
  return error;
}

bool somebody_listens(const std::string& path) {
  asio::io_context io;
  Local::socket probe(io);
  ErrorCode error;
  probe.connect(Local::endpoint(path), error);
  return !error;
}

}  // namespace

Status Server::Inside::listen_tcp() {
  const Options& options = shared->options;
  Tcp::endpoint where(asio::ip::make_address(options.host), static_cast<unsigned short>(options.port));
  if (where.port() != 0) {
    if (const ErrorCode error = is_free(where)) return in_use(where, error);
  }
  for (const auto& worker : workers) {
    Tcp::acceptor acceptor(worker->io());
    ErrorCode error;
    acceptor.open(where.protocol(), error);
    if (!error) acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
    const int on = 1;
    if (!error && setsockopt(acceptor.native_handle(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) {
      error = ErrorCode(errno, boost::system::system_category());
    }
    if (!error) acceptor.bind(where, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return in_use(where, error);
    where.port(acceptor.local_endpoint().port());
    worker->listen(std::move(acceptor));
  }
  port = where.port();
  return Done{};
}

Status Server::Inside::listen_local() {
  const std::string& path = shared->options.socket_path;
  struct stat there {};
  if (lstat(path.c_str(), &there) == 0) {
    if (!S_ISSOCK(there.st_mode) || somebody_listens(path)) {
      return problem(Code::already_there, "socket",
                     msg("Another program serves this folder, or something else stands where its socket would be."),
                     path);
    }
    unlink(path.c_str());  // left over from one that was killed
  }
  Local::acceptor acceptor(workers.front()->io());
  ErrorCode error;
  acceptor.open(Local(), error);
  if (!error) acceptor.bind(Local::endpoint(path), error);
  // Before listening: until then nobody can connect, whatever the umask made of the mode.
  if (!error && chmod(path.c_str(), 0600) != 0) error = ErrorCode(errno, boost::system::system_category());
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    return problem(Code::cannot_write, "socket",
                   msg("The folder of the data must be one that this program can write to."),
                   path + ": " + error.message());
  }
  socket_path = path;
  workers.front()->listen(std::move(acceptor));
  return Done{};
}

Server::Server(std::shared_ptr<Inside> inside) : inside_(std::move(inside)) {}

Result<std::unique_ptr<Server>> Server::start(Options options, Handler handler) {
  if (auto checked = check(options); !checked.ok()) return std::move(checked).problems();
  auto inside = std::make_shared<Inside>();
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const unsigned count = options.threads > 0 ? static_cast<unsigned>(options.threads) : cores;
  inside->shared = std::make_shared<Shared>(std::move(options), std::move(handler));
  for (unsigned i = 0; i < count; ++i) inside->workers.push_back(std::make_shared<Worker>(inside->shared));
  if (inside->shared->options.port >= 0) {
    if (auto listening = inside->listen_tcp(); !listening.ok()) return std::move(listening).problems();
  }
  if (!inside->shared->options.socket_path.empty()) {
    if (auto listening = inside->listen_local(); !listening.ok()) return std::move(listening).problems();
  }
  for (const auto& worker : inside->workers) {
    inside->threads.emplace_back([worker] { worker->run(); });
  }
  return std::unique_ptr<Server>(new Server(std::move(inside)));  // NOLINT: the constructor is private
}

Server::~Server() { stop(); }

int Server::port() const { return inside_->port; }

void Server::stop() {
  std::call_once(inside_->stopped, [this] {
    if (!inside_->socket_path.empty()) unlink(inside_->socket_path.c_str());
    for (const auto& worker : inside_->workers) worker->begin_stop();
    for (std::thread& thread : inside_->threads) thread.join();
  });
}

}  // namespace alongside::web
