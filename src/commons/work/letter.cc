#include "commons/work/letter.h"

#include "commons/place/views.h"
#include "commons/valued/pages.h"
#include "commons/work/pages.h"
#include "html/nhsuk.h"

namespace alongside::work {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

Html already(const WorkPage& view, const Say& say) {
  if (view.already.empty()) return html::p(say("Nobody has said what was decided before people were asked. That does not mean that nothing was."));
  Html out;
  for (const AlreadyLine& one : view.already) out += valued::quoted(one.what, say);
  return out;
}

}  // namespace

Html setting_words(const WorkPage& page, const char* item, const Say& say) {
  for (const Setting& one : page.settings) {
    if (one.item == item && one.words.is_shown()) return html::paragraphs(one.words.words);
  }
  return html::p(say("These words were erased."));
}

Html how_to_take_part(const WorkPage& page, const Text& place, const Say& say) {
  return setting_words(page, "without_internet", say) +
         html::p(say("Say this code when you ring. With the internet, type it into the first box of {place}. It is the same for everybody: nobody can be followed by it.", {{"place", name_or(place, say)}})) +
         html::code_box(std::to_string(page.course.line.work.value));
}

Result<LetterPage> LetterPage::see(const kernel::Seeing& seeing) {
  auto page = WorkPage::see(seeing);
  if (!page) return page.problems();
  if (page->course.line.state == WorkState::preparing) return problem(Code::not_found, "", msg("Nobody has been invited yet."));
  LetterPage out{.page = std::move(page).value()};
  out.place = place::place(seeing.reader).name;
  return out;
}

std::string title(const LetterPage& view, const Say& say) { return say.plain("You are invited: {work}", {{"work", name_or(view.page.course.line.title, say)}}); }

Html show(const LetterPage& view, const Showing& at) {
  const Say& say = at.say;
  const WorkPage& page = view.page;
  Html out = html::h1(text(title(view, say)), text(name_or(view.place, say)));
  out += html::h2(say("What is being decided"), "about") + valued::quoted(page.about, say);
  out += html::h2(say("What is already decided"), "already") + already(page, say);
  out += html::h2(say("Who decides"), "who") + html::p(text(name_or(page.decides_name, say) + ". ") + promise_words(page.promise, say));
  out += html::h2(say("What is paid"), "pay") + setting_words(page, "pay", say);
  out += html::h2(say("How to take part"), "how") + how_to_take_part(page, view.place, say);
  out += html::h2(say("Who reads what people write"), "moderators") + setting_words(page, "moderators", say);
  out += html::p(say("You need not take part, and you can stop at any time."));
  return out + html::links({a(at.to(work_path(page.course.line.work)), say("Back"))});
}

}  // namespace alongside::work
