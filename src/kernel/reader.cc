#include "kernel/reader.h"

#include "base/hash.h"
#include "kernel/words.h"

namespace alongside::kernel {

std::string LookupKey::digest(std::string_view purpose, std::string_view text) const {
  return std::string(view(hmac_sha256(bytes, std::string(purpose) + '\n' + std::string(text))));
}

std::int64_t Reader::count(std::string_view sql, std::initializer_list<store::Value> values) {
  std::int64_t out = 0;
  bool first = true;
  each(sql, values, [&](const store::Row& row) {
    if (first) out = row.integer(0);
    first = false;
  });
  return out;
}

Text Reader::words_of_row(Index act, std::string_view field, bool withheld_too) const {
  Index at = act;
  std::string path(field);
  // A name that was taken out of somebody's words: the newest replacement speaks.
  connection_.each("SELECT by_act FROM replaced_words WHERE act = $1 AND field = $2 ORDER BY by_act DESC LIMIT 1",
                   std::initializer_list<store::Value>{act.value, path}, [&](const store::Row& row) {
                     at = {row.integer(0)};
                     path = "words";
                   });
  Text text;
  connection_.each("SELECT slot, box, withheld FROM sealed WHERE act = $1 AND field = $2",
                   std::initializer_list<store::Value>{at.value, path}, [&](const store::Row& row) {
                     if (row.integer(2) != 0 && !withheld_too) {
                       text.state = Text::State::withheld;
                       return;
                     }
                     if (vault_ == nullptr) return;
                     const auto key = vault_->key(row.integer(0));
                     const auto opened = key ? open_words(*key, row.blob(1), at, path) : std::nullopt;
                     if (opened) {
                       text = {.state = Text::State::shown, .words = opened->words};
                     } else {
                       text.state = Text::State::erased;  // its key is gone: a crash between two steps of an erasure
                     }
                   });
  if (text.state != Text::State::absent) return text;
  connection_.each("SELECT ground FROM gone_words WHERE act = $1 AND field = $2",
                   std::initializer_list<store::Value>{at.value, path}, [&](const store::Row& row) {
                     text = {.state = Text::State::erased, .ground = std::string(row.text(0))};
                   });
  if (text.state != Text::State::absent) return text;
  connection_.each("SELECT ground FROM erased_words WHERE act = $1 AND field = $2",
                   std::initializer_list<store::Value>{at.value, path}, [&](const store::Row& row) {
                     text = {.state = Text::State::erased, .ground = std::string(row.text(0))};
                   });
  if (text.state != Text::State::absent) return text;
  connection_.each("SELECT act FROM closed_words WHERE act = $1 AND field = $2",
                   std::initializer_list<store::Value>{at.value, path}, [&](const store::Row&) { text.state = Text::State::withheld; });
  return text;
}

Text Reader::words(Index act, std::string_view field) const {
  return act.is_set() ? words_of_row(act, field, false) : Text{};
}
Text Reader::withheld_words(Index act, std::string_view field) const {
  return act.is_set() ? words_of_row(act, field, true) : Text{};
}

std::vector<Index> Reader::replacements(Index act, std::string_view field) const {
  std::vector<Index> out;
  connection_.each("SELECT by_act FROM replaced_words WHERE act = $1 AND (field = $2 OR $3 = '') ORDER BY by_act",
                   {act.value, std::string(field), std::string(field)}, [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

void Reader::each_kept(const std::function<bool(const Kept&)>& each) const {
  if (vault_ == nullptr) return;
  bool goes_on = true;
  connection_.each(
      "SELECT s.act, s.field, s.slot, s.box, s.withheld, r.act, r.field FROM sealed s LEFT JOIN replaced_words r ON r.by_act = s.act "
      "ORDER BY s.act, s.field",
      std::initializer_list<store::Value>{}, [&](const store::Row& row) {
        if (!goes_on) return;
        Kept kept{.act = {row.integer(0)}, .field = std::string(row.text(1)), .withheld = row.integer(4) != 0};
        const auto key = vault_->key(row.integer(2));
        auto opened = key ? open_words(*key, row.blob(3), kept.act, kept.field) : std::nullopt;
        if (!opened) return;
        kept.words = std::move(opened->words);
        if (!row.is_null(5)) kept.act = {row.integer(5)}, kept.field = row.text(6);
        goes_on = each(kept);
      });
}

std::vector<std::pair<std::string, Text>> Reader::all_words(Index act) const {
  std::vector<std::string> fields;
  connection_.each("SELECT field FROM sealed WHERE act = $1 UNION SELECT field FROM gone_words WHERE act = $1 UNION "
                   "SELECT field FROM erased_words WHERE act = $1 UNION SELECT field FROM closed_words WHERE act = $1 ORDER BY 1",
                   std::initializer_list<store::Value>{act.value},
                   [&](const store::Row& row) { fields.emplace_back(row.text(0)); });
  std::vector<std::pair<std::string, Text>> out;
  for (std::string& field : fields) {
    Text text = words(act, field);
    out.emplace_back(std::move(field), std::move(text));
  }
  return out;
}

std::optional<std::string> Reader::private_text(std::string_view name) const {
  std::optional<std::string> out;
  if (vault_ == nullptr) return out;
  connection_.each("SELECT p.slot, t.box FROM private_texts t JOIN persons p ON p.person = t.person WHERE t.name = $1",
                   std::initializer_list<store::Value>{std::string(name)}, [&](const store::Row& row) {
                     if (const auto key = vault_->key(row.integer(0))) {
                       out = store::open_box(*key, row.blob(1), private_bound(name));
                     }
                   });
  return out;
}

std::optional<std::string> Reader::entry(Index index) const {
  std::optional<std::string> out;
  connection_.each("SELECT bytes FROM entries WHERE idx = $1", std::initializer_list<store::Value>{index.value},
                   [&](const store::Row& row) { out = std::string(row.blob(0)); });
  return out;
}

std::optional<Reader::Stamp> Reader::stamp(Index index) const {
  std::optional<Stamp> out;
  connection_.each("SELECT kind, at_day FROM entries WHERE idx = $1", std::initializer_list<store::Value>{index.value},
                   [&](const store::Row& row) {
                     out = Stamp{index, std::string(row.text(0)), Day(static_cast<std::int32_t>(row.integer(1)))};
                   });
  return out;
}

std::vector<Reader::Stamp> Reader::newest(std::int64_t limit) const {
  std::vector<Stamp> out;
  connection_.each("SELECT idx, kind, at_day FROM entries ORDER BY idx DESC LIMIT $1", std::initializer_list<store::Value>{limit},
                   [&](const store::Row& row) {
                     out.push_back({{row.integer(0)}, std::string(row.text(1)), Day(static_cast<std::int32_t>(row.integer(2)))});
                   });
  return out;
}

}  // namespace alongside::kernel
