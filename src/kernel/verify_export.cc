#include "kernel/verify_export.h"

#include "kernel/carry_out.h"
#include "kernel/guard.h"
#include "kernel/migrate.h"
#include "kernel/record_acts.h"

namespace alongside::kernel {
namespace {

constexpr std::size_t file_bytes_max = 64u << 20;

}  // namespace

record::Files files_in(const std::string& folder) {
  return [folder](const std::string& path) -> std::optional<std::string> {
    auto bytes = read_whole_file(folder + "/" + path, file_bytes_max);
    return bytes ? std::optional(std::move(bytes).value()) : std::nullopt;
  };
}

Result<FoldedRecord> verify_and_fold(const House& house, const VerifyAsked& asked, Progress& progress) {
  const auto database = store::open_memory();
  const auto into = database->writer();
  into->begin();
  create_public_tables(house, *into);
  const auto each = [&](std::int64_t index, std::string_view bytes, const record::Entry& entry) -> Status {
    if (asked.each) {
      if (Status told = asked.each(index, bytes, entry); !told) return told;
    }
    return house.knows_act(entry.kind, entry.version) ? fold_entry(house, {index}, entry, *into) : Status(Done{});
  };
  auto verified = record::verify_record(asked.files, asked.known, each, progress);
  if (!verified) return verified.problems();
  if (asked.lies_still) {
    if (const auto erased = asked.files("erased"); erased && *erased != erased_list(*into)) {
      verified->find("erased", "", msg("It does not say what the notices among the entries say."));
    }
  }
  into->commit();
  return FoldedRecord{std::move(verified).value(), digest_of(digests(house, *into))};
}

}  // namespace alongside::kernel
