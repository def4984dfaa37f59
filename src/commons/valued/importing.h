// What an import asks of the register: is this line known here, and what is it now?
//
// A line of a file is known again by keys that the importer makes of it (HMACs). They lie in a private table.
#pragma once

#include <string>
#include <vector>

#include "commons/valued/acts.h"
#include "kernel/changes.h"
#include "kernel/reader.h"

namespace alongside::valued {

Index known_by(kernel::Reader& reader, const std::string& key);  // unset: not known
Index stands_as(kernel::Reader& reader, Index valued);  // itself, or the one that it was put together with
void keep_known(kernel::Changes& changes, const std::string& key, Index valued);  // the first to have a key keeps it

// Where and under which name an edition told of a place: HMACs, by which another edition finds what may be the same. Empty:
// not the only one of its file there.
struct Told {
  Index valued;  // the one that stays, where it was put together with another
  std::string edition;
  std::string address;
  std::string name;
};
std::vector<Told> told(kernel::Reader& reader);
void keep_told(kernel::Changes& changes, const Told& told);

struct StatusNow {
  ValuedStatus status = ValuedStatus::open;
  bool said_by_a_person = false;  // and not by a source: an import does not speak over it
};
StatusNow status_now(kernel::Reader& reader, Index valued);

}  // namespace alongside::valued
