#include "commons/ask/rows.h"

#include "base/text.h"
#include "commons/ask/reading.h"
#include "commons/place/views.h"

namespace alongside::ask {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;
using kernel::Seeing;
namespace may = kernel::may;

FieldWords day_field(Message label) {
  return {.field = "on", .label = std::move(label), .hint = msg("Leave it empty if it was today.")};
}

// "/ask?about=61&thing=…" begins the form.
Json start_asking(const Seeing& seeing) {
  Json out = Json::object({{"who", true}, {"when", true}});
  for (const char* name : {"about", "follows", "body"}) {
    const auto value = whole_number(seeing.asked(name));
    if (value.ok() && *value >= 0) out.set(name, *value);
  }
  if (const std::string thing = seeing.asked("thing"); is_utf8(thing) && !thing.empty()) out.set("thing", shortened(thing, 300));
  return out;
}

}  // namespace

CommandRow open_row() {
  return {.words = "ask open",
          .path = "/ask",
          .may = may::anyone,
          .title = msg("Ask who decided"),
          .lede = msg("No account, no e-mail address. You get a code to come back with. Your question, the body’s answer and how long it took are public."),
          .submit = msg("Ask"),
          .fields = {{.field = "about", .label = msg("What it is about"), .hidden = true},
                     {.field = "follows", .label = msg("The question before it"), .hidden = true},
                     {.field = "thing", .label = msg("What do you want to know about?"), .hint = msg("A place, a service or a decision. Leave it empty if you came here from its page."), .one_line = true},
                     {.field = "who", .label = msg("Who decided it?")},
                     {.field = "when", .label = msg("When?")},
                     {.field = "power", .label = msg("By what power?"), .hint = msg("The law or rule that let them decide it.")},
                     {.field = "people", .label = msg("Were people asked?")},
                     {.field = "words", .label = msg("Your question, in your own words"), .hint = msg("A person reads it before others can. Please name no private person and write nothing about your health.")},
                     {.field = "body", .label = msg("Whom to ask"), .hint = msg("Leave it empty if you do not know."), .choices = place::body_choices}},
          .then = "/asks/{first}",
          .done = msg("Your question is on the record."),
          .start = start_asking};
}

CommandRow code_row() {
  return {.words = "ask code",
          .path = "/ask/code",
          .may = may::anyone,
          .title = msg("Come back to your question"),
          .lede = msg("With your code you can say whether an answer answers you, and withdraw a question that was not sent yet."),
          .submit = msg("Open my question"),
          .fields = {{.field = "code", .label = msg("Your code"), .hint = msg("Small or capital letters, with or without the lines between."), .required = true, .one_line = true, .secret = true, .autocomplete = "off"}},
          .done = msg("This is your question. Sign out when you stop, if others use this computer.")};
}

CommandRow publish_row() {
  return {.words = "ask publish",
          .path = "/asks/{ask}/publish",
          .may = may::moderators,
          .title = msg("Let others read it"),
          .lede = msg("Read the words first. Names of private people, health and abuse stay out."),
          .submit = msg("Publish"),
          .fields = {{.field = "act", .label = msg("The number of the words"), .hidden = true}},
          .then = "/asks/{ask}",
          .done = msg("Others can read it now."),
          .start = [](const Seeing& seeing) {
            const auto act = whole_number(seeing.asked("act"));
            return act.ok() && *act >= 0 ? Json::object({{"act", *act}}) : Json::object();
          }};
}

CommandRow refuse_row() {
  return {.words = "ask refuse",
          .path = "/asks/{ask}/refuse",
          .may = may::moderators,
          .title = msg("Do not publish this question"),
          .lede = msg("The reasons were set beforehand. How often each is used is counted in public."),
          .submit = msg("Refuse"),
          .fields = {{.field = "reason", .label = msg("The reason"), .required = true,
                      .choice_labels = {msg("It names a private person"), msg("It is abuse"), msg("It is not about a decision"),
                                        msg("It was sent twice"), msg("It could put somebody in danger"), msg("It is an advertisement")}}},
          .then = "/asks/{ask}",
          .done = msg("It was refused, and the reason is counted.")};
}

CommandRow merge_row() {
  return {.words = "ask merge",
          .path = "/asks/{ask}/merge",
          .may = may::moderators,
          .title = msg("Put this question together with another"),
          .lede = msg("For a question that was asked before in other words. Its address leads to the other one from then on, and both askers are counted."),
          .submit = msg("Put them together"),
          .fields = {{.field = "into", .label = msg("The number of the other question"), .required = true}},
          .done = msg("The two questions are one now.")};
}

CommandRow withdraw_row() {
  return {.words = "ask withdraw",
          .path = "/asks/{ask}/withdraw",
          .may = own_ask,
          .title = msg("Withdraw your question"),
          .lede = msg("Nobody asks you why. That there was a question stays on the record; it is not sent."),
          .submit = msg("Withdraw it"),
          .then = "/asks/{ask}",
          .done = msg("Your question is withdrawn.")};
}

CommandRow send_row() {
  return {.words = "ask send",
          .path = "/asks/{ask}/parts/{part}/send",
          .may = may::moderators,
          .title = msg("Record that it was sent"),
          .lede = msg("Copy the prepared letter and send it yourself first. The clock runs from that day."),
          .submit = msg("It was sent"),
          .fields = {day_field(msg("The day it was sent")), {.field = "body", .label = msg("Sent to"), .hint = msg("Leave it empty if it went to the body that this part names."), .choices = place::body_choices}},
          .then = "/asks/{ask}",
          .done = msg("It is sent, and the clock runs.")};
}

