#include "html/html.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "base/text.h"

namespace alongside::html {
namespace {

// Between its tags, what a person typed holds no character with which HTML begins something.
bool nothing_begins_in(std::string_view escaped) {
  if (escaped.find_first_of("<>\"'") != std::string_view::npos) return false;
  for (std::size_t at = escaped.find('&'); at != std::string_view::npos; at = escaped.find('&', at + 1)) {
    bool known = false;
    for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
      known = known || escaped.substr(at).starts_with(entity);
    }
    if (!known) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("words that look like code stay words") {
  const std::string hostile = "</p><script>alert('1')</script>\" onload=\"x&amp;";
  CHECK(el("p", hostile).str() ==
        "<p>&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&amp;amp;</p>");
  CHECK(el("p", {attr("title", "\"><b>")}).str() == "<p title=\"&quot;&gt;&lt;b&gt;\"></p>");
}

TEST_CASE("no bytes that anybody can send begin an element or leave an attribute") {
  CHECK(rc::check("text", [](const std::string& bytes) {
    const std::string shown = text(bytes).str();
    RC_ASSERT(nothing_begins_in(shown));
    RC_ASSERT(is_utf8(shown));
    const std::string in_attribute = el("p", {attr("title", bytes)}).str();
    RC_ASSERT(nothing_begins_in(std::string_view(in_attribute).substr(10, in_attribute.size() - 10 - 6)));
  }));
}

TEST_CASE("what is not a character, and controls, are shown as not readable") {
  CHECK(text(std::string("a\0b", 3)).str() ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(text("\xC0\xAF").str() == "\xEF\xBF\xBD\xEF\xBF\xBD");                  // an overlong "/"
  CHECK(text("\xED\xA0\x80").str() == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // half a pair
  CHECK(text("Siân, ⟦ok⟧ 🙂").str() == "Siân, ⟦ok⟧ 🙂");
}

TEST_CASE("elements nest, void ones have no end, conditions leave things out") {
  CHECK(el("p", {attr("class", "lede"), attr_if(false, "id", "x")}, "a ", el("b", "b"), el("br")).str() ==
        "<p class=\"lede\">a <b>b</b><br></p>");
  CHECK((when(false, el("p", "x")) + each(std::vector<int>{1, 2}, [](int n) {
           return el("i", std::to_string(n));
         })).str() == "<i>1</i><i>2</i>");
  CHECK(join({text("a"), Html(), text("b")}, raw(", ")).str() == "a, b");
}

TEST_CASE("an address of ours is a path here, and data in it is encoded") {
  CHECK(Url::to("/eastmere/decisions/", 61).str() == "/eastmere/decisions/61");
  CHECK(Url::to("/a").with("q", "who & why?").with("page", "2").str() == "/a?q=who%20%26%20why%3F&page=2");
  CHECK(Url::to("/a").at("people").str() == "/a#people");
  CHECK(Url::to("/a/", Url::segment("b/c d")).str() == "/a/b%2Fc%20d");
  CHECK_THROWS(Url::to("//evil.example"));
  CHECK_THROWS(Url::to("javascript:alert(1)"));
  CHECK_THROWS(Url::to("/\\evil.example"));
  CHECK_THROWS(Url::to("/a\nb"));
}

TEST_CASE("an address that somebody typed runs nothing and leads where it says") {
  for (const char* fine :
       {"https://www.example.org/a?b=c", "http://example.org", "mailto:a@example.org", "tel:116123", "/a/b", "#x"}) {
    CAPTURE(fine);
    CHECK(Url::parse(fine).has_value());
  }
  for (const char* bad : {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
                          "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil", "https://",
                          "https:///x", "https:evil", "ftp://x.example", "blob:x", "file:///etc/passwd", "", "a.html",
                          "https://exa\tmple.org", "\x01https://example.org"}) {
    CAPTURE(bad);
    CHECK_FALSE(Url::parse(bad).has_value());
  }
  CHECK(Url::parse("https://example.org/\"><b>")->str() == "https://example.org/%22%3E%3Cb%3E");
  CHECK(Url::parse("https://example.org")->is_elsewhere());
}

TEST_CASE("no string makes an address with a scheme that is not on the list") {
  CHECK(rc::check("addresses", [](const std::string& typed) {
    const auto url = Url::parse(typed);
    if (!url) return;
    const std::string& at = url->str();
    RC_ASSERT(at[0] == '/' || at[0] == '#' || at[0] == '?' || starts_with_ignoring_case(at, "http") ||
              starts_with_ignoring_case(at, "mailto:") || starts_with_ignoring_case(at, "tel:"));
    RC_ASSERT(!std::string_view(at).starts_with("//"));
  }));
}

}  // namespace alongside::html
