// Decisions from pages, tables and services, in one order: new ones are put on the record, known ones are left alone,
// and where a page reads otherwise than before, both wordings stand.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "commons/decision/importing.h"
#include "exchange/import_files.h"

namespace alongside::import {

struct ImportDecisions {
  std::optional<File> file;
  std::vector<File> files;
  Index body;          // whose decisions these are; needed unless a file names a registered body
  std::string source;  // where the file stands on the web
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("file", self.file);
    field("files", self.files);
    field("source", self.source);
  }
};

struct OneFile {
  FileRead file;
  decision::FromFile from;
  decision::ImportFacts facts;
};
struct ImportDecisionsFacts {
  Day today;
  std::vector<OneFile> files;
  std::size_t again = 0;  // the same decision in a fuller file of this order
  Counted missing;        // fields that a full record has and these do not
  Counted suggested;      // fields whose words stand in the text: a person may confirm them
  Problems problems;
};
ImportDecisionsFacts look(const kernel::Situation& situation, const ImportDecisions& asked);
Result<kernel::Changes> decide(const ImportDecisionsFacts& facts, ImportDecisions asked);

// What a source says, as acts. Suggestions are left out: nobody has confirmed them.
decision::FromSource from_source(const formats::ReadDecision& read, Index body);
decision::DecisionComing from_source(const formats::ReadComing& read, Index body);

}  // namespace alongside::import
