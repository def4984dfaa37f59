// Decisions from pages, tables and services, in one order: new ones are put on the record, known ones are left alone,
// and where a page reads otherwise than before, both wordings stand.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "commons/decision/drafts.h"
#include "commons/decision/importing.h"
#include "exchange/import_files.h"

namespace alongside::import {

using PutRights = std::map<std::int64_t, decision::PutRight>;  // by the decision's place among all, from 1

struct ImportDecisions {
  std::optional<File> file;
  std::vector<File> files;
  Index body;                // whose decisions these are; needed unless a file names a registered body
  std::string source;        // where the file stands on the web
  PutRights put_right = {};  // of a draft: no request has it
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
// The keeper; an officer, what their own body or a committee of it decided.
bool may_import_decisions(const kernel::MayAsk& ask);
ImportDecisionsFacts look(const kernel::Situation& situation, const ImportDecisions& asked);
Result<kernel::Changes> decide(const ImportDecisionsFacts& facts, ImportDecisions asked);

struct ImportDone {
  kernel::Changes changes;
  std::vector<Index> taken;  // new on the record with this order
};
Result<ImportDone> put_on_record(const ImportDecisionsFacts& facts, const ImportDecisions& asked);

// ---- what the order and the drafts share ----------------------------------------------------------------------------

// The files of decisions in a request, the fullest first: of two pages about one decision, it is the one that is taken.
std::vector<FileRead> read_decision_files(const Files& files, Problems& problems);
// The body asked for; else the one that the file names, when it is registered here.
Index body_of(kernel::Reader& reader, Index asked, const formats::Read& read);
// Puts a person's words in place of what was read, and looks over what is read and missing then.
void put_right(formats::ReadDecision& read, const decision::PutRight& words);
// A file as acts. `nth` counts the decisions of all files; those that a person put right read as they say.
decision::FromFile from_file(FileRead& file, Index body, const PutRights& put_right, std::int64_t& nth);

// What a source says, as acts. Suggestions are left out: nobody has confirmed them.
decision::FromSource from_source(const formats::ReadDecision& read, Index body);
decision::DecisionComing from_source(const formats::ReadComing& read, Index body);

}  // namespace alongside::import
