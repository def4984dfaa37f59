// Bodies, their offices and who holds them, from tables, Popolo, OParl and ModernGov. What is here already is passed
// over; a body or an office that is missing is registered.
//
// The files themselves are not kept: they hold parties, pictures and private addresses, which are nobody's business
// here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/place/views.h"
#include "exchange/import_files.h"

namespace alongside::import {

struct ImportOffices {
  std::optional<File> file;
  std::vector<File> files;
  static void fields(auto& self, auto&& field) {
    field("file", self.file);
    field("files", self.files);
  }
};
struct ImportBodies {
  std::optional<File> file;
  std::vector<File> files;
  Index body;  // of which those are parts that their source puts under no other: a council's committees
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("file", self.file);
    field("files", self.files);
  }
};

// What is on the record before.
struct KnownBody {
  Index body;
  Index part_of;
  std::string name;       // folded
  std::string source_id;  // empty: none was read
};
struct KnownOffice {
  Index office;
  Index body;
  std::string title;  // folded
};
struct KnownHolder {
  Index held;
  Index office;
  std::string name;  // folded; empty: erased
  std::optional<When> from;
  std::optional<When> to;
};
struct ImportOfficesFacts {
  Index next_index;
  Day today;
  bool bodies_alone = false;
  Index part_of;
  std::vector<KnownBody> bodies;
  std::vector<KnownOffice> offices;
  std::vector<KnownHolder> holders;
  std::vector<FileRead> files;
  Problems problems;
};
ImportOfficesFacts look(const kernel::Situation& situation, const ImportOffices& asked);
ImportOfficesFacts look(const kernel::Situation& situation, const ImportBodies& asked);
Result<kernel::Changes> decide(const ImportOfficesFacts& facts, ImportOffices asked);
Result<kernel::Changes> decide(const ImportOfficesFacts& facts, ImportBodies asked);

}  // namespace alongside::import
