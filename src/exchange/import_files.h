// What all imports share: the files of a request, read or refused with every problem at once, and the source that
// stands on the record for each.
//
// An import is one order: either all of its files are on the record, or nothing of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commons/decision/acts.h"
#include "formats/read.h"
#include "kernel/concern.h"

namespace alongside::import {

// As a request gives them: one from a form, any number from the API and the command line.
struct Files {
  std::optional<File> file;
  std::vector<File> files;
};

struct FileRead {
  std::string name;
  std::string bytes;
  formats::Read read;
};
// All that could be read, in the order given. Problems carry the file's name and line. The same bytes twice are one.
std::vector<FileRead> read_files(const Files& files, const std::vector<formats::Format>& wanted, Problems& problems);

// The act for one file: its address, and the page whole (as text, or in base64 where it is not plain UTF-8).
// `source` is an address on the web; without it, the file's name stands.
decision::SourceRead source_of(const FileRead& file, const std::string& source, Day today);

// ---- from what was read to what is put on the record ----------------------------------------------------------------

// Words as they can be sealed: what a page has in controls is dropped.
Said said(std::string_view words);
Said said(const std::vector<std::string>& paragraphs);

void add(Problems& problems, const FileRead& file, std::size_t line, const char* field, Code code, Message expected,
         std::string found = {});

// "12 of 40 have no reasons": counts by name, most first, as told to the one who imported.
class Counted {
 public:
  void add(std::string_view name);
  Json json() const;  // [{"count": 12, "field": "reasons"}]

 private:
  std::vector<std::pair<std::string, std::int64_t>> counts_;
};

// Counts of a whole order, told under their names even when they are 0.
void tell(kernel::Changes& changes, const char* name, std::size_t count);

}  // namespace alongside::import
