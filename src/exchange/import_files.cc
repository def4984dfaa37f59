#include "exchange/import_files.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "formats/detect.h"

namespace alongside::import {
namespace {

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f; }

}  // namespace

std::vector<FileRead> read_files(const Files& files, const std::vector<formats::Format>& wanted, Problems& problems) {
  std::vector<const File*> all;
  if (files.file) all.push_back(&*files.file);
  for (const File& file : files.files) all.push_back(&file);
  if (all.empty()) problems.add("file", Code::missing, msg("Give a file to import."));

  std::vector<FileRead> out;
  std::set<std::string_view> seen;
  for (const File* file : all) {
    if (!seen.insert(file->bytes).second) continue;
    auto read = formats::read_only({.name = file->name, .bytes = file->bytes}, wanted);
    if (!read) {
      for (Problem one : read.problems().list()) {
        if (one.file.empty()) one.file = file->name;
        problems.add(std::move(one));
      }
      continue;
    }
    out.push_back({.name = file->name, .bytes = file->bytes, .read = std::move(read).value()});
  }
  return out;
}

decision::SourceRead source_of(const FileRead& file, const std::string& source, Day today) {
  // Only what reads back to the same bytes is kept as text.
  const auto words = as_words(file.bytes);
  const bool is_plain = words && *words == file.bytes;
  // A matter of Legistar gives reasons of absence ("Medical"): health data, which openings would publish with the page.
  // What people said elsewhere comes with what was refused there, and with numbers of those who said it.
  const bool is_kept = file.read.format != formats::Format::legistar_matter && file.read.sayings.empty();
  return {.address = said(source.empty() ? file.name : source),
          .page = !is_kept ? Said() : Said(is_plain ? file.bytes : base64(file.bytes)),
          .is_base64 = is_kept && !is_plain,
          .format = Token{std::string(formats::name(file.read.format))},
          .read_on = today};
}

Said said(std::string_view words) {
  std::string out(trimmed(words));
  std::erase_if(out, is_control);
  return Said(std::move(out));
}

Said said(const std::vector<std::string>& paragraphs) { return said(join(paragraphs, "\n\n")); }

void add(Problems& problems, const FileRead& file, std::size_t line, const char* field, Code code, Message expected,
         std::string found) {
  problems.add({.code = code,
                .file = file.name,
                .line = static_cast<std::int64_t>(line),
                .field = field,
                .found = std::move(found),
                .expected = std::move(expected)});
}

void Counted::add(std::string_view name) {
  const auto at = std::find_if(counts_.begin(), counts_.end(), [&](const auto& one) { return one.first == name; });
  if (at == counts_.end()) {
    counts_.emplace_back(name, 1);
  } else {
    ++at->second;
  }
}

Json Counted::json() const {
  auto sorted = counts_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  Json list = Json::array();
  for (const auto& [name, count] : sorted) list.push(Json::object({{"count", count}, {"field", name}}));
  return list;
}

void tell(kernel::Changes& changes, const char* name, std::size_t count) {
  changes.tell(name, Json(static_cast<std::int64_t>(count)));
}

}  // namespace alongside::import
