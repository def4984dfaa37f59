// Tables with typed columns:
//
//   table(say, say("Who took part in the decision"), view.deciders,
//         column(say("Name"), &Decider::name), column(say("Vote"), [&](const Decider& d) { return vote(d.vote, say);
//         }))
//
// A cell may be Html, text, a whole number (grouped, to the right), a Day, a When, Money or an optional of these. The
// first column names its row. On a phone each row stacks, unless it is a short table of numbers (`plain_table`).
#pragma once

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "html/html.h"
#include "html/say.h"

namespace alongside::html {

struct Head {
  Html words = {};
  bool numeric = false;
};
struct TableParts {
  Html caption = {};
  bool caption_is_seen = true;
  std::string_view caption_size = {};  // "s", "m", "l", "xl"
  std::vector<Head> heads = {};
  std::vector<std::vector<Html>> rows = {};
  bool stacks = true;  // on a phone
  bool first_names_row = true;
  bool first_is_words = false;  // the first cell is a sentence: not bold
};
Html table(const TableParts& parts);

Html cell(const Html& value, const Say& say);
Html cell(std::string_view value, const Say& say);
Html cell(std::int64_t value, const Say& say);
Html cell(Day value, const Say& say);
Html cell(const When& value, const Say& say);
Html cell(const Money& value, const Say& say);
template <class T>
Html cell(const std::optional<T>& value, const Say& say) {
  return value ? cell(*value, say) : Html();
}
template <std::integral Number>
Html cell(Number value, const Say& say) {
  return cell(static_cast<std::int64_t>(value), say);
}

template <class Get>
struct Column {
  Html words;
  Get get;
};
template <class Get>
Column<Get> column(Html words, Get get) {
  return {std::move(words), std::move(get)};
}

template <class Rows, class... Gets>
TableParts table_parts(const Say& say, Html caption, const Rows& rows, const Column<Gets>&... columns) {
  using Row = std::remove_cvref_t<decltype(*std::begin(rows))>;
  TableParts parts;
  parts.caption = std::move(caption);
  const auto head = [&parts]<class Get>(const Column<Get>& one) {
    using Value = std::remove_cvref_t<std::invoke_result_t<const Get&, const Row&>>;
    parts.heads.push_back(
        {one.words, (std::integral<Value> && !std::same_as<Value, bool>) || std::same_as<Value, Money>});
  };
  (head(columns), ...);
  for (const Row& row : rows) {
    std::vector<Html> cells;
    cells.reserve(sizeof...(columns));
    (cells.push_back(cell(std::invoke(columns.get, row), say)), ...);
    parts.rows.push_back(std::move(cells));
  }
  return parts;
}
template <class Rows, class... Gets>
Html table(const Say& say, Html caption, const Rows& rows, const Column<Gets>&... columns) {
  return table(table_parts(say, std::move(caption), rows, columns...));
}
// A short table of numbers: it stays a table on a phone.
template <class Rows, class... Gets>
Html plain_table(const Say& say, Html caption, const Rows& rows, const Column<Gets>&... columns) {
  TableParts parts = table_parts(say, std::move(caption), rows, columns...);
  parts.stacks = false;
  return table(parts);
}

}  // namespace alongside::html
