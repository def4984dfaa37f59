#include "base/csv.h"
#include "commons/valued/pages.h"
#include "commons/valued/same.h"
#include "html/nhsuk.h"

namespace alongside::valued {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

html::Account account(const SameSide& side, const Showing& at) {
  const Say& say = at.say;
  html::Account out{.who = a(at.to(path_of(side.line.valued)), name_or(side.line.name, say))};
  if (side.line.where.is_shown()) out.words += html::p(html::text(side.line.where.words));
  out.words += html::p(now_in_words(side.line, say));
  if (side.run_by.is_shown()) out.words += html::p(say("Run by: {who}", {{"who", side.run_by.words}}));
  for (const Text& one : side.accounts) out.words += quoted(one, say);
  const std::string number = std::to_string(side.line.valued.value);
  out.source = side.source.is_shown()
                   ? say("Number {number}, from {source}, {day}",
                         {{"number", number}, {"source", side.source.words}, {"day", say.time(side.recorded)}})
                   : say("Number {number}, {day}", {{"number", number}, {"day", say.time(side.recorded)}});
  return out;
}

// Which of the two stays is for a person too: its status is the one that counts from then on.
Html pair(const SamePair& one, const Showing& at) {
  const Say& say = at.say;
  const std::string first = std::to_string(one.maybe.line.valued.value),
                    second = std::to_string(one.valued.line.valued.value);
  const std::string to_first = path_of(one.maybe.line.valued), to_second = path_of(one.valued.line.valued);
  return html::h2(say("{one} and {other}",
                      {{"one", name_or(one.maybe.line.name, say)}, {"other", name_or(one.valued.line.name, say)}}),
                  "pair-" + first + "-" + second) +
         html::accounts({account(one.maybe, at), account(one.valued, at)}, say) +
         html::when(
             one.maybe.line.status != one.valued.line.status,
             html::p(html::strong(say("They do not say the same of how it is now. What you keep is what counts.")))) +
         html::links(
             {a(at.to(to_second + "/merge").with("into", first), say("They are the same place: keep the first")),
              a(at.to(to_first + "/merge").with("into", second), say("They are the same place: keep the second")),
              a(at.to(to_second + "/two").with("other", first), say("They are two places"))});
}

}  // namespace

std::string title(const SamePage&, const Say& say) { return say.plain("Places that may be on the register twice"); }

Html show(const SamePage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(html::text(title(view, say)));
  out += html::lede(
      say("They have the same address, or names that are alike. Only a person can say if they are the same place."));
  if (view.of == 0)
    return out + html::empty(say("None waits."), a(at.to("/valued"), say("Places and groups people value")));
  out += html::p(say.count("{n} pair waits.", "{n} pairs wait, the oldest first.", view.of));
  for (const SamePair& one : view.pairs) out += pair(one, at);
  return out + html::pages(at.to("/valued/same"), view.page, view.page * pairs_a_page < view.of, say);
}

std::string csv(const SamePage& view, const Say& say) {
  std::string out = csv_row({"valued", "name", "where", "status", "since", "maybe", "maybe_name", "maybe_where",
                             "maybe_status", "maybe_since"});
  for (const SamePair& one : view.pairs) {
    std::vector<std::string> cells;
    for (const ValuedLine& line : {one.valued.line, one.maybe.line}) {
      for (std::string cell :
           {std::to_string(line.valued.value), name_or(line.name, say), line.where.or_empty(),
            std::string(kernel::word_of(line.status)), line.since ? line.since->iso() : std::string()}) {
        cells.push_back(std::move(cell));
      }
    }
    out += csv_row(cells);
  }
  return out;
}

}  // namespace alongside::valued
