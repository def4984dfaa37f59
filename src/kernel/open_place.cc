#include "kernel/open_place.h"

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "kernel/migrate.h"
#include "store/postgres_schemas.h"

namespace alongside::kernel {
namespace {

constexpr std::string_view no_place_words[] = {"r", "api", "assets", "healthz", "static", "join", "new", "me"};

Problems about(const std::string& file, Code code, Message expected, std::string found = {}) {
  return Problems(std::vector{Problem{.code = code, .file = file, .found = std::move(found), .expected = std::move(expected)}});
}

}  // namespace

Status check_place_id(std::string_view id) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  bool fits = id.size() >= 2 && id.size() <= 40 && letter(id.front());
  for (const char c : id) fits = fits && (letter(c) || (c >= '0' && c <= '9') || c == '-');
  for (const std::string_view taken : no_place_words) fits = fits && id != taken;
  if (fits) return Done{};
  return problem(Code::malformed, "place",
                 msg("Give 2 to 40 small letters, digits and hyphens, beginning with a letter; and none of: r, api, assets, "
                     "healthz, static, join, new, me."),
                 std::string(id));
}

OpenPlace::OpenPlace(const House& house, OpenOptions options) : house_(house), options_(std::move(options)) {}

OpenPlace::~OpenPlace() {
  writer_.reset();  // what waits is carried out first
  long_work_.reset();
  search_.reset();
}

Result<std::unique_ptr<OpenPlace>> OpenPlace::open(const House& house, const OpenOptions& options) {
  auto place = at_rest(house, options);
  if (place) (*place)->start();
  return place;
}

Result<std::unique_ptr<OpenPlace>> OpenPlace::at_rest(const House& house, const OpenOptions& options) {
  if (const Status named = check_place_id(options.place); !named) return named.problems();
  auto place = std::unique_ptr<OpenPlace>(new OpenPlace(house, options));
  if (const Status done = place->attach(std::nullopt); !done) return done.problems();
  return place;
}

Status OpenPlace::attach(const std::optional<Fresh>& fresh) {
  const std::string name = fresh ? unfinished(options_.place) : options_.place;
  files_ = {options_.data + "/" + name};
  if (fresh) {
    std::error_code failed;
    std::filesystem::create_directories(files_.folder, failed);
    if (failed) return about(files_.folder, Code::cannot_write, msg("Give a folder that can be written: {why}.", {{"why", failed.message()}}));
    ::chmod(files_.folder.c_str(), 0700);
  } else if (::access(files_.key().c_str(), F_OK) != 0) {
    return about(files_.folder, Code::not_found, msg("There is no place of this name here. Open it first: alongside place open."), options_.place);
  }

  auto held = store::PlaceLock::take(files_.lock());
  if (!held) return held.problems();
  held_ = std::move(held).value();

  // The second path comes with the first opening: what was never finished leaves nothing there.
  const std::string mirror = fresh ? "" : options_.mirror_file();
  auto vault = store::Vault::open(files_.vault(), mirror, fresh.has_value());
  if (!vault) return vault.problems();
  vault_ = std::move(vault).value();
  if (!vault_->has_mirror()) {
    warnings_.push_back(msg("The vault has no second path. If this disk is lost, every word in this record is lost with it."));
  }
  // Slot 0 is the house's own: what private texts are looked up by.
  if (fresh) vault_->create(1);
  auto lookup = lookup_key(*vault_);
  if (!lookup) return about(files_.vault(), Code::does_not_match, msg("The vault's first slot is lost. Bring back the vault, or its second copy."));
  lookup_ = std::move(*lookup);
  auto key = fresh ? Result<PlaceKey>(PlaceKey{fresh->key.key.verifier(), fresh->key.key}) : read_key_file(files_.key());
  if (!key) return key.problems();
  key_ = std::move(key).value();

  try {
    const std::string& url = options_.database_url;
    // The folder took its name first: the schema follows, at the latest now.
    if (!url.empty() && !fresh) store::rename_schema(url, unfinished(name), name);
    database_ = url.empty() ? store::open_sqlite(files_.database()) : store::open_postgres(url, name);
    if (fresh) {
      const auto connection = database_->writer();
      connection->begin();
      prepare_empty_place(house_, *connection, lookup_, fresh->settings);
      connection->commit();
    }
    if (const Status done = check_tables(); !done) return done;
    return recover();
  } catch (const store::Failure& failure) {
    return about(options_.database_url.empty() ? files_.database() : "database", Code::cannot_read,
                 msg("A database of a place: {why}.", {{"why", failure.what()}}));
  } catch (const std::runtime_error& wrong) {
    return about(files_.folder, Code::does_not_match, msg("This place cannot be opened: {why}.", {{"why", wrong.what()}}));
  }
}

