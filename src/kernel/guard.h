// The guard: the highest size and root ever signed, in a small file beside the vault. A head below it, or another root at
// its size, means a restored backup or a second copy: nothing is signed then.
#pragma once

#include <optional>
#include <string>

#include "base/hash.h"
#include "base/result.h"

namespace alongside::kernel {

struct Signed {
  std::int64_t size = 0;
  Digest root{};
};

// Nothing when there is no file yet. Problems name the file and line.
Result<std::optional<Signed>> read_guard(const std::string& file);
// Replaces the file as a whole and syncs it and its folder. Failure(disk_full, read_only) is thrown.
void write_guard(const std::string& file, const Signed& now);

// Replaces a file in one step: written beside it, synced, renamed over it, the folder synced. Mode as given.
void write_whole_file(const std::string& file, std::string_view bytes, int mode);
Result<std::string> read_whole_file(const std::string& file, std::size_t bytes_max);

}  // namespace alongside::kernel
