// What people said elsewhere, as sayings of a piece of work: petitions, answers to a consultation, a Polis conversation.
//
// Nobody is named as having said it. What moderators refused there comes in as refused, for a reason that the keeper gives where
// the file has none; all else waits for a moderator here, unless the keeper says that people have read it there. The file itself
// is not kept: it holds refused words, and numbers of people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/said/acts.h"
#include "commons/work/room.h"
#include "exchange/import_files.h"

namespace alongside::import {

struct ImportSaid {
  Index work;
  std::optional<File> file;
  std::vector<File> files;
  std::string source;  // where the file stands on the web
  said::SayingKind saying_kind = said::SayingKind::idea;
  bool published = false;  // people read all of it there before it was shown
  std::optional<said::Refusal> refused_for;
  static void fields(auto& self, auto&& field) {
    field("file", self.file);
    field("files", self.files);
    field("published", self.published);
    field("refused_for", self.refused_for);
    field("saying_kind", self.saying_kind);
    field("source", self.source);
    field("work", self.work);
  }
};

struct SaidFile {
  FileRead file;
  std::vector<std::string> keys;  // as file.read.sayings: HMACs
  std::vector<char> is_known;
};
struct ImportSaidFacts {
  Index next_index;
  Day today;
  std::optional<work::WorkRow> work;
  std::vector<SaidFile> files;
  Problems problems;
};
ImportSaidFacts look(const kernel::Situation& situation, const ImportSaid& asked);
Result<kernel::Changes> decide(const ImportSaidFacts& facts, ImportSaid asked);

kernel::CommandRow said_row();

}  // namespace alongside::import
