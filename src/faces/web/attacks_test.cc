// Clients that are slow, large, many or lying, over real sockets. The parser's own shapes are in parser_test.cc.
#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "faces/web/server.h"
#include "faces/web/socket_for_tests.h"

namespace alongside::web {
namespace {

using std::chrono::milliseconds;

Options hurried() {
  Options options;
  options.port = 0;
  options.threads = 2;
  options.limits.requests_per_second_per_address = 0;
  options.limits.header_time = milliseconds(300);
  options.limits.body_time = milliseconds(300);
  options.limits.idle_time = milliseconds(300);
  options.limits.write_time = milliseconds(300);
  options.limits.body_bytes_per_second_min = 1'000'000;
  return options;
}

struct Site {
  std::atomic<int> asked{0};
  std::unique_ptr<Server> server;
  explicit Site(Options options, std::string answer = "fine") {
    server = Server::start(std::move(options), [this, answer](Request, const Reply& reply) {
               ++asked;
               asked.notify_all();
               reply(text(200, answer));
             }).value();
  }
  int port() const { return server->port(); }
};

const std::string get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

TEST_CASE("a client that dribbles its headers is told 408, however often it says something") {
  Site site(hurried());
  TestSocket slow(site.port());
  slow.say("GET / HTTP/1.1\r\nHost: x\r\n");
  std::string heard;
  // Each header comes well within any pause, and all of them never end.
  for (int i = 0; i < 100 && slow.say("X-" + std::to_string(i) + ": a\r\n"); ++i) {
    std::this_thread::sleep_for(milliseconds(20));  // the attack itself, not a wait for the server
  }
  CHECK(status_of(slow.hear_answer()) == 408);
  CHECK(site.asked == 0);
}

TEST_CASE("a client that dribbles its body is told 408, and the handler never hears of it") {
  Site site(hurried());
  for (const char* framing : {"Content-Length: 1000", "Transfer-Encoding: chunked"}) {
    TestSocket slow(site.port());
    slow.say(std::string("POST / HTTP/1.1\r\nHost: x\r\n") + framing + "\r\n\r\n1\r\nx\r\n");
    const std::string answer = slow.hear_all();
    CHECK(status_of(answer) == 408);
    CHECK(answer.find("Connection: close\r\n") != std::string::npos);
  }
  CHECK(site.asked == 0);
}

TEST_CASE("a connection that says nothing is closed without a word") {
  Site site(hurried());
  TestSocket silent(site.port());
  CHECK(silent.hear_all().empty());
  TestSocket after_one(site.port());
  after_one.say(get);
  CHECK(status_of(after_one.hear_answer()) == 200);
  CHECK(after_one.hear_all().empty());
}

TEST_CASE("a client that never reads its answer is let go") {
  Site site(hurried(), std::string(64 << 20, 'x'));
  TestSocket deaf(site.port());
  deaf.say(get);
  site.asked.wait(0);
  const auto began = std::chrono::steady_clock::now();
  site.server->stop();  // the time to take an answer ends long before the ten seconds that stopping may take
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(8));
}

TEST_CASE("too many connections from one address, or in all, are told so and closed") {
  for (const bool by_address : {true, false}) {
    Options options = hurried();
    options.limits.idle_time = milliseconds(20'000);
    (by_address ? options.limits.connections_per_address_max : options.limits.connections_max) = 10;
    Site site(options);
    std::vector<std::unique_ptr<TestSocket>> sockets;
    for (int i = 0; i < 10; ++i) {
      sockets.push_back(std::make_unique<TestSocket>(site.port()));
      sockets.back()->say(get);
      CHECK(status_of(sockets.back()->hear_answer()) == 200);
    }
    TestSocket one_more(site.port());
    const std::string answer = one_more.hear_answer();
    CHECK(status_of(answer) == (by_address ? 429 : 503));
    CHECK(answer.find("Retry-After: ") != std::string::npos);
    sockets.front()->say(get);
    CHECK(status_of(sockets.front()->hear_answer()) == 200);

    sockets.clear();
    int status = 0;
    for (int i = 0; i < 200 && status != 200; ++i) {
      TestSocket again(site.port());  // the server learns of the closing in its own time
      again.say(get);
      status = status_of(again.hear_answer());
    }
    CHECK(status == 200);
  }
}

TEST_CASE("who asks too often is told when to come back") {
  Options options = hurried();
  options.limits.requests_per_second_per_address = 0.5;
  options.limits.burst_per_address = 3;
  Site site(options);
  TestSocket eager(site.port());
  for (int i = 0; i < 3; ++i) {
    eager.say(get);
    CHECK(status_of(eager.hear_answer()) == 200);
  }
  eager.say(get);
  const std::string answer = eager.hear_all();
  CHECK(status_of(answer) == 429);
  CHECK(answer.find("Retry-After: 2\r\n") != std::string::npos);
  CHECK(site.asked == 3);
}

TEST_CASE("nothing that hides behind a refused request is taken for a request") {
  Site site(hurried());
  const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const char* first : {
           "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 40\r\n\r\n",
           "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
           "GET / HTTP/1.1\r\nHost: x\r\nX: a\nY: b\r\n\r\n",
           "GET / HTTP/1.1\r\n\r\n",
       }) {
    TestSocket liar(site.port());
    liar.say(std::string(first) + hidden);
    const std::string answer = liar.hear_all();
    CHECK(status_of(answer) == 400);
    CHECK(answer.find("HTTP/1.1", 5) == std::string::npos);
  }
  CHECK(site.asked == 0);
}

TEST_CASE("what is too large is refused before it was all sent, and the refusal arrives") {
  Site site(hurried());
  TestSocket long_url(site.port());
  long_url.say("GET /" + std::string(1 << 20, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(status_of(long_url.hear_answer()) == 414);
  TestSocket long_header(site.port());
  long_header.say("GET / HTTP/1.1\r\nHost: x\r\nCookie: " + std::string(100'000, 'a') + "\r\n\r\n");
  CHECK(status_of(long_header.hear_answer()) == 431);
  TestSocket long_body(site.port());
  long_body.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n" + std::string(300'000, 'a'));
  CHECK(status_of(long_body.hear_answer()) == 413);
  TestSocket long_chunk_line(site.port());
  long_chunk_line.say("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;" + std::string(200'000, 'a'));
  CHECK(status_of(long_chunk_line.hear_answer()) == 400);
  CHECK(site.asked == 0);
}

TEST_CASE("clients that leave in the middle cost nothing but their connection") {
  Site site(hurried());
  for (int i = 0; i < 300; ++i) {
    TestSocket gone(site.port());
    if (i % 3 == 1) gone.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab");
    if (i % 3 == 2) gone.say(get + "GE");
  }
  TestSocket after(site.port());
  after.say(get);
  CHECK(status_of(after.hear_answer()) == 200);
}

}  // namespace
}  // namespace alongside::web
