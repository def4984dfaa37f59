// Whatever a page or the XML of the web service holds, it is read or refused with a problem.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/moderngov.h"

using alongside::formats::File;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const File file{.name = "fuzz", .bytes = {reinterpret_cast<const char*>(data), size}};
  for (const auto reader :
       {alongside::formats::read_decision_page, alongside::formats::read_decisions_list,
        alongside::formats::read_issue_text, alongside::formats::read_issue_page, alongside::formats::read_plan_page,
        alongside::formats::read_committees_xml, alongside::formats::read_meeting_xml}) {
    const auto read = reader(file);
    if (!read && !read.problems().any()) __builtin_trap();
  }
  return 0;
}
