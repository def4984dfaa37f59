#include "kernel/record_acts.h"

#include <algorithm>
#include <set>

#include "kernel/proposals.h"
#include "kernel/record_private.sql.h"
#include "kernel/tables.sql.h"

namespace alongside::kernel {
namespace {

// ---- folds ----------------------------------------------------------------------------------------------------------

struct ErasedRow {
  static constexpr std::string_view table = "erased_words";
  Index act;
  std::string field;
  Ground ground = Ground::own_wish;
  Index notice;
  static void fields(auto& self, auto&& column) {
    column("act", self.act);
    column("field", self.field);
    column("ground", self.ground);
    column("notice", self.notice);
  }
};

struct ReplacedRow {
  static constexpr std::string_view table = "replaced_words";
  Index act;
  std::string field;
  Index by;
  static void fields(auto& self, auto&& column) {
    column("act", self.act);
    column("field", self.field);
    column("by_act", self.by);
  }
};

struct EventRow {
  static constexpr std::string_view table = "record_events";
  Index index;
  std::string kind;
  std::string origin;
  std::int64_t size = 0;
  Digest root{};
  static void fields(auto& self, auto&& column) {
    column("idx", self.index);
    column("kind", self.kind);
    column("origin", self.origin);
    column("size", self.size);
    column("root", self.root);
  }
};

}  // namespace

void apply(const ContentErased& act, const Entry& entry, Tables& tables) {
  for (const ErasedField& one : act.erased) {
    tables.run("DELETE FROM erased_words WHERE act = $1 AND field = $2", {one.act.value, one.field});
    tables.put(ErasedRow{one.act, one.field, one.ground, entry.index});
  }
}
void apply(const WordsReplaced& act, const Entry& entry, Tables& tables) {
  tables.put(ReplacedRow{act.act, act.field, entry.index});
}
void apply(const RecordRestored& act, const Entry& entry, Tables& tables) {
  tables.put(EventRow{entry.index, std::string(act.kind), act.origin, act.size, act.root});
}
void apply(const KeyChanged& act, const Entry& entry, Tables& tables) {
  tables.put(EventRow{entry.index, std::string(act.kind), act.origin, act.size, act.root});
}
void apply(const RecordClosed& act, const Entry& entry, Tables& tables) {
  tables.put(EventRow{entry.index, std::string(act.kind), "", act.size, {}});
}

std::optional<OldOrigin> goes_on_from(store::Connection& connection) {
  std::optional<OldOrigin> out;
  connection.each(
      "SELECT origin, size, root FROM record_events WHERE idx = (SELECT size - 1 FROM head) AND origin <> ''", {},
      [&](const store::Row& row) { out = OldOrigin{std::string(row.text(0)), row.integer(1), as_digest(row.blob(2))}; });
  return out;
}

std::string erased_list(store::Connection& connection) {
  Json list = Json::array();
  connection.each("SELECT act, field, ground, notice FROM erased_words ORDER BY act, field", {}, [&](const store::Row& row) {
    list.push(Json::object({{"field", row.text(1)}, {"ground", row.text(2)}, {"index", row.integer(0)}, {"notice", row.integer(3)}}));
  });
  return Json::object({{"erased", std::move(list)}}).canonical();
}

namespace {

// ---- erasing --------------------------------------------------------------------------------------------------------

// Takes words away: everywhere, at once. What was decided stays; only who reads on sees that words were here.
struct Erase {
  Index act;
  std::string field;  // "reasons", "deciders/0/name"; empty: every word of that act
  Ground ground = Ground::own_wish;
  Said instead;       // the same words without the name, where somebody is named inside another's words
  static void fields(auto& self, auto&& field_) {
    field_("act", self.act);
    field_("field", self.field);
    field_("ground", self.ground);
    field_("instead", self.instead);
  }
};
struct EraseFacts {
  bool is_there = false;
  Person words_of;
  Person asking;
  std::vector<Index> replacements;
};

EraseFacts look(const Situation& situation, const Erase& asked) {
  EraseFacts facts{.asking = situation.actor.person};
  situation.reader.each("SELECT person FROM sealed WHERE act = $1 AND (field = $2 OR $3 = '')",
                        {asked.act.value, asked.field, asked.field}, [&](const store::Row& row) {
                          facts.is_there = true;
                          if (row.integer(0) != 0) facts.words_of = {row.integer(0)};
                        });
  // A wording that took the place of these words goes with them.
  facts.replacements = situation.reader.replacements(asked.act, asked.field);
  facts.is_there = facts.is_there || !facts.replacements.empty();
  return facts;
}

Result<Changes> decide(const EraseFacts& facts, Erase asked) {
  Problems problems;
  if (!asked.act.is_set()) problems.add("act", Code::missing, msg("Give the entry whose words go."));
  if (asked.act.is_set() && !facts.is_there) {
    problems.add("field", Code::not_found, msg("There are no such words in this entry. They may have been erased before."), asked.field);
  }
  if (facts.asking.is_set() && facts.asking == facts.words_of) {
    problems.add("act", Code::not_allowed, msg("A keeper never erases what is about themselves. Ask another keeper."));
  }
  if (!asked.instead.empty() && asked.field.empty()) {
    problems.add("field", Code::missing, msg("Say which words the new wording takes the place of."));
  }
  if (problems.any()) return problems.take();

  Changes changes;
  changes.erase({.act = asked.act, .field = asked.field, .ground = asked.ground});
  for (const Index replacement : facts.replacements) {
    changes.erase({.act = replacement, .field = "words", .ground = asked.ground});
  }
  if (!asked.instead.empty()) {
    changes.add(WordsReplaced{.act = asked.act, .field = asked.field, .ground = asked.ground, .words = std::move(asked.instead)},
                {.person = facts.words_of});
  }
  return changes;
}

// ---- one's own words ------------------------------------------------------------------------------------------------

// A member takes back what they wrote, piece by piece, and gives no reason.
struct EraseOwn {
  Index act;
  std::string field;
  static void fields(auto& self, auto&& field_) {
    field_("act", self.act);
    field_("field", self.field);
  }
};
struct EraseOwnFacts {
  std::vector<Erasure> erasures;  // the words, and the wording that took their place
};

EraseOwnFacts look(const Situation& situation, const EraseOwn& asked) {
  EraseOwnFacts facts;
  situation.reader.each(
      "SELECT act, field FROM sealed WHERE person = $1 AND ((act = $2 AND field = $3) OR (field = 'words' AND act IN "
      "(SELECT by_act FROM replaced_words WHERE act = $4 AND field = $5))) ORDER BY act, field",
      {situation.actor.person.value, asked.act.value, asked.field, asked.act.value, asked.field},
      [&](const store::Row& row) { facts.erasures.push_back({{row.integer(0)}, std::string(row.text(1)), Ground::own_wish}); });
  return facts;
}

Result<Changes> decide(const EraseOwnFacts& facts, const EraseOwn& asked) {
  if (facts.erasures.empty()) {
    return problem(Code::not_found, "field", msg("There are no such words of yours. They may have been erased before."), asked.field);
  }
  Changes changes;
  for (const Erasure& erasure : facts.erasures) changes.erase(erasure);
  return changes;
}

// Words of theirs stand under this number.
bool own_words(const MayAsk& ask) {
  return may::a_member(ask) &&
         ask.reader.count("SELECT COUNT(*) FROM sealed WHERE act = $1 AND person = $2",
                          {ask.index("act").value, ask.actor.person.value}) > 0;
}

// ---- the notice -----------------------------------------------------------------------------------------------------

constexpr std::size_t fields_min = 5;
constexpr std::size_t persons_min = 3;
constexpr int days_max = 92;

// On the 1st of a month if at least 5 fields of at least 3 persons wait; at the latest after 92 days, single field or not.
Result<Changes> notice_due(const Situation& situation) {
  ContentErased notice{.month = *When::parse(situation.today.iso().substr(0, 7))};
  std::set<std::int64_t> persons;
  Day oldest = situation.today;
  situation.reader.each("SELECT act, field, ground, on_day, person FROM gone_words ORDER BY act, field", {}, [&](const store::Row& row) {
    notice.erased.push_back({{row.integer(0)}, std::string(row.text(1)), with_word<Ground>(row.text(2)).value_or(Ground::own_wish)});
    // Words of nobody in particular (a body's) count as one person each: they point at no one.
    persons.insert(row.integer(4) != 0 ? row.integer(4) : -1 - row.integer(0));
    oldest = std::min(oldest, Day(static_cast<std::int32_t>(row.integer(3))));
  });
  const bool enough = notice.erased.size() >= fields_min && persons.size() >= persons_min;
  const bool is_first = situation.today.date().day == 1;
  Changes changes;
  if (notice.erased.empty() || !((is_first && enough) || situation.today - oldest >= days_max)) return changes;
  // An entry holds at most 65,535 bytes: a long notice is several.
  constexpr std::size_t a_notice_max = 400;
  for (std::size_t from = 0; from < notice.erased.size(); from += a_notice_max) {
    const std::size_t to = std::min(from + a_notice_max, notice.erased.size());
    changes.add(ContentErased{.month = notice.month,
                              .erased = {notice.erased.begin() + static_cast<std::ptrdiff_t>(from),
                                         notice.erased.begin() + static_cast<std::ptrdiff_t>(to)}});
  }
  changes.run("DELETE FROM gone_words", {});
  return changes;
}

// Keys of orders are remembered for a month: no form and no script tries longer.
Result<Changes> old_keys_due(const Situation& situation) {
  Changes changes;
  constexpr std::int64_t days_kept = 31;
  const std::int64_t before = situation.today.number() - days_kept;
  if (situation.reader.count("SELECT COUNT(*) FROM answered WHERE on_day < $1", {before}) > 0) {
    changes.run("DELETE FROM answered WHERE on_day < $1", {before});
  }
  return changes;
}

CommandRow erase_row() {
  return {.words = "erase",
          .path = "/desk/erase",
          .may = may::keeper,
          .may_propose = may::a_moderator,
          .title = msg("Take words away"),
          .lede = msg("The words go from every page, every export and the disk, at once. That something was decided stays."),
          .submit = msg("Take them away"),
          .fields = {{.field = "act", .label = msg("Entry"), .hint = msg("Its number in the record"), .required = true},
                     {.field = "field", .label = msg("Which words"), .hint = msg("Leave this empty to take all words of the entry"), .one_line = true},
                     {.field = "ground", .label = msg("Why"), .required = true,
                      .choice_labels = {msg("The writer wishes it"), msg("Somebody is named"), msg("The law asks for it"),
                                        msg("Somebody's safety"), msg("It was a mistake")}},
                     {.field = "instead", .label = msg("The same words without the name"), .hint = msg("Only if the rest should stay. Write “[name removed]” where the name was.")}},
          .then = "/record/{act}"};
}

CommandRow erase_own_row() {
  return {.words = "words erase",
          .path = "/me/words/{act}/erase",
          .may = own_words,
          .title = msg("Take your words away"),
          .lede = msg("They go from every page, every export and the disk, at once. Nobody can bring them back."),
          .submit = msg("Take them away"),
          .fields = {{.field = "field", .label = msg("Which words"), .hidden = true}},
          .then = "/me",
          .done = msg("Your words are gone.")};
}

}  // namespace

Concern record_concern() {
  return with_proposals(Concern("record", tables_sql, record_private_sql)
                            .acts<ContentErased, WordsReplaced, RecordRestored, KeyChanged, RecordClosed>()
                            .command<Erase>(erase_row())
                            .command<EraseOwn>(erase_own_row())
                            .due({.words = "due erasure-notice", .run = notice_due})
                            .due({.words = "due old-keys", .run = old_keys_due}));
}

}  // namespace alongside::kernel
