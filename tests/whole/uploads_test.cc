// Bodies that lie about what they are, or are too much, sent to the served house by somebody who may send them.
#include <doctest/doctest.h>

#include "faces/web/gzip.h"
#include "whole/people.h"

namespace alongside::whole {
namespace {

struct Keeper {
  Served served;
  Browser browser = people(served).back().browser;
  std::string from = "Origin: " + served.origin() + "\r\n";

  std::int64_t acts() { return served.number("SELECT COUNT(*) FROM entries"); }
  Answer upload(const std::string& path, const std::string& name, const std::string& type, const std::string& bytes) {
    const std::string body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
                             "\"\r\nContent-Type: " + type + "\r\n\r\n" + bytes + "\r\n--edge--\r\n";
    return browser.say("POST", path, from + "Content-Type: multipart/form-data; boundary=edge\r\n", body);
  }
  Answer send(const std::string& headers, const std::string& body) {
    return browser.say("POST", "/api/eastmere/body/register", from + headers, body);
  }
};

bool is_refused(const Answer& answer) { return answer.status >= 400 && answer.status < 500; }

TEST_CASE("a file that is not what an import reads is refused with a reason, whatever it says it is") {
  Keeper keeper;
  const std::int64_t before = keeper.acts();
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  const std::string zip("PK\x03\x04\x14\0\0\0", 8);
  for (const char* path : {"/eastmere/import/valued", "/eastmere/import/offices", "/eastmere/import/holidays",
                           "/eastmere/import/bodies"}) {
    for (const std::string& bytes : {png, zip, std::string(1000, '\0'), std::string("\xff\xfe\x00\xd8", 4),
                                     std::string("%PDF-1.7"), web::gzipped(std::string(1 << 20, 'a'))}) {
      for (const char* type : {"text/csv", "application/json", "image/png", "text/html"}) {
        const Answer answer = keeper.upload(path, "table.csv", type, bytes);
        CHECK_MESSAGE(answer.status == 422, path, " ", type, ": ", answer.status);
      }
    }
  }
  CHECK(keeper.acts() == before);
}

TEST_CASE("an upload of more than 20 MB is refused, and one where no file belongs long before that") {
  Keeper keeper;
  CHECK(keeper.upload("/eastmere/import/valued", "a.csv", "text/csv", std::string(21 << 20, 'a')).status == 413);
  CHECK(keeper.upload("/eastmere/valued/new", "a.csv", "text/csv", std::string(1 << 20, 'a')).status == 413);
  CHECK(keeper.send("Content-Type: application/json\r\n", "{\"name\":\"" + std::string(1 << 20, 'a') + "\"}").status ==
        413);
}

TEST_CASE("a body that says it is compressed is never opened, so a small one cannot become a large one") {
  Keeper keeper;
  const std::int64_t before = keeper.acts();
  const std::string bomb = web::gzipped("{\"name\":\"" + std::string(50 << 20, 'a') + "\"}");
  CHECK(bomb.size() < 100'000);
  for (const char* encoding : {"gzip", "deflate", "br", "gzip, gzip"}) {
    CHECK(is_refused(
        keeper.send(std::string("Content-Type: application/json\r\nContent-Encoding: ") + encoding + "\r\n", bomb)));
  }
  CHECK(is_refused(keeper.upload("/eastmere/import/valued", "a.csv.gz", "application/gzip", bomb)));
  CHECK(keeper.acts() == before);
}

TEST_CASE("JSON that no reader agrees on is refused, and nothing is written") {
  Keeper keeper;
  const std::int64_t before = keeper.acts();
  for (const std::string& body : std::vector<std::string>{
           R"({"name":"\ud800"})", R"({"name":"\udc00\ud800"})", R"({"name":"a\u0000b"})", R"({"name":"a","name":"b"})",
           R"({"name":"a"}{"name":"b"})", R"({"name":"a",})", R"({'name':'a'})", R"({"name":NaN})", R"({"name":1e999})",
           R"({"name":99999999999999999999})", "[]", "null", "\"name\"", "{\"name\":\"\xff\"}",
           "{\"name\":\"\xed\xa0\x80\"}", "{\"name\":\"\x01\"}", std::string(100'000, '['), std::string(5000, '{'),
           "name=a"}) {
    const Answer answer = keeper.send("Content-Type: application/json\r\n", body);
    CHECK_MESSAGE(is_refused(answer), body.substr(0, 60), ": ", answer.status);
    CHECK(parse_json(answer.body).ok());
  }
  CHECK(keeper.acts() == before);
}

TEST_CASE("a file's name stays on the sender's side: no path, header or page is made of it") {
  Keeper keeper;
  for (const char* name : {"../../../key", "..\\\\..\\\\vault", "/etc/passwd", "a\\\"; filename=\\\"b",
                           "<script>x</script>.csv", "nul.csv"}) {
    const Answer answer = keeper.upload("/eastmere/import/valued", name, "text/csv", "nothing\nof the kind\n");
    CHECK_MESSAGE(answer.status == 422, name, ": ", answer.status);
    CHECK_MESSAGE(answer.body.find("<script>") == answer.body.npos, name);
  }
}

}  // namespace
}  // namespace alongside::whole
