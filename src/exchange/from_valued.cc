// What a row says of a place that people value, as acts and as an account.
#include <algorithm>

#include "base/text.h"
#include "exchange/import_valued.h"

namespace alongside::import {

std::vector<valued::ValuedStatusChanged> history_of(const formats::ReadValued& read, Day today) {
  std::vector<const formats::ValuedState*> states;
  for (const formats::ValuedState& one : read.states) {
    if (one.guess && (!one.on || one.on->first() <= today)) states.push_back(&one);
  }
  // "Closed in 2018" stands in a later column than "Closed, as seen in 2019"; what has no day comes last.
  std::stable_sort(states.begin(), states.end(), [](const auto* a, const auto* b) {
    if (!a->on || !b->on) return a->on.has_value() && !b->on.has_value();
    return a->on->first() < b->on->first();
  });
  std::vector<valued::ValuedStatusChanged> out;
  auto now = valued::ValuedStatus::open;
  for (const formats::ValuedState* one : states) {
    const auto status = kernel::with_word<valued::ValuedStatus>(formats::name(*one->guess));
    if (!status || *status == now) continue;
    now = *status;
    std::string words = read.edition == "own" ? one->words : one->column + ": " + one->words;
    if (valued::is_loss(now) && !read.notes.empty()) words += (words.empty() ? "" : ". ") + read.notes;
    out.push_back({.status = now, .on = one->on, .words = said(words)});
  }
  return out;
}

std::string where_of(const formats::ReadValued& read) {
  std::vector<std::string> where;
  for (const std::string& part : {read.where, read.postcode}) {
    if (!part.empty()) where.push_back(part);
  }
  return join(where, ", ");
}

std::string account_of(const formats::ReadValued& read) {
  std::vector<std::string> lines;
  const auto line = [&](const std::string& label, const std::string& words) {
    if (!words.empty()) lines.push_back(label + ": " + words);
  };
  line("opened", read.opened_words);
  for (const formats::ValuedState& one : read.states) {
    if (one.column != "Year opened") line(one.column, one.words);
  }
  if (read.edition == "libraries_england") {  // the other edition has it year by year, above
    line("statutory", read.statutory);
    line("type", read.kind);
  }
  line("run by", read.run_by);
  line("co-located with", read.co_located_with);
  line("notes", read.notes);
  return join(lines, "\n");
}

}  // namespace alongside::import
