#include "kernel/migrate.h"

#include <algorithm>
#include <atomic>
#include <future>

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

namespace {

TableDigest digest_of_table(const std::string& table, store::Connection& connection) {
  std::string
      all;  // the lines one after another: millions of them, each in memory of its own, would cost twice as much
  std::vector<std::pair<std::size_t, std::size_t>> lines;  // from, to
  connection.each("SELECT * FROM " + table, {}, [&](const store::Row& row) {
    const std::size_t from = all.size();
    for (int i = 0; i < row.columns(); ++i) {
      // Length first, so that two rows never read the same; a blob and a text of the same bytes differ by column
      // anyway.
      const std::string cell = row.is_null(i) ? "~" : row.as_text(i);
      all += std::to_string(cell.size());
      all += ':';
      all += cell;
    }
    lines.emplace_back(from, all.size());
  });
  const auto line = [&](const auto& range) {
    return std::string_view(all).substr(range.first, range.second - range.first);
  };
  std::sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) { return line(a) < line(b); });
  std::string sorted;
  sorted.reserve(all.size() + lines.size());
  for (const auto& range : lines) {
    sorted += line(range);
    sorted += '\n';
  }
  return {.table = table, .rows = static_cast<std::int64_t>(lines.size()), .digest = sha256(table, "\n", sorted)};
}

}  // namespace

std::vector<TableDigest> digests(const House& house, store::Connection& connection) {
  std::vector<TableDigest> out;
  for (const std::string& table : house.public_tables()) out.push_back(digest_of_table(table, connection));
  return out;
}

std::vector<TableDigest> digests(const House& house, store::Database& database) {
  const std::vector<std::string> tables = house.public_tables();
  std::vector<TableDigest> out(tables.size());
  std::atomic<std::size_t> next = 0;  // whoever is free takes the next table; each writes only its own place of `out`
  const auto work = [&] {
    const auto connection = database.reader();
    for (std::size_t i = next++; i < tables.size(); i = next++) out[i] = digest_of_table(tables[i], *connection);
  };
  std::future<void> other = std::async(std::launch::async, work);
  work();
  other.get();
  return out;
}

Digest digest_of(const std::vector<TableDigest>& tables) {
  std::string all;
  for (const TableDigest& one : tables)
    all += one.table + " " + std::to_string(one.rows) + " " + hex(view(one.digest)) + "\n";
  return sha256(all);
}

}  // namespace alongside::kernel
