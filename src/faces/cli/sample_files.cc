#include "faces/cli/sample_files.h"

#include "samples/1-bodies.json.h"
#include "samples/2-valued.json.h"
#include "samples/3-decisions.json.h"
#include "samples/4-asks.json.h"
#include "samples/5-work.json.h"
#include "samples/6-meetings.json.h"

namespace alongside::cli {

std::span<const SampleFile> sample_files() {
  static constexpr SampleFile files[] = {{"samples/1-bodies.json", _1_bodies_json},
                                         {"samples/2-valued.json", _2_valued_json},
                                         {"samples/3-decisions.json", _3_decisions_json},
                                         {"samples/4-asks.json", _4_asks_json},
                                         {"samples/5-work.json", _5_work_json},
                                         {"samples/6-meetings.json", _6_meetings_json}};
  return files;
}

}  // namespace alongside::cli
