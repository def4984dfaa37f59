// What moderators see of words that sound like danger, and what whoever wrote them sees.
#include "commons/valued/pages.h"
#include "commons/work/danger.h"
#include "html/components.h"
#include "html/nhsuk.h"

namespace alongside::work {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

Html danger_entry(const DangerLine& line, const Showing& at) {
  const Say& say = at.say;
  Html body = valued::quoted(line.words, say);
  body += html::facts({{.name = say("Who was told"), .value = line.told.empty() ? say("Not kept any more") : html::paragraphs(line.told)},
                       {.name = say("When"), .value = html::text(line.at.iso())},
                       {.name = say("Who told them"), .value = line.by.empty() ? say("Somebody who left since") : html::text(line.by)}});
  body += html::links({a(at.to(line.path + "/release"), say("The danger is over"))});
  return html::entry({.id = "danger-" + std::to_string(line.thing.value), .heading = say("Entry {n}", {{"n", line.thing.value}}), .body = std::move(body)});
}

Html what_to_do(const std::string& path, bool in_danger, const Text& safeguarding, const Html& publish, const Html& refuse, const Showing& at) {
  const Say& say = at.say;
  if (in_danger) {
    return html::notice(say("It sounds like danger, and somebody was told. It is kept back until that is over.")) + html::links({a(at.to(path + "/release"), say("The danger is over"))});
  }
  Html out = html::links({a(at.to(path + "/publish"), publish), a(at.to(path + "/refuse"), refuse), a(at.to(path + "/danger"), say("It sounds like danger"))});
  if (safeguarding.is_shown()) out += html::small(say("If it sounds like danger, tell at once: {who}", {{"who", safeguarding.words}}));
  return out;
}

Html crisis_box(const std::vector<place::Helpline>& helplines, const Say& say) {
  if (helplines.empty()) return {};
  std::vector<Html> numbers;
  for (const place::Helpline& one : helplines) numbers.push_back(say("{sentence} {number}", {{"sentence", one.sentence}, {"number", html::strong(html::text(one.number))}}));
  return html::warning(say("We are not a crisis service"),
                       html::p(say("Somebody who read what you said is worried. It was not published, and the person who looks after safety here was told.")) +
                           html::p(say("If you need help now:")) + html::bullets(numbers),
                       say);
}

}  // namespace alongside::work
