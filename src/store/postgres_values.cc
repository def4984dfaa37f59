#include "store/postgres_values.h"

#include <libpq-fe.h>

#include <algorithm>
#include <bit>

#include "base/text.h"
#include "store/statement_text.h"

namespace alongside::store {
namespace {

constexpr unsigned oid_bool = 16;
constexpr unsigned oid_int2 = 21;
constexpr unsigned oid_int4 = 23;
constexpr unsigned oid_numeric = 1700;
constexpr unsigned oid_bytea_array = 1001;
constexpr unsigned oid_text_array = 1009;
constexpr unsigned oid_int8_array = 1016;

template <class Number>
void append_big_endian(std::string& out, Number number) {
  for (int shift = static_cast<int>(sizeof(Number)) * 8 - 8; shift >= 0; shift -= 8) {
    out += static_cast<char>(static_cast<std::uint64_t>(number) >> shift);
  }
}

std::int64_t read_big_endian(std::string_view bytes) {
  std::uint64_t out = !bytes.empty() && static_cast<signed char>(bytes[0]) < 0 ? ~std::uint64_t{0} : 0;
  for (const char c : bytes) out = out << 8 | static_cast<unsigned char>(c);
  return std::bit_cast<std::int64_t>(out);
}

// SUM over BIGINT is a numeric: digit count, weight, sign, scale, then digits of 10,000 each, all 16 bits.
std::int64_t whole_numeric(std::string_view bytes) {
  const auto word = [&](std::size_t i) { return read_big_endian(bytes.substr(i * 2, 2)) & 0xffff; };
  const std::int64_t digits = word(0);
  const auto weight = static_cast<std::int16_t>(word(1));
  const std::int64_t sign = word(2);
  if (sign != 0 && sign != 0x4000) throw Failure(Trouble::other, "a number is not finite");
  std::int64_t out = 0;  // counted downwards: the most negative number has no positive one
  bool too_large = false;
  for (int i = 0; i <= weight; ++i) {
    const std::int64_t digit = i < digits ? word(4 + static_cast<std::size_t>(i)) : 0;
    too_large |= __builtin_mul_overflow(out, std::int64_t{10'000}, &out);
    too_large |= __builtin_sub_overflow(out, digit, &out);
  }
  if (digits > weight + 1) throw Failure(Trouble::other, "a number is not whole");
  if (sign == 0) too_large |= __builtin_sub_overflow(std::int64_t{0}, out, &out);
  if (too_large) throw Failure(Trouble::other, "a sum is larger than 8 bytes hold");
  return out;
}

void append_element(std::string& array, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    append_big_endian(array, std::int32_t{8});
    append_big_endian(array, *number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    check_text(*text);
    append_big_endian(array, static_cast<std::int32_t>(text->size()));
    array += *text;
  } else if (const auto* blob = std::get_if<Blob>(&value)) {
    append_big_endian(array, static_cast<std::int32_t>(blob->bytes.size()));
    array += blob->bytes;
  } else {
    append_big_endian(array, std::int32_t{-1});
  }
}

std::string array_of(std::span<const Values> rows, std::size_t column, unsigned oid) {
  std::string array;
  append_big_endian(array, std::int32_t{1});  // dimensions
  append_big_endian(array, std::int32_t{1});  // there may be nulls
  append_big_endian(array, static_cast<std::int32_t>(oid));
  append_big_endian(array, static_cast<std::int32_t>(rows.size()));
  append_big_endian(array, std::int32_t{1});  // the first one's number
  for (const Values& row : rows) append_element(array, row[column]);
  return array;
}

}  // namespace

char type_letter(const Value& value) {
  constexpr std::string_view letters = "nitb";
  return letters[value.index()];
}

unsigned oid_of(char letter) {
  return letter == 'i' ? oid_int8 : letter == 't' ? oid_text : letter == 'b' ? oid_bytea : 0;
}

Parameters::Parameters(std::span<const Value> values) {
  made_.reserve(values.size());  // pointers into it must stay
  std::vector<std::string_view> bytes;
  for (const Value& value : values) {
    types_ += type_letter(value);
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      append_big_endian(made_.emplace_back(), *number);
      bytes.emplace_back(made_.back());
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      check_text(*text);
      bytes.emplace_back(*text);
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
      bytes.emplace_back(blob->bytes.data(), blob->bytes.size());
    } else {
      bytes.emplace_back();
    }
  }
  point_at(bytes);
  for (std::size_t i = 0; i < types_.size(); ++i) {
    if (types_[i] == 'n') pointers_[i] = nullptr;
  }
}

Parameters::Parameters(std::span<const Values> rows, std::string_view types) : types_(types), arrays_(true) {
  made_.reserve(types.size());
  std::vector<std::string_view> bytes;
  for (std::size_t column = 0; column < types.size(); ++column) {
    if (types[column] == 'n') continue;
    made_.push_back(array_of(rows, column, oid_of(types[column])));
    bytes.emplace_back(made_.back());
  }
  point_at(bytes);
}

void Parameters::point_at(const std::vector<std::string_view>& bytes) {
  for (const std::string_view one : bytes) {
    pointers_.push_back(one.data() == nullptr ? "" : one.data());
    lengths_.push_back(static_cast<int>(one.size()));
    formats_.push_back(1);  // binary
  }
}

std::vector<unsigned> Parameters::oids() const {
  std::vector<unsigned> out;
  for (const char letter : types_) {
    if (!arrays_) {
      out.push_back(oid_of(letter));
    } else if (letter != 'n') {
      out.push_back(letter == 'i' ? oid_int8_array : letter == 't' ? oid_text_array : oid_bytea_array);
    }
  }
  return out;
}

std::string column_types(std::span<const Values> rows) {
  std::string types(rows.front().size(), 'n');
  for (const Values& row : rows) {
    if (row.size() != types.size()) return "?";
    for (std::size_t i = 0; i < types.size(); ++i) {
      const char letter = type_letter(row[i]);
      if (letter == 'n' || letter == types[i]) continue;
      types[i] = types[i] == 'n' ? letter : '?';
    }
  }
  return types;
}

bool PostgresRow::is_null(int column) const { return PQgetisnull(result_, row_, column) != 0; }
int PostgresRow::columns() const { return PQnfields(result_); }

std::string_view PostgresRow::bytes(int column) const {
  return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

bool PostgresRow::is_number(int column) const {
  const unsigned oid = PQftype(result_, column);
  return oid == oid_bool || oid == oid_int2 || oid == oid_int4 || oid == oid_int8 || oid == oid_numeric;
}

std::int64_t PostgresRow::integer(int column) const {
  if (is_null(column)) return 0;
  if (!is_number(column)) throw_other_kind(column, "an integer");
  return PQftype(result_, column) == oid_numeric ? whole_numeric(bytes(column)) : read_big_endian(bytes(column));
}

std::string_view PostgresRow::text(int column) const {
  if (is_null(column)) return {};
  if (is_number(column) || PQftype(result_, column) == oid_bytea) throw_other_kind(column, "text");
  return bytes(column);
}

std::string_view PostgresRow::blob(int column) const {
  if (is_null(column)) return {};
  if (is_number(column)) throw_other_kind(column, "a blob");
  return bytes(column);
}

std::string PostgresRow::as_text(int column) const {
  if (is_null(column)) return {};
  if (is_number(column)) return std::to_string(integer(column));
  return PQftype(result_, column) == oid_bytea ? hex(bytes(column)) : std::string(bytes(column));
}

}  // namespace alongside::store
