#include "commons/home/beside.h"

#include "commons/valued/pages.h"
#include "commons/work/bar.h"
#include "commons/work/pages.h"
#include "html/components.h"
#include "html/table.h"

namespace alongside::home {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;

std::string title_of(const WholeWork& one, const Say& say) {
  const Text& title = one.work.course.line.title;
  return title.is_shown() ? title.words : say.plain("Name erased");
}

const work::CameIn* came(const WholeWork& one, work::Side side) {
  for (const work::CameIn& in : one.work.course.sides) {
    if (in.side == side) return &in;
  }
  return nullptr;
}

Html when_in(const WholeWork& one, work::Side side, const Say& say) {
  const work::CameIn* in = came(one, side);
  if (in == nullptr) return say("This work has no such side.");
  return text(work::came_in_words(*in, one.work.course, say));
}

Html decided_by_then(const WholeWork& one, const Say& say) {
  const auto of = static_cast<std::int64_t>(one.work.course.decisions.size());
  const work::CameIn* in = came(one, work::Side::lived);
  if (of == 0) return say("No decision of it is on the record.");
  if (in == nullptr || !in->act.is_set()) return say("They are not in it yet. {of} decisions are on the record.", {{"of", of}});
  return say("{n} of {of} decisions.", {{"n", in->decisions_before}, {"of", of}});
}

Html already(const WholeWork& one, const Say& say) {
  if (one.work.already.empty()) return say("Nobody has said.");
  std::vector<Html> items;
  for (const work::AlreadyLine& line : one.work.already) {
    items.push_back(line.what.is_shown() ? html::words_in_line(line.what.words) : say("These words were erased."));
  }
  return html::bullets(items);
}

Html agreed(const WholeWork& one, const Showing& at) {
  if (one.agreements.empty()) return at.say("Nobody was asked whether they agree.");
  std::vector<Html> items;
  for (const AskedRoom& room : one.agreements) items.push_back(asked_room(room, at));
  return html::bullets(items);
}

Html answered(const WholeWork& one, const Say& say) {
  return one.said.published == 0 ? say("Nothing that people said is on the record.") : html::bullets(three_numbers(one.said, say));
}

Html lost(const WholeWork& one, const Showing& at) {
  if (one.touched.empty()) return at.say("It touches no place that people value, as far as the record says.");
  Html out;
  for (const TouchedPlace& place : one.touched) {
    out += html::p(a(at.to("/valued/" + std::to_string(place.line.valued.value)), place.line.name.is_shown() ? place.line.name.words : at.say.plain("Name erased")));
    std::vector<Html> items;
    for (const valued::Item& item : place.items) {
      if (item.outcome == valued::Outcome::lost && item.what.is_shown()) items.push_back(text(item.what.words));
    }
    out += items.empty() ? html::p(at.say("Nothing is said to be lost.")) : html::bullets(items);
  }
  return out;
}

}  // namespace

Result<BesidePage> BesidePage::see(const kernel::Seeing& seeing) {
  auto one = whole_work(seeing, seeing.index("work"));
  if (!one) return one.problems();
  auto other = whole_work(seeing, seeing.index("other"));
  if (!other) return other.problems();
  return BesidePage{.one = std::move(one).value(), .other = std::move(other).value()};
}

std::string title(const BesidePage& view, const Say& say) {
  return say.plain("{one} beside {other}", {{"one", title_of(view.one, say)}, {"other", title_of(view.other, say)}});
}

Html show(const BesidePage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(say("Two pieces of work, side by side"));
  out += html::lede(say("When each side came in, what had been decided by then, and what is lost."));
  for (const WholeWork* one : {&view.one, &view.other}) out += work::in_short(one->work.course, at);
  out += html::rails_key(say);

  html::TableParts table{.caption = say("The same things of both"), .heads = {{say("What")}, {text(title_of(view.one, say))}, {text(title_of(view.other, say))}}};
  const auto row = [&](const Html& what, const auto& of) { table.rows.push_back({what, of(view.one), of(view.other)}); };
  row(say("People who use services, and carers"), [&](const WholeWork& one) { return when_in(one, work::Side::lived, say); });
  row(say("Decisions taken by then"), [&](const WholeWork& one) { return decided_by_then(one, say); });
  row(say("People who would lose something"), [&](const WholeWork& one) { return when_in(one, work::Side::affected, say); });
  row(say("People acting for an organisation"), [&](const WholeWork& one) { return when_in(one, work::Side::office, say); });
  row(say("Is this to save money?"), [&](const WholeWork& one) { return work::saves_words(one.work, say); });
  row(say("What the body promised"), [&](const WholeWork& one) { return work::promise_words(one.work.promise, say); });
  row(say("Already decided before anyone was asked"), [&](const WholeWork& one) { return already(one, say); });
  row(say("What the room agreed"), [&](const WholeWork& one) { return agreed(one, at); });
  row(say("What people said, and what became of it"), [&](const WholeWork& one) { return answered(one, say); });
  row(say("What is lost"), [&](const WholeWork& one) { return lost(one, at); });
  return out + html::table(table);
}

}  // namespace alongside::home
