// Letters made from a question: the one that the keeper sends, and a freedom of information request to send oneself.
#include "commons/ask/pages.h"

#include "commons/ask/wording.h"

namespace alongside::ask {
namespace {

using html::a;
using html::Html;
using html::Say;
using kernel::Showing;

std::string what_it_is_about(const AskLine& line, const Say& say) {
  if (line.about_name.is_shown()) return line.about_name.words;
  if (line.thing.is_shown()) return line.thing.words;
  return say.plain("question {n}", {{"n", line.ask.value}});
}

// The question as it stands in a letter: what was ticked, then the asker's own words.
std::string question_of(const AskLine& line, const Text& share, const Say& say) {
  if (share.is_shown()) return share.words;
  std::string out;
  for (const std::string& one : questions_of(line, say)) out += "- " + one + "\n";
  if (line.words.is_shown()) out += (out.empty() ? "" : "\n") + line.words.words + "\n";
  return out;
}

Html letter(const std::string& words, const Say& say) { return html::inset(html::paragraphs(words), say); }

}  // namespace

std::string title(const LetterPage& view, const Say& say) { return say.plain("The letter for question {n}", {{"n", view.line.ask.value}}); }

Html show(const LetterPage& view, const Showing& at) {
  const Say& say = at.say;
  const std::string number = std::to_string(view.line.ask.value);
  Html out = html::h1(html::text(title(view, say)), say("Part {n}", {{"n", view.part.part}}));
  if (view.line.state == AskState::waiting) return out + html::notice(say("Read the question and publish it first. Then it can be sent."));
  out += html::p(say("Copy this letter and send it yourself. Then record on which day it was sent."));
  out += html::facts({{.name = say("To"), .value = html::text(body_of(view.part, say))},
                      {.name = say("Address for questions"), .value = view.asks_to.is_shown() ? html::text(view.asks_to.words) : say("not on the record")}});
  std::string words = say.plain("Dear {body},", {{"body", view.part.body_name.is_shown() ? view.part.body_name.words : say.plain("colleagues")}}) + "\n\n";
  words += say.plain("Somebody who is concerned by it asks, about {what}:", {{"what", what_it_is_about(view.line, say)}}) + "\n\n";
  words += question_of(view.line, view.part.question, say) + "\n";
  words += say.plain("Please answer within 20 working days, in plain words, signed with a name and a post. If another body has to answer, please say which. If you hold no record of it, please say so.") + "\n\n";
  words += say.plain("The question, your answer and how long it took are public, as question {n} of the record of {place}.",
                     {{"n", view.line.ask.value}, {"place", place::name_of(view.place, say)}}) + "\n\n";
  if (view.keeper.is_shown()) words += view.keeper.words;
  out += letter(words, say);
  if (view.part.state == PartState::ready) {
    out += html::button_link(at.to(ask_path(view.line.ask) + "/parts/" + std::to_string(view.part.part) + "/send"), say("Record that it was sent"));
  }
  return out + html::links({a(at.to("/asks/" + number), say("Back to the question"))});
}

std::string title(const FoiPage&, const Say& say) { return say.plain("A freedom of information letter"); }

Html show(const FoiPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(say("A freedom of information letter"));
  out += html::lede(say("The law gives you a right to ask a public body for what it has recorded. Send this letter yourself. Nothing is sent from here, and nothing you add is kept."));
  out += html::numbered({say("Copy the letter for the body that you want to ask."), say("Fill in your real name and an address for the answer, on your own paper or in your own e-mail. The law asks for both."),
                         say("Send it. The body must answer within 20 working days, and the law’s clock does not pause for us.")});
  for (const PartLine& part : view.line.parts) {
    const std::string body = part.body_name.is_shown() ? part.body_name.words : say.plain("(the name of the body)");
    std::string words = say.plain("To: {body}", {{"body", body}}) + "\n\n" + say.plain("Request under the Freedom of Information Act 2000 (in Scotland: the Freedom of Information (Scotland) Act 2002)") + "\n\n";
    words += say.plain("Please send me the information that you hold in recorded form about {what}:", {{"what", what_it_is_about(view.line, say)}}) + "\n\n";
    words += question_of(view.line, part.question, say) + "\n";
    words += say.plain("If you do not hold it, please tell me which body does. If you refuse any of it, please name the exemption, and the reasons of public interest.") + "\n\n";
    words += say.plain("My name: ______________________________") + "\n" + say.plain("My address for the answer: ______________________________") + "\n" + say.plain("Date: ______________________________");
    out += html::h2(html::text(say.plain("Letter to {body}", {{"body", body}}))) + letter(words, say);
  }
  return out + html::links({a(at.to(ask_path(view.line.ask)), say("Back to the question"))});
}

}  // namespace alongside::ask
