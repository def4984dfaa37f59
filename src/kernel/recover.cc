// What is done at the start, before anything is read or signed: finish what a crash left half done, and refuse what cannot
// be true.

#include <unistd.h>

#include "kernel/open_place.h"
#include "kernel/record_acts.h"
#include "store/posix_file.h"

namespace alongside::kernel {
namespace {

struct SealedSlots {
  std::vector<std::pair<std::int64_t, std::string>> destroyed;  // act and field whose key is gone
  std::vector<std::int64_t> persons;                            // whose slot is destroyed
  std::int64_t lost = 0;                                        // referenced, and zeros: the vault is not the right one
};

SealedSlots look_at_slots(store::Connection& connection, const store::Vault& vault) {
  SealedSlots out;
  connection.each("SELECT act, field, slot FROM sealed ORDER BY act, field", {}, [&](const store::Row& row) {
    switch (vault.state(row.integer(2))) {
      case store::SlotState::key: break;
      case store::SlotState::destroyed: out.destroyed.emplace_back(row.integer(0), row.text(1)); break;
      case store::SlotState::never_written: ++out.lost; break;
    }
  });
  connection.each("SELECT person, slot FROM persons ORDER BY person", {}, [&](const store::Row& row) {
    switch (vault.state(row.integer(1))) {
      case store::SlotState::key: break;
      case store::SlotState::destroyed: out.persons.push_back(row.integer(0)); break;
      case store::SlotState::never_written: ++out.lost; break;
    }
  });
  return out;
}

void finish_destroying(store::Connection& connection, store::Vault& vault) {
  std::vector<store::Slot> slots;
  connection.each("SELECT slot FROM destroy ORDER BY slot", {}, [&](const store::Row& row) { slots.push_back(row.integer(0)); });
  if (slots.empty()) return;
  vault.destroy(slots);
  connection.run("DELETE FROM destroy", {});
}

// An older database beside a newer vault: what was erased since comes back as rows that no key opens. They go again.
void forget_again(const House& house, store::Connection& connection, const SealedSlots& slots, Day today) {
  connection.begin();
  for (const std::int64_t person : slots.persons) {
    connection.run("DELETE FROM private_texts WHERE person = $1", {person});
    connection.run("DELETE FROM persons WHERE person = $1", {person});
    for (const Concern& concern : house.concerns()) {
      for (const char* statement : concern.forget_statements()) connection.run(statement, {person});
    }
  }
  for (const auto& [act, field] : slots.destroyed) {
    // The ground was in rows that the backup does not have: the person's own wish is the one that needs no proof.
    connection.run("INSERT INTO gone_words (act, field, ground, on_day, person) SELECT act, field, 'own_wish', $1, person "
                   "FROM sealed WHERE act = $2 AND field = $3", {std::int64_t{today.number()}, act, field});
    connection.run("DELETE FROM sealed WHERE act = $1 AND field = $2", {act, field});
  }
  connection.run("UPDATE head SET version = version + 1", {});
  connection.commit();
}

}  // namespace

Status OpenPlace::recover() {
  const auto connection = database_->writer();
  finish_destroying(*connection, *vault_);
  const SealedSlots slots = look_at_slots(*connection, *vault_);
  if (slots.lost > 0) {
    return Problems(std::vector{Problem{
        .code = Code::does_not_match,
        .file = files_.vault(),
        .found = std::to_string(slots.lost) + " keys lost",
        .expected = msg("The vault that belongs to this database. Words are sealed with keys that are not in it: bring back "
                        "the vault, or its second copy. Nothing was changed.")}});
  }
  if (!slots.destroyed.empty() || !slots.persons.empty()) forget_again(house_, *connection, slots, today());

  if (const Status finished = finish_key_change(*connection); !finished) return finished;
  return is_copy() ? hold_against_original(*connection) : hold_against_guard(*connection);
}

// change_key() leaves the next key beside the old one and then says in the record that it goes on from the old origin. From
// there on the old key must not sign: the next one takes its place here, before anything can be signed. Without that act
// the next key has never been used, and goes.
Status OpenPlace::finish_key_change(store::Connection& connection) {
  if (!store::file_exists(files_.next_key())) return Done{};
  const auto from = goes_on_from(connection);
  if (!from || from->name != origin()) {
    ::unlink(files_.next_key().c_str());
    store::sync_folder_of(files_.next_key());
    return Done{};
  }
  auto next = read_key_file(files_.next_key());
  if (!next) return next.problems();
  const Head head = read_head(connection);
  write_guard(files_.guard(), {head.size, head.root});  // the old key's may stand against these entries
  store::rename_durably(files_.next_key(), files_.key());
  key_ = std::move(next).value();
  key_was_replaced_ = true;
  warnings_.push_back(msg("The record's key was replaced: it goes on as {origin}.", {{"origin", origin()}}));
  return Done{};
}

Status OpenPlace::hold_against_guard(store::Connection& connection) {
  auto guard = read_guard(files_.guard());
  if (!guard) return guard.problems();
  guard_ = *guard;
  if (!guard_) return Done{};
  const Head head = read_head(connection);
  const record::NodeSource nodes = [&](int level, std::int64_t index) { return subtree_hash(connection, level, index); };
  const bool holds = guard_->size <= head.size && record::root_of(guard_->size, nodes) == guard_->root;
  if (holds) return Done{};
  const Message why =
      guard_->size > head.size
          ? msg("This record has signed {signed} entries, and the database holds {held}: it was restored from an older copy. "
                "Nothing is signed and no order is taken until the missing entries are fetched (alongside record import) or "
                "the record goes on under a new key (alongside record key --new).",
                {{"signed", std::to_string(guard_->size)}, {"held", std::to_string(head.size)}})
          : msg("The first {signed} entries are not those that this record has signed: the database, or the file named guard, "
                "was changed or is that of another copy. Nothing is signed and no order is taken until the right one is back, "
                "or the record goes on under a new key (alongside record key --new).",
                {{"signed", std::to_string(guard_->size)}});
  stands_still_.add(Problem{.code = Code::cannot_write, .file = files_.guard(), .expected = why});
  warnings_.push_back(why);
  return Done{};
}

Status OpenPlace::hold_against_original(store::Connection& connection) {
  const auto bytes = read_whole_file(files_.checkpoint(), 1 << 20);
  if (!bytes) return bytes.problems();
  const std::vector<record::Verifier> known{key_->verifier};
  const auto opened = record::open_checkpoint(*bytes, known);
  const Head head = read_head(connection);
  if (!opened || opened->checkpoint.size != head.size || opened->checkpoint.root != head.root) {
    return Problems(std::vector{Problem{.code = Code::does_not_match,
                                        .file = files_.checkpoint(),
                                        .expected = msg("The original's signed head, over the entries that lie here. This copy was changed: import it again.")}});
  }
  published_ = *bytes;
  stands_still_.add("", Code::not_allowed,
                    msg("This is a copy of {origin}. It can only be read: what you want to do is done at the original.", {{"origin", origin()}}));
  return Done{};
}

}  // namespace alongside::kernel
