#include "formats/sayings_of.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/text.h"
#include "formats/loose_json.h"

namespace alongside::formats {
namespace {

// Line ends as ours, nothing at the ends.
std::string as_said(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '\r') {
      if (i + 1 == words.size() || words[i + 1] != '\n') out += '\n';
    } else {
      out += words[i];
    }
  }
  return std::string(trimmed(out));
}

std::string string_of(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found != nullptr && found->is_string() ? as_said(found->string()) : "";
}

void add(Problems& problems, const File& file, std::size_t line, const char* field, Code code, Message expected, std::string found = {}) {
  problems.add({.code = code, .file = file.name, .line = static_cast<std::int64_t>(line), .field = field,
                .found = std::move(found), .expected = std::move(expected)});
}

// One object a line; empty lines are passed over.
Result<Read> read_lines(const File& file, Format format, const std::function<ReadSaying(const Json&)>& saying_of) {
  auto text = as_text(file);
  if (!text) return text.problems();
  Read read{.format = format};
  Problems problems;
  std::size_t line = 0;
  for (const std::string_view one : split(*text, '\n')) {
    ++line;
    if (trimmed(one).empty()) continue;
    if (line > rows_max) {
      add(problems, file, line, "", Code::out_of_range, msg("Give at most {count} lines.", {{"count", std::to_string(rows_max)}}));
      break;
    }
    auto json = read_loose_json({.name = file.name, .bytes = one});
    if (!json || !json->is_object()) {
      add(problems, file, line, "", Code::malformed, msg("Give one JSON object a line."), shortened(one, 60));
      if (problems.list().size() >= problems_max) break;
      continue;
    }
    read.sayings.push_back(saying_of(*json));
    ReadSaying& saying = read.sayings.back();
    saying.line = line;
    if (saying.source_id.empty()) add(problems, file, line, "id", Code::missing, msg("Give its number."));
    if (saying.words.empty()) add(problems, file, line, "words", Code::missing, msg("Give what was said."));
  }
  if (problems.any()) return problems;
  return read;
}

std::string id_of(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found != nullptr && found->is_number() ? std::to_string(found->number()) : string_of(object, key);
}

// A column that asks for words, by how such columns are called.
bool asks_for_words(std::string_view column) {
  const std::string lower = lower_ascii(column);
  static constexpr auto signs = std::to_array<std::string_view>(
      {"use this space", "explain", "comment", "tell us", "please describe", "in your own words", "further details", "reasons for your answer"});
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return lower.find(sign) != std::string::npos; });
}

// "Prop 1 Q8 - …", "Q3 - …"
bool is_a_question(std::string_view column) {
  const std::size_t dash = column.find(" - ");
  const std::size_t q = column.substr(0, dash == std::string_view::npos ? 0 : dash).rfind('Q');
  return q != std::string_view::npos && q + 1 < dash && column[q + 1] >= '0' && column[q + 1] <= '9';
}

std::optional<Day> day_of_milliseconds(const std::string& words) {
  const auto milliseconds = whole_number(words);
  if (!milliseconds || *milliseconds < 0) return std::nullopt;
  return Day(static_cast<std::int32_t>(*milliseconds / 86'400'000));
}

}  // namespace

Result<Read> read_petitions(const File& file) {
  return read_lines(file, Format::petitions, [](const Json& petition) {
    std::vector<std::string> parts;
    for (const char* part : {"action", "background", "additional_details"}) {
      if (std::string words = string_of(petition, part); !words.empty()) parts.push_back(std::move(words));
    }
    return ReadSaying{.source_id = id_of(petition, "id"), .words = join(parts, "\n\n"), .on = Day::parse(string_of(petition, "created_at").substr(0, 10))};
  });
}

Result<Read> read_answers_jsonl(const File& file) {
  return read_lines(file, Format::answers_jsonl, [](const Json& answer) {
    return ReadSaying{.source_id = id_of(answer, "response_id"), .words = string_of(answer, "response")};
  });
}

