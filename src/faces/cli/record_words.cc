// What the program does with a whole record on this machine: check, rebuild, prove, export.

#include <filesystem>

#include "base/text.h"
#include "faces/cli/words.h"
#include "kernel/check.h"
#include "kernel/migrate.h"
#include "record/opening.h"
#include "record/tile.h"
#include "record/tree.h"

namespace alongside::cli {
int record_check(const kernel::House& house, const Where& where, const Output& output) {
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  Bar bar(output.as_json());
  const kernel::Checked check = kernel::check_place(**place, bar);
  Json wrong = Json::array();
  for (const std::string& one : check.wrong) {
    wrong.push(one);
    if (!output.as_json()) std::fprintf(stderr, "%s\n", one.c_str());
  }
  const bool holds = check.wrong.empty();
  output.done(Json::object({{"entries", check.entries}, {"holds", holds}, {"words", check.words}, {"wrong", std::move(wrong)}}),
              std::to_string(check.entries) + " entries and " + std::to_string(check.words) + " sealed words read back. " +
                  (holds ? "All of it holds." : "It does not hold: see above."));
  return holds ? exit_done : exit_does_not_hold;
}

int record_rebuild(const kernel::House& house, const Where& where, const Output& output) {
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  Bar bar(output.as_json());
  const auto connection = (*place)->database().writer();
  const Status done = kernel::refold_all(house, *connection, bar);
  if (!done) return output.cannot(done.problems());
  const std::string digest = hex(view(kernel::digest_of(kernel::digests(house, *connection))));
  return output.done(Json::object({{"tables", digest}}), "Folded anew. Digest of the tables: " + digest);
}

int record_prove(const kernel::House& house, const Where& where, std::int64_t index, const Output& output) {
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  const auto receipt = (*place)->receipt({index});
  if (!receipt) return output.cannot(receipt.problems());
  if (output.as_json()) return output.done(Json::object({{"receipt", *receipt}}), "");
  std::fwrite(receipt->data(), 1, receipt->size(), stdout);
  return exit_done;
}

int record_export(const kernel::House& house, const Where& where, const std::string& folder, const Output& output) {
  namespace fs = std::filesystem;
  if (fs::exists(folder) && !fs::is_empty(folder)) {
    return output.cannot(Problems(std::vector{Problem{.code = Code::already_there, .file = folder, .expected = msg("Give a folder that is new or empty.")}}));
  }
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  const auto head = (*place)->checkpoint();
  if (!head) return output.cannot(head.problems());
  const auto checkpoint = record::read_checkpoint_unchecked(*head);
  std::vector<std::string> paths{"key", "erased"};
  for (const record::Tile& tile : record::tiles_of(checkpoint->size)) paths.push_back(record::tile_path(tile));
  for (std::int64_t bundle = 0; bundle * record::tile_width < checkpoint->size; ++bundle) paths.push_back(record::openings_path(bundle));
  Bar bar(output.as_json());
  std::int64_t done = 0;
  const auto write = [&](const std::string& path, const std::string& bytes) {
    fs::create_directories(fs::path(folder + "/" + path).parent_path());
    kernel::write_whole_file(folder + "/" + path, bytes, 0644);
  };
  for (const std::string& path : paths) {
    const auto bytes = (*place)->record_file(path);
    if (!bytes) return output.cannot(problem(Code::cannot_read, path, msg("This file of the record cannot be made.")));
    write(path, *bytes);
    bar.at(++done, static_cast<std::int64_t>(paths.size()), "files written");
  }
  write("checkpoint", *head);  // last: a folder without it is not a record
  return output.done(Json::object({{"files", done + 1}, {"folder", folder}, {"size", checkpoint->size}}),
                     std::to_string(checkpoint->size) + " entries written into " + folder);
}

}  // namespace alongside::cli
