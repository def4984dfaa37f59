// A backup file: "alongside postgresql backup 1\n", then pieces, each a letter, its length (8 bytes, big-endian) and
// its bytes:
//   S  a statement that makes a table, a key or an index
//   C  a COPY … FROM STDIN statement, followed by
//   D  what the server gave for it, in COPY's binary format, in as many pieces as it came
//   Z  last: SHA-256 over the hashes of all pieces before. Without it, or with another, nothing is restored.
#include "store/postgres_files.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <functional>

#include "base/hash.h"
#include "store/posix_file.h"
#include "store/postgres_line.h"
#include "store/postgres_sql.h"

namespace alongside::store {
namespace {

constexpr std::string_view first_line = "alongside postgresql backup 1\n";
constexpr std::size_t piece_bytes_max = std::size_t{1} << 30;  // PostgreSQL's own bound for a row
constexpr std::size_t gathered_bytes = std::size_t{1} << 20;

std::string piece_head(char letter, std::uint64_t length) {
  std::string head(1, letter);
  for (int shift = 56; shift >= 0; shift -= 8) head += static_cast<char>(length >> shift);
  return head;
}

class Writing {
 public:
  explicit Writing(const std::string& path) : file_(path, O_WRONLY | O_CREAT | O_TRUNC) { file_.append(first_line); }
  void put(char letter, std::string_view bytes) {
    const std::string head = piece_head(letter, bytes.size());
    chain_ = sha256(view(chain_), head, bytes);
    file_.append(head);
    file_.append(bytes);
  }
  void finish() {
    file_.append(piece_head('Z', chain_.size()));
    file_.append(view(chain_));
    file_.sync();
  }

