// What may be seen of what people said. Nothing here tells who said it, or on which side they are.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "commons/place/views.h"
#include "commons/said/reading.h"
#include "commons/work/danger.h"
#include "commons/work/views.h"

namespace alongside::said {

inline constexpr std::int64_t lines_a_page = 50;
inline constexpr std::int64_t lines_a_file_max = 5'000;  // "?per=": of a CSV or JSON, which people take away whole
inline constexpr std::int64_t unread_a_page = 20;

struct SayingLine {
  Index said;
  Index work;
  SayingKind kind = SayingKind::story;
  Text words;  // as anyone may read them
  Text description;  // of its upload
  Media media = Media::none;
  How how = How::screen;
  Day said_on;
  Stand stand = Stand::waiting;
  std::optional<Refusal> refusal;
  std::optional<Day> due;
  bool overdue = false;
  Index answer;
  std::optional<Outcome> outcome;
  Index changed;  // because of it
  Index group;
  std::int64_t said_by = 1;  // sayings of its group
  static void fields(auto& self, auto&& field) {
    field("answer", self.answer);
    field("changed", self.changed);
    field("description", self.description);
    field("due", self.due);
    field("group", self.group);
    field("how", self.how);
    field("kind", self.kind);
    field("media", self.media);
    field("outcome", self.outcome);
    field("overdue", self.overdue);
    field("refusal", self.refusal);
    field("said", self.said);
    field("said_by", self.said_by);
    field("said_on", self.said_on);
    field("stand", self.stand);
    field("words", self.words);
    field("work", self.work);
  }
};
// What is the same for all lines of a page.
struct Clockwork {
  engines::Holidays holidays;
  LateBefore late;
  Day today;
};
Clockwork clockwork(kernel::Reader& reader, Day today);
SayingLine line_of(kernel::Reader& reader, const SayingRow& row, const Clockwork& clock);

struct RefusedCount {
  Refusal reason = Refusal::names_a_person;
  std::int64_t n = 0;
  static void fields(auto& self, auto&& field) {
    field("n", self.n);
    field("reason", self.reason);
  }
};
// Each published saying is in exactly one of open, reopened, waiting_until and answered; those answered are in exactly one
// of agreed and not, and in one of changed and not. Three numbers, never one.
struct SaidCounts {
  std::int64_t given = 0;      // all that ever were
  std::int64_t unread = 0;
  std::int64_t published = 0;
  std::int64_t open = 0;
  std::int64_t reopened = 0;
  std::int64_t waiting_until = 0;
  std::int64_t answered = 0;   // and not opened again
  std::int64_t agreed = 0;     // of those answered: whoever said it says that it answers them
  std::int64_t changed = 0;    // of those answered: a change that anyone can see
  std::int64_t overdue = 0;    // of open, reopened and waiting_until
  std::int64_t withdrawn = 0;
  std::vector<RefusedCount> refused;
  static void fields(auto& self, auto&& field) {
    field("agreed", self.agreed);
    field("answered", self.answered);
    field("changed", self.changed);
    field("given", self.given);
    field("open", self.open);
    field("overdue", self.overdue);
    field("published", self.published);
    field("refused", self.refused);
    field("reopened", self.reopened);
    field("unread", self.unread);
    field("waiting_until", self.waiting_until);
    field("withdrawn", self.withdrawn);
  }
};
SaidCounts counts(kernel::Reader& reader, Index work, const LateBefore& late);
SaidCounts counts(kernel::Reader& reader, Index work, Day today);
// Every saying of this work that anyone can read, with the group that it is in; in no order.
void each_public(kernel::Reader& reader, Index work, const std::function<void(Index said, Index group)>& each);
std::int64_t count_public(kernel::Reader& reader, Index work, std::int64_t at_most);

struct AnswerLine {
  Index answer;
  Index work;
  Outcome outcome = Outcome::taken_up;
  Day on;
  Text why;
  std::optional<Day> until;
  Text signed_by;
  Text reach;
  Index changed;
  std::string changed_path;  // under the place
  std::int64_t answers = 0;  // sayings
  Index said;                // one of them, with its words
  Text words;
  static void fields(auto& self, auto&& field) {
    field("answer", self.answer);
    field("answers", self.answers);
    field("changed", self.changed);
    field("on", self.on);
    field("outcome", self.outcome);
    field("reach", self.reach);
    field("said", self.said);
    field("signed_by", self.signed_by);
    field("until", self.until);
    field("why", self.why);
    field("words", self.words);
    field("work", self.work);
  }
};

struct GroupLine {
  Index group;
  SameAs as = SameAs::same;
  std::int64_t n = 0;
  Index said;  // the first of them
  Text words;
  static void fields(auto& self, auto&& field) {
    field("as", self.as);
    field("group", self.group);
    field("n", self.n);
    field("said", self.said);
    field("words", self.words);
  }
};

struct SaidPage {
  work::WorkLine work;
  std::optional<SayingKind> kind;  // only these
  std::string state;               // only these: a public stand, or "overdue"
  Index group;                     // only these
  std::int64_t page = 1;
  std::int64_t a_page = lines_a_page;
  std::int64_t of = 0;
  std::vector<SayingLine> lines;  // newest first; those overdue: the latest of all first
  SaidCounts counts;
  std::vector<AnswerLine> did;  // "You said, we did, we did not because": the newest of each outcome
  std::vector<GroupLine> groups;  // the largest
  // Not part of the JSON: the bar above the page, and who looks.
  work::Course course;
  bool may_give = false;
  bool may_moderate = false;
  bool may_answer = false;
  bool may_import = false;
  static void fields(auto& self, auto&& field) {
    field("counts", self.counts);
    field("did", self.did);
    field("groups", self.groups);
    field("lines", self.lines);
    field("of", self.of);
    field("page", self.page);
    field("work", self.work);
  }
  static Result<SaidPage> see(const kernel::Seeing& seeing);
};

struct HappenedLine {
  Index act;
  Event event = Event::given;
  Day on;
  static void fields(auto& self, auto&& field) {
    field("act", self.act);
    field("event", self.event);
    field("on", self.on);
  }
};

struct SayingPage {
  SayingLine line;
  Text work_title;
  Index about;
  std::string about_path;
  std::vector<HappenedLine> happened;
  std::vector<AnswerLine> answers;  // the last one counts
  // Not part of the JSON: the bar above the page, and who looks.
  work::Course course;
  bool may_moderate = false;
  bool may_answer = false;
  bool is_own = false;
  bool is_danger = false;  // for moderators
  Text unread;
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("answers", self.answers);
    field("happened", self.happened);
    field("line", self.line);
    field("work_title", self.work_title);
  }
  static Result<SayingPage> see(const kernel::Seeing& seeing);
};

