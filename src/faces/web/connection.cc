#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_BEAST_SEPARATE_COMPILATION
#include "faces/web/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <exception>

namespace alongside::web {
namespace {

constexpr std::size_t first_buffer_bytes = 4 * 1024;
constexpr std::size_t body_buffer_bytes = 64 * 1024;
constexpr std::size_t linger_bytes_max = 1 << 20;
constexpr std::chrono::milliseconds linger_time{2'000};

std::string_view last_of_list(std::string_view list) {
  const std::size_t comma = list.rfind(',');
  if (comma != std::string_view::npos) list.remove_prefix(comma + 1);
  const std::size_t from = list.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return list.substr(from, list.find_last_not_of(" \t") - from + 1);
}

}  // namespace

// A request that somebody is answering. Lives as long as a copy of its Reply does.
struct Connection::Pending {
  std::shared_ptr<Connection> connection;
  Asked asked;
  std::atomic<bool> answered{false};

  void reply(Response response) {
    if (answered.exchange(true)) return;
    Wire wire;
    int status = response.status;
    try {
      wire = to_wire(std::move(response), asked, options().headers);
    } catch (...) {
      reply_500();
      throw;  // whoever made such an answer shall hear of it
    }
    send(std::move(wire), status);
  }
  void reply_500() {
    try {
      send(to_wire(connection->error_page(500, 0), asked, options().headers), 500);
    } catch (...) {
      send(to_wire(text(500, "Something went wrong here.\n"), asked, {}), 500);
    }
  }
  ~Pending() {
    if (answered.exchange(true)) return;
    try {
      reply_500();
    } catch (...) {  // out of memory: the connection times out
    }
  }

