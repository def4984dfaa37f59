// What may be seen of what people value: the register, one place with its story, and the losses that nobody explained.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "commons/valued/apply.h"
#include "kernel/concern.h"

namespace alongside::valued {

struct ValuedLine {
  Index valued;
  Text name;
  Text where;
  SupportKind support = SupportKind::open_place;
  ValuedStatus status = ValuedStatus::open;
  std::optional<When> since;
  bool unexplained = false;
  static void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("since", self.since);
    field("status", self.status);
    field("support", self.support);
    field("unexplained", self.unexplained);
    field("valued", self.valued);
    field("where", self.where);
  }
};
std::optional<ValuedLine> valued(kernel::Reader& reader, Index index);
// What sources and bodies say of it, and of what was put together with it, side by side.
std::vector<Text> accounts_of(kernel::Reader& reader, Index valued);
// Now reduced, repurposed or lost, and no decision linked: the newest loss first, at most `limit`.
std::vector<ValuedLine> unexplained_losses(kernel::Reader& reader, std::int64_t limit);
std::int64_t count_unexplained(kernel::Reader& reader);
std::vector<html::Choice> valued_choices(const kernel::Seeing& seeing, const html::Say& say);

// What a decision did to places that people value, for the decision's own page.
struct Touched {
  ValuedLine line;
  Touch touch = Touch::other;
  std::vector<std::pair<Outcome, Text>> items;  // what was kept, moved and lost
  std::vector<Text> losses;                     // what its users say was lost
};
std::vector<Touched> touched_by(kernel::Reader& reader, Index decision);

// What other concerns have about it, and since when that is on the record.
struct AboutIt {
  kernel::AboutLine line;
  Day recorded;
  static void fields(auto& self, auto&& field) {
    kernel::AboutLine::fields(self.line, field);
    field("recorded", self.recorded);
  }
};
// About this place and what was put together with it. First what people can do something about, a piece of work before its
// choices; then the newest first.
std::vector<AboutIt> about_it(const kernel::Seeing& seeing, Index valued);

// ---- pages ----------------------------------------------------------------------------------------------------------

inline constexpr std::int64_t lines_a_page = 50;

struct Register {
  std::vector<ValuedLine> lines;
  std::int64_t of = 0;
  std::int64_t unexplained = 0;
  int page = 1;
  bool only_unexplained = false;
  static void fields(auto& self, auto&& field) {
    field("lines", self.lines);
    field("of", self.of);
    field("only_unexplained", self.only_unexplained);
    field("page", self.page);
    field("unexplained", self.unexplained);
  }
  static Result<Register> see(const kernel::Seeing& seeing);
};

struct Happened {
  Index act;
  ValuedStatus status = ValuedStatus::open;
  std::optional<When> on;
  Day recorded;
  Text words;
  Index moved_to;
  Text moved_to_name;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("moved_to", self.moved_to);
    field("moved_to_name", self.moved_to_name);
    field("on", self.on);
    field("recorded", self.recorded);
    field("status", self.status);
    field("words", self.words);
  }
};
struct SaidLost {
  Index act;
  Text words;
  int people = 0;
  std::optional<When> on;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("on", self.on);
    field("people", self.people);
    field("words", self.words);
  }
};
struct Item {
  Index act;
  Outcome outcome = Outcome::kept;
  Text what;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("outcome", self.outcome);
    field("what", self.what);
  }
};
// Of this place, kept first, then moved, then lost.
std::vector<Item> items_of(kernel::Reader& reader, Index valued);
struct TouchedBy {
  Index decision;
  Text title;
  Touch touch = Touch::other;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("title", self.title);
    field("touch", self.touch);
  }
};

// Another entry of the register that was put together with this one: what was said there of how it stood.
struct AlsoLine {
  Index valued;
  Text name;
  Text where;
  Index act;  // the valued.merged
  Day merged_on;
  std::vector<Happened> history;  // newest first
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("history", self.history);
    field("merged_on", self.merged_on);
    field("name", self.name);
    field("valued", self.valued);
    field("where", self.where);
  }
};

struct ValuedPage {
  ValuedLine line;
  Day recorded;
  Text what_for;
  Text run_by;
  Text body;
  Index body_index;
  std::optional<When> opened;
  std::vector<Happened> history;  // newest first
  std::vector<SaidLost> losses;
  std::vector<Item> items;
  std::vector<TouchedBy> decisions;
  std::vector<Text> accounts;  // what sources and bodies say, side by side
  std::vector<AboutIt> asked;  // questions about it, and the pieces of work and choices that touch it
  std::vector<AlsoLine> also;
  bool may_change = false;
  std::string moved_to;  // it was put together with another: that one's page
  static void fields(auto& self, auto&& field) {
    field("accounts", self.accounts);
    field("also", self.also);
    field("asked", self.asked);
    field("body", self.body);
    field("body_index", self.body_index);
    field("decisions", self.decisions);
    field("history", self.history);
    field("items", self.items);
    field("line", self.line);
    field("losses", self.losses);
    field("opened", self.opened);
    field("recorded", self.recorded);
    field("run_by", self.run_by);
    field("what_for", self.what_for);
  }
  static Result<ValuedPage> see(const kernel::Seeing& seeing);
};

}  // namespace alongside::valued
