#include "html/assets.h"

#include <doctest/doctest.h>

#include "base/hash.h"
#include "base/text.h"
#include "html/layout.h"

namespace alongside::html {

TEST_CASE("an asset's name carries the hash of its bytes") {
  for (const Asset& one : assets()) {
    CAPTURE(one.name);
    CHECK(!one.bytes.empty());
    CHECK(hex(view(sha256(one.bytes))).substr(0, 16) == one.hash);
    CHECK(one.path.find(one.hash) != std::string_view::npos);
    CHECK(asset_at(one.path) == &one);
    if (!one.gzip.empty()) CHECK(one.gzip.starts_with("\x1f\x8b"));
  }
  CHECK(asset_at("/assets/../etc/passwd") == nullptr);
  CHECK_THROWS(asset_url("nothing.css"));
}

TEST_CASE("a first visit loads less than 150 kB, fonts included") {
  std::size_t bytes = 0;
  for (const Asset& one : assets()) bytes += one.gzip.empty() ? one.bytes.size() : one.gzip.size();
  CHECK(bytes < 150'000);
  MESSAGE("all assets together: " << bytes << " bytes as they are sent");
}

TEST_CASE("the style sheet asks no other host and its fonts are here") {
  const std::string_view css = asset_at(asset_url("alongside.css").str())->bytes;
  std::size_t fonts = 0;
  for (std::size_t at = css.find("url("); at != css.npos; at = css.find("url(", at + 1)) {
    std::string_view name = css.substr(at + 4, css.find(')', at) - at - 4);
    while (name.starts_with('"') || name.starts_with('\'')) name = name.substr(1, name.size() - 2);
    CAPTURE(name);
    if (name.starts_with("data:")) continue;
    CHECK(asset_at("/assets/" + std::string(name)) != nullptr);
    ++fonts;
  }
  CHECK(fonts == 3);
  CHECK(css.find("@import") == css.npos);
  CHECK(css.find("https:") == css.npos);
}

TEST_CASE("the policy that every page is sent with allows no script") {
  CHECK(content_security_policy.find("default-src 'none'") != std::string_view::npos);
  CHECK(content_security_policy.find("script-src") == std::string_view::npos);
  CHECK(content_security_policy.find("unsafe") == std::string_view::npos);
}

}  // namespace alongside::html
