// An import of valued places, as acts.
#include <set>

#include "base/text.h"
#include "commons/decision/acts.h"
#include "exchange/import_valued.h"

namespace alongside::import {
namespace {

using kernel::Changes;

class Adding {
 public:
  Adding(Changes& changes, const ImportValuedFacts& facts) : changes_(changes), facts_(facts) {
    for (const valued::Told& one : facts.told) alike_.add(one);
  }

  void file(const ValuedFile& file, const std::string& source) {
    const std::size_t source_at = changes_.acts().size();
    source_ = put(source_of(file.file, source, facts_.today));
    for (std::size_t i = 0; i < file.rows.size(); ++i) row(file.file.read.valued[i], file.rows[i]);
    // Nothing new was in it: then it is not put on the record either.
    if (changes_.acts().size() == source_at + 1) changes_.acts().pop_back();
  }

  // Once all files are read: a place that one of them knows by its name is that place and no other.
  void propose() {
    for (const Index valued : told_now_) {
      for (const Index maybe : alike_.maybe(valued)) {
        const valued::Pair pair = valued::pair_of(valued, maybe);
        if (facts_.pairs.knows(pair) || !proposed_.insert(pair).second) continue;
        valued::propose(changes_, pair);
        same_.push(Json::object({{"maybe", pair.maybe.value}, {"valued", pair.valued.value}}));
      }
    }
    if (!proposed_.empty()) changes_.then("/valued/same");
  }

  void tell() {
    import::tell(changes_, "read", registered_ + accounts_ + changed_ + unchanged_);
    import::tell(changes_, "registered", registered_);
    import::tell(changes_, "accounts", accounts_);
    import::tell(changes_, "changed", changed_);
    import::tell(changes_, "unchanged", unchanged_);
    changes_.tell("moves_suggested", std::move(moves_));
    changes_.tell("same_suggested", std::move(same_));
  }

 private:
  template <kernel::Act A>
  Index put(A act) {
    return {facts_.next_index.value + changes_.add(std::move(act))};
  }
  void keep(const std::string& key, Index valued) { valued::keep_known(changes_, key, valued); }
  void account(Index about, const formats::ReadValued& read) {
    const std::string words = account_of(read);
    if (!words.empty()) put(decision::AccountGiven{.about = about, .source = source_, .words = said(words)});
  }

  void suggest_move(Index valued, const formats::ReadValued& read) {
    if (read.move_suggested.empty()) return;
    moves_.push(Json::object({{"valued", valued.value}, {"words", read.move_suggested}}));
  }

  void row(const formats::ReadValued& read, const ValuedRow& known) {
    if (!seen_.insert(known.keys.row).second) {
      ++unchanged_;
    } else if (known.by_account.is_set()) {
      told(known.by_account, read, known);
      ++unchanged_;
    } else if (known.by_row.is_set()) {
      told(known.stands_as, read, known);
      again(read, known);
    } else if (const Index place = same_place(known); place.is_set()) {
      account(place, read);
      suggest_move(place, read);
      keep(known.keys.account, place);
      told(place, read, known);
      ++accounts_;
    } else {
      registered(read, known);
    }
  }

  void told(Index valued, const formats::ReadValued& read, const ValuedRow& known) {
    if (alike_.knows(valued, read.edition)) return;
    const valued::Told one{valued, read.edition, known.like.address, known.like.name};
    alike_.add(one);
    valued::keep_told(changes_, one);
    told_now_.push_back(valued);
  }

  // On the record before this order, or from another file of it.
  Index same_place(const ValuedRow& known) const {
    if (known.by_place.is_set() || known.keys.place.empty()) return known.by_place;
    const auto here = places_.find(known.keys.place);
    return here == places_.end() ? Index{} : here->second;
  }

  // A later copy of the same edition. What a person has said since is not undone.
  void again(const formats::ReadValued& read, const ValuedRow& known) {
    auto history = history_of(read, facts_.today);
    const auto now = history.empty() ? valued::ValuedStatus::open : history.back().status;
    if (known.now.said_by_a_person || now == known.now.status) {
      ++unchanged_;
      return;
    }
    valued::ValuedStatusChanged act = history.empty() ? valued::ValuedStatusChanged{} : std::move(history.back());
    act.valued = known.by_row;
    act.source = source_;
    const bool is_merged = known.stands_as != known.by_row;
    if (is_merged && !known.stands_now.said_by_a_person && now != known.stands_now.status) {
      // It stood on the register twice: this is news of the one that stays too, or nobody would see it.
      valued::ValuedStatusChanged of_the_one = act;
      of_the_one.valued = known.stands_as;
      put(std::move(of_the_one));
    }
    put(std::move(act));
    ++changed_;
  }

  Index runs_it(const formats::ReadValued& read) const {
    const bool by_authority = read.run_by == "the local authority" || read.run_by.empty();
    const auto found = facts_.bodies.find(folded(by_authority ? read.authority : read.run_by));
    return found == facts_.bodies.end() ? Index{} : found->second;
  }

  void registered(const formats::ReadValued& read, const ValuedRow& known) {
    std::string run_by = read.run_by;
    if (read.edition != "own" && !run_by.empty()) run_by += ": " + read.authority;
    auto opened = read.opened;
    if (opened && opened->first() > facts_.today) opened.reset();
    const Index valued = put(valued::ValuedRegistered{
        .name = said(read.name),
        .support = kernel::with_word<valued::SupportKind>(read.support).value_or(valued::SupportKind::open_place),
        .where = said(where_of(read)),
        .what_for = said(read.what_for),
        .run_by = said(run_by),
        .body = runs_it(read),
        .opened = opened,
        .source_id = said(read.source_id),
        .source = source_});
    for (valued::ValuedStatusChanged& event : history_of(read, facts_.today)) {
      event.valued = valued;
      event.source = source_;
      put(std::move(event));
    }
    if (read.edition != "own") account(valued, read);
    keep(known.keys.row, valued);
    keep(known.keys.place, valued);
    if (!known.keys.place.empty()) places_.emplace(known.keys.place, valued);
    told(valued, read, known);
    suggest_move(valued, read);
    ++registered_;
  }

  Changes& changes_;
  const ImportValuedFacts& facts_;
  Index source_;
  std::set<std::string> seen_;
  std::map<std::string, Index> places_;  // registered in this order
  Alike alike_;
  std::vector<Index> told_now_;  // by files of this order
  std::set<valued::Pair> proposed_;
  Json moves_ = Json::array(), same_ = Json::array();
  std::size_t registered_ = 0, accounts_ = 0, changed_ = 0, unchanged_ = 0;
};

}  // namespace

Result<Changes> decide(const ImportValuedFacts& facts, ImportValued asked) {
  if (facts.problems.any()) return facts.problems;
  Changes changes;
  Adding adding(changes, facts);
  for (const ValuedFile& file : facts.files) adding.file(file, asked.source);
  adding.propose();
  adding.tell();
  return changes;
}

}  // namespace alongside::import
