// A whole page: header, the way back, what the page says, footer. It holds no script and no style of its own, so that a
// strict Content-Security-Policy stands (content_security_policy below).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"
#include "html/nhsuk.h"
#include "html/say.h"

namespace alongside::html {

struct CrisisNumber {
  std::string sentence;  // "If a life is at risk, call"
  std::string number;    // "999"
};

// What is the same on every page of a place, and who is looking.
struct Layout {
  std::string place_id = {};  // empty: a page of the whole program, with no place
  std::string place_name = {};
  std::int64_t record_size = 0;
  std::vector<std::string> copies_held_by = {};
  std::vector<CrisisNumber> crisis = {};
  bool is_sample = false;              // "Eastmere is an invented place"
  std::string sample_day = {};         // the day that the sample pretends, in words; empty: today's
  std::string host_decides = {};       // the name of a host that decides; empty: an independent keeper
  std::string outside_moderator = {};  // to whom criticism of such a host goes
  std::string copy_of = {};            // the record's name, where this is a copy that can only be read
  std::string keeper_contact = {};
  // Signed in: the name to show and what else this person can reach ("/eastmere/desk").
  std::string signed_in_as = {};
  bool has_desk = false;
  bool is_typed_for = false;  // somebody else types for them here
  std::optional<Url> switch_language = {};
  std::string switch_language_words = {};  // "Cymraeg"
  std::string switch_language_code = {};   // "cy"
};

enum class Nav { none, place, work, decisions, ask, valued, me, desk };

// What is this page's own.
struct Page {
  std::string title = {};  // "Who decided …"; the place's name is added
  Url address = {};        // canonical; empty: none (errors, forms)
  Nav here = Nav::none;
  std::vector<Crumb> crumbs = {};  // after the place's own
  Html before = {};                // above the heading: error summary, "saved"
  Html main = {};
  Html hero = {};                // the place's page: full width, holds the heading
  std::optional<Url> feed = {};  // Atom
  std::optional<Url> json = {};
  bool refreshes = false;  // long work: asks again every 5 seconds
  bool indexed = true;     // false: search engines stay away (forms, one's own pages)
};

inline constexpr std::string_view content_security_policy =
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

// The bytes to send.
std::string whole_page(const Layout& layout, const Page& page, const Say& say);

// A full page for when something went wrong: not found, not allowed, erased, our fault. One way back.
struct Trouble {
  Html heading;
  Html sentence;
  std::vector<Html> ways_on;
};
Html trouble(const Trouble& trouble);

}  // namespace alongside::html
