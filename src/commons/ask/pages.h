// The pages of questions: the list, one question, the letter to send for it, and a freedom of information letter.
#pragma once

#include "commons/ask/views.h"
#include "commons/place/views.h"
#include "html/components.h"

namespace alongside::ask {

struct AsksPage {
  std::vector<AskLine> asks;  // published, newest first
  std::int64_t of = 0;
  int page = 1;
  AskCounts counts;
  static void fields(auto& self, auto&& field) {
    field("asks", self.asks);
    field("counts", self.counts);
    field("of", self.of);
    field("page", self.page);
  }
  static Result<AsksPage> see(const kernel::Seeing& seeing);
};
html::Html show(const AsksPage& view, const kernel::Showing& at);
std::string title(const AsksPage& view, const html::Say& say);
std::string csv(const AsksPage& view, const html::Say& say);
kernel::Feed feed(const AsksPage& view, const html::Say& say);

struct HappenedLine {
  Index act;
  Event event = Event::opened;
  int part = 0;
  Day on;
  Text body_name;
  Text words;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("body_name", self.body_name);
    field("event", self.event);
    field("on", self.on);
    field("part", self.part);
    field("words", self.words);
  }
};
struct JudgedLine {
  Index act;
  Answers answers = Answers::yes;
  Day on;
  Text words;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("answers", self.answers);
    field("on", self.on);
    field("words", self.words);
  }
};
struct DecisionPointedAt {
  Index decision;
  Text title;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("title", self.title);
  }
};
struct ReplyLine {
  Index reply;
  int part = 1;
  ReplyOutcome outcome = ReplyOutcome::answered;
  Day on;
  Day recorded;
  Text words;
  Text signed_by;
  Text office_title;
  Text body_name;
  std::vector<DecisionPointedAt> decisions;
  std::vector<JudgedLine> judged;  // oldest first: it may change once
  static void fields(auto& self, auto&& field) {
    field("body_name", self.body_name);
    field("decisions", self.decisions);
    field("judged", self.judged);
    field("office_title", self.office_title);
    field("on", self.on);
    field("outcome", self.outcome);
    field("part", self.part);
    field("recorded", self.recorded);
    field("reply", self.reply);
    field("signed_by", self.signed_by);
    field("words", self.words);
  }
};

// What an asker wrote after the question, and nobody has read yet.
struct LaterWords {
  Index act;
  Text words;
};

struct AskPage {
  AskLine line;
  Day recorded;
  Day today;
  Index follows;
  std::vector<Index> followed_by;
  std::vector<HappenedLine> happened;
  std::vector<ReplyLine> replies;
  std::string moved_to;
  // What this reader may do here; no part of the public page.
  bool moderates = false;
  bool is_asker = false;
  std::vector<int> own_parts;  // of an officer's body
  Text unread_words;           // of a question or words that wait to be read, for those who read them
  Text unread_thing;
  std::vector<LaterWords> later_unread;  // for whoever reads what others write; never in the JSON
  std::vector<AskedBeforeLine> before;
  static void fields(auto& self, auto&& field) {
    field("followed_by", self.followed_by);
    field("follows", self.follows);
    field("happened", self.happened);
    field("line", self.line);
    field("recorded", self.recorded);
    field("replies", self.replies);
  }
  static Result<AskPage> see(const kernel::Seeing& seeing);
};
html::Html show(const AskPage& view, const kernel::Showing& at);
std::string title(const AskPage& view, const html::Say& say);
kernel::Feed feed(const AskPage& view, const html::Say& say);

// The letter of one part, for the keeper to copy and send.
struct LetterPage {
  AskLine line;
  PartLine part;
  Text asks_to;  // where the body takes questions
  Text keeper;
  Text place;
  static void fields(auto& self, auto&& field) {
    field("asks_to", self.asks_to);
    field("keeper", self.keeper);
    field("line", self.line);
    field("part", self.part);
    field("place", self.place);
  }
  static Result<LetterPage> see(const kernel::Seeing& seeing);
};
html::Html show(const LetterPage& view, const kernel::Showing& at);
std::string title(const LetterPage& view, const html::Say& say);

// A request under the Freedom of Information Act 2000 to send oneself: with lines to fill in by hand, since a real name
// and address typed here would stand in an address or a log. Nothing is kept and nothing is sent.
struct FoiPage {
  AskLine line;
  static void fields(auto& self, auto&& field) { field("line", self.line); }
  static Result<FoiPage> see(const kernel::Seeing& seeing);
};
html::Html show(const FoiPage& view, const kernel::Showing& at);
std::string title(const FoiPage& view, const html::Say& say);

}  // namespace alongside::ask
