#include "html/table.h"

namespace alongside::html {
namespace {

std::string header_class(bool numeric) {
  return numeric ? "nhsuk-table__header nhsuk-table__header--numeric" : "nhsuk-table__header";
}
std::string cell_class(bool numeric) {
  return numeric ? "nhsuk-table__cell nhsuk-table__cell--numeric" : "nhsuk-table__cell";
}

}  // namespace

Html table(const TableParts& parts) {
  const bool stacks = parts.stacks;
  const Html heads = each(parts.heads, [stacks](const Head& head) {
    return el(
        "th",
        {attr("class", header_class(head.numeric)), attr("scope", "col"), attr_if(stacks, "role", "columnheader")},
        head.words);
  });
  const Html rows = each(parts.rows, [&parts, stacks](const std::vector<Html>& cells) {
    Html out;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      const bool numeric = at < parts.heads.size() && parts.heads[at].numeric;
      const bool names_row = at == 0 && parts.first_names_row;
      // Stacked, each value carries its column's heading: the heads are out of sight there.
      const bool labelled = stacks && !names_row && at < parts.heads.size();
      const Html inner = labelled ? el("span", {attr("class", "nhsuk-table__heading"), attr("aria-hidden", "true")},
                                       parts.heads[at].words, raw(" ")) +
                                        el("span", cells[at])
                                  : cells[at];
      out +=
          names_row
              ? el("th",
                   {attr("class", header_class(numeric)), attr("scope", "row"), attr_if(stacks, "role", "rowheader")},
                   inner)
              : el("td", {attr("class", cell_class(numeric)), attr_if(stacks, "role", "cell")}, inner);
    }
    return el("tr", {attr("class", "nhsuk-table__row"), attr_if(stacks, "role", "row")}, out);
  });
  std::string classes = "nhsuk-table";
  if (stacks) classes += " nhsuk-table--responsive";
  if (!stacks) classes += " table-plain";
  if (parts.first_is_words) classes += " table-words";
  std::string caption_classes = "nhsuk-table__caption";
  if (!parts.caption_size.empty()) caption_classes.append(" nhsuk-table__caption--").append(parts.caption_size);
  if (!parts.caption_is_seen) caption_classes += " nhsuk-u-visually-hidden";
  return el("table", {attr("class", classes), attr_if(stacks, "role", "table")},
            when(!parts.caption.empty(), el("caption", {attr("class", caption_classes)}, parts.caption)),
            el("thead", {attr("class", "nhsuk-table__head"), attr_if(stacks, "role", "rowgroup")},
               el("tr", {attr("class", "nhsuk-table__row"), attr_if(stacks, "role", "row")}, heads)),
            el("tbody", {attr("class", "nhsuk-table__body")}, rows));
}

Html cell(const Html& value, const Say&) { return value; }
Html cell(std::string_view value, const Say&) { return text(value); }
Html cell(std::int64_t value, const Say& say) { return text(say.number(value)); }
Html cell(Day value, const Say& say) { return say.time(value); }
Html cell(const When& value, const Say& say) { return say.time(value); }
Html cell(const Money& value, const Say& say) { return text(say.money(value)); }

}  // namespace alongside::html
