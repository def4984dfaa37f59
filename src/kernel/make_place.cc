// How a place comes to be: under its unfinished name, until all of it is there. The rename of its folder makes it a place;
// a crash before that leaves what the next making of this id clears away, and a crash after it leaves a place.

#include <filesystem>

#include "kernel/open_place.h"
#include "store/postgres_schemas.h"
#include "store/posix_file.h"

namespace alongside::kernel {
namespace {

Problem about(const std::string& file, Code code, Message expected, std::string found = {}) {
  return {.code = code, .file = file, .found = std::move(found), .expected = std::move(expected)};
}

// What goes wrong on the disk or in the database, as a problem.
Status tried(const OpenOptions& options, const std::function<Status()>& work) {
  try {
    return work();
  } catch (const std::runtime_error& failure) {
    return about(options.data + "/" + options.place, Code::cannot_write,
                 msg("A disk that takes it: {why}.", {{"why", failure.what()}}));
  }
}

// What lies under the unfinished name was stopped, unless somebody still holds it.
Status clear_unfinished(const OpenOptions& options) {
  const PlaceFiles files{options.data + "/" + unfinished(options.place)};
  if (store::file_exists(files.folder)) {
    const auto held = store::PlaceLock::take(files.lock());
    if (!held) return held.problems();
    std::filesystem::remove_all(files.folder);
  }
  if (!options.database_url.empty()) store::drop_schema(options.database_url, unfinished(options.place));
  return Done{};
}

Status is_free(const OpenOptions& options) {
  const std::string folder = options.data + "/" + options.place;
  if (store::file_exists(folder)) {
    return about(folder, Code::already_there, msg("Give an id that is free: there is a folder of this name already."),
                 options.place);
  }
  if (const std::string mirror = options.mirror_file(); !mirror.empty() && store::file_exists(mirror)) {
    return about(mirror, Code::already_there,
                 msg("Give an id that is free: the vault of another place has its second path here. If that place is gone "
                     "for good, take this file away."),
                 options.place);
  }
  if (!options.database_url.empty() && store::has_schema(options.database_url, options.place)) {
    return about("database", Code::already_there,
                 msg("Give an id that is free: the database has a schema of this name already."), options.place);
  }
  return Done{};
}

}  // namespace

Status check_name_is_free(const OpenOptions& options) {
  if (const Status named = check_place_id(options.place); !named) return named;
  return tried(options, [&] { return is_free(options); });
}

Result<std::unique_ptr<OpenPlace>> OpenPlace::make(const House& house, const OpenOptions& options,
                                                   const FirstSettings& settings, const NewKey& key,
                                                   const std::function<Status(OpenPlace&)>& fill) {
  if (const Status free = check_name_is_free(options); !free) return free.problems();
  if (const Status ready = tried(options, [&] { return clear_unfinished(options); }); !ready) return ready.problems();
  const Status made = tried(options, [&]() -> Status {
    auto place = std::unique_ptr<OpenPlace>(new OpenPlace(house, options));
    if (const Status empty = place->attach(Fresh{settings, key}); !empty) return empty;
    if (const Status filled = fill(*place); !filled) return filled;
    const auto held = std::move(place->held_);  // nobody clears it away before it has its name
    place.reset();
    store::rename_durably(options.data + "/" + unfinished(options.place), options.data + "/" + options.place);
    return Done{};
  });
  if (made.ok()) return open(house, options);
  [[maybe_unused]] const Status cleared = tried(options, [&] { return clear_unfinished(options); });  // else by the next
  return made.problems();
}

Result<std::unique_ptr<OpenPlace>> OpenPlace::create(const House& house, const OpenOptions& options, const NewPlace& fresh) {
  const auto key = make_key(fresh.origin, options.place);
  if (!key) return key.problems();
  return make(house, options, {.zone = fresh.zone, .sample = fresh.sample}, *key, [&](OpenPlace& place) -> Status {
    place.start();
    if (const Outcome opened = place.submit_and_wait(fresh.first); !opened.ok()) return opened.problems;
    if (fresh.next) {
      if (const Status done = fresh.next(place); !done) return done;
    }
    write_key_file(place.files_.key(), *key);
    return Done{};
  });
}

}  // namespace alongside::kernel
