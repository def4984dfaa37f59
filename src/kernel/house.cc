#include "kernel/house.h"

#include <set>
#include <stdexcept>

#include "base/text.h"
#include "kernel/record_acts.h"

namespace alongside::kernel {
namespace {

std::string key_of(std::string_view kind, int version) { return std::string(kind) + "/" + std::to_string(version); }

}  // namespace

House::House(std::vector<Concern> concerns) {
  concerns_.push_back(record_concern());
  for (Concern& concern : concerns) concerns_.push_back(std::move(concern));
  std::set<std::string> brought;
  for (const Concern& concern : concerns_) {
    for (const ActKind& kind : concern.own_acts()) {
      if (!brought.insert(key_of(kind.kind, kind.version)).second) {
        throw std::logic_error("two concerns bring the act " + std::string(kind.kind));
      }
    }
    for (const ActKind& kind : concern.all_folds()) folds_[key_of(kind.kind, kind.version)].push_back({&concern, &kind});
    for (const Command& command : concern.commands()) {
      if (!commands_.emplace(command.row.words, &command).second) {
        throw std::logic_error("two commands are called " + std::string(command.row.words));
      }
      if (command.row.on_a_form && !forms_.add(command.row.path, &command)) {
        throw std::logic_error("two forms are at " + std::string(command.row.path));
      }
    }
    for (const Page& page : concern.pages()) {
      if (!pages_.add(page.row.path, &page)) throw std::logic_error("two pages are at " + std::string(page.row.path));
    }
  }
}

const Command* House::command(std::string_view words) const {
  const auto at = commands_.find(words);
  return at == commands_.end() ? nullptr : at->second;
}

const std::vector<House::FoldOf>& House::folds(std::string_view kind, int version) const {
  static const std::vector<FoldOf> none;
  const auto at = folds_.find(key_of(kind, version));
  return at == folds_.end() ? none : at->second;
}

bool House::knows_act(std::string_view kind, int version) const { return !folds(kind, version).empty(); }

std::vector<std::string> House::public_tables() const {
  std::vector<std::string> out;
  for (const Concern& concern : concerns_) {
    for (std::string& table : tables_in(concern.tables_sql())) out.push_back(std::move(table));
  }
  return out;
}

Actor House::actor(Reader& reader, const Credential& credential, Instant now) const {
  for (const Concern& concern : concerns_) {
    if (concern.who()) {
      Actor actor = concern.who()(reader, credential, now);
      actor.address_digest = credential.address_digest;
      return actor;
    }
  }
  // A house without accounts (a kernel test): only the command line is somebody.
  Actor actor;
  actor.at_the_house = credential.at_the_house;
  actor.address_digest = credential.address_digest;
  if (credential.at_the_house) actor.standing = Standing::keeper;
  return actor;
}

std::vector<std::string> tables_in(std::string_view sql) {
  constexpr std::string_view start = "CREATE TABLE ";
  std::vector<std::string> out;
  for (std::size_t at = sql.find(start); at != sql.npos; at = sql.find(start, at)) {
    at += start.size();
    out.emplace_back(sql.substr(at, sql.find_first_of(" (", at) - at));
  }
  return out;
}

}  // namespace alongside::kernel
