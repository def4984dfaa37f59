// What a page is seen with (Seeing) and shown with (Showing), and what it may ask other concerns about a thing.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"
#include "html/say.h"
#include "kernel/actor.h"
#include "kernel/reader.h"

namespace alongside::kernel {

using html::Html;
using html::Say;

// A public thing with its words, as the search knows it.
struct Found {
  Index index;
  std::string path;  // under the place
  std::string kind;  // "decision", "valued", "ask", "body"
  std::string title;
  std::string body;
};
struct Finding {
  std::vector<Found> found;
  std::int64_t read = 0;  // acts read so far
  std::int64_t of = 0;    // of this many: "still reading, n of m"
};

// What a concern has about a thing of another: the questions that were asked about a decision.
struct Showing;
struct AboutLine {
  Index index;
  std::string kind;  // "ask"
  std::string path;  // under the place
  std::function<Html(const Showing&)> html = {};  // drawn by the concern that knows it
  bool is_open = false;                           // people can still do something about it: answer, come
  static void fields(auto& self, auto&& field) {
    field("index", self.index);
    field("is_open", self.is_open);
    field("kind", self.kind);
    field("path", self.path);
  }
};

// What changed in a thing of another concern, and when: a question that was worded anew, in a piece of work.
struct ChangeLine {
  Index index;
  Day on;
  std::string path;  // under the place
  std::function<Html(const Showing&)> html = {};  // a sentence, drawn by the concern that knows it
  static void fields(auto& self, auto&& field) {
    field("index", self.index);
    field("on", self.on);
    field("path", self.path);
  }
};

class House;
class LongWork;
// What a page is seen with.
struct Seeing {
  Reader& reader;
  const Actor& actor;
  Day today;
  Instant now;
  std::string place;                         // its id, for addresses
  std::map<std::string, std::string> path;   // "{decision}" of the address
  std::map<std::string, std::string> query;  // "?q=…"
  std::string fresh_key;                     // for the Idempotency-Key of a form on this page
  // What the search finds, best first, and how far it has read the record; null in a place without a search.
  std::function<Finding(std::string_view words, std::size_t limit)> search = {};
  const House* house = nullptr;  // null: nothing is about anything
  LongWork* long_work = nullptr;  // null: nobody waits on this page, so what takes long is done at once

  // The number in the address under this name; unset when there is none.
  Index index(const std::string& name) const;
  std::string asked(const std::string& name) const;  // of the query; empty when not there
  int page() const;                                  // ?page=, from 1
  std::vector<AboutLine> about(Index thing) const;   // what every concern has about this thing, newest first
  std::vector<ChangeLine> changed(Index thing) const;  // what every concern says that changed in it, the oldest first
};

// What a page is shown with.
struct Showing {
  const Say& say;
  std::string place;
  const Actor& actor;
  Day today;
  std::string fresh_key;
  // An address under the place: to("/decisions/61"). Parts that are text are percent-encoded by the caller.
  html::Url to(std::string_view path) const;
};

}  // namespace alongside::kernel
