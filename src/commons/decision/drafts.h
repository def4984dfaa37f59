// Pages that somebody looks over before they are published: read, and not on the record yet. All of it is sealed, falls
// with the person who began it, and is forgotten after 30 days.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kernel/changes.h"
#include "kernel/concern.h"
#include "kernel/reader.h"

namespace alongside::decision {

inline constexpr int draft_days = 30;

struct DraftRow {
  static constexpr std::string_view table = "import_drafts";
  Index draft;  // a random number: it says nothing of how many there were
  std::int64_t person = 0;
  Index body;  // whose decisions these are; unset where the files name it
  Day made_on;
  std::int64_t files = 0;
  std::int64_t decisions = 0;
  std::int64_t with_gaps = 0;  // decisions of which something is missing
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("decisions", self.decisions);
    field("draft", self.draft);
    field("files", self.files);
    field("made_day", self.made_on);
    field("person", self.person);
    field("with_gaps", self.with_gaps);
  }
};

// What a person put in place of what was read of one decision, whole: what is empty is published as missing.
struct PutRight {
  std::int64_t nth = 0;  // of the draft's decisions, from 1
  std::string title, what, maker;
  std::optional<When> on, published, effective;
  std::string reasons;
  std::string options;    // one a line
  std::string interests;  // one a line
  bool no_interests = false;
  std::string powers;  // one a line
  static void fields(auto& self, auto&& field) {
    field("effective", self.effective);
    field("interests", self.interests);
    field("maker", self.maker);
    field("no_interests", self.no_interests);
    field("nth", self.nth);
    field("on", self.on);
    field("options", self.options);
    field("powers", self.powers);
    field("published", self.published);
    field("reasons", self.reasons);
    field("title", self.title);
    field("what", self.what);
  }
};

struct Draft {
  DraftRow row;
  std::string source;  // where the files stand on the web
  std::vector<File> files;
  std::map<std::int64_t, PutRight> put_right;  // by nth
};
std::optional<Draft> draft_at(kernel::Reader& reader, Index draft);

void keep_draft(kernel::Changes& changes, const Draft& draft);      // a new one, whole
void keep_put_right(kernel::Changes& changes, const Draft& draft);  // its corrections and counts alone
void drop_draft(kernel::Changes& changes, const DraftRow& draft);

// The keeper may, and an officer of its body.
bool may_see(const kernel::Actor& actor, const DraftRow& draft);

struct DraftLine {
  DraftRow row;
  Text body_name;
  Day kept_until;
  static void fields(auto& self, auto&& field) {
    field("body_name", self.body_name);
    field("decisions", self.row.decisions);
    field("draft", self.row.draft);
    field("kept_until", self.kept_until);
    field("made_on", self.row.made_on);
    field("with_gaps", self.row.with_gaps);
  }
};
// Those that this actor may see, oldest first.
std::vector<DraftLine> waiting_drafts(kernel::Reader& reader, const kernel::Actor& actor);

// Forgets what is older than draft_days.
Result<kernel::Changes> forget_old_drafts(const kernel::Situation& situation);

}  // namespace alongside::decision
