#include "kernel/import_record.h"

#include <filesystem>
#include <set>

#include "kernel/carry_out.h"
#include "kernel/record_acts.h"
#include "kernel/verify_export.h"
#include "kernel/words.h"
#include "record/opening.h"
#include "record/tile.h"

namespace alongside::kernel {
namespace {

using Field = std::pair<std::int64_t, std::string>;

Problem about(const std::string& file, Code code, Message expected) {
  return {.code = code, .file = file, .expected = std::move(expected)};
}

Problem stopped() {
  return {.code = Code::wrong_state, .expected = msg("Stopped before the end. Nothing was changed.")};
}

// What an export is found to be, once all of it was checked.
struct CheckedExport {
  record::Verifier verifier;
  record::Checkpoint head;
  std::string checkpoint;  // as it was signed, byte for byte
  std::set<Field> erased;  // what its notices name
  std::string zone = "Europe/London";
  bool sample = false;
  bool goes_on_from_guard = false;  // its first entries are those that the guard has signed
};

Result<record::Verifier> key_of(const ExportedRecord& from, const record::Files& files) {
  const auto own = files("key");
  if (!own && from.trusted_key.empty()) {
    return about(from.folder + "/key", Code::missing,
                 msg("The file named key of the export, or the record's key from somewhere you trust (--key)."));
  }
  std::string text = from.trusted_key.empty() ? *own : from.trusted_key;
  if (text.ends_with('\n')) text.pop_back();
  auto verifier = record::parse_verifier_key(text);
  if (!verifier) return about(from.folder + "/key", Code::malformed, verifier.problems().list().front().expected);
  return verifier;
}

// What the first act says of the whole record: where its days are days, and whether it was invented.
void read_first(const record::Entry& entry, CheckedExport& out) {
  const Json* zone = entry.body.find("zone");
  if (zone != nullptr && zone->is_string()) out.zone = zone->string();
  const Json* sample = entry.body.find("sample");
  out.sample = sample != nullptr && sample->is_bool() && sample->boolean();
}

// Every fault at once, each with its file.
Result<CheckedExport> check_export(const House& house, const ExportedRecord& from, const std::optional<Signed>& guard,
                                   Progress& progress) {
  const record::Files files = files_in(from.folder);
  auto verifier = key_of(from, files);
  if (!verifier) return verifier.problems();
  CheckedExport out{.verifier = std::move(verifier).value()};
  record::CompactRange range;
  const auto each = [&](std::int64_t index, std::string_view bytes, const record::Entry& entry) -> Status {
    if (index == 0) read_first(entry, out);
    for (Field& field : record::erased_fields(entry)) out.erased.insert(std::move(field));
    range.append(record::leaf_hash(bytes));
    if (guard && range.size() == guard->size) out.goes_on_from_guard = range.root() == guard->root;
    if (house.knows_act(entry.kind, entry.version)) return Done{};
    return problem(Code::not_supported, "act", msg("An act of a kind and version that this program knows."),
                   entry.kind);
  };
  const std::vector<record::Verifier> known{out.verifier};
  const auto folded = verify_and_fold(house, {.files = files, .known = known, .each = each}, progress);
  if (!folded) {
    Problems problems = folded.problems();
    for (Problem& one : problems.list()) one.file = from.folder + "/" + one.file;
    return problems;
  }
  Problems problems;
  for (const record::Finding& one : folded->verified.findings) {
    problems.add(Problem{
        .code = Code::does_not_match, .file = from.folder + "/" + one.file, .field = one.where, .expected = one.what});
  }
  if (out.verifier.name != folded->verified.head.origin) {
    problems.add(
        about(from.folder + "/key", Code::does_not_match, msg("The key of the record that the checkpoint names.")));
  }
  if (problems.any()) return problems;
  out.head = folded->verified.head;
  out.checkpoint = *files("checkpoint");
  return out;
}

// One act of the record's own, at the end of a place at rest.
template <Act A>
void append(OpenPlace& place, const A& act) {
  const auto connection = place.database().writer();
  connection->begin();
  LogTail tail(*connection);
  const Index index{tail.size()};
  const Day today = place.today();
  const auto bytes = record::print(record::Entry{
      .kind = std::string(A::kind), .at = today, .body = to_json(act, "", nullptr), .version = version_of<A>()});
  if (!bytes)
    throw std::logic_error("an act that cannot be an entry: " + in_english(bytes.problems().list().front()));
  tail.append({{std::string(A::kind), today.number(), *bytes}});
  const Status folded = fold_entry(place.house(), index, *bytes, *connection);
  if (!folded) throw std::logic_error("an act that does not fold");
  tail.seal();
  connection->commit();
}

}  // namespace

// Fills a place at rest.
class Importing {
 public:
  explicit Importing(OpenPlace& place) : place_(place) {}

