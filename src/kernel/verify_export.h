// Checks a whole record from its published files and folds its acts into tables of its own: what `record verify` and
// `record import` begin with.
#pragma once

#include <functional>

#include "kernel/house.h"
#include "record/verify.h"
#include "store/door.h"

namespace alongside::kernel {

struct FoldedRecord {
  record::Verified verified;
  Digest tables{};  // equal on every machine that folds these acts
};

struct VerifyAsked {
  const record::Files& files;
  std::span<const record::Verifier> known;  // empty: who signed is not checked
  // Is told each entry before it is folded; may be null.
  std::function<Status(std::int64_t index, std::string_view bytes, const record::Entry& entry)> each = {};
  // The files lie still (a folder): then `erased` must say what the notices among the entries say. A served record may
  // have got a notice since its head was read.
  bool lies_still = true;
};

// Acts of a kind that this program does not know are checked as bytes and not folded.
Result<FoldedRecord> verify_and_fold(const House& house, const VerifyAsked& asked, Progress& progress);

// The files of a record that lies in a folder.
record::Files files_in(const std::string& folder);

}  // namespace alongside::kernel
