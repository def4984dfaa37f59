// What decide() gives when nothing stands against it: acts for the record, and private rows. Plain data, until the Writer
// carries it out in one transaction.
#pragma once

#include <any>
#include <string>
#include <string_view>
#include <utility>
#include <stdexcept>
#include <vector>

#include "kernel/actor.h"
#include "kernel/codec.h"
#include "kernel/row.h"

namespace alongside::kernel {

template <class T>
concept Act = Fielded<T> && requires { T::kind; };

template <Act A>
constexpr int version_of() {
  if constexpr (requires { A::version; }) {
    return A::version;
  } else {
    return 1;
  }
}

// Whose words an act holds, and whether others may see them yet.
struct Wordsmith {
  Person person = {};     // with whom these words fall; nobody: a body's published words
  bool withheld = false;  // until show_words: somebody must read them first
};

struct PendingAct {
  std::string_view kind;
  int version = 1;
  Json body;
  SaidList words;
  Wordsmith by;
  std::any act;  // the struct itself, for tests
};

enum class Ground { own_wish, named_person, law, safety, mistake };
constexpr auto words_of(Ground) {
  using namespace std::string_view_literals;
  return std::array{"own_wish"sv, "named_person"sv, "law"sv, "safety"sv, "mistake"sv};
}

struct Erasure {
  Index act;
  std::string field;  // empty: every field of it
  Ground ground = Ground::own_wish;
};

struct PrivateStatement {
  std::string sql;
  store::Values values;
};

struct PrivateText {
  std::string name;  // what it is looked up by, unique: "pseudonym/12"
  Person person;     // with whom it falls
  std::string text;  // empty: take it away
};

class Changes {
 public:
  // Puts an act on the record. Its index is Situation::next_index plus the number of acts added before it: given back.
  template <Act A>
  std::int64_t add(A act, Wordsmith by = {}) {
    PendingAct pending{.kind = A::kind, .version = version_of<A>(), .by = by};
    pending.body = to_json(act, "", &pending.words);
    pending.act = std::move(act);
    acts_.push_back(std::move(pending));
    return static_cast<std::int64_t>(acts_.size()) - 1;
  }

  // A private row, kept in a concern's private table.
  template <RowStruct T>
  void keep(const T& row) {
    statements_.push_back({insert_sql<T>(), values_of(row)});
  }
  // An UPDATE or DELETE of private tables. Public tables change by acts alone.
  void run(std::string sql, store::Values values) { statements_.push_back({std::move(sql), std::move(values)}); }
  void keep_private(std::string name, Person person, std::string text) {
    texts_.push_back({std::move(name), person, std::move(text)});
  }

  // Somebody new whom we hold rows about: Situation::next_person. Once an order.
  void create_person(Person person) { created_ = person; }
  void show_words(Index act) { shown_.push_back(act); }                    // no longer withheld
  void withhold_words(Index act) { withheld_.push_back(act); }             // again, where others could read them
  void erase(Erasure erasure) { erasures_.push_back(std::move(erasure)); }
  void forget(Person person, Ground ground) { forgotten_.emplace_back(person, ground); }  // all that falls with them

  // Refused, and yet what is kept above stays: a wrong passphrase is counted. Then there may be no acts.
  void refuse(Problems problems) { refusal_ = std::move(problems); }

  // Said once to the one who asked, and kept nowhere: a code to come back by, a session's token.
  void tell(std::string key, Json value) { told_.set(std::move(key), std::move(value)); }
  // Where a form leads afterwards, instead of the command row's own `then`.
  void then(std::string path) { then_ = std::move(path); }

  const std::vector<PendingAct>& acts() const { return acts_; }
  std::vector<PendingAct>& acts() { return acts_; }
  const std::vector<PrivateStatement>& statements() const { return statements_; }
  const std::vector<PrivateText>& texts() const { return texts_; }
  const std::vector<Index>& shown() const { return shown_; }
  const std::vector<Index>& withheld() const { return withheld_; }
  const std::vector<Erasure>& erasures() const { return erasures_; }
  const std::vector<std::pair<Person, Ground>>& forgotten() const { return forgotten_; }
  Person created() const { return created_; }
  const Problems& refusal() const { return refusal_; }
  const Json& told() const { return told_; }
  const std::string& then() const { return then_; }

  // The first act of this kind, for tests: throws std::logic_error when there is none.
  template <Act A>
  const A& first() const {
    for (const PendingAct& pending : acts_) {
      if (const A* act = std::any_cast<A>(&pending.act)) return *act;
    }
    throw std::logic_error("no act of kind " + std::string(A::kind));
  }
  template <Act A>
  std::vector<A> every() const {
    std::vector<A> out;
    for (const PendingAct& pending : acts_) {
      if (const A* act = std::any_cast<A>(&pending.act)) out.push_back(*act);
    }
    return out;
  }

 private:
  std::vector<PendingAct> acts_;
  std::vector<PrivateStatement> statements_;
  std::vector<PrivateText> texts_;
  std::vector<Index> shown_;
  std::vector<Index> withheld_;
  std::vector<Erasure> erasures_;
  std::vector<std::pair<Person, Ground>> forgotten_;
  Json told_ = Json::object();
  std::string then_;
  Person created_;
  Problems refusal_;
};

}  // namespace alongside::kernel