Status OpenPlace::check_tables() {
  const auto connection = database_->writer();
  if (!vault_fits(*connection, lookup_)) {
    return about(files_.vault(), Code::does_not_match, msg("The vault's first slot is not the one that this place was opened with. Bring back the vault, or its second copy."));
  }
  zone_ = setting(*connection, "zone");
  sample_ = setting(*connection, "sample") == "yes";
  if (const Result<Day> known = day_in_zone(options_.now(), zone_); !known) return known.problems();
  return bring_up_to_date(house_, *connection);
}

void OpenPlace::start() {
  version_ = head().version;
  search_ = std::make_unique<SearchFollower>(house_, [this](const std::function<void(Reader&)>& with) { read(with); });
  long_work_ = std::make_unique<LongWork>([this](const std::function<void(Reader&)>& with) { read(with); });
  if (stands_still_.any()) return;
  writer_ = std::make_unique<Writer>(WriterParts{
      .place = options_.place,
      .house = house_,
      .database = *database_,
      .vault = *vault_,
      .lookup = lookup_,
      .now = options_.now,
      .today = [this](Instant) { return today(); },
      .committed = [this](const Head& head, const std::vector<Index>& words_changed) {
        version_ = head.version;
        search_->committed(head.size, words_changed);
      }});
}

void OpenPlace::submit(Order order, Answer answer) {
  if (stands_still_.any()) return answer({.problems = stands_still_});
  writer_->submit(std::move(order), std::move(answer));
}

Outcome OpenPlace::submit_and_wait(Order order) {
  if (stands_still_.any()) return {.problems = stands_still_};
  return writer_->submit_and_wait(std::move(order));
}

void OpenPlace::sample_is_on(std::optional<Day> day) { story_day_ = day; }

Day OpenPlace::today() const {
  if (sample_ && story_day_) return *story_day_;
  if (sample_ && options_.today) return *options_.today;
  return day_in_zone(options_.now(), zone_).value();
}

void OpenPlace::read(const std::function<void(Reader&)>& with) const {
  const auto connection = database_->reader();
  const store::Snapshot snapshot(*connection);
  Reader reader(*connection, vault_.get(), &lookup_, {read_head(*connection).size});
  with(reader);
}

Head OpenPlace::head() const {
  const auto connection = database_->reader();
  const store::Snapshot snapshot(*connection);
  return read_head(*connection);
}

Result<Seen> OpenPlace::see(const Page& page, const Credential& credential, std::map<std::string, std::string> path,
                            std::map<std::string, std::string> query, std::string fresh_key) const {
  Result<Seen> out = problem(Code::not_found, "", msg("There is no such page."));
  read([&](Reader& reader) {
    const Actor actor = house_.actor(reader, credential, now());
    if (!page.row.may({actor, reader, Json::object(), path})) {
      out = problem(Code::not_allowed, "", msg("You cannot see this page. Sign in as somebody who may."));
      return;
    }
    const Seeing seeing{.reader = reader, .actor = actor, .today = today(), .now = now(), .place = options_.place,
                        .path = path, .query = std::move(query), .fresh_key = std::move(fresh_key),
                        .search = [this](std::string_view words, std::size_t limit) {
                          const auto progress = search_->progress();
                          return Finding{search_->find(words, limit), progress.done, progress.total};
                        },
                        .house = &house_, .long_work = long_work_.get()};
    out = page.see(seeing);
  });
  return out;
}

}  // namespace alongside::kernel
