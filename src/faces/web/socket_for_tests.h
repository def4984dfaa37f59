// A plain socket that says exactly these bytes: clients and attackers for the server's tests.
#pragma once

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>

namespace alongside::web {

class TestSocket {
 public:
  explicit TestSocket(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~TestSocket() { close(socket_); }
  TestSocket(const TestSocket&) = delete;
  TestSocket& operator=(const TestSocket&) = delete;

  bool connected() const { return connected_; }
  // False: the other side has closed.
  bool say(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }
  void no_more() { shutdown(socket_, SHUT_WR); }
  // All until the other side closes.
  std::string hear_all() {
    std::string heard = std::exchange(kept_, {});
    for (std::string piece = receive(); !piece.empty(); piece = receive()) heard += piece;
    return heard;
  }
  // One whole answer with its body.
  std::string hear_answer() {
    while (true) {
      const std::size_t end = kept_.find("\r\n\r\n");
      if (end != std::string::npos) {
        const std::size_t field = kept_.find("Content-Length: ");
        const std::size_t body = field < end ? std::stoul(kept_.substr(field + 16)) : 0;
        if (kept_.size() >= end + 4 + body) {
          std::string answer = kept_.substr(0, end + 4 + body);
          kept_.erase(0, answer.size());
          return answer;
        }
      }
      const std::string piece = receive();
      if (piece.empty()) return std::exchange(kept_, {});
      kept_ += piece;
    }
  }

 private:
  // Empty: closed. Nothing for ten seconds is a failed test, not a wait for ever.
  std::string receive() {
    pollfd one{.fd = socket_, .events = POLLIN, .revents = 0};
    if (poll(&one, 1, 10'000) <= 0) {
      FAIL_CHECK("the server said nothing for ten seconds");
      return {};
    }
    char piece[16 * 1024];
    const ssize_t count = recv(socket_, piece, sizeof piece, 0);
    return count > 0 ? std::string(piece, static_cast<std::size_t>(count)) : std::string();
  }
  int socket_;
  bool connected_ = false;
  std::string kept_;
};

inline int status_of(std::string_view answer) {
  return answer.starts_with("HTTP/1.1 ") && answer.size() > 12 ? std::stoi(std::string(answer.substr(9, 3))) : 0;
}

}  // namespace alongside::web