  // All that the export has beyond what lies here, in one transaction, or nothing.
  Status take_in(const ExportedRecord& from, const CheckedExport& checked, Progress& progress) {
    const auto connection = place_.database_->writer();
    connection->begin();
    Status done = Done{};
    try {
      done = take_in(from, checked, *connection, progress);
      if (done.ok()) {
        place_.vault_->store_reserved();  // before the commit that refers to it
        connection->commit();
        return done;
      }
    } catch (...) {
      connection->rollback();
      place_.vault_->forget_reserved();
      throw;
    }
    connection->rollback();
    place_.vault_->forget_reserved();
    return done;
  }

 private:
  Status take_in(const ExportedRecord& from, const CheckedExport& checked, store::Connection& connection,
                 Progress& progress) {
    LogTail tail(connection);
    const record::Files files = files_in(from.folder);
    for (std::int64_t bundle = tail.size() / record::tile_width; bundle * record::tile_width < checked.head.size;
         ++bundle) {
      if (const Status done = take_bundle(files, bundle, checked, connection, tail); !done) return done;
      if (!progress.at(tail.size(), checked.head.size, "acts taken in")) return stopped();
    }
    tail.seal();
    if (tail.head().root != checked.head.root) {
      return about(
          from.folder, Code::does_not_match,
          msg("The record that lies here. These entries do not go on from it, or changed while they were read."));
    }
    if (!from.rebuild) return Done{};
    Changes changes;
    Reader reader(connection, place_.vault_.get(), &place_.lookup_, {tail.size()});
    from.rebuild(changes, reader);
    for (const PrivateStatement& statement : changes.statements()) connection.run(statement.sql, statement.values);
    return Done{};
  }

  Status take_bundle(const record::Files& files, std::int64_t bundle, const CheckedExport& checked,
                     store::Connection& connection, LogTail& tail) {
    const std::int64_t first = bundle * record::tile_width;
    const int width = record::tile_width_at(record::entries_level, bundle, checked.head.size);
    const std::string path = record::tile_path({record::entries_level, bundle, width});
    const auto bytes = files(path);
    if (!bytes) return about(path, Code::cannot_read, msg("This file of the record is missing."));
    const auto entries = record::parse_bundle(*bytes, width);
    if (!entries) return entries.problems();
    std::map<Field, record::Opening> openings;
    if (const auto opened = files(record::openings_path(bundle))) {
      auto list = record::parse_openings(*opened);
      if (!list) return list.problems();
      for (record::Opening& one : *list) openings.emplace(Field{one.index, one.field}, std::move(one));
    }
    std::vector<LogTail::NewEntry> rows;
    for (std::int64_t index = tail.size(); index < first + width; ++index) {
      const std::string_view entry_bytes = (*entries)[static_cast<std::size_t>(index - first)];
      const auto entry = record::parse_entry(entry_bytes);
      if (!entry) return entry.problems();
      rows.push_back({entry->kind, entry->at.number(), std::string(entry_bytes)});
      if (const Status sealed = take_words(index, *entry, openings, checked, connection); !sealed) return sealed;
      if (const Status folded = fold_entry(place_.house_, {index}, *entry, connection); !folded) return folded;
    }
    tail.append(rows);
    return Done{};
  }

  Status take_words(std::int64_t index, const record::Entry& entry, const std::map<Field, record::Opening>& openings,
                    const CheckedExport& checked, store::Connection& connection) {
    for (const record::Committed& one : record::commitments(entry.body)) {
      const Field field{index, one.field};
      if (checked.erased.contains(field)) continue;
      const auto opening = openings.find(field);
      if (opening == openings.end()) {
        connection.run("INSERT INTO closed_words (act, field) VALUES ($1, $2)", {index, one.field});
        continue;
      }
      if (!record::opens(opening->second, one.commitment)) {
        return about(record::openings_path(index / record::tile_width), Code::does_not_match,
                     msg("These are not the words that were committed to."));
      }
      const store::Slot slot = place_.vault_->reserve(1);
      const Opened opened{.salt = opening->second.salt, .words = opening->second.words};
      connection.run(
          "INSERT INTO sealed (act, field, person, slot, box, withheld) VALUES ($1, $2, 0, $3, $4, 0)",
          {index, one.field, slot, store::Blob{seal_words(*place_.vault_->key(slot), opened, {index}, one.field)}});
    }
    return Done{};
  }

