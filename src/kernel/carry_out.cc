#include "kernel/carry_out.h"

#include <algorithm>
#include <stdexcept>

#include "base/random.h"
#include "kernel/words.h"
#include "record/commitment.h"

namespace alongside::kernel {
namespace {

// The place in a body where a path leads: "options/0/why_not".
Json& at_path(Json& body, std::string_view path) {
  Json* at = &body;
  for (const std::string_view step : split(path, '/')) {
    if (at->is_array()) {
      at = &at->items()[static_cast<std::size_t>(*whole_number(step))];
    } else {
      at = at->find(step);
    }
    if (at == nullptr) throw std::logic_error("an act names words where it has none: " + std::string(path));
  }
  return *at;
}

// Step 4 of the commit, for one order: each word gets a salt, a slot and a box.
std::vector<store::Values> seal_all(PendingAct& act, Index index, store::Vault& vault) {
  std::vector<store::Values> rows;
  if (act.words.empty()) return rows;
  store::Slot slot = vault.reserve(static_cast<std::int64_t>(act.words.size()));
  for (SaidAt& said : act.words) {
    auto words = as_words(said.words);
    if (!words) throw std::logic_error("words that cannot be committed to at " + said.path);
    Opened opened{.words = std::move(words).value()};
    const std::string chance = secret_bytes(opened.salt.size());
    std::copy(chance.begin(), chance.end(), opened.salt.begin());
    at_path(act.body, said.path) = record::commitment_json(record::commit(opened.salt, said.path, opened.words));
    rows.push_back({index.value, said.path, act.by.person.value, slot,
                    store::Blob{seal_words(*vault.key(slot), opened, index, said.path)},
                    std::int64_t{act.by.withheld ? 1 : 0}});
    ++slot;
  }
  return rows;
}

void erase_field(store::Connection& connection, Index act, const std::string& field, Ground ground, Day today,
                 std::vector<Index>& changed) {
  changed.push_back(act);
  const std::initializer_list<store::Value> where{act.value, field};
  connection.run("INSERT INTO destroy (slot) SELECT slot FROM sealed WHERE act = $1 AND field = $2", where);
  connection.run(
      "INSERT INTO gone_words (act, field, ground, on_day, person) "
      "SELECT act, field, $1, $2, person FROM sealed WHERE act = $3 AND field = $4",
      {std::string(word_of(ground)), std::int64_t{today.number()}, act.value, field});
  connection.run("DELETE FROM sealed WHERE act = $1 AND field = $2", where);
}

void erase(store::Connection& connection, const Erasure& erasure, Day today, std::vector<Index>& changed) {
  std::vector<std::string> fields;
  if (!erasure.field.empty()) {
    fields.push_back(erasure.field);
  } else {
    connection.each("SELECT field FROM sealed WHERE act = $1 ORDER BY field", {erasure.act.value},
                    [&](const store::Row& row) { fields.emplace_back(row.text(0)); });
  }
  for (const std::string& field : fields) erase_field(connection, erasure.act, field, erasure.ground, today, changed);
}

void forget(const House& house, store::Connection& connection, Person person, Ground ground, Day today,
            std::vector<Index>& changed) {
  std::vector<std::pair<Index, std::string>> words;
  connection.each("SELECT act, field FROM sealed WHERE person = $1 ORDER BY act, field", {person.value},
                  [&](const store::Row& row) { words.emplace_back(Index{row.integer(0)}, std::string(row.text(1))); });
  for (const auto& [act, field] : words) erase_field(connection, act, field, ground, today, changed);
  connection.run("INSERT INTO destroy (slot) SELECT slot FROM persons WHERE person = $1", {person.value});
  connection.run("DELETE FROM private_texts WHERE person = $1", {person.value});
  connection.run("DELETE FROM persons WHERE person = $1", {person.value});
  for (const Concern& concern : house.concerns()) {
    for (const char* statement : concern.forget_statements()) connection.run(statement, {person.value});
  }
}

void keep_private(store::Connection& connection, store::Vault& vault, const PrivateText& text) {
  connection.run("DELETE FROM private_texts WHERE name = $1", {text.name});
  if (text.text.empty()) return;
  std::optional<store::Key> key;
  connection.each("SELECT slot FROM persons WHERE person = $1", {text.person.value},
                  [&](const store::Row& row) { key = vault.key(row.integer(0)); });
  if (!key) throw std::logic_error("a private text for a person who is not here");
  connection.run("INSERT INTO private_texts (name, person, box) VALUES ($1, $2, $3)",
                 {text.name, text.person.value, store::Blob{store::seal(*key, text.text, private_bound(text.name))}});
}

}  // namespace

Status fold_entry(const House& house, Index index, std::string_view bytes, store::Connection& connection) {
  const auto entry = record::parse_entry(bytes);
  if (!entry) return entry.problems();
  return fold_entry(house, index, *entry, connection);
}

Status fold_entry(const House& house, Index index, const record::Entry& entry, store::Connection& connection) {
  const auto& folds = house.folds(entry.kind, entry.version);
  if (folds.empty()) {
    return problem(Code::not_supported, "act", msg("An act of a kind and version that this program knows."), entry.kind);
  }
  Tables tables(connection);
  for (const House::FoldOf& fold : folds) {
    const Status done = fold.kind->fold(entry.body, Entry{index, entry.at, entry.version}, tables);
    if (!done) return done;
  }
  return Done{};
}

Carried carry_out(const House& house, Changes changes, Day today, store::Connection& connection, store::Vault& vault,
                  LogTail& tail) {
  Carried carried;
  if (changes.created().is_set()) {
    const store::Slot slot = vault.reserve(1);
    connection.run("INSERT INTO persons (person, slot) VALUES ($1, $2)", {changes.created().value, slot});
  }

  std::vector<LogTail::NewEntry> entries;
  std::vector<store::Values> sealed;
  entries.reserve(changes.acts().size());
  for (PendingAct& act : changes.acts()) {
    const Index index{tail.size() + static_cast<std::int64_t>(entries.size())};
    for (store::Values& row : seal_all(act, index, vault)) sealed.push_back(std::move(row));
    auto bytes = record::print(record::Entry{.kind = std::string(act.kind), .at = today, .body = std::move(act.body), .version = act.version});
    if (!bytes) throw std::logic_error("an act that cannot be an entry: " + in_english(bytes.problems().list().front()));
    entries.push_back({std::string(act.kind), today.number(), std::move(bytes).value()});
    carried.acts.push_back(index);
  }
  if (!entries.empty()) {
    tail.append(entries);
    connection.run_many("INSERT INTO sealed (act, field, person, slot, box, withheld) VALUES ($1, $2, $3, $4, $5, $6)", sealed);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Status folded = fold_entry(house, carried.acts[i], entries[i].bytes, connection);
      if (!folded) throw std::logic_error("an act that does not fold: " + in_english(folded.problems().list().front()));
    }
  }

  for (const PrivateStatement& statement : changes.statements()) connection.run(statement.sql, statement.values);
  for (const PrivateText& text : changes.texts()) keep_private(connection, vault, text);
  for (const Index act : changes.shown()) {
    connection.run("UPDATE sealed SET withheld = 0 WHERE act = $1", {act.value});
    carried.words_changed.push_back(act);
  }
  for (const Index act : changes.withheld()) {
    connection.run("UPDATE sealed SET withheld = 1 WHERE act = $1", {act.value});
    carried.words_changed.push_back(act);
  }
  for (const Erasure& erasure : changes.erasures()) erase(connection, erasure, today, carried.words_changed);
  for (const auto& [person, ground] : changes.forgotten()) forget(house, connection, person, ground, today, carried.words_changed);
  if (!carried.words_changed.empty()) tail.touched();
  return carried;
}

}  // namespace alongside::kernel
