// The rows of tables.sql and private.sql, and the folds that write them.
#pragma once

#include "commons/gathering/acts.h"
#include "kernel/tables.h"

namespace alongside::gathering {

struct GatheringRow {
  static constexpr std::string_view table = "gatherings";
  Index index;
  Index work;
  Day on;
  int from_minute = 0;
  int to_minute = 0;
  int changes = 0;
  Index revised_act;
  Day revised_on;
  Index off_act;
  Index came_act;
  bool is_off() const { return off_act.is_set(); }
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("work", self.work);
    column("on_day", self.on);
    column("from_minute", self.from_minute);
    column("to_minute", self.to_minute);
    column("changes", self.changes);
    column("revised_act", self.revised_act);
    column("revised_on", self.revised_on);
    column("off_act", self.off_act);
    column("came_act", self.came_act);
  }
};

struct WordsRow {
  static constexpr std::string_view table = "gathering_words";
  Index gathering;
  std::string item;
  Index act;
  static void fields(auto& self, auto&& column) {
    column("gathering", self.gathering);
    column("item", self.item);
    column("act", self.act);
  }
};

enum class ItemState { waiting, published, refused };
constexpr auto words_of(ItemState) {
  using namespace std::string_view_literals;
  return std::array{"waiting"sv, "published"sv, "refused"sv};
}

struct ItemRow {
  static constexpr std::string_view table = "agenda_items";
  Index index;
  Index gathering;
  std::optional<Side> side;
  std::optional<int> minutes;
  ItemState state = ItemState::waiting;
  std::optional<Refusal> reason;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("gathering", self.gathering);
    column("side", self.side);
    column("minutes", self.minutes);
    column("state", self.state);
    column("reason", self.reason);
  }
};

struct PaperRow {
  static constexpr std::string_view table = "gathering_papers";
  Index index;
  Index gathering;
  Day on;
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("gathering", self.gathering);
    column("on_day", self.on);
  }
};

struct CameRow {
  static constexpr std::string_view table = "gathering_came";
  Index gathering;
  Side side = Side::lived;
  int people = 0;
  static void fields(auto& self, auto&& column) {
    column("gathering", self.gathering);
    column("side", self.side);
    column("people", self.people);
  }
};

struct NotesRow {
  static constexpr std::string_view table = "gathering_notes";
  Index index;
  Index gathering;
  Day written_on;
  Index closed_act;
  std::optional<Day> closed_on;
  bool agreed = false;
  bool is_open() const { return !closed_act.is_set(); }
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("gathering", self.gathering);
    column("written_on", self.written_on);
    column("closed_act", self.closed_act);
    column("closed_on", self.closed_on);
    column("agreed", self.agreed);
  }
};

struct NoteSideRow {
  static constexpr std::string_view table = "gathering_note_sides";
  Index notes;
  SideAnswer outcome;
  static void fields(auto& self, auto&& column) {
    column("notes", self.notes);
    column("side", self.outcome.side);
    column("consented", self.outcome.consented);
    column("answered", self.outcome.answered);
    column("yes", self.outcome.yes);
    column("nay", self.outcome.no);
    column("abstained", self.outcome.abstained);
  }
};

using work::Answer;

struct AuthorRow {
  static constexpr std::string_view table = "agenda_authors";
  Index item;
  std::int64_t person = 0;
  static void fields(auto& self, auto&& column) {
    column("item", self.item);
    column("person", self.person);
  }
};

struct ChoiceRow {
  static constexpr std::string_view table = "notes_choices";
  Index notes;
  std::int64_t person = 0;
  Answer choice = Answer::abstained;
  static void fields(auto& self, auto&& column) {
    column("notes", self.notes);
    column("person", self.person);
    column("choice", self.choice);
  }
};

struct ToldRow {
  static constexpr std::string_view table = "came_told";
  Index work;
  Index gathering;
  Index act;
  Side side = Side::lived;
  std::int64_t people = 0;
  static void fields(auto& self, auto&& column) {
    column("work", self.work);
    column("gathering", self.gathering);
    column("act", self.act);
    column("side", self.side);
    column("people", self.people);
  }
};

void apply(const GatheringCalled& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const GatheringChanged& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const GatheringCalledOff& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const ItemProposed& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const ItemPublished& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const ItemRefused& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const PaperShared& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const AttendanceCounted& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const NotesWritten& act, const kernel::Entry& entry, kernel::Tables& tables);
void apply(const NotesClosed& act, const kernel::Entry& entry, kernel::Tables& tables);

}  // namespace alongside::gathering