  OpenPlace& place_;
};

Result<std::unique_ptr<OpenPlace>> import_record(const House& house, const OpenOptions& options,
                                                 const ExportedRecord& from, const std::optional<TakeOver>& take_over,
                                                 Progress& progress) {
  if (const Status free = check_name_is_free(options); !free) return free.problems();
  const auto checked = check_export(house, from, std::nullopt, progress);
  if (!checked) return checked.problems();
  if (take_over && take_over->origin == checked->head.origin) {
    return problem(Code::already_there, "origin",
                   msg("Give an origin of your own: the entries go on under another name."), take_over->origin);
  }
  const auto key = make_key(take_over ? take_over->origin : "", options.place);
  if (!key) return key.problems();
  const FirstSettings settings{.zone = checked->zone, .sample = checked->sample};
  return OpenPlace::make(house, options, settings, *key, [&](OpenPlace& place) -> Status {
    if (const Status taken = Importing(place).take_in(from, *checked, progress); !taken) return taken;
    if (take_over) {
      append(place, RecordRestored{
                        .origin = checked->head.origin, .size = checked->head.size, .root = checked->head.root});
      write_key_file(place.files().key(), *key);
    } else {
      write_whole_file(place.files().checkpoint(), checked->checkpoint, 0644);
      write_key_file(place.files().key(), checked->verifier);
    }
    return Done{};
  });
}

namespace {

// The words that are open there are open here, and no others.
bool opens_the_same(OpenPlace& place, const record::Files& files, std::int64_t size) {
  for (std::int64_t bundle = 0; bundle * record::tile_width < size; ++bundle) {
    const std::string path = record::openings_path(bundle);
    if (place.record_file(path) != files(path).value_or(record::print_openings({}))) return false;
  }
  return true;
}

bool is_copy_of(OpenPlace& place, const record::Checkpoint& asked, const std::string& trusted_key) {
  const Head head = place.head();
  return place.is_copy() && place.origin() == asked.origin && head.size == asked.size && head.root == asked.root &&
         (trusted_key.empty() || trusted_key == place.verifier_key());
}

bool has_taken_over(OpenPlace& place, const record::Checkpoint& asked, const TakeOver& to) {
  std::optional<OldOrigin> old;
  place.read([&](Reader& reader) { old = goes_on_from(reader.connection()); });
  return old && old->name == asked.origin && old->size == asked.size && old->root == asked.root &&
         (to.origin.empty() || to.origin == place.origin());
}

}  // namespace

std::unique_ptr<OpenPlace> imported_before(const House& house, const OpenOptions& options, const ExportedRecord& from,
                                           const std::optional<TakeOver>& take_over) {
  const record::Files files = files_in(from.folder);
  const auto bytes = files("checkpoint");
  if (!bytes) return nullptr;
  const auto asked = record::read_checkpoint_unchecked(*bytes);
  auto place = OpenPlace::open(house, options);
  if (!asked || !place) return nullptr;
  const bool is_it = take_over ? has_taken_over(**place, *asked, *take_over) : is_copy_of(**place, *asked, from.trusted_key);
  return is_it && opens_the_same(**place, files, asked->size) ? std::move(*place) : nullptr;
}

Status fetch_tail(const House& house, const OpenOptions& options, const ExportedRecord& from, Progress& progress) {
  const auto place = OpenPlace::at_rest(house, options);
  if (!place) return place.problems();
  const auto& guard = (*place)->guard();
  if ((*place)->is_copy() || !guard || guard->size <= (*place)->head().size) {
    return about((*place)->files().folder, Code::already_there,
                 msg("Give an id that is free: this place is here already, and lacks no entry that it has signed."));
  }
  ExportedRecord own = from;
  own.trusted_key = (*place)->verifier_key();
  const auto checked = check_export(house, own, guard, progress);
  if (!checked) return checked.problems();
  if (!checked->goes_on_from_guard) {
    return about(from.folder + "/checkpoint", Code::out_of_range,
                 msg("An export that holds all that this record has signed: {size} entries.",
                     {{"size", std::to_string(guard->size)}}));
  }
  return Importing(**place).take_in(from, *checked, progress);
}

// What was begun here is ended by the opening: OpenPlace::finish_key_change.
Result<std::unique_ptr<OpenPlace>> change_key(const House& house, const OpenOptions& options, const TakeOver& to) {
  {
    auto rested = OpenPlace::at_rest(house, options);
    if (!rested) return rested.problems();
    OpenPlace& place = **rested;
    if (place.is_copy()) return place.stands_still();
    const bool is_old_name = to.origin == place.origin();
    if (!place.key_was_replaced() || !(to.origin.empty() || is_old_name)) {
      if (is_old_name) {
        return problem(Code::already_there, "origin",
                       msg("Give another origin: the entries go on under another name."), to.origin);
      }
      const auto key = make_key(to.origin, place.id());
      if (!key) return key.problems();
      write_key_file(place.files().next_key(), *key);
      if (place.stands_still().any()) {
        append(place, RecordRestored{
                          .origin = place.origin(), .size = place.guard()->size, .root = place.guard()->root});
      } else {
        const Head head = place.head();
        append(place, KeyChanged{.origin = place.origin(), .size = head.size, .root = head.root});
      }
    }
  }
  return OpenPlace::open(house, options);
}

}  // namespace alongside::kernel