// "You said. We did. We did not, because." to print and to hand on: what anyone may read, and no name.
struct LetterPage {
  SayingPage page;
  Text place;
  static void fields(auto& self, auto&& field) { field("page", self.page); }
  static Result<LetterPage> see(const kernel::Seeing& seeing);
};

// ---- for those who moderate -----------------------------------------------------------------------------------------

struct UnreadLine {
  SayingLine line;
  Text words;
  Text description;
  std::int64_t days = 0;  // waiting
  static void fields(auto& self, auto&& field) {
    field("days", self.days);
    field("description", self.description);
    field("line", self.line);
    field("words", self.words);
  }
};
struct ReadingPage {
  work::WorkLine work;
  std::int64_t page = 1;
  std::int64_t of = 0;
  std::vector<UnreadLine> lines;    // oldest first
  std::vector<work::DangerLine> dangers;  // of any words of this work, that are not over
  Text refusals;      // the reasons set beforehand
  Text safeguarding;  // who is told
  static void fields(auto& self, auto&& field) {
    field("dangers", self.dangers);
    field("lines", self.lines);
    field("of", self.of);
    field("page", self.page);
    field("refusals", self.refusals);
    field("safeguarding", self.safeguarding);
    field("work", self.work);
  }
  static Result<ReadingPage> see(const kernel::Seeing& seeing);
};

// ---- one's own ------------------------------------------------------------------------------------------------------

struct MineLine {
  SayingLine line;
  Text words;  // whether or not others may read them
  Text work_title;
  Text note;  // how to mend what was refused
  bool is_danger = false;
  std::vector<HappenedLine> happened;
  std::vector<AnswerLine> answers;
  static void fields(auto& self, auto&& field) {
    field("answers", self.answers);
    field("happened", self.happened);
    field("is_danger", self.is_danger);
    field("line", self.line);
    field("note", self.note);
    field("words", self.words);
    field("work_title", self.work_title);
  }
};
struct DraftLine {
  Index work;
  Text work_title;
  SayingKind kind = SayingKind::story;
  std::string words;
  Day kept_until;
  static void fields(auto& self, auto&& field) {
    field("kept_until", self.kept_until);
    field("kind", self.kind);
    field("words", self.words);
    field("work", self.work);
    field("work_title", self.work_title);
  }
};
struct MinePage {
  std::int64_t page = 1;
  std::int64_t of = 0;
  std::vector<MineLine> lines;  // newest first
  std::vector<DraftLine> drafts;
  std::vector<place::Helpline> helplines;  // where somebody worries about them
  static void fields(auto& self, auto&& field) {
    field("drafts", self.drafts);
    field("helplines", self.helplines);
    field("lines", self.lines);
    field("of", self.of);
    field("page", self.page);
  }
  static Result<MinePage> see(const kernel::Seeing& seeing);
};
struct MyLetterPage {
  MinePage mine;
  Text place;
  static void fields(auto& self, auto&& field) { field("mine", self.mine); }
  static Result<MyLetterPage> see(const kernel::Seeing& seeing);
};

// The upload itself, for those who may read its saying.
struct UploadPage {
  Index said;
  Media media = Media::none;
  std::string bytes;  // not part of the JSON
  static void fields(auto& self, auto&& field) {
    field("media", self.media);
    field("said", self.said);
  }
  static Result<UploadPage> see(const kernel::Seeing& seeing);
};

// Where an act of this record is read: its page where it has one, else its entry.
std::string path_of_act(kernel::Reader& reader, Index act);
// What was said about a thing, on that thing's own page.
std::vector<kernel::AboutLine> about(const kernel::Seeing& seeing, Index thing);
// Something changed because of what people said: an answer says so.
std::vector<kernel::ChangeLine> changed_in(const kernel::Seeing& seeing, Index work);

}  // namespace alongside::said
