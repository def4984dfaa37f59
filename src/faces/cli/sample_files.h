// The files of samples/, inside the program, in the order in which they are carried out.
#pragma once

#include <span>
#include <string_view>

namespace alongside::cli {

struct SampleFile {
  const char* name;
  std::string_view text;
};
std::span<const SampleFile> sample_files();

}  // namespace alongside::cli
