// All concerns of the program, in their order, and what is looked up among them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/addresses.h"
#include "kernel/concern.h"

namespace alongside::kernel {

class House {
 public:
  // The record's own concern comes first; then these. Throws std::logic_error when two bring the same act kind, command
  // words or address.
  explicit House(std::vector<Concern> concerns);

  const std::vector<Concern>& concerns() const { return concerns_; }
  const Command* command(std::string_view words) const;

  // Where an address leads: "/decisions/61" to the row "/decisions/{decision}" with {"decision": "61"}. A path parameter
  // is a whole number. Null when there is none.
  template <class Row>
  using Match = typename Addresses<Row>::Match;
  Match<Page> page_at(std::string_view path) const { return pages_.find(path); }
  Match<Command> form_at(std::string_view path) const { return forms_.find(path); }

  struct FoldOf {
    const Concern* concern;
    const ActKind* kind;
  };
  const std::vector<FoldOf>& folds(std::string_view kind, int version) const;
  bool knows_act(std::string_view kind, int version) const;
  // Public tables, in the order of the concerns: for digests and comparisons.
  std::vector<std::string> public_tables() const;
  Actor actor(Reader& reader, const Credential& credential, Instant now) const;

 private:
  std::vector<Concern> concerns_;
  std::map<std::string, const Command*, std::less<>> commands_;
  Addresses<Page> pages_;
  Addresses<Command> forms_;
  std::map<std::string, std::vector<FoldOf>, std::less<>> folds_;  // by "kind/version"
};

// The names of the tables that a tables.sql creates, in its order.
std::vector<std::string> tables_in(std::string_view sql);

}  // namespace alongside::kernel
