#include "commons/work/notice.h"

#include "commons/valued/pages.h"
#include "commons/work/pages.h"

namespace alongside::work {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

Result<NoticePage> NoticePage::see(const kernel::Seeing& seeing) {
  auto letter = LetterPage::see(seeing);
  if (!letter) return letter.problems();
  NoticePage out{.letter = std::move(letter).value(), .touched = {}, .choices = {}, .moved_to = {}};
  const Index work = out.letter.page.course.line.work;
  const Index asked = seeing.index("touched");
  auto touched = touched_place(seeing.reader, work, asked);
  if (!touched) return problem(Code::not_found, "", msg("This piece of work does not touch that place, as far as the record says."));
  out.touched = std::move(*touched);
  if (out.touched.line.valued != asked) out.moved_to = notice_path(work, out.touched.line.valued);
  for (valued::AboutIt& one : valued::about_it(seeing, out.touched.line.valued)) {
    if (one.line.kind == "option" && one.line.path.starts_with(work_path(work) + "/")) out.choices.push_back(std::move(one.line));
  }
  return out;
}

std::string title(const NoticePage& view, const Say& say) { return say.plain("To everybody who uses {place}", {{"place", name_or(view.touched.line.name, say)}}); }

Html show(const NoticePage& view, const Showing& at) {
  const Say& say = at.say;
  const WorkPage& page = view.letter.page;
  const std::string work = name_or(page.course.line.title, say);
  Html out = html::h1(text(title(view, say)), text(name_or(view.letter.place, say)));
  out += html::answer(say("You are a side of this"), {say("What is chosen in “{work}” would touch {place}. You use it, so your no is counted by itself, beside those of the other sides.", {{"work", work}, {"place", name_or(view.touched.line.name, say)}})});
  out += html::h2(say("What it is about"), "about") + valued::quoted(page.about, say);
  for (const kernel::AboutLine& one : view.choices) out += one.html(at);
  out += html::h2(say("Who decides"), "who");
  out += html::p(page.decides.is_set() ? text(name_or(page.decides_name, say) + ". ") + promise_words(page.promise, say) : say("Not on the record."));
  out += html::h2(say("How to take part"), "how") + how_to_take_part(page, view.letter.place, say);
  out += html::h2(say("What is paid"), "pay") + setting_words(page, "pay", say);
  out += html::h2(say("Who reads what people write"), "moderators") + setting_words(page, "moderators", say);
  out += html::p(say("You need not take part, and you can stop at any time. Nobody sees who is on which side."));
  return out + html::links({a(at.to(work_path(page.course.line.work)), say("Back"))});
}

}  // namespace alongside::work
