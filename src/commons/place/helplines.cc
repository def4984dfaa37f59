#include "commons/place/helplines.h"

#include "base/text.h"
#include "commons/place/helplines.tsv.h"

namespace alongside::place {

std::vector<Helpline> helplines_in(std::string_view tsv, std::string_view table) {
  std::vector<Helpline> out;
  for (const std::string_view line : split(tsv, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 4 || cells[0] != table) continue;
    out.push_back({.id = std::string(cells[1]),
                   .sentence = std::string(cells[2]),
                   .number = std::string(cells[3]),
                   .verified_on = cells.size() > 4 ? std::string(trimmed(cells[4])) : std::string()});
  }
  return out;
}

std::vector<Helpline> helplines_of(std::string_view table) { return helplines_in(helplines_tsv, table); }

}  // namespace alongside::place
