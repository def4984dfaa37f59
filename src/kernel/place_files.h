// Where a place lies on disk: one folder, DATA/<place>/.
#pragma once

#include <string>

namespace alongside::kernel {

struct PlaceFiles {
  std::string folder;
  std::string database() const { return folder + "/place.db"; }
  std::string vault() const { return folder + "/vault"; }
  std::string guard() const { return folder + "/guard"; }  // the highest size and root ever signed
  std::string key() const { return folder + "/key"; }      // 0600; never part of a database backup
  std::string checkpoint() const { return folder + "/checkpoint"; }  // of a copy: the original's signed head
  std::string next_key() const { return folder + "/key.next"; }      // while the key is being replaced
  std::string lock() const { return folder + "/lock"; }
};

// Where a place is made: a folder, and a schema of PostgreSQL, of this name. No id has a dot, so nobody lists, serves or
// opens it.
inline std::string unfinished(const std::string& place) { return place + ".unfinished"; }

}  // namespace alongside::kernel
