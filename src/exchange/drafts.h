// Looking over before publishing: pages are read into a draft, a person sees what was read and what is missing, puts it
// right, and publishes all of it in one order. A draft is sealed and lives for 30 days (commons/decision/drafts.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/import_decisions.h"

namespace alongside::import {

struct ReadIntoDraft {
  std::vector<File> files;
  Index body;
  std::string source;
  static void fields(auto& self, auto&& field) {
    field("body", self.body);
    field("files", self.files);
    field("source", self.source);
  }
};
struct ReadIntoDraftFacts {
  decision::Draft draft;
  ImportDecisionsFacts read;
};
ReadIntoDraftFacts look(const kernel::Situation& situation, const ReadIntoDraft& asked);
Result<kernel::Changes> decide(const ReadIntoDraftFacts& facts, ReadIntoDraft asked);

// One decision of a draft, put right. Its fields are those of decision::PutRight.
struct CorrectDraft {
  Index draft;
  decision::PutRight words;
  static void fields(auto& self, auto&& field) {
    field("draft", self.draft);
    decision::PutRight::fields(self.words, field);
  }
};
struct DraftFacts {
  std::optional<decision::Draft> draft;
  ImportDecisionsFacts read;  // with what was put right
  bool may_confirm = false;   // the one who asks is an officer of the body
};
DraftFacts look(const kernel::Situation& situation, const CorrectDraft& asked);
Result<kernel::Changes> decide(const DraftFacts& facts, CorrectDraft asked);

struct PublishDraft {
  Index draft;
  bool confirmed = false;  // by an officer of the body: this is what was decided
  static void fields(auto& self, auto&& field) {
    field("confirmed", self.confirmed);
    field("draft", self.draft);
  }
};
DraftFacts look(const kernel::Situation& situation, const PublishDraft& asked);
Result<kernel::Changes> decide(const DraftFacts& facts, PublishDraft asked);

struct DropDraft {
  Index draft;
  static void fields(auto& self, auto&& field) { field("draft", self.draft); }
};
DraftFacts look(const kernel::Situation& situation, const DropDraft& asked);
Result<kernel::Changes> decide(const DraftFacts& facts, DropDraft asked);

// The words of one decision of a draft as its form holds them at first: what was read, what was put right, and the
// suggestion that was asked for ("?take=reasons"). Nothing: there is no such decision in it.
std::optional<Json> draft_form_start(const kernel::Seeing& seeing);

// Who may: the keeper and officers, with an account with which the draft falls; of one, those who may see it.
bool may_begin_draft(const kernel::MayAsk& ask);
bool may_use_draft(const kernel::MayAsk& ask);

}  // namespace alongside::import
