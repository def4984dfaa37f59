// "record import" and "record key": a record in another house, and a record under another key.

#include <filesystem>

#include "exchange/known_again.h"
#include "faces/cli/words.h"
#include "kernel/import_record.h"

namespace alongside::cli {
namespace {

int went_on(const kernel::OpenPlace& place, const std::string& words, const Output& output) {
  return output.done(Json::object({{"copy", place.is_copy()},
                                   {"key", place.verifier_key()},
                                   {"origin", place.origin()},
                                   {"place", place.id()},
                                   {"size", place.head().size}}),
                     words);
}

int fetch_missing(const kernel::House& house, const ImportRecordAsked& asked, const kernel::ExportedRecord& from, Bar& bar,
                  const Output& output) {
  const Status fetched = kernel::fetch_tail(house, options_for(asked.where), from, bar);
  if (!fetched) return output.cannot(fetched.problems());
  const auto place = open_here(house, asked.where);
  if (!place) return output.cannot(place.problems());
  return went_on(**place,
                 "The missing entries are here again: " + std::to_string((*place)->head().size) +
                     " of them, and it signs as before.",
                 output);
}

}  // namespace

int record_import(const kernel::House& house, const ImportRecordAsked& asked, const Output& output) {
  const kernel::OpenOptions options = options_for(asked.where);
  const kernel::ExportedRecord from{.folder = asked.folder, .trusted_key = asked.key, .rebuild = import::know_again};
  std::error_code ignored;
  std::filesystem::create_directories(asked.where.data, ignored);
  Bar bar(output.as_json());
  const auto take_over = asked.take_over ? std::optional(kernel::TakeOver{asked.origin}) : std::nullopt;
  const auto say = [&](const kernel::OpenPlace& place) {
    const std::string size = std::to_string(place.head().size);
    return went_on(place,
                   asked.take_over
                       ? "The record goes on here as " + place.origin() + ", with " + size + " acts.\n" + place.verifier_key()
                       : size + " acts of " + place.origin() + " are open here as " + asked.where.place +
                             ": a copy, to be read only.",
                   output);
  };
  if (std::filesystem::exists(kernel::PlaceFiles{options.data + "/" + options.place}.key(), ignored)) {
    if (const auto before = kernel::imported_before(house, options, from, take_over)) return say(*before);
    if (!asked.take_over) return fetch_missing(house, asked, from, bar, output);
  }
  const auto place = kernel::import_record(house, options, from, take_over, bar);
  return place ? say(**place) : output.cannot(place.problems());
}

int record_key(const kernel::House& house, const KeyAsked& asked, const Output& output) {
  if (asked.anew) {
    const auto place = kernel::change_key(house, options_for(asked.where), {asked.origin});
    if (!place) return output.cannot(place.problems());
    return went_on(
        **place, "The record goes on as " + (*place)->origin() + ". The old key is gone.\n" + (*place)->verifier_key(),
        output);
  }
  auto place = open_here(house, asked.where);
  if (!place) return output.cannot(place.problems());
  return output.done(Json::object({{"key", (*place)->verifier_key()}}), (*place)->verifier_key());
}

}  // namespace alongside::cli
