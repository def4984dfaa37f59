// What people said elsewhere, in whatever file: read, or refused with a problem. And a calendar line holds whatever is in it.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/icalendar.h"
#include "formats/sayings_of.h"

using alongside::formats::File;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const File file{.name = "fuzz", .bytes = {reinterpret_cast<const char*>(data), size}};
  for (const auto reader : {alongside::formats::read_petitions, alongside::formats::read_answers_jsonl, alongside::formats::read_answers_csv,
                            alongside::formats::read_polis_comments, alongside::formats::read_sayings_csv}) {
    const auto read = reader(file);
    if (!read && !read.problems().any()) __builtin_trap();
  }
  const std::string line = alongside::formats::icalendar_line("SUMMARY", alongside::formats::icalendar_text(file.bytes));
  if (!line.ends_with("\r\n")) __builtin_trap();
  std::size_t length = 0;  // of the line that is open, in octets: at most 75
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line.compare(i, 2, "\r\n") == 0) {
      length = 0;
      ++i;
    } else if (++length > 75) {
      __builtin_trap();
    }
  }
  return 0;
}
