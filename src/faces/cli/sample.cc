#include "faces/cli/words.h"

namespace alongside::cli {

int place_open_sample(const kernel::House& house, const Where& where, const Output& output) {
  return place_open(house, {.where = where, .name = "Eastmere", .keeper = "Eastmere Voluntary Action", .sample = true}, output);
}

}  // namespace alongside::cli
