// Asks one address as fast as it answers, over connections that are kept open: one request at a time on each.
//
//   load [--connections 64] [--seconds 5] [--post BODY] [--header "Name: value"]... 127.0.0.1:8080/path
//   load --socket FILE [...] /path
//
// "{n}" in path, headers and body becomes a number that no other request of this run has; "{reader}" one of 5,000, so
// that many people read and none of them too fast. Prints the rate, the middle and the 99th percentile of the time from
// sending to the whole answer, and how often each status came. Exit 1: some answer was neither 2xx, 3xx nor whole.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Plan {
  int connections = 64;
  double seconds = 5;
  std::string host = "127.0.0.1";
  int port = 0;
  std::string socket;
  std::string path = "/";
  std::string method = "GET";
  std::string headers;
  std::string body;
};

struct Client {
  int socket = -1;
  std::string sent;
  std::size_t sent_bytes = 0;
  std::string received;
  Clock::time_point began;
};

struct Tally {
  std::vector<std::uint32_t> micros;
  std::map<int, std::uint64_t> statuses;
  std::uint64_t broken = 0;
  std::uint64_t next = 0;
};

constexpr std::uint64_t readers = 5000;

void replace_all(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

std::string numbered(std::string text, std::uint64_t number) {
  replace_all(text, "{n}", std::to_string(number));
  replace_all(text, "{reader}", std::to_string(number % readers));
  return text;
}

std::string request_of(const Plan& plan, std::uint64_t number) {
  const std::string body = numbered(plan.body, number);
  std::string out = plan.method + " " + numbered(plan.path, number) + " HTTP/1.1\r\nHost: " + plan.host + ":" +
                    std::to_string(plan.port) + "\r\n" + numbered(plan.headers, number);
  if (plan.method != "GET") out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return out + "\r\n" + body;
}

int connected(const Plan& plan) {
  if (!plan.socket.empty()) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, plan.socket.c_str(), sizeof address.sun_path - 1);
    const int one = socket(AF_UNIX, SOCK_STREAM, 0);
    return connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 ? one : -1;
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(plan.port));
  inet_pton(AF_INET, plan.host.c_str(), &address.sin_addr);
  const int one = socket(AF_INET, SOCK_STREAM, 0);
  const int on = 1;
  setsockopt(one, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 ? one : -1;
}

bool push(Client& client) {
  while (client.sent_bytes < client.sent.size()) {
    const ssize_t count = send(client.socket, client.sent.data() + client.sent_bytes,
                               client.sent.size() - client.sent_bytes, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0) return errno == EAGAIN;
    client.sent_bytes += static_cast<std::size_t>(count);
  }
  return true;
}

bool ask(const Plan& plan, Client& client, Tally& tally) {
  client.sent = request_of(plan, tally.next++);
  client.sent_bytes = 0;
  client.received.clear();
  client.began = Clock::now();
  return push(client);
}

// The whole answer's length once its head is here; 0 before.
std::size_t answer_bytes(const std::string& received) {
  const std::size_t end = received.find("\r\n\r\n");
  if (end == std::string::npos) return 0;
  const std::size_t field = received.find("ontent-Length: ");
  if (field == std::string::npos || field > end) return end + 4;
  return end + 4 + std::strtoull(received.c_str() + field + 15, nullptr, 10);
}

// False: the connection is of no more use.
bool pull(const Plan& plan, Client& client, Tally& tally, bool more) {
  char piece[64 * 1024];
  const ssize_t count = recv(client.socket, piece, sizeof piece, MSG_DONTWAIT);
  if (count < 0) return errno == EAGAIN;
  if (count == 0) return false;
  client.received.append(piece, static_cast<std::size_t>(count));
  const std::size_t whole = answer_bytes(client.received);
  if (whole == 0 || client.received.size() < whole) return true;
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - client.began).count();
  tally.micros.push_back(static_cast<std::uint32_t>(micros));
  ++tally.statuses[std::atoi(client.received.c_str() + 9)];
  return more ? ask(plan, client, tally) : true;
}

