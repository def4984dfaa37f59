#include "faces/web/parser.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <vector>

#include "faces/web/multipart.h"

namespace alongside::web {
namespace {

struct Read {
  RequestParser::At at = RequestParser::At::head;
  int status = 0;
  std::size_t used = 0;
  Request request;
};

// Gives the bytes in pieces, as a network would.
Read read(std::string_view bytes, std::size_t piece = std::string_view::npos, ParserLimits limits = {}) {
  RequestParser parser(limits);
  std::size_t used = 0;
  std::size_t seen = 0;
  while (seen < bytes.size()) {
    seen = piece > bytes.size() - seen ? bytes.size() : seen + piece;
    while (used < seen) {
      const bool in_head = parser.at() == RequestParser::At::head;
      const std::size_t count = parser.put(bytes.substr(used, seen - used));
      used += count;
      if (in_head && parser.at() != RequestParser::At::head) parser.set_body_bytes_max(1000);
      if (parser.at() == RequestParser::At::done || parser.at() == RequestParser::At::refused) seen = bytes.size();
      if (count == 0 || seen == bytes.size()) break;
    }
    if (parser.at() == RequestParser::At::done || parser.at() == RequestParser::At::refused) break;
    if (seen == bytes.size()) {
      while (const std::size_t count = parser.put(bytes.substr(used))) {
        used += count;
        if (parser.at() == RequestParser::At::done) break;
      }
    }
  }
  return {parser.at(), parser.refused_with(), used, parser.take()};
}

int status(std::string_view bytes) { return read(bytes).status; }

constexpr std::string_view get = "GET /a?q=1 HTTP/1.1\r\nHost: x\r\n\r\n";

TEST_CASE("a request reads the same in whatever pieces it arrives") {
  const std::string bytes =
      "POST /P/ask?x=y HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;a=b\r\n world\r\n0\r\n"
      "Origin: evil\r\n\r\n";
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    const Read one = read(bytes, piece);
    REQUIRE(one.at == RequestParser::At::done);
    CHECK(one.request.body == "hello world");
    CHECK(one.request.path == "/P/ask");
    CHECK(one.request.query == "x=y");
    CHECK(one.used == bytes.size());
    CHECK_MESSAGE(one.request.headers.find("Origin") == nullptr, "a trailer is no header");
  }
}

TEST_CASE("a request ends where it says, and what follows is the next one's") {
  const Read one = read(std::string(get) + std::string(get));
  CHECK(one.at == RequestParser::At::done);
  CHECK(one.used == get.size());
}

TEST_CASE("a request whose end two readers could see in two places is refused") {
  const std::string start = "POST / HTTP/1.1\r\nHost: x\r\n";
  CHECK(status(start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 400);
  CHECK(status(start + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n") == 400);
  CHECK(status(start + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello") == 400);
  CHECK(status(start + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello") == 400);
  for (const char* length : {"5, 5", "+5", "-1", "0x5", "5 5", "", "99999999999999999999", "5;", "1e3", "\"5\""}) {
    CHECK_MESSAGE(status(start + "Content-Length: " + length + "\r\n\r\nhello") == 400, length);
  }
  for (const char* coding : {"identity", "gzip, chunked", "chunked, identity", "xchunked", "chunked, chunked",
                             "\"chunked\"", "chunked;q=1", ""}) {
    const int refused = status(start + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n");
    CHECK_MESSAGE((refused == 400 || refused == 501), coding);
  }
  CHECK(status(start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 400);
  CHECK(status(start + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n") == 400);
  CHECK(status(start + " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 400);
  CHECK(status(start + "X: a\r\n Content-Length: 5\r\n\r\nhello") == 400);
  CHECK(status(start + "X: a\nContent-Length: 5\r\n\r\nhello") == 400);
  CHECK(status(start + "X: a\rContent-Length: 5\r\n\r\nhello") == 400);
  CHECK(status("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 400);
}

TEST_CASE("bad chunks are refused") {
  const std::string start = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (const char* chunks : {"x\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "-1\r\nx\r\n", "ffffffffffffffffff\r\n",
                             "0x5\r\nhello\r\n0\r\n\r\n", "5\nhello\r\n0\r\n\r\n", "\r\n5\r\nhello\r\n0\r\n\r\n"}) {
    CHECK_MESSAGE(status(start + chunks) == 400, chunks);
  }
  CHECK(status(start + "3e9\r\n" + std::string(1001, 'a') + "\r\n0\r\n\r\n") == 413);
  CHECK(status(start + "fffffff\r\n" + std::string(1001, 'a')) == 413);
}

TEST_CASE("bytes that have no place in a request are refused") {
  using namespace std::string_literals;
  CHECK(status("GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n"s) == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: x\r\nX Y: a\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: x\r\n: a\r\n\r\n") == 400);
  CHECK(status("GET /caf\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
  CHECK(status("GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
  CHECK(status("GET  / HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
  CHECK(status("\x16\x03\x01\x02") == 400);
  CHECK(status("GET / HTTP/2.0\r\nHost: x\r\n\r\n") == 505);
  CHECK(status("GET / HTTP/1.1\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: x, y\r\n\r\n") == 400);
  CHECK(status("CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
  CHECK(status("GET x HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
}

TEST_CASE("an absolute target is its path; its host decides nothing") {
  const Read one = read("GET http://evil.test/a/b?c HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(one.request.path == "/a/b");
  CHECK(one.request.query == "c");
  CHECK(read("GET HTTPS://evil.test HTTP/1.1\r\nHost: x\r\n\r\n").request.path == "/");
  CHECK(read("GET http://evil.test?c HTTP/1.1\r\nHost: x\r\n\r\n").request.query == "c");
  CHECK(status("GET ftp://evil.test/ HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
  CHECK(read("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n").request.path == "*");
}

TEST_CASE("what is too long is refused by its kind") {
  CHECK(status("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n") == 414);
  CHECK(status("GET /" + std::string(100'000, 'a')) == 414);
  CHECK(status("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(17'000, 'a') + "\r\n\r\n") == 431);
  CHECK(status("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(17'000, 'a')) == 431);
  CHECK(status("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n") == 413);
  CHECK(status("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n") == 0);
  CHECK(status("POST / HTTP/1.1\r\nHost: x\r\nExpect: the unexpected\r\n\r\n") == 417);
}

TEST_CASE("no bytes at all break the parser, in any pieces") {
  CHECK(rc::check([](const std::string& tail) {
    const std::string start = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const std::string& bytes : {tail, "GET /" + tail, start + tail}) {
      const Read whole = read(bytes);
      const Read pieces = read(bytes, 3);
      RC_ASSERT(whole.at == pieces.at);
      RC_ASSERT(whole.request.body == pieces.request.body);
    }
  }));
}

constexpr std::string_view type = "multipart/form-data; boundary=\"b-1\"";

TEST_CASE("an upload's fields and files are read as they were sent") {
  const auto parts =
      parse_multipart(type,
                      "--b-1\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nline\r\n--b-2\r\n--b-1\r\n"
                      "content-disposition: form-data; name=\"file\"; filename=\"C:\\x\\a %22b%22.csv\"\r\n"
                      "Content-Type: text/csv\r\n\r\nid,name\r\n\r\n--b-1--\r\n")
          .value();
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].name == "words");
  CHECK(parts[0].content == "line\r\n--b-2");
  CHECK_FALSE(parts[0].is_file);
  CHECK(parts[1].file_name == "a \"b\".csv");
  CHECK(parts[1].type == "text/csv");
  CHECK(parts[1].content == "id,name\r\n");
  CHECK(parts[1].is_file);
}

TEST_CASE("a file's name is never a path") {
  for (const char* name : {"../../etc/passwd", "..\\..\\passwd", "/etc/passwd", "C:\\passwd"}) {
    const auto parts =
        parse_multipart(type, std::string("--b-1\r\nContent-Disposition: form-data; name=f; filename=\"") + name +
                                  "\"\r\n\r\nx\r\n--b-1--");
    CHECK(parts.value().front().file_name == "passwd");
  }
}

TEST_CASE("a hostile upload is refused") {
  const std::string head = "--b-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
  for (const std::string& body :
       {std::string(), std::string("--b-1"), std::string("--b-1--x"), head, head + "x", head + "x\r\n--b-1",
        head + "x--b-1--", "x" + head + "\r\n--b-1--", std::string("--b-1\r\n\r\nx\r\n--b-1--"),
        std::string("--b-1\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b-1--"),
        std::string("--b-1\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--b-1--"),
        std::string("--b-1\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b-1--"),
        std::string("--b-1\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\nx\r\n--b-1--"),
        "--b-1\r\nX: " + std::string(5000, 'a') + "\r\n\r\nx\r\n--b-1--"}) {
    CHECK_FALSE_MESSAGE(parse_multipart(type, body).ok(), body.substr(0, 100));
  }
  for (const char* bad : {"multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=b-1",
                          "multipart/form-data; boundary=\"b-1"}) {
    CHECK_FALSE_MESSAGE(parse_multipart(bad, head + "x\r\n--b-1--").ok(), bad);
  }
  CHECK_FALSE(parse_multipart("multipart/form-data; boundary=" + std::string(71, 'b'), "").ok());
  std::string many;
  for (std::size_t i = 0; i <= parts_max; ++i) many += head + "x\r\n";
  CHECK(parse_multipart(type, many + "--b-1--").problems().has(Code::too_many));
}

}  // namespace
}  // namespace alongside::web
