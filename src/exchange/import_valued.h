// Places that people value, from our own table and from both editions of England's libraries.
//
// Each row is registered once, with what became of it. Where another edition tells of the same place, that is an
// account beside the first: both stand. What may be the same place under another name or address is proposed, and a loss
// is never made a move: a person decides.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "commons/valued/importing.h"
#include "commons/valued/pairs.h"
#include "exchange/alike.h"
#include "exchange/import_files.h"

namespace alongside::import {

struct ImportValued {
  std::optional<File> file;
  std::vector<File> files;
  std::string source;  // where the file stands on the web
  static void fields(auto& self, auto&& field) {
    field("file", self.file);
    field("files", self.files);
    field("source", self.source);
  }
};

// By what a row is known again. HMACs, 32 bytes each.
struct ValuedKeys {
  std::string row;      // this row of this edition, when the place was registered from it
  std::string account;  // the same, when it gave an account of a place registered from another
  std::string place;    // authority, name and postcode: what editions share. Empty: not the only one in its file
};
// `is_alone`: no other row of its file has its authority, name and postcode.
ValuedKeys keys_of(const kernel::Reader& reader, const formats::ReadValued& read, bool is_alone);
// The same for what is alike in two editions (alike.h), one for each row.
std::vector<Likeness> keyed_likenesses(const kernel::Reader& reader, const std::vector<formats::ReadValued>& rows);
// By its authority, name and postcode, however the postcode is spaced.
std::string shared_name(const formats::ReadValued& read);
// The kinds of files that valued places are read from.
const std::vector<formats::Format>& valued_formats();

struct ValuedRow {
  ValuedKeys keys;
  Likeness like;  // HMACs
  Index by_row;
  Index by_account;
  Index by_place;
  // Of a place registered from this row: how it stands, and whether a person has said so since. And the same of the one
  // that it was put together with, if it was.
  valued::StatusNow now;
  Index stands_as;
  valued::StatusNow stands_now;
};
struct ValuedFile {
  FileRead file;
  std::vector<ValuedRow> rows;  // as file.read.valued
};
struct ImportValuedFacts {
  Index next_index;
  Day today;
  std::map<std::string, Index> bodies;  // by folded name
  std::vector<ValuedFile> files;
  std::vector<valued::Told> told;  // by imports before
  valued::Pairs pairs;             // proposed before, or called two
  Problems problems;
};
ImportValuedFacts look(const kernel::Situation& situation, const ImportValued& asked);
Result<kernel::Changes> decide(const ImportValuedFacts& facts, ImportValued asked);

// What the register says of where it is.
std::string where_of(const formats::ReadValued& read);
// What became of it as its row tells, oldest first: each change once, and nothing for "open from the beginning".
// Days that have not come are left out.
std::vector<valued::ValuedStatusChanged> history_of(const formats::ReadValued& read, Day today);
// All that its row says of how it stood, in the source's words. Empty: nothing but its name and address.
std::string account_of(const formats::ReadValued& read);

}  // namespace alongside::import