CommandRow delivered_row() {
  return {.words = "ask delivered",
          .path = "/asks/{ask}/parts/{part}/delivered",
          .may = may::moderators,
          .title = msg("Record a receipt"),
          .submit = msg("It arrived"),
          .fields = {day_field(msg("The day of the receipt"))},
          .then = "/asks/{ask}",
          .done = msg("The receipt is on the record.")};
}

CommandRow bounced_row() {
  return {.words = "ask bounced",
          .path = "/asks/{ask}/parts/{part}/bounced",
          .may = may::moderators,
          .title = msg("Record that it came back"),
          .lede = msg("The clock that ran for it counts for nothing. Mend the address and send it again."),
          .submit = msg("It came back"),
          .fields = {day_field(msg("The day it came back"))},
          .then = "/asks/{ask}",
          .done = msg("It is ready to be sent again.")};
}

CommandRow needs_reply_row() {
  return {.words = "ask needs-reply",
          .path = "/asks/{ask}/parts/{part}/needs-reply",
          .may = body_or_moderators,
          .title = msg("The body asks something back"),
          .lede = msg("Our clock pauses until it is answered. The law’s clock does not."),
          .submit = msg("Record it"),
          .fields = {{.field = "words", .label = msg("What the body asks, in its words"), .required = true}, day_field(msg("The day it asked"))},
          .then = "/asks/{ask}",
          .done = msg("It is on the record, and our clock pauses.")};
}

CommandRow clarify_row() {
  return {.words = "ask clarify",
          .path = "/asks/{ask}/parts/{part}/clarify",
          .may = own_or_moderators,
          .title = msg("Answer what the body asked back"),
          .lede = msg("The clock goes on from this day. A person reads an asker’s words before others can."),
          .submit = msg("Answer"),
          .fields = {{.field = "words", .label = msg("Your answer"), .required = true}, day_field(msg("The day of the answer"))},
          .then = "/asks/{ask}",
          .done = msg("The clock goes on.")};
}

CommandRow pass_on_row() {
  return {.words = "ask pass-on",
          .path = "/asks/{ask}/parts/{part}/pass-on",
          .may = body_or_moderators,
          .title = msg("Pass this part on to another body"),
          .lede = msg("This part ends here, and a new one stands at the next body, with a clock of its own."),
          .submit = msg("Pass it on"),
          .fields = {{.field = "to", .label = msg("Passed on to"), .required = true, .choices = place::body_choices},
                     {.field = "words", .label = msg("Why, in the body’s words")}, day_field(msg("The day it was passed on"))},
          .then = "/asks/{ask}",
          .done = msg("A new part stands at the next body, ready to be sent.")};
}

CommandRow reply_row() {
  return {.words = "ask reply",
          .path = "/asks/{ask}/parts/{part}/reply",
          .may = body_or_moderators,
          .title = msg("Publish the reply"),
          .lede = msg("In the body’s own words, whole. How late it came stays on the page."),
          .submit = msg("Publish the reply"),
          .fields = {{.field = "outcome", .label = msg("What kind of reply it is"), .required = true,
                      .choice_labels = {msg("An answer"), msg("No record of it is held"), msg("The body will not answer")}},
                     {.field = "words", .label = msg("The reply")},
                     {.field = "file", .label = msg("Or the reply as a file"), .hint = msg("A text file. Its words are published whole.")},
                     {.field = "signed_by", .label = msg("Signed by"), .hint = msg("A name and a post, as the reply has it."), .one_line = true},
                     {.field = "office", .label = msg("The post, if it is registered here"), .choices = place::office_choices},
                     {.field = "decisions", .label = msg("Decisions that the reply points at"), .hint = msg("Their numbers on this record."), .item = msg("Decision {n}")},
                     day_field(msg("The day of the reply"))},
          .then = "/asks/{ask}",
          .done = msg("The reply is published.")};
}

CommandRow split_row() {
  return {.words = "ask split",
          .path = "/asks/{ask}/split",
          .may = may::moderators,
          .title = msg("Ask another body too"),
          .lede = msg("A new part for the share of the question that another body has to answer."),
          .submit = msg("Add this part"),
          .fields = {{.field = "body", .label = msg("The body to ask"), .required = true, .choices = place::body_choices},
                     {.field = "question", .label = msg("Its share of the question"), .hint = msg("Leave it empty to ask it the whole question.")}},
          .then = "/asks/{ask}",
          .done = msg("The new part is ready to be sent.")};
}

CommandRow judge_row() {
  return {.words = "ask judge",
          .path = "/asks/{ask}/replies/{reply}/judge",
          .may = own_ask,
          .title = msg("Does this answer you?"),
          .lede = msg("You can change it once. If it does not answer you, a new question can follow this one."),
          .submit = msg("Say so"),
          .fields = {{.field = "answers", .label = msg("Does it answer your question?"), .required = true, .choice_labels = {msg("Yes"), msg("In part"), msg("No")}},
                     {.field = "words", .label = msg("In your own words"), .hint = msg("A person reads them before others can.")}},
          .then = "/asks/{ask}",
          .done = msg("It is on the record what you think of the answer.")};
}

}  // namespace alongside::ask
