#include "html/gallery.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "html/layout.h"

namespace alongside::html {
namespace {

// A reader strict enough for our own HTML: every element that is opened is closed, in order, and no id stands twice.
std::string first_fault(std::string_view html) {
  const std::set<std::string_view> without_end = {"br", "hr", "img", "input", "link", "meta", "!DOCTYPE"};
  std::vector<std::string_view> open;
  std::set<std::string_view> ids;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    const std::string_view inside = html.substr(at + 1, end - at - 1);
    if (inside.starts_with('/')) {
      if (open.empty() || open.back() != inside.substr(1)) return "closed out of order: " + std::string(inside);
      open.pop_back();
      continue;
    }
    const std::string_view name = inside.substr(0, inside.find_first_of(" /"));
    if (const std::size_t id = inside.find(" id=\""); id != inside.npos) {
      const std::string_view value = inside.substr(id + 5, inside.find('"', id + 5) - id - 5);
      if (!ids.insert(value).second) return "this id stands twice: " + std::string(value);
    }
    if (inside.find(" style=") != inside.npos || inside.find(" onclick=") != inside.npos ||
        inside.find(" onload=") != inside.npos)
      return "style or handler: " + std::string(inside);
    if (name == "script" || name == "style") return "script or style";
    if (!without_end.contains(name) && !inside.ends_with('/')) open.push_back(name);
  }
  return open.empty() ? "" : "never closed: " + std::string(open.back());
}

}  // namespace

TEST_CASE("every part, in every language, closes what it opens and brings no style or script") {
  for (const std::string& language : Say::languages()) {
    const Say say = Say::in(language);
    for (const Shown& one : gallery(say)) {
      CAPTURE(language);
      CAPTURE(one.part);
      CAPTURE(one.state);
      CHECK(first_fault(one.html.str()) == "");
    }
    CHECK(first_fault(gallery_page(say)) == "");
  }
}

TEST_CASE("the page of every part is written where a browser can look at it") {
  std::filesystem::create_directories("build/gallery");
  for (const std::string& language : Say::languages()) {
    std::ofstream("build/gallery/" + language + ".html") << gallery_page(Say::in(language));
    CHECK(std::filesystem::file_size("build/gallery/" + language + ".html") > 20'000);
  }
}

TEST_CASE("a page says its address, its language and its other forms") {
  const Page page{.title = "Who decided <b>?",
                  .address = Url::to("/eastmere/decisions/61"),
                  .here = Nav::decisions,
                  .main = el("h1", "Who decided?"),
                  .feed = Url::to("/eastmere/decisions/61/feed"),
                  .json = Url::to("/eastmere/decisions/61.json")};
  const std::string html =
      whole_page({.place_id = "eastmere", .place_name = "Eastmere", .record_size = 1284}, page, Say::english());
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  CHECK(html.find("<title>Who decided &lt;b&gt;? - Alongside Eastmere</title>") != html.npos);
  CHECK(html.find("<link rel=\"canonical\" href=\"/eastmere/decisions/61\">") != html.npos);
  CHECK(html.find("type=\"application/atom+xml\" href=\"/eastmere/decisions/61/feed\"") != html.npos);
  CHECK(html.find("type=\"application/json\" href=\"/eastmere/decisions/61.json\"") != html.npos);
  CHECK(html.find("<b class=\"num\">1,284</b> entries") != html.npos);
}

TEST_CASE("a host that decides says so on every page") {
  const std::string html = whole_page({.place_id = "eastmere",
                                       .place_name = "Eastmere",
                                       .host_decides = "Eastmere Council",
                                       .outside_moderator = "Healthwatch Mereside"},
                                      {.title = "x"}, Say::english());
  CHECK(html.find("Eastmere Council hosts this place, and also decides things here.") != html.npos);
  CHECK(html.find("Healthwatch Mereside") != html.npos);
}

}  // namespace alongside::html