bool is_answers_csv(const std::vector<std::string>& header) {
  return std::any_of(header.begin(), header.end(), [](const std::string& column) { return is_a_question(column) && asks_for_words(column); });
}

Result<Read> read_answers_csv(const File& file) {
  const auto csv = read_csv(file);
  if (!csv) return csv.problems();
  Read read{.format = Format::answers_csv};
  for (std::size_t at = 0; at < csv->header.size(); ++at) {
    const std::string& column = csv->header[at];
    if (!is_a_question(column) || !asks_for_words(column)) {
      read.notices.push_back({.code = Code::not_supported, .file = file.name, .line = 1, .field = shortened(column, 60),
                              .expected = msg("This column is not read: it asks for no words of their own.")});
      continue;
    }
    for (const CsvRow& row : csv->rows) {
      std::string words = as_said(row.cells[at]);
      if (words.empty()) continue;  // this question was left out
      read.sayings.push_back({.source_id = std::to_string(row.line) + " " + column, .words = std::move(words), .line = row.line});
    }
  }
  return read;
}

Result<Read> read_polis_comments(const File& file) {
  const auto csv = read_csv(file);
  if (!csv) return csv.problems();
  const Columns columns(file.name, *csv, {"comment-id", "comment-body"},
                        {"moderated", "timestamp", "datetime", "author-id", "agrees", "disagrees", "is-meta", "is-seed", "group-informed-consensus"});
  Problems problems = columns.problems();
  Read read{.format = Format::polis_comments};
  for (const CsvRow& row : csv->rows) {
    ReadSaying saying{.source_id = columns.cell(row, "comment-id"), .words = as_said(columns.cell(row, "comment-body")), .line = row.line};
    const std::string moderated = columns.cell(row, "moderated");
    const std::string when = columns.cell(row, "timestamp");
    if (moderated == "-1") {
      saying.state = SayingState::refused;
    } else if (moderated == "1") {
      saying.state = SayingState::published;
    } else if (!moderated.empty() && moderated != "0") {
      add(problems, file, row.line, "moderated", Code::unknown_word, msg("Give 1 (published), -1 (refused) or 0."), moderated);
    }
    saying.on = day_of_milliseconds(when);
    if (!when.empty() && !saying.on) add(problems, file, row.line, "timestamp", Code::malformed, msg("Give the time in milliseconds since 1970."), when);
    if (saying.source_id.empty()) add(problems, file, row.line, "comment-id", Code::missing, msg("Give its number."));
    if (saying.words.empty()) add(problems, file, row.line, "comment-body", Code::missing, msg("Give what was said."));
    read.sayings.push_back(std::move(saying));
  }
  if (problems.any()) return problems;
  return read;
}

Result<Read> read_sayings_csv(const File& file) {
  const auto csv = read_csv(file);
  if (!csv) return csv.problems();
  const Columns columns(file.name, *csv, {"words"}, {"on", "source id"});
  Problems problems = columns.problems();
  Read read{.format = Format::sayings_csv};
  for (const CsvRow& row : csv->rows) {
    ReadSaying saying{.source_id = columns.cell(row, "source id"), .words = as_said(columns.cell(row, "words")), .line = row.line};
    if (saying.source_id.empty()) saying.source_id = "line " + std::to_string(row.line);
    if (saying.words.empty()) add(problems, file, row.line, "words", Code::missing, msg("Give what was said."));
    if (const std::string on = columns.cell(row, "on"); !on.empty()) {
      saying.on = Day::parse(on);
      if (!saying.on) add(problems, file, row.line, "on", Code::malformed, msg("Give a day as 2026-11-24."), on);
    }
    read.sayings.push_back(std::move(saying));
  }
  if (problems.any()) return problems;
  return read;
}

}  // namespace alongside::formats