 private:
  PosixFile file_;
  Digest chain_{};
};

// Shows each piece but the last, after which the file is known to be whole; throws Failure(corrupt) if it is not.
void read_pieces(const PosixFile& file, const std::function<void(char, const std::string&)>& show) {
  const auto broken = [&] {
    return Failure(Trouble::corrupt, file.path() + ": this is not a whole backup of a PostgreSQL place");
  };
  if (file.read(0, first_line.size()) != first_line) throw broken();
  auto at = static_cast<std::int64_t>(first_line.size());
  Digest chain{};
  for (;;) {
    const std::string head = file.read(at, 9);
    if (head.size() != 9) throw broken();
    std::uint64_t length = 0;
    for (int i = 1; i < 9; ++i) length = length << 8 | static_cast<unsigned char>(head[static_cast<std::size_t>(i)]);
    if (length > piece_bytes_max || static_cast<std::int64_t>(length) > file.size() - at - 9) throw broken();
    const std::string bytes = file.read(at + 9, length);
    at += 9 + static_cast<std::int64_t>(length);
    if (head[0] == 'Z') {
      if (bytes != view(chain) || at != file.size()) throw broken();
      return;
    }
    chain = sha256(view(chain), head, bytes);
    show(head[0], bytes);
  }
}

std::vector<std::string> first_column(PostgresLine& line, const std::string& sql) {
  const PgResult result = line.ask(sql);
  std::vector<std::string> out;
  for (int i = 0; i < PQntuples(result.get()); ++i) out.emplace_back(PQgetvalue(result.get(), i, 0));
  return out;
}

// The catalogue gives names and definitions ready to be used, quoted, and without a schema: it is on the search path.
const std::string tables_sql =
    "SELECT c.oid FROM pg_class c WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = "
    "current_schema()) AND c.relkind = 'r' "
    "ORDER BY c.relname COLLATE \"C\"";

std::string create_table_sql(const std::string& oid) {
  return "SELECT 'CREATE TABLE ' || " + oid +
         "::regclass || ' (' || string_agg(quote_ident(a.attname) || ' ' || "
         "format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attcollation = '\"C\"'::regcollation THEN ' COLLATE "
         "\"C\"' ELSE '' END || "
         "CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || "
         "coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid, true), ''), ', ' ORDER BY a.attnum) || ')' "
         "FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
         "WHERE a.attrelid = " +
         oid + " AND a.attnum > 0 AND NOT a.attisdropped";
}

std::string constraints_sql(const std::string& oid) {
  return "SELECT 'ALTER TABLE ' || " + oid +
         "::regclass || ' ADD CONSTRAINT ' || quote_ident(conname) || ' ' || "
         "pg_get_constraintdef(oid, true) FROM pg_constraint WHERE conrelid = " +
         oid + " ORDER BY contype = 'f', conname COLLATE \"C\"";
}

std::string indexes_sql(const std::string& oid) {
  return "SELECT pg_get_indexdef(i.indexrelid, 0, true) FROM pg_index i WHERE i.indrelid = " + oid +
         " AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 1";
}

void write_rows(PostgresLine& line, const std::string& oid, Writing& out) {
  const std::string table = first_column(line, "SELECT " + oid + "::regclass::text").at(0);
  out.put('C', "COPY " + table + " FROM STDIN (FORMAT binary)");
  line.ask("COPY " + table + " TO STDOUT (FORMAT binary)");
  std::string gathered;
  for (;;) {
    char* row = nullptr;
    const int length = PQgetCopyData(line.raw(), &row, 0);
    if (length < 0) break;
    gathered.append(row, static_cast<std::size_t>(length));
    PQfreemem(row);
    if (gathered.size() >= gathered_bytes) {
      out.put('D', gathered);
      gathered.clear();
    }
  }
  if (!gathered.empty()) out.put('D', gathered);
  for (;;) {
    const PgResult result(PQgetResult(line.raw()));
    if (!result) break;
    line.check(result.get(), "reading " + table);
  }
  if (!line.is_alive()) throw Failure(Trouble::connection_lost, "the connection to PostgreSQL is lost");
}

void end_copy(PostgresLine& line) {
  if (PQputCopyEnd(line.raw(), nullptr) != 1)
    throw Failure(Trouble::connection_lost, "the connection to PostgreSQL is lost");
  for (;;) {
    const PgResult result(PQgetResult(line.raw()));
    if (!result) break;
    line.check(result.get(), "COPY … FROM STDIN");
  }
}

}  // namespace

void backup_postgres(const std::string& url, const std::string& schema, const std::string& file) {
  PostgresLine line(url, schema, false);
  line.ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1");
  const std::string beside = file + ".new";
  {
    Writing out(beside);
    const std::vector<std::string> tables = first_column(line, tables_sql);
    for (const std::string& table : tables) out.put('S', first_column(line, create_table_sql(table)).at(0));
    for (const std::string& table : tables) write_rows(line, table, out);
    for (const std::string& table : tables) {  // keys after rows: built once instead of row by row
      for (const std::string& sql : first_column(line, constraints_sql(table))) out.put('S', sql);
      for (const std::string& sql : first_column(line, indexes_sql(table))) out.put('S', sql);
    }
    out.finish();
  }
  rename_durably(beside, file);
}

void restore_postgres(const std::string& backup, const std::string& url, const std::string& schema) {
  const PosixFile file(backup, O_RDONLY);
  read_pieces(file, [](char, const std::string&) {});  // all of it is sound before anything is dropped
  PostgresLine line(url, schema, true);
  line.ask("BEGIN");
  line.ask("DROP SCHEMA IF EXISTS " + quoted_name(schema) + " CASCADE");
  line.ask("CREATE SCHEMA " + quoted_name(schema));
  bool copying = false;
  read_pieces(file, [&](char letter, const std::string& bytes) {
    if (copying && letter != 'D') {
      end_copy(line);
      copying = false;
    }
    if (letter == 'D') {
      if (PQputCopyData(line.raw(), bytes.data(), static_cast<int>(bytes.size())) != 1) {
        throw Failure(Trouble::connection_lost, "the connection to PostgreSQL is lost");
      }
      return;
    }
    line.ask(bytes);
    copying = letter == 'C';
  });
  if (copying) end_copy(line);
  line.ask("COMMIT");
  line.ask("ANALYZE");  // right after a load, plans without it were 30 to 100 times slower
}

}  // namespace alongside::store
