#include "faces/web/server.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <atomic>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

#include "faces/web/client.h"
#include "faces/web/socket_for_tests.h"
#include "temporary_folder.h"

namespace alongside::web {
namespace {

using std::chrono::milliseconds;

// Another thread gets there, however busy the machine is.
bool in_the_end(const std::function<bool()>& holds) {
  for (int i = 0; i < 500; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(milliseconds(20));
  }
  return false;
}

Options small() {
  Options options;
  options.port = 0;
  options.threads = 2;
  options.limits.requests_per_second_per_address = 0;
  options.headers = {{"Content-Security-Policy", "default-src 'self'"}};
  return options;
}

// Says back what it was asked.
void echo(Request request, const Reply& reply) {
  reply(text(200, request.method + " " + request.path + "?" + request.query + " " + request.body));
}

std::unique_ptr<Server> serve(Options options, Handler handler = echo) {
  return Server::start(std::move(options), std::move(handler)).value();
}

std::string get(const std::string& path, const std::string& fields = {}) {
  return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
}

bool ends_with(const std::string& text, std::string_view end) { return text.ends_with(end); }

TEST_CASE("a request is answered, with the headers that every answer carries, and the connection stays open") {
  const auto server = serve(small());
  TestSocket socket(server->port());
  for (int i = 0; i < 3; ++i) {
    socket.say(get("/a%20b?q=1"));
    const std::string answer = socket.hear_answer();
    CHECK(status_of(answer) == 200);
    CHECK(ends_with(answer, "\r\n\r\nGET /a%20b?q=1 "));
    CHECK(answer.find("Content-Security-Policy: default-src 'self'\r\n") != std::string::npos);
    CHECK(answer.find("Date: ") != std::string::npos);
  }
}

TEST_CASE("a hundred requests sent ahead are answered in their order") {
  const auto server = serve(small(), [](Request request, Reply reply) {
    std::thread([reply, path = request.path] { reply(text(200, path)); }).detach();
  });
  TestSocket socket(server->port());
  std::string all;
  for (int i = 0; i < 100; ++i) all += get("/" + std::to_string(i));
  socket.say(all);
  for (int i = 0; i < 100; ++i) CHECK(ends_with(socket.hear_answer(), "\r\n\r\n/" + std::to_string(i)));
}

TEST_CASE("HEAD is answered with the length and without the body") {
  const auto server = serve(small());
  TestSocket socket(server->port());
  socket.say("HEAD /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const std::string answer = socket.hear_all();
  CHECK(answer.find("Content-Length: 9\r\n") != std::string::npos);
  CHECK(ends_with(answer, "\r\n\r\n"));
}

TEST_CASE("HTTP/1.0 is answered, and the connection closed unless it asks otherwise") {
  const auto server = serve(small());
  TestSocket closed(server->port());
  closed.say("GET / HTTP/1.0\r\n\r\n");
  CHECK(closed.hear_all().find("Connection: close\r\n") != std::string::npos);
  TestSocket open(server->port());
  open.say("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  CHECK(open.hear_answer().find("Connection: keep-alive\r\n") != std::string::npos);
}

TEST_CASE("a client that waits to be told so sends its body") {
  const auto server = serve(small());
  TestSocket socket(server->port());
  socket.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  CHECK(socket.hear_answer() == "HTTP/1.1 100 Continue\r\n\r\n");
  socket.say("hello");
  CHECK(ends_with(socket.hear_answer(), "POST /? hello"));
}

TEST_CASE("a chunked body arrives whole") {
  const auto server = serve(small());
  TestSocket socket(server->port());
  socket.say("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
  socket.say("lo\r\n1\r\n!\r\n0\r\n\r\n");
  CHECK(ends_with(socket.hear_answer(), "POST /? hello!"));
}

TEST_CASE("a large upload is taken where the site allows it and refused elsewhere") {
  Options options = small();
  options.body_bytes_max = [](const Request& head) { return head.path == "/upload" ? 20u << 20 : 1000u; };
  std::atomic<std::size_t> bytes = 0;
  const auto server = serve(options, [&](Request request, const Reply& reply) {
    bytes = request.body.size();
    reply(text(200, "taken"));
  });
  const std::string body(10 << 20, 'x');
  for (const auto& [path, status] : {std::pair{"/upload", 200}, std::pair{"/other", 413}}) {
    TestSocket socket(server->port());
    socket.say(std::string("POST ") + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n");
    socket.say(body);
    CHECK(status_of(socket.hear_answer()) == status);
  }
  CHECK(bytes == body.size());
}

TEST_CASE("bodies of all requests together have a bound") {
  Options options = small();
  options.limits.all_bodies_bytes_max = 1000;
  const auto server = serve(options);
  TestSocket first(server->port());
  first.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\nExpect: 100-continue\r\n\r\n");
  CHECK(status_of(first.hear_answer()) == 100);
  TestSocket second(server->port());
  second.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n");
  CHECK(status_of(second.hear_answer()) == 503);
  first.say(std::string(900, 'x'));
  CHECK(status_of(first.hear_answer()) == 200);
  // Its bytes are given back once its answer is sent, perhaps a little after it was heard.
  CHECK(in_the_end([&] {
    TestSocket third(server->port());
    third.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n" + std::string(900, 'x'));
    return status_of(third.hear_answer()) == 200;
  }));
}

TEST_CASE("a handler that throws, forgets to answer or makes a bad header is answered for with 500") {
  Options options = small();
  options.error_page = [](int status) { return text(status, "our page for " + std::to_string(status)); };
  const auto server = serve(options, [](Request request, const Reply& reply) {
    if (request.path == "/throws") throw std::runtime_error("broken");
    if (request.path == "/splits") {
      Response response = text(200, "x");
      response.add("Location", "/\r\nSet-Cookie: a=b");
      reply(response);
    }
  });
  for (const char* path : {"/throws", "/forgets", "/splits"}) {
    TestSocket socket(server->port());
    socket.say(get(path));
    const std::string answer = socket.hear_answer();
    CHECK(status_of(answer) == 500);
    CHECK(ends_with(answer, "our page for 500"));
    CHECK(answer.find("Set-Cookie") == std::string::npos);
  }
}

TEST_CASE("the log is told the path and the status, and never the query") {
  std::mutex mutex;
  std::vector<std::string> lines;
  Options options = small();
  options.log = [&](std::string_view method, std::string_view path, int status, std::int64_t) {
    const std::lock_guard hold(mutex);
    lines.push_back(std::string(method) + " " + std::string(path) + " " + std::to_string(status));
  };
  auto server = serve(options);
  TestSocket socket(server->port());
  socket.say(get("/P/search?q=my+name"));
  socket.hear_answer();
  server->stop();
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == "GET /P/search 200");
}

TEST_CASE("what a proxy says is believed only where we were told to trust one") {
  for (const bool trusted : {false, true}) {
    Options options = small();
    options.trust_proxy = trusted;
    const auto server = serve(options, [](Request request, const Reply& reply) {
      reply(text(200, request.peer + (request.secure ? " secure" : " plain")));
    });
    TestSocket socket(server->port());
    socket.say(get("/", "X-Forwarded-For: 203.0.113.9, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n"));
    CHECK(ends_with(socket.hear_answer(), trusted ? "\r\n\r\n192.0.2.7 secure" : "\r\n\r\n127.0.0.1 plain"));
  }
}

TEST_CASE("stopping lets a running request end, takes no new ones, and does not wait for idle connections") {
  std::promise<Reply> asked;
  auto server = serve(small(), [&](Request, Reply reply) { asked.set_value(std::move(reply)); });
  const int port = server->port();
  TestSocket idle(port);
  TestSocket running(port);
  running.say(get("/"));
  Reply reply = asked.get_future().get();
  std::future<void> stopped = std::async(std::launch::async, [&] { server->stop(); });
  CHECK(idle.hear_all().empty());  // closed at once
  CHECK(stopped.wait_for(milliseconds(0)) == std::future_status::timeout);
  CHECK(in_the_end([&] { return !TestSocket(port).connected(); }));
  reply(text(200, "ended well"));
  CHECK(ends_with(running.hear_all(), "ended well"));
  stopped.get();
}

TEST_CASE("stopping cuts off what does not end in time, and a late reply does no harm") {
  std::promise<Reply> asked;
  Options options = small();
  options.stop_time = milliseconds(50);
  auto server = serve(options, [&](Request, Reply reply) { asked.set_value(std::move(reply)); });
  TestSocket running(server->port());
  running.say(get("/"));
  Reply reply = asked.get_future().get();
  server->stop();
  CHECK(running.hear_all().empty());
  server.reset();
  reply(text(200, "too late"));
}

TEST_CASE("the socket beside the data is for its owner alone and needs no origin") {
  const TemporaryFolder folder;
  Options options = small();
  options.port = -1;
  options.socket_path = folder / "socket";
  auto server = serve(options, [](Request request, const Reply& reply) {
    Response response = text(201, request.over_socket ? "over the socket: " + request.body : "from outside");
    response.add("X-Act", "7");
    reply(response);
  });
  struct stat there {};
  REQUIRE(lstat(options.socket_path.c_str(), &there) == 0);
  CHECK((there.st_mode & 0777) == 0600);

  const std::string body(3 << 20, 'b');
  options.body_bytes_max = nullptr;
  const auto refused = call(options.socket_path, {.method = "POST", .path = "/api/x", .body = body});
  CHECK(refused.value().status == 413);
  const auto response = call(options.socket_path, {.method = "POST", .path = "/api/x", .body = "hello"});
  REQUIRE(response.ok());
  CHECK(response->status == 201);
  CHECK(*response->find("x-act") == "7");
  CHECK(*response->body == "over the socket: hello");

  Options second = options;
  CHECK(Server::start(second, echo).problems().has(Code::already_there));
  server->stop();
  CHECK(lstat(options.socket_path.c_str(), &there) != 0);
  CHECK(call(options.socket_path, {.method = "GET", .path = "/"}).problems().has(Code::not_found));
}

TEST_CASE("a socket left over from a killed server is taken over, another file is not") {
  const TemporaryFolder folder;
  Options options = small();
  options.port = -1;
  options.socket_path = folder / "socket";
  const int left_over = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  options.socket_path.copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(bind(left_over, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  close(left_over);
  CHECK(serve(options) != nullptr);

  options.socket_path = folder / "file";
  fclose(fopen(options.socket_path.c_str(), "w"));
  CHECK(Server::start(options, echo).problems().has(Code::already_there));
  options.socket_path = std::string(200, 'a');
  CHECK(Server::start(options, echo).problems().has(Code::out_of_range));
}

TEST_CASE("a port that another program uses is refused, never shared") {
  const auto server = serve(small());
  Options options = small();
  options.port = server->port();
  CHECK(Server::start(options, echo).problems().has(Code::already_there));
  options.port = 70'000;
  options.host = "not an address";
  CHECK(Server::start(options, echo).problems().list().size() == 2);
}

}  // namespace
}  // namespace alongside::web
