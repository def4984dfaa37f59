// A concern made for tests of the machinery: notes that somebody puts on a wall.
#pragma once

#include "kernel/concern.h"

namespace alongside::kernel {
namespace wall {

struct Noted {
  static constexpr std::string_view kind = "wall.noted";
  Said words;
  std::optional<When> on;
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("words", self.words);
  }
};
struct NoteRow {
  static constexpr std::string_view table = "notes";
  Index note;
  std::optional<When> on;
  static void fields(auto& self, auto&& column) {
    column("note", self.note);
    column("on_when", self.on);
  }
};
inline void apply(const Noted& act, const Entry& entry, Tables& tables) { tables.put(NoteRow{entry.index, act.on}); }

struct Open {
  static void fields(auto&, auto&&) {}
};
struct Nothing {};
inline Nothing look(const Situation&, const Open&) { return {}; }
inline Result<Changes> decide(Nothing, Open) { return Changes(); }

struct PutNote {
  Said words;
  std::optional<When> on;
  bool withheld = false;
  bool by_somebody_new = false;
  bool fails_at_last = false;  // when its act stands already: no order should, so the machinery is tried with it
  static void fields(auto& self, auto&& field) {
    field("by_somebody_new", self.by_somebody_new);
    field("fails_at_last", self.fails_at_last);
    field("on", self.on);
    field("withheld", self.withheld);
    field("words", self.words);
  }
};
struct NoteFacts {
  Person next;
};
inline NoteFacts look(const Situation& situation, const PutNote&) { return {situation.next_person}; }
inline Result<Changes> decide(const NoteFacts& facts, PutNote asked) {
  if (asked.words.empty()) return problem(Code::missing, "words", msg("Write something."));
  Changes changes;
  Wordsmith by{.withheld = asked.withheld};
  if (asked.by_somebody_new) {
    changes.create_person(facts.next);
    changes.keep_private("wall/" + std::to_string(facts.next.value), facts.next, "a private text of this person");
    by.person = facts.next;
  }
  changes.add(Noted{.words = std::move(asked.words), .on = asked.on}, by);
  if (asked.fails_at_last) changes.run("INSERT INTO persons (person, slot) VALUES ($1, NULL)", {facts.next.value});
  return changes;
}

struct Forget {
  std::int64_t person = 0;
  static void fields(auto& self, auto&& field) { field("person", self.person); }
};
inline Nothing look(const Situation&, const Forget&) { return {}; }
inline Result<Changes> decide(Nothing, Forget asked) {
  Changes changes;
  changes.forget({asked.person}, Ground::own_wish);
  return changes;
}

inline std::vector<Concern> concerns() {
  std::vector<Concern> out;
  out.push_back(Concern("wall", "CREATE TABLE notes (note INTEGER PRIMARY KEY, on_when TEXT);", "")
                    .acts<Noted>()
                    .command<Open>({.words = "place open", .path = "/open", .may = may::keeper})
                    .command<PutNote>({.words = "note", .path = "/note", .may = may::anyone})
                    .command<Forget>({.words = "forget", .path = "/forget", .may = may::keeper}));
  return out;
}

inline Json note(std::string words) { return Json::object({{"words", std::move(words)}}); }

}  // namespace wall

}  // namespace alongside::kernel
