// Files as the vault, the locks and the backups need them: whole reads and writes, synced, every error a Failure that
// names the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "store/door.h"

namespace alongside::store {

// What errno means for whoever asked. Also gives Trouble::disk_full for a quota or a file size limit.
Trouble trouble_of_errno(int error);
[[noreturn]] void throw_errno(const std::string& file, std::string_view doing);

class PosixFile {
 public:
  PosixFile() = default;
  PosixFile(const std::string& path, int flags);  // new files get mode 0600
  ~PosixFile();
  PosixFile(PosixFile&& other) noexcept
      : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}
  PosixFile& operator=(PosixFile&& other) noexcept;

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  const std::string& path() const { return path_; }

  std::int64_t size() const;
  // What is there from `offset`, at most `count` bytes; shorter at the end of the file.
  std::string read(std::int64_t offset, std::size_t count) const;
  // The same into memory of the caller's; gives how many bytes were read.
  std::size_t read_into(char* out, std::size_t count, std::int64_t offset) const;
  void write(std::string_view bytes, std::int64_t offset);
  void append(std::string_view bytes);  // where the last append ended
  void sync();                          // bytes and length are on the disk when it returns

 private:
  std::string path_;
  int descriptor_ = -1;
};

bool file_exists(const std::string& path);
std::string folder_of(const std::string& path);
// A new, renamed or removed name is on the disk only once its folder is synced.
void sync_folder_of(const std::string& path);
// `from` takes the place of `to`, durably.
void rename_durably(const std::string& from, const std::string& to);

}  // namespace alongside::store
