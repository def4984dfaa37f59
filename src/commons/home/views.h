// The first page of a place, the search over everything public, and the desk: what waits for the keeper, oldest first.
#pragma once

#include <string>
#include <vector>

#include "commons/ask/views.h"
#include "commons/decision/drafts.h"
#include "commons/decision/views.h"
#include "commons/gathering/views.h"
#include "commons/pay/views.h"
#include "commons/people/views.h"
#include "commons/place/views.h"
#include "commons/valued/same.h"
#include "commons/work/views.h"
#include "kernel/concern.h"

namespace alongside::home {

struct FrontPage {
  place::PlaceLine place;
  std::vector<work::Course> works;              // that people were invited to, newest first
  std::vector<decision::DecisionLine> decided;  // newest first
  std::vector<decision::DecisionLine> coming;
  std::vector<ask::AskLine> waiting;            // asked, and not answered: the latest
  std::vector<valued::ValuedLine> unexplained;
  decision::DecisionCounts counts;
  static void fields(auto& self, auto&& field) {
    field("coming", self.coming);
    field("counts", self.counts);
    field("decided", self.decided);
    field("place", self.place);
    field("unexplained", self.unexplained);
    field("waiting", self.waiting);
    field("works", self.works);
  }
  static Result<FrontPage> see(const kernel::Seeing& seeing);
};

struct FoundLine {
  Index index;
  std::string kind;
  std::string title;
  std::string path;
  std::string now;  // of a valued place: what it is now, in words
  bool unexplained = false;
  static void fields(auto& self, auto&& field) {
    field("index", self.index);
    field("kind", self.kind);
    field("now", self.now);
    field("path", self.path);
    field("title", self.title);
    field("unexplained", self.unexplained);
  }
};
struct SearchPage {
  std::string asked;
  std::vector<FoundLine> found;
  std::int64_t read = 0;  // "still reading, n of m"
  std::int64_t of = 0;
  std::string moved_to;    // what was typed is the code of a letter: its piece of work
  bool is_reading() const { return read < of; }
  static void fields(auto& self, auto&& field) {
    field("asked", self.asked);
    field("found", self.found);
    field("of", self.of);
    field("read", self.read);
  }
  static Result<SearchPage> see(const kernel::Seeing& seeing);
};

// Words of one piece of work that a person has to read before others can.
struct RoomWaits {
  Index work;
  Text title;
  std::int64_t dangers = 0;  // of any words: they come first
  std::int64_t sayings = 0;
  std::int64_t wordings = 0;
  std::int64_t dissents = 0;
  static void fields(auto& self, auto&& field) {
    field("dangers", self.dangers);
    field("dissents", self.dissents);
    field("sayings", self.sayings);
    field("title", self.title);
    field("wordings", self.wordings);
    field("work", self.work);
  }
};

struct Desk {
  std::vector<ask::WaitingAsk> asks;
  std::vector<RoomWaits> rooms;               // pieces of work in which words wait to be read
  std::vector<gathering::WaitingItem> items;  // proposed for meetings, to be read
  std::vector<people::WaitingAccount> accounts;
  std::vector<people::WaitingProposal> proposals;  // for a keeper to carry out, or not
  std::vector<decision::DraftLine> drafts;      // read, and not looked over yet
  std::vector<decision::DecisionLine> overdue;  // was due, and nothing is recorded
  std::vector<valued::ValuedLine> unexplained;
  std::int64_t unexplained_count = 0;
  std::optional<valued::SameWaiting> same;  // for the keeper
  std::vector<work::UntoldLine> untold;     // for the keeper: places touched, and nobody has said that their users were told
  std::optional<pay::PayWaits> pay;         // for the keeper, who pays
  decision::DecisionCounts counts;
  static void fields(auto& self, auto&& field) {
    field("accounts", self.accounts);
    field("asks", self.asks);
    field("counts", self.counts);
    field("drafts", self.drafts);
    field("items", self.items);
    field("overdue", self.overdue);
    field("pay", self.pay);
    field("proposals", self.proposals);
    field("rooms", self.rooms);
    field("same", self.same);
    field("unexplained", self.unexplained);
    field("unexplained_count", self.unexplained_count);
    field("untold", self.untold);
  }
  static Result<Desk> see(const kernel::Seeing& seeing);
};

}  // namespace alongside::home
