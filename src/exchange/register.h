// Puts what files say of bodies, offices and holders on the record, each once.
//
// A body is known by its name under what it is part of; two of one name are told apart by their numbers at their
// source. A holder is known by office, name and first day: a second term is a second holding.
#pragma once

#include <map>
#include <set>
#include <string>

#include "exchange/import_offices.h"

namespace alongside::import {

class Register {
 public:
  Register(kernel::Changes& changes, const ImportOfficesFacts& facts);
  void take(const formats::Read& read);
  void tell();

 private:
  template <kernel::Act A>
  Index put(A act) {
    return {facts_.next_index.value + changes_.add(std::move(act))};
  }
  Index body(const formats::ReadBody& read);
  Index body_of(const std::string& source_id, const std::string& name);  // registers it when it is missing
  Index find(const std::string& name, const std::string& source_id, Index part_of, bool is_anywhere) const;
  Index office(Index body, const formats::ReadOffice& read);
  void holder(const formats::ReadHolder& read);

  kernel::Changes& changes_;
  const ImportOfficesFacts& facts_;
  std::multimap<std::string, KnownBody> bodies_;  // by folded name
  std::map<std::pair<Index, std::string>, Index> offices_;
  std::multimap<std::pair<Index, std::string>, KnownHolder> holders_;
  const formats::Read* read_ = nullptr;        // the file that is being taken
  std::map<std::string, Index> of_this_file_;  // by number
  std::set<std::string> under_way_;            // a body that is said to be part of itself ends here
  std::size_t counts_[5] = {};                 // bodies, offices, holders, left, unchanged
};

}  // namespace alongside::import
