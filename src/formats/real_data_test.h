// Real files for tests. They are not part of this repository; where they are not there, a test says so and passes.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/csv.h"
#include "formats/detect.h"

namespace alongside::formats {

inline std::optional<std::string> real_file(const std::string& path) {
  std::ifstream in("../shared/data/" + path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// Rows of a tab-separated table by the names in its head. Its cells hold quotation marks that mean nothing.
inline std::vector<std::map<std::string, std::string>> real_table(const std::string& path) {
  std::vector<std::map<std::string, std::string>> rows;
  const auto bytes = real_file(path);
  if (!bytes) return rows;
  std::vector<std::string> head;
  for (std::size_t at = 0; at < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
    std::vector<std::string> cells(1);
    for (const char c : bytes->substr(at, end - at)) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    at = end + 1;
    if (head.empty()) {
      head = cells;
      continue;
    }
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < head.size() && i < cells.size(); ++i) row[head[i]] = cells[i];
  }
  return rows;
}

inline Result<Read> read_real(const std::string& path) {
  const auto bytes = real_file(path);
  if (!bytes) return problem(Code::cannot_read, "", msg("The real data are not here."), path);
  return read_any({.name = path, .bytes = *bytes});
}

}  // namespace alongside::formats