bool read_words(int count, char** words, Plan& plan) {
  std::string where;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const bool has_value = i + 1 < count;
    if (word == "--connections" && has_value) {
      plan.connections = std::atoi(words[++i]);
    } else if (word == "--seconds" && has_value) {
      plan.seconds = std::atof(words[++i]);
    } else if (word == "--socket" && has_value) {
      plan.socket = words[++i];
    } else if (word == "--post" && has_value) {
      plan.method = "POST";
      plan.body = words[++i];
    } else if (word == "--header" && has_value) {
      plan.headers += std::string(words[++i]) + "\r\n";
    } else if (where.empty() && !word.starts_with("--")) {
      where = word;
    } else {
      return false;
    }
  }
  if (where.starts_with("http://")) where.erase(0, 7);
  const std::size_t slash = std::min(where.find('/'), where.size());
  if (slash < where.size()) plan.path = where.substr(slash);
  const std::size_t colon = where.substr(0, slash).find(':');
  if (colon != std::string::npos) {
    plan.host = where.substr(0, colon);
    plan.port = std::atoi(where.c_str() + colon + 1);
  }
  return plan.connections > 0 && plan.seconds > 0 && (plan.port > 0 || !plan.socket.empty());
}

}  // namespace

int main(int count, char** words) {
  Plan plan;
  if (!read_words(count, words, plan)) {
    std::fputs(
        "usage: load [--connections N] [--seconds S] [--post BODY] [--header H]... (HOST:PORT/PATH | --socket FILE "
        "/PATH)\n",
        stderr);
    return 2;
  }
  Tally tally;
  std::vector<Client> clients(static_cast<std::size_t>(plan.connections));
  const int poll = epoll_create1(0);
  for (std::size_t i = 0; i < clients.size(); ++i) {
    clients[i].socket = connected(plan);
    if (clients[i].socket < 0) return std::perror("cannot connect"), 2;
    epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
    epoll_ctl(poll, EPOLL_CTL_ADD, clients[i].socket, &event);
  }
  const Clock::time_point began = Clock::now();
  const auto until = began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(plan.seconds));
  for (Client& client : clients) ask(plan, client, tally);
  for (Clock::time_point now = began; now < until; now = Clock::now()) {
    epoll_event events[64];
    const int ready = epoll_wait(poll, events, 64, 100);
    for (int i = 0; i < ready; ++i) {
      Client& client = clients[events[i].data.u64];
      if (push(client) && pull(plan, client, tally, true)) continue;
      ++tally.broken;
      close(client.socket);
      client = {};
      client.socket = connected(plan);
      if (client.socket < 0) return std::perror("cannot connect again"), 1;
      epoll_event event{.events = EPOLLIN, .data = {.u64 = events[i].data.u64}};
      epoll_ctl(poll, EPOLL_CTL_ADD, client.socket, &event);
      ask(plan, client, tally);
    }
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  if (tally.micros.empty()) return std::fputs("no answer at all\n", stderr), 1;
  std::sort(tally.micros.begin(), tally.micros.end());
  const std::size_t n = tally.micros.size();
  std::printf("%.0f a second, p50 %.2f ms, p99 %.2f ms, most %.2f ms; %zu answers in %.1f s on %d connections;",
              static_cast<double>(n) / seconds, tally.micros[n / 2] / 1000.0, tally.micros[n * 99 / 100] / 1000.0,
              tally.micros.back() / 1000.0, n, seconds, plan.connections);
  bool good = tally.broken == 0;
  for (const auto& [status, times] : tally.statuses) {
    std::printf(" %d: %llu", status, static_cast<unsigned long long>(times));
    good = good && status >= 200 && status < 400;
  }
  std::printf(", broken: %llu\n", static_cast<unsigned long long>(tally.broken));
  return good ? 0 : 1;
}
