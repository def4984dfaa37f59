// A record that was exported (or mirrored), opened in another house.
//
// All of it is checked before anything is written, and every fault is named. The words are sealed again under keys of
// this house's vault, each with its own salt: so the commitments, the entries and the root stay what they were. Words
// whose erasure a notice tells are left out even if the export still has them; words that it does not open are not
// public here.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/progress.h"
#include "kernel/open_place.h"

namespace alongside::kernel {

struct ExportedRecord {
  std::string folder;       // as `record export` writes it, or /r/<place>/ as a mirror fetched it
  std::string trusted_key;  // the verifier key, from somewhere else; empty: that of the export
  // Private tables that concerns make again from openings.
  std::function<void(Changes&, Reader&)> rebuild = {};
};

// Another keeper goes on with it: under a new origin and key, beginning with `record.restored`.
struct TakeOver {
  std::string origin;  // empty: made of the new key
};

// Opens it as the place of `options`. Without `take_over` a copy: it carries the original's signed head, signs nothing
// and takes no orders. When it fails nothing is left behind; when it is stopped, it is run again.
Result<std::unique_ptr<OpenPlace>> import_record(const House& house, const OpenOptions& options,
                                                 const ExportedRecord& from, const std::optional<TakeOver>& take_over,
                                                 Progress& progress);

// The place that this same import has made, if it was stopped too late to say so; else nothing.
std::unique_ptr<OpenPlace> imported_before(const House& house, const OpenOptions& options, const ExportedRecord& from,
                                           const std::optional<TakeOver>& take_over);

// After a backup was restored that lacks entries which this record has signed: fetches them from an export of the same
// record. Refused when the place lacks none, and when the export is another record's or goes less far than the guard.
Status fetch_tail(const House& house, const OpenOptions& options, const ExportedRecord& from, Progress& progress);

// The record goes on under a new key and origin; the old key is overwritten and never signs again. An act says so:
// `record.restored` when entries that were signed are lost, else `key.changed`. Stopped half way, whatever opens the place
// next ends what was begun, or finds that nothing was; done again it ends it and changes nothing more.
Result<std::unique_ptr<OpenPlace>> change_key(const House& house, const OpenOptions& options, const TakeOver& to);

}  // namespace alongside::kernel