 private:
  const Options& options() const { return connection->worker_->shared()->options; }
  void send(Wire wire, int status) {
    Worker& worker = *connection->worker_;
    if (worker.io().get_executor().running_in_this_thread()) return connection->answer(std::move(wire), status);
    auto held = std::make_shared<Wire>(std::move(wire));
    worker.post([to = connection, held, status] { to->answer(std::move(*held), status); });
  }
};

Connection::Connection(std::shared_ptr<Worker> worker, asio::generic::stream_protocol::socket socket, std::string peer,
                       bool over_socket)
    : worker_(std::move(worker)), socket_(std::move(socket)), peer_(std::move(peer)), over_socket_(over_socket) {}

Connection::~Connection() {
  release_body();
  if (counted_ && !over_socket_) worker_->shared()->connections.leave(peer_);
}

void Connection::enter(State state, std::chrono::milliseconds time) {
  state_ = state;
  deadline_ = Clock::now() + time;
}

void Connection::start() {
  buffer_.resize(first_buffer_bytes);
  enter(State::idle, worker_->shared()->options.limits.idle_time);
  read();
}

void Connection::turn_away(int status, int retry_after_s) {
  counted_ = false;
  refuse(status, retry_after_s);
}

void Connection::when_stopping() {
  if (state_ == State::idle || state_ == State::lingering) close();
}

void Connection::check_time(Clock::time_point now) {
  if (state_ == State::handled || state_ == State::closed || now < deadline_) return;
  if (state_ == State::head || state_ == State::body) {
    ErrorCode ignored;
    socket_.cancel(ignored);  // the read that waits ends, and sees another state
    refuse(408);
  } else {
    close();
  }
}

void Connection::close() {
  if (state_ == State::closed) return;
  state_ = State::closed;
  ErrorCode ignored;
  socket_.close(ignored);
  worker_->left(this);
}

void Connection::read() {
  const Limits& limits = worker_->shared()->options.limits;
  if (begin_ == end_) {
    begin_ = end_ = 0;
    if (state_ == State::body && buffer_.size() < body_buffer_bytes) buffer_.resize(body_buffer_bytes);
    if (state_ == State::idle && buffer_.size() > first_buffer_bytes) {
      buffer_.resize(first_buffer_bytes);
      buffer_.shrink_to_fit();
    }
  } else if (end_ == buffer_.size()) {
    if (begin_ > 0) {
      buffer_.erase(0, begin_);
      end_ -= begin_;
      begin_ = 0;
      buffer_.resize(std::max(buffer_.size(), first_buffer_bytes));
    } else if (buffer_.size() > limits.header_bytes_max) {
      return refuse(400);  // a chunk's own header or trailer that never ends
    } else {
      buffer_.resize(std::min(buffer_.size() * 4, limits.header_bytes_max + 1024));
    }
  }
  socket_.async_read_some(asio::buffer(buffer_.data() + end_, buffer_.size() - end_),
                          [self = shared_from_this()](ErrorCode error, std::size_t count) {
                            const State state = self->state_;
                            if (state != State::idle && state != State::head && state != State::body) return;
                            if (error) return self->close();
                            self->end_ += count;
                            self->advance();
                          });
}

void Connection::advance() {
  const Limits& limits = worker_->shared()->options.limits;
  while (begin_ < end_) {
    if (!parser_) {
      parser_ = std::make_unique<RequestParser>(ParserLimits{limits.header_bytes_max, limits.target_bytes_max});
      began_ = Clock::now();
      state_ = State::head;
      deadline_ = began_ + limits.header_time;
    }
    const RequestParser::At before = parser_->at();
    const std::size_t used = parser_->put(std::string_view(buffer_).substr(begin_, end_ - begin_));
    begin_ += used;
    if (parser_->at() == RequestParser::At::refused) return refuse(parser_->refused_with());
    if (before == RequestParser::At::head && parser_->at() != before && !head_read()) return;
    if (parser_->at() == RequestParser::At::done) return handle();
    if (used == 0) break;
  }
  if (promise_of_more_.empty()) return read();
  auto promise = std::make_shared<std::string>(std::move(promise_of_more_));
  promise_of_more_.clear();
  asio::async_write(socket_, asio::buffer(*promise),
                    [self = shared_from_this(), promise](ErrorCode error, std::size_t) {
                      if (self->state_ != State::body) return;
                      error ? self->close() : self->read();
                    });
}

bool Connection::head_read() {
  Shared& shared = *worker_->shared();
  const Limits& limits = shared.options.limits;
  const Request& head = parser_->request();
  method_ = head.method;
  path_ = head.path;
  if (!over_socket_) {
    if (const int wait_s = shared.rates.take(effective_peer(head), began_)) return refuse(429, wait_s), false;
  }
  if (parser_->at() == RequestParser::At::done) return true;  // no body
  std::size_t max = limits.body_bytes_max;
  if (shared.options.body_bytes_max) {
    Request asked = head;
    asked.over_socket = over_socket_;
    try {
      max = shared.options.body_bytes_max(asked);
    } catch (const std::exception&) {
      return refuse(500), false;
    }
  }
  parser_->set_body_bytes_max(max);
  if (parser_->at() == RequestParser::At::refused) return refuse(parser_->refused_with()), false;

  const std::size_t length = parser_->declared_length().value_or(max);
  promised_bytes_ = length;
  if (shared.body_bytes.fetch_add(length) + length > limits.all_bodies_bytes_max) return refuse(503, 5), false;
  const auto rate = std::max<std::size_t>(limits.body_bytes_per_second_min, 1);
  enter(State::body, limits.body_time + std::chrono::milliseconds(length * 1000 / rate));
  if (parser_->expects_continue() && begin_ == end_) promise_of_more_ = "HTTP/1.1 100 Continue\r\n\r\n";
  return true;
}

std::string Connection::effective_peer(const Request& request) const {
  if (!worker_->shared()->options.trust_proxy || over_socket_) return peer_;
  // The last one is what our own proxy saw; those before it are whatever the client wrote.
  std::string_view named;
  for (const auto& [name, value] : request.headers.all()) {
    if (same_name(name, "X-Forwarded-For")) named = last_of_list(value);
  }
  return named.empty() ? peer_ : std::string(named);
}

void Connection::handle() {
  auto pending = std::make_shared<Pending>();
  pending->connection = shared_from_this();
  keep_alive_ = parser_->keeps_alive() && !worker_->stopping();
  Request request = parser_->take();
  pending->asked = {.head = request.method == "HEAD",
                    .gzip = accepts_gzip(request),
                    .keep_alive = keep_alive_,
                    .http_1_0 = parser_->is_http_1_0()};
  parser_.reset();
  state_ = State::handled;
  request.over_socket = over_socket_;
  request.peer = effective_peer(request);
  request.secure = worker_->shared()->options.trust_proxy && !over_socket_ &&
                   last_of_list(request.headers.get("X-Forwarded-Proto")) == "https";
  try {
    worker_->shared()->handler(std::move(request),
                               [pending](Response response) { pending->reply(std::move(response)); });
  } catch (...) {
    if (!pending->answered.exchange(true)) pending->reply_500();
  }
}

Response Connection::error_page(int status, int retry_after_s) const {
  Response page;
  const Options& options = worker_->shared()->options;
  try {
    page = options.error_page ? options.error_page(status) : text(status, std::string(reason(status)) + "\n");
  } catch (const std::exception&) {
    page = text(status, std::string(reason(status)) + "\n");
  }
  page.status = status;
  page.set("Cache-Control", "no-store");
  if (retry_after_s > 0) page.set("Retry-After", std::to_string(retry_after_s));
  return page;
}

void Connection::refuse(int status, int retry_after_s) {
  keep_alive_ = false;
  const bool head = parser_ && parser_->request().method == "HEAD";
  parser_.reset();
  began_ = began_ == Clock::time_point{} ? Clock::now() : began_;
  Wire wire;
  try {
    wire = to_wire(error_page(status, retry_after_s), {.head = head}, worker_->shared()->options.headers);
  } catch (const std::exception&) {
    wire = to_wire(text(status, "\n"), {.head = head}, {});
  }
  state_ = State::handled;
  answer(std::move(wire), status);
}

void Connection::answer(Wire wire, int status) {
  if (state_ != State::handled) return;
  wire_ = std::move(wire);
  status_ = status;
  enter(State::writing, worker_->shared()->options.limits.write_time);
  const std::array<asio::const_buffer, 2> parts{asio::buffer(wire_.head),
                                                wire_.body ? asio::buffer(*wire_.body) : asio::const_buffer()};
  asio::async_write(socket_, parts, [self = shared_from_this()](ErrorCode error, std::size_t) {
    if (self->state_ != State::writing) return;
    error ? self->close() : self->written();
  });
}

void Connection::written() {
  release_body();
  wire_ = {};
  const Options& options = worker_->shared()->options;
  if (options.log) {
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_).count();
    options.log(method_, path_, status_, micros);
  }
  method_.clear();
  path_.clear();
  if (!keep_alive_) return linger();
  enter(State::idle, options.limits.idle_time);
  if (worker_->stopping()) return close();
  begin_ < end_ ? advance() : read();
}

// Closing while bytes still arrive would reset the connection, and the client might never see the answer. So: no more
// from us, and a little patience for what is on its way.
void Connection::linger() {
  if (state_ != State::lingering) {
    ErrorCode ignored;
    socket_.shutdown(asio::socket_base::shutdown_send, ignored);
    enter(State::lingering, linger_time);
    if (worker_->stopping() || ignored) return close();
    if (buffer_.size() < first_buffer_bytes) buffer_.resize(first_buffer_bytes);
  }
  socket_.async_read_some(asio::buffer(buffer_), [self = shared_from_this()](ErrorCode error, std::size_t count) {
    if (self->state_ != State::lingering) return;
    self->discarded_ += count;
    error || self->discarded_ > linger_bytes_max ? self->close() : self->linger();
  });
}

void Connection::release_body() {
  if (promised_bytes_) worker_->shared()->body_bytes.fetch_sub(promised_bytes_);
  promised_bytes_ = 0;
}

}  // namespace alongside::web
