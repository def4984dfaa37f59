#include <filesystem>

#include "faces/cli/words.h"

namespace alongside::cli {

int place_open(const kernel::House& house, const OpenAsked& asked, const Output& output) {
  Json request = Json::object({{"helplines", asked.helplines}, {"host_decides", asked.host_decides}, {"keeper", asked.keeper},
                               {"name", asked.name}, {"outside_moderator", asked.outside_moderator}, {"sample", asked.sample},
                               {"zone", asked.zone}});
  std::error_code ignored;
  std::filesystem::create_directories(asked.where.data, ignored);
  kernel::NewPlace fresh{.origin = asked.origin, .zone = asked.zone, .sample = asked.sample,
                         .first = {.command = "place open", .credential = {.at_the_house = true}, .key = "place open", .request = std::move(request)},
                         .next = asked.next};
  auto place = kernel::OpenPlace::create(house, options_for(asked.where), fresh);
  if (!place) return output.cannot(place.problems());
  for (const Message& warning : (*place)->warnings()) std::fprintf(stderr, "%s\n", in_english(warning).c_str());
  Json acts = Json::array();
  acts.push(0);
  return output.done(Json::object({{"acts", std::move(acts)}, {"key", (*place)->verifier_key()}, {"origin", (*place)->origin()}, {"place", asked.where.place}}),
                     asked.where.place + " is open. Its record is " + (*place)->origin() + "\n" + (*place)->verifier_key());
}

int place_list(const std::string& data, const Output& output) {
  Json list = Json::array();
  std::string words;
  for (const std::string& id : places_in(data)) {
    list.push(id);
    words += (words.empty() ? "" : "\n") + id;
  }
  return output.done(Json::object({{"places", std::move(list)}}), words.empty() ? "There are no places in " + data : words);
}

int backup(const kernel::House& house, const Where& where, const std::string& file, const Output& output) {
  if (std::filesystem::exists(file)) {
    return output.cannot(Problems(std::vector{Problem{.code = Code::already_there, .file = file, .expected = msg("Give the name of a file that is not there yet.")}}));
  }
  auto place = open_here(house, where);
  if (!place) return output.cannot(place.problems());
  (*place)->database().backup(file);
  return output.done(Json::object({{"file", file}}),
                     "Copied into " + file + ". The vault and the key are not in it; copy them apart: without the vault no word can be read.");
}

int restore(const Where& where, const std::string& file, const Output& output) {
  if (const Status named = kernel::check_place_id(where.place); !named) return output.cannot(named.problems());
  const kernel::PlaceFiles files{where.data + "/" + where.place};
  const auto held = store::PlaceLock::take(files.lock());
  if (!held) return output.cannot(held.problems());
  if (where.database.empty()) {
    store::restore_sqlite(file, files.database());
  } else {
    store::restore_postgres(file, where.database, where.place);
  }
  return output.done(Json::object({{"place", where.place}}), "Restored. What was erased since that copy stays erased: its keys are gone from the vault.");
}

}  // namespace alongside::cli
