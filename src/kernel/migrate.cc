#include "kernel/migrate.h"

#include <algorithm>

#include "base/text.h"
#include "kernel/carry_out.h"
#include "kernel/private.sql.h"

namespace alongside::kernel {
namespace {

std::string shape_of(const Concern& concern) { return hex(view(sha256(concern.tables_sql()))); }

// The parts of a private.sql, each begun by a line "-- migration N".
std::vector<std::pair<std::int64_t, std::string>> migrations(std::string_view sql) {
  constexpr std::string_view mark = "-- migration ";
  std::vector<std::pair<std::int64_t, std::string>> out;
  for (std::size_t at = sql.find(mark); at != sql.npos;) {
    const std::size_t next = sql.find(mark, at + mark.size());
    const std::string_view part = sql.substr(at, next == sql.npos ? sql.npos : next - at);
    const std::size_t line_end = part.find('\n');
    const auto number = whole_number(trimmed(part.substr(mark.size(), line_end - mark.size())));
    if (!number) throw std::logic_error("a private.sql has a migration without a number");
    out.emplace_back(*number, std::string(part));
    at = next;
  }
  return out;
}

std::int64_t migrated_to(store::Connection& connection, const std::string& concern) {
  std::int64_t number = 0;
  connection.each("SELECT number FROM migrated WHERE concern = $1", {concern},
                  [&](const store::Row& row) { number = row.integer(0); });
  return number;
}

void migrate(const Concern& concern, store::Connection& connection) {
  const std::int64_t done = migrated_to(connection, concern.name());
  for (const auto& [number, sql] : migrations(concern.private_sql())) {
    if (number <= done) continue;
    connection.script(sql);
    connection.run("DELETE FROM migrated WHERE concern = $1", {concern.name()});
    connection.run("INSERT INTO migrated (concern, number) VALUES ($1, $2)", {concern.name(), number});
  }
}

void make_public(const Concern& concern, store::Connection& connection) {
  connection.script(concern.tables_sql());
  connection.run("DELETE FROM folded WHERE concern = $1", {concern.name()});
  connection.run("INSERT INTO folded (concern, shape) VALUES ($1, $2)", {concern.name(), shape_of(concern)});
}

void drop_public(const House& house, store::Connection& connection) {
  for (const Concern& concern : house.concerns()) {
    for (const std::string& table : tables_in(concern.tables_sql())) connection.script("DROP TABLE IF EXISTS " + table);
  }
}

Status fold_everything(const House& house, store::Connection& connection, Progress& progress) {
  std::int64_t size = 0;
  connection.each("SELECT size FROM head", {}, [&](const store::Row& row) { size = row.integer(0); });
  constexpr std::int64_t chunk = 4096;
  for (std::int64_t from = 0; from < size; from += chunk) {
    std::vector<std::string> entries;
    connection.each("SELECT bytes FROM entries WHERE idx >= $1 AND idx < $2 ORDER BY idx", {from, from + chunk},
                    [&](const store::Row& row) { entries.emplace_back(row.blob(0)); });
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Status done = fold_entry(house, {from + static_cast<std::int64_t>(i)}, entries[i], connection);
      if (!done) return done;
    }
    if (!progress.at(std::min(from + chunk, size), size, "acts folded")) {
      return problem(Code::wrong_state, "", msg("Stopped before the end. Nothing was changed."));
    }
  }
  return Done{};
}

}  // namespace

void create_public_tables(const House& house, store::Connection& connection) {
  for (const Concern& concern : house.concerns()) connection.script(concern.tables_sql());
}

void create_all_tables(const House& house, store::Connection& connection) {
  connection.script(private_sql);
  for (const Concern& concern : house.concerns()) {
    make_public(concern, connection);
    migrate(concern, connection);
  }
}

Status refold_all(const House& house, store::Connection& connection, Progress& progress) {
  connection.begin();
  drop_public(house, connection);
  for (const Concern& concern : house.concerns()) make_public(concern, connection);
  const Status done = fold_everything(house, connection, progress);
  if (done.ok()) {
    connection.commit();
  } else {
    connection.rollback();
  }
  return done;
}

Status bring_up_to_date(const House& house, store::Connection& connection) {
  connection.begin();
  for (const Concern& concern : house.concerns()) migrate(concern, connection);
  connection.commit();
  bool stale = false;
  for (const Concern& concern : house.concerns()) {
    std::string shape;
    connection.each("SELECT shape FROM folded WHERE concern = $1", {concern.name()},
                    [&](const store::Row& row) { shape = row.text(0); });
    stale = stale || shape != shape_of(concern);
  }
  if (!stale) return Done{};
  // Folds read only their own tables, but one act is folded by several concerns: all of them are folded anew together.
  Quiet quiet;
  return refold_all(house, connection, quiet);
}

std::vector<TableDigest> digests(const House& house, store::Connection& connection) {
  std::vector<TableDigest> out;
  for (const std::string& table : house.public_tables()) {
    TableDigest one{.table = table};
    std::vector<std::string> rows;
    connection.each("SELECT * FROM " + table, {}, [&](const store::Row& row) {
      std::string line;
      for (int i = 0; i < row.columns(); ++i) {
        // Length first, so that two rows never read the same; a blob and a text of the same bytes differ by column anyway.
        const std::string cell = row.is_null(i) ? "~" : row.as_text(i);
        line += std::to_string(cell.size()) + ":" + cell;
      }
      rows.push_back(std::move(line));
    });
    std::sort(rows.begin(), rows.end());
    std::string all;
    for (const std::string& line : rows) all += line + "\n";
    one.rows = static_cast<std::int64_t>(rows.size());
    one.digest = sha256(table, "\n", all);
    out.push_back(std::move(one));
  }
  return out;
}

Digest digest_of(const std::vector<TableDigest>& tables) {
  std::string all;
  for (const TableDigest& one : tables) all += one.table + " " + std::to_string(one.rows) + " " + hex(view(one.digest)) + "\n";
  return sha256(all);
}

}  // namespace alongside::kernel
