// The rows of tables.sql and private.sql, and the folds that write them.
#pragma once

#include "commons/said/acts.h"
#include "kernel/tables.h"

namespace alongside::said {

// Where a saying stands: always at exactly one of these. Those after `withdrawn` are read by anyone. Overdue is no state of
// the record: it is worked out with today (reading.h).
enum class Stand { waiting, refused, held, withdrawn, open, reopened, waiting_until, answered, agreed };
constexpr auto words_of(Stand) {
  using namespace std::string_view_literals;
  return std::array{"waiting"sv, "refused"sv, "held"sv, "withdrawn"sv, "open"sv, "reopened"sv, "waiting_until"sv, "answered"sv, "agreed"sv};
}
constexpr bool is_public(Stand stand) { return stand > Stand::withdrawn; }
constexpr bool awaits_answer(Stand stand) { return stand == Stand::open || stand == Stand::reopened || stand == Stand::waiting_until; }
inline constexpr std::array<Stand, 5> public_stands{Stand::open, Stand::reopened, Stand::waiting_until, Stand::answered, Stand::agreed};

struct SayingRow {
  static constexpr std::string_view table = "sayings";
  Index index;
  Index work;
  SayingKind kind = SayingKind::story;
  Index about;
  How how = How::screen;
  Day said_on;
  Media media = Media::none;
  Index words_act;
  Stand stand = Stand::waiting;
  Stand before = Stand::waiting;
  bool shown = false;  // is_public(stand), for the indexes
  std::optional<Refusal> refusal;
  Index refused_act;
  std::optional<Day> open_from;
  Index answer;
  std::optional<Outcome> outcome;
  std::optional<Day> until;
  Index changed;
  Index group;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("work", self.work);
    column("saying_kind", self.kind);
    column("about", self.about);
    column("how", self.how);
    column("said_on", self.said_on);
    column("media", self.media);
    column("words_act", self.words_act);
    column("stand", self.stand);
    column("before", self.before);
    column("is_public", self.shown);
    column("refusal", self.refusal);
    column("refused_act", self.refused_act);
    column("open_from", self.open_from);
    column("answer", self.answer);
    column("outcome", self.outcome);
    column("until_day", self.until);
    column("changed", self.changed);
    column("same_group", self.group);
  }
};

enum class Event { given, published, refused, held, released, changed, withdrawn, grouped, ungrouped, answered, judged_yes, judged_no };
constexpr auto words_of(Event) {
  using namespace std::string_view_literals;
  return std::array{"given"sv, "published"sv, "refused"sv, "held"sv, "released"sv, "changed"sv, "withdrawn"sv, "grouped"sv, "ungrouped"sv, "answered"sv, "judged_yes"sv, "judged_no"sv};
}

struct EventRow {
  static constexpr std::string_view table = "said_events";
  Index said;
  Index act;
  Event event = Event::given;
  Day on;
  static void fields(auto& self, auto&& column) {
    column("said", self.said);
    column("idx", self.act);
    column("event", self.event);
    column("on_day", self.on);
  }
};

struct AnswerRow {
  static constexpr std::string_view table = "said_answers";
  Index index;
  Index work;
  Outcome outcome = Outcome::taken_up;
  std::optional<Day> until;
  Index changed;
  Day on;
  std::int64_t n = 0;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("work", self.work);
    column("outcome", self.outcome);
    column("until_day", self.until);
    column("changed", self.changed);
    column("on_day", self.on);
    column("n", self.n);
  }
};

struct GroupRow {
  static constexpr std::string_view table = "said_groups";
  Index index;
  Index work;
  SameAs as = SameAs::same;
  std::int64_t n = 0;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("work", self.work);
    column("same_as", self.as);
    column("n", self.n);
  }
};

struct AuthorRow {
  static constexpr std::string_view table = "said_authors";
  Index said;
  Index work;
  std::int64_t person = 0;
  static void fields(auto& self, auto&& column) {
    column("said", self.said);
    column("work", self.work);
    column("person", self.person);
  }
};

struct DraftRow {
  static constexpr std::string_view table = "said_drafts";
  std::int64_t person = 0;
  Index work;
  SayingKind kind = SayingKind::story;
  Day kept_on;
  static void fields(auto& self, auto&& column) {
    column("person", self.person);
    column("work", self.work);
    column("saying_kind", self.kind);
    column("kept_on", self.kept_on);
  }
};

void apply(const SaidGiven& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidPublished& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidRefused& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidHeld& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidReleased& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidChanged& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidWithdrawn& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidGrouped& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidUngrouped& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidAnswered& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const SaidJudged& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::said
