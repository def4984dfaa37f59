#include "faces/web/http.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <zlib.h>

#include <stdexcept>

#include "faces/web/cookies.h"
#include "faces/web/gzip.h"
#include "faces/web/limits.h"
#include "faces/web/wire.h"

namespace alongside::web {
namespace {

Request post(std::vector<Headers::Field> fields) {
  Request request{.method = "POST", .path = "/P/ask"};
  for (auto& [name, value] : fields) request.headers.add(name, value);
  return request;
}

std::string unzipped(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string out(4 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

constexpr std::string_view ours = "https://alongside.example";

TEST_CASE("a part of a file is given where one is asked for, and the whole where the question is not understood") {
  const auto asked = [](const char* range) {
    Request request{.method = "GET", .path = "/P/file"};
    if (range != nullptr) request.headers.add("Range", range);
    return with_range(request, with_body(200, "video/mp4", "0123456789"));
  };
  const auto part = [](const Response& response) { return std::to_string(response.status) + " " + *response.body + " " + (response.find("Content-Range") ? *response.find("Content-Range") : "-"); };
  CHECK(part(asked("bytes=0-3")) == "206 0123 bytes 0-3/10");
  CHECK(part(asked("bytes=7-")) == "206 789 bytes 7-9/10");
  CHECK(part(asked("bytes=-2")) == "206 89 bytes 8-9/10");
  CHECK(part(asked("bytes=-99")) == "206 0123456789 bytes 0-9/10");
  CHECK(part(asked("bytes=9-99")) == "206 9 bytes 9-9/10");
  CHECK(part(asked("bytes=10-")) == "416  bytes */10");
  CHECK(part(asked("bytes=-0")) == "416  bytes */10");
  for (const char* whole : {static_cast<const char*>(nullptr), "bytes=3-1", "bytes=0-1,4-5", "bytes=", "bytes=-", "bytes=a-b", "lines=0-1", "bytes=99999999999999999999-", "bytes= 0-1"}) {
    CHECK(part(asked(whole)) == "200 0123456789 -");
  }
  CHECK(*asked(nullptr).find("Accept-Ranges") == "bytes");
  Request old{.method = "GET", .path = "/P/file"};
  old.headers.add("Range", "bytes=0-1");
  old.headers.add("If-Range", "\"other\"");
  CHECK(with_range(old, with_body(200, "video/mp4", "0123456789")).status == 200);
}

TEST_CASE("a change is taken only from our own pages") {
  CHECK(same_origin(post({{"Origin", std::string(ours)}}), ours));
  CHECK(same_origin(post({{"Sec-Fetch-Site", "same-origin"}}), ours));
  CHECK(same_origin(post({{"Sec-Fetch-Site", "none"}}), ours));
  CHECK_FALSE(same_origin(post({}), ours));
  CHECK_FALSE(same_origin(post({{"Origin", "https://alongside.example.evil.test"}}), ours));
  CHECK_FALSE(same_origin(post({{"Origin", "http://alongside.example"}}), ours));
  CHECK_FALSE(same_origin(post({{"Origin", "null"}}), ours));
  CHECK_FALSE(same_origin(post({{"Origin", ""}}), ""));
  CHECK_FALSE(same_origin(post({{"Sec-Fetch-Site", "same-site"}}), ours));
  CHECK_FALSE(same_origin(post({{"Origin", "https://evil.test"}, {"Sec-Fetch-Site", "same-origin"}}), ours));
  CHECK_FALSE(same_origin(post({{"Origin", std::string(ours)}, {"Origin", "https://evil.test"}}), ours));
  Request command_line = post({});
  command_line.over_socket = true;
  CHECK(same_origin(command_line, ours));
  CHECK(same_origin(Request{.method = "GET"}, ours));
}

TEST_CASE("a redirect leads to a path of ours and nowhere else") {
  CHECK(is_our_path("/eastmere/asks/12?code=1#top"));
  for (const char* away : {"//evil.test", "/\\evil.test", "\\/evil.test", "https://evil.test", "javascript:alert(1)",
                           "", "/a\r\nSet-Cookie: x=1", "/a b", "/\tevil", "evil"}) {
    CHECK_FALSE_MESSAGE(is_our_path(away), away);
  }
}

TEST_CASE("no answer can begin a second header or a second answer") {
  for (const char* bad : {"x\r\nSet-Cookie: a=b", "x\ny", "x\ry", "x\x01", "x\x7f"}) {
    Response response = text(200, "ok");
    response.add("Location", bad);
    CHECK_THROWS_AS(to_wire(response, {}, {}), std::invalid_argument);
  }
  for (const char* bad : {"", "X Y", "X:Y", "X\r\nY"}) {
    Response response = text(200, "ok");
    response.add(bad, "x");
    CHECK_THROWS_AS(to_wire(response, {}, {}), std::invalid_argument);
  }
  Response nul = text(200, "ok");
  nul.add("X", std::string("a\0b", 3));
  CHECK_THROWS_AS(to_wire(nul, {}, {}), std::invalid_argument);
  Response framing = text(200, "ok");
  framing.add("content-length", "0");
  CHECK_THROWS_AS(to_wire(framing, {}, {}), std::invalid_argument);
}

TEST_CASE("whatever a header holds, an answer either is refused or has one empty line, at its end") {
  CHECK(rc::check([](const std::string& name, const std::string& value) {
    Response response;
    response.add(name, value);
    try {
      const Wire wire = to_wire(response, {}, {});
      RC_ASSERT(wire.head.find("\r\n\r\n") == wire.head.size() - 4);
    } catch (const std::invalid_argument&) {
      RC_ASSERT(!is_header_name(name) || !is_header_value(value) || same_name(name, "Date"));
    }
  }));
}

TEST_CASE("an answer's own header stands instead of the one that all answers carry") {
  Response response = text(200, "ok");
  response.add("content-security-policy", "default-src 'self'");
  const Wire wire = to_wire(response, {}, {{"Content-Security-Policy", "default-src 'none'"}, {"X-Other", "1"}});
  CHECK(wire.head.find("'none'") == std::string::npos);
  CHECK(wire.head.find("X-Other: 1\r\n") != std::string::npos);
}

TEST_CASE("text is compressed for those who understand it, unless a secret stands in it") {
  const std::string page(5000, 'a');
  const Wire zipped = to_wire(with_body(200, "text/html; charset=utf-8", page), {.gzip = true}, {});
  CHECK(zipped.head.find("Content-Encoding: gzip\r\n") != std::string::npos);
  CHECK(zipped.head.find("Vary: Accept-Encoding\r\n") != std::string::npos);
  CHECK(unzipped(*zipped.body) == page);

  const Wire plain = to_wire(with_body(200, "text/html", page), {}, {});
  CHECK(plain.head.find("Vary: Accept-Encoding\r\n") != std::string::npos);
  CHECK(*plain.body == page);

  Response secret = with_body(200, "text/html", page);
  secret.may_compress = false;
  CHECK(*to_wire(secret, {.gzip = true}, {}).body == page);
  CHECK(*to_wire(with_body(200, "image/png", page), {.gzip = true}, {}).body == page);
  CHECK(to_wire(with_body(200, "text/html", page), {.head = true}, {}).body == nullptr);

  Response ready = with_body(200, "text/html", page);
  ready.gzip = std::make_shared<const std::string>("made before");
  CHECK(*to_wire(ready, {.gzip = true}, {}).body == "made before");
}

TEST_CASE("the bytes of compressed text are always the same, and give the text back") {
  CHECK(rc::check([](const std::string& words) {
    RC_ASSERT(gzipped(words) == gzipped(words));
    RC_ASSERT(unzipped(gzipped(words)) == words);
  }));
}

TEST_CASE("gzip is sent only where it is asked for") {
  const auto asked = [](const char* value) { return accepts_gzip(post({{"Accept-Encoding", value}})); };
  CHECK(asked("gzip"));
  CHECK(asked("br, GZIP;q=0.5"));
  CHECK_FALSE(asked("br"));
  CHECK_FALSE(asked("gzip;q=0"));
  CHECK_FALSE(asked("gzip; q=0.000"));
  CHECK_FALSE(asked("xgzip"));
}

TEST_CASE("a page that the reader has already is not sent again") {
  const std::string etag = etag_of("page");
  Request request{.method = "GET", .path = "/"};
  CHECK(with_etag(request, text(200, "page"), etag).status == 200);
  request.headers.add("If-None-Match", "\"other\", " + etag);
  const Response unchanged = with_etag(request, text(200, "page"), etag);
  CHECK(unchanged.status == 304);
  CHECK(unchanged.body == nullptr);
  CHECK(*unchanged.find("ETag") == etag);
  CHECK(with_etag(request, text(404, "gone"), etag).status == 404);
  request.method = "POST";
  CHECK(with_etag(request, text(200, "page"), etag).status == 200);
}

TEST_CASE("a form keeps the order and the repeats of its fields") {
  const auto fields = parse_form("office=a&office=b&words=Caf%C3%A9+%26+tea&empty=&bare").value();
  REQUIRE(fields.size() == 5);
  CHECK(fields[1] == FormField{"office", "b"});
  CHECK(fields[2] == FormField{"words", "Café & tea"});
  CHECK(fields[4] == FormField{"bare", ""});
}

TEST_CASE("a hostile form is refused with its field named") {
  for (const char* bad : {"a=%", "a=%4", "a=%zz", "a=%FF", "%C0%AF=1", "a=%ED%A0%80"}) {
    const auto result = parse_form(bad);
    CHECK_FALSE_MESSAGE(result.ok(), bad);
  }
  CHECK(parse_form("reasons=%FF").problems().list().front().field == "reasons");
  std::string many;
  for (std::size_t i = 0; i <= form_fields_max; ++i) many += "a=1&";
  CHECK(parse_form(many).problems().has(Code::too_many));
}

TEST_CASE("a form that was printed reads as it was") {
  CHECK(rc::check([](const std::vector<std::pair<int, int>>& numbers) {
    std::vector<FormField> fields;
    for (const auto& [name, value] : numbers) {
      fields.push_back({"n" + std::to_string(name), "&=+% é" + std::to_string(value)});
    }
    RC_ASSERT(parse_form(print_form(fields)).value() == fields);
  }));
}

TEST_CASE("a session is read from one cookie, and from none when two disagree") {
  CHECK(cookie(post({{"Cookie", "a=1; session=xyz; b=\"2\""}}), "session") == "xyz");
  CHECK(cookie(post({{"Cookie", "b=\"2\""}}), "b") == "2");
  CHECK(cookie(post({{"Cookie", "session=xyz; session=xyz"}}), "session") == "xyz");
  CHECK_FALSE(cookie(post({{"Cookie", "session=xyz; session=evil"}}), "session"));
  CHECK_FALSE(cookie(post({{"Cookie", "session=xyz"}, {"cookie", "session=evil"}}), "session"));
  CHECK_FALSE(cookie(post({{"Cookie", "Session=xyz"}}), "session"));
  CHECK_FALSE(cookie(post({{"Cookie", "session"}}), "session"));
  CHECK_FALSE(cookie(post({{"Cookie", "session=a b"}}), "session"));
  CHECK(parse_cookies(std::string(100'000, ';')).empty());
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "c=1;";
  CHECK(parse_cookies(many).size() == cookies_max);
}

TEST_CASE("a cookie is never readable by scripts, and cannot carry another attribute in its value") {
  const Cookie session{
      .name = "__Host-s", .value = "abc", .same_site = SameSite::strict, .secure = true, .max_age_s = 60};
  CHECK(print(session) == "__Host-s=abc; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Strict");
  CHECK(print(Cookie{.name = "s", .value = ""}) == "s=; Path=/; HttpOnly; SameSite=Lax");
  CHECK_THROWS_AS(print(Cookie{.name = "s", .value = "a; Domain=evil.test"}), std::invalid_argument);
  CHECK_THROWS_AS(print(Cookie{.name = "s", .value = "a\r\nX: y"}), std::invalid_argument);
  CHECK_THROWS_AS(print(Cookie{.name = "s=1", .value = "a"}), std::invalid_argument);
  CHECK_THROWS_AS(print(Cookie{.name = "s", .value = "a", .path = "/;x"}), std::invalid_argument);
  CHECK_THROWS_AS(print(Cookie{.name = "__Host-s", .value = "a"}), std::invalid_argument);
}

TEST_CASE("an address that asks too often waits, and others do not wait for it") {
  Rates rates(2, 3);
  const Rates::Moment now{std::chrono::hours(1)};
  for (int i = 0; i < 3; ++i) CHECK(rates.take("192.0.2.1", now) == 0);
  CHECK(rates.take("192.0.2.1", now) == 1);
  CHECK(rates.take("192.0.2.2", now) == 0);
  CHECK(rates.take("192.0.2.1", now + std::chrono::milliseconds(600)) == 0);
  CHECK(rates.take("192.0.2.1", now + std::chrono::milliseconds(600)) == 1);
}

TEST_CASE("one household's many addresses count as one") {
  CHECK(limit_key("2001:db8:1:2::1") == limit_key("2001:db8:1:2:ffff::9"));
  CHECK(limit_key("2001:db8:1:2::1") != limit_key("2001:db8:1:3::1"));
  CHECK(limit_key("::ffff:192.0.2.1") == "192.0.2.1");
  CHECK(limit_key("192.0.2.1") == "192.0.2.1");
}

TEST_CASE("inventing addresses costs no memory and buys no requests") {
  Rates rates(1, 2, 100);
  const Rates::Moment now{std::chrono::hours(1)};
  int let_through = 0;
  for (int i = 0; i < 10'000; ++i) let_through += rates.take("10.0." + std::to_string(i), now) == 0;
  CHECK(rates.remembered() == 100);
  CHECK(let_through == 102);
  CHECK(rates.take("10.1.0", now + std::chrono::seconds(10)) == 0);  // the idle ones were forgotten
  CHECK(rates.remembered() == 1);
}

}  // namespace
}  // namespace alongside::web
