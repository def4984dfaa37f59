#include "commons/decision/rows.h"

#include "commons/decision/after.h"
#include "commons/decision/reading.h"
#include "commons/decision/take.h"
#include "commons/decision/views.h"
#include "commons/decision/wording.h"
#include "commons/place/views.h"

namespace alongside::decision::rows {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;
using kernel::Seeing;

const std::vector<Message>& known() {
  static const std::vector<Message> words{msg("Yes"), msg("No"), msg("Not known")};
  return words;
}
const std::vector<Message>& makers() {
  static const std::vector<Message> words{msg("A meeting"), msg("A post"), msg("One person, in an office"),
                                          msg("Not known")};
  return words;
}
const std::vector<Message>& votes() {
  static const std::vector<Message> words{msg("For"),          msg("Against"),       msg("Held back their vote"),
                                          msg("Did not vote"), msg("Left the room"), msg("Was not there")};
  return words;
}

Message as_exactly() { return msg("A day, a month or a year: as exactly as you know it."); }

FieldWords body(Message label) {
  return {.field = "body", .label = std::move(label), .required = true, .choices = place::body_choices};
}
FieldWords source_address() {
  return {
      .field = "source_address",
      .label = msg("Where this stands"),
      .hint = msg("An address on the web, or the paper it was read from. The body’s own officers can leave it empty."),
      .one_line = true};
}
FieldWords source_page() {
  return {.field = "source_page",
          .label = msg("The text of that page, as you read it"),
          .hint = msg("It is kept with the record, so that others can check.")};
}

std::vector<html::Choice> correctable_parts(const Seeing&, const html::Say& say) {
  std::vector<html::Choice> out;
  for (const std::string_view part : correctable())
    out.push_back(html::choice_named(std::string(part), part_words(part, say)));
  return out;
}

// What a new record can begin with: what was announced.
Json from_announcement(const Seeing& seeing) {
  Json out = Json::object();
  const auto number = whole_number(seeing.asked("decision"));
  if (!number) return out;
  const auto row = row_of(seeing.reader, {*number});
  if (!row || !row->coming_act.is_set()) return out;
  out.set("decision", Json(row->index.value));
  if (row->body.is_set()) out.set("body", Json(row->body.value));
  out.set("maker_kind", Json(std::string(kernel::word_of(row->maker_kind))));
  out.set("key", Json(std::string(kernel::word_of(row->key))));
  for (const char* part : {"title", "what", "maker", "reference"}) {
    const Text text = wording_of(seeing.reader, *row, part).text;
    if (text.is_shown()) out.set(part, Json(text.words));
  }
  return out;
}

// The deciders of the decision in the address, to choose whose dissent it is.
std::vector<html::Choice> deciders_of(const Seeing& seeing, const html::Say& say) {
  std::vector<html::Choice> out;
  const auto view = who_decided(seeing.reader, seeing.index("decision"), seeing.today);
  if (!view) return out;
  for (const DeciderLine& decider : view->deciders) {
    out.push_back(html::choice_named(std::to_string(decider.act.value), place::name_of(decider.name, say)));
  }
  return out;
}

}  // namespace

CommandRow source_read() {
  return {.words = "source read",
          .path = "/sources/new",
          .may = may::record_decisions,
          .title = msg("Keep a page that was read"),
          .fields = {{.field = "address", .label = msg("Where it stands"), .one_line = true},
                     {.field = "page", .label = msg("The page"), .required = true},
                     {.field = "is_base64", .label = msg("The page is given in base64")},
                     {.field = "format", .label = msg("What kind of page it is")},
                     {.field = "read_on", .label = msg("The day on which it was read")}},
          .on_a_form = false};
}

CommandRow announce() {
  return {.words = "decision announce",
          .path = "/coming/new",
          .may = may::record_decisions,
          .title = msg("Announce a decision to come"),
          .lede = msg("What a body says it will decide, and when. What is not known can stay empty: the page says so."),
          .submit = msg("Put it on the record"),
          .fields = {body(msg("The body that will decide")),
                     {.field = "title",
                      .label = msg("What is to be decided, in a few words"),
                      .required = true,
                      .one_line = true},
                     {.field = "what", .label = msg("What is to be decided, in the body’s words")},
                     {.field = "maker_kind", .label = msg("Who will decide"), .choice_labels = makers()},
                     {.field = "maker",
                      .label = msg("Its name, as it is written"),
                      .hint = msg("“Cabinet”, for example, or “Director of Place”."),
                      .one_line = true},
                     {.field = "due", .label = msg("When it is due"), .hint = as_exactly()},
                     {.field = "notice_on", .label = msg("When the notice was first published"), .hint = as_exactly()},
                     {.field = "key", .label = msg("Is it a key decision?"), .choice_labels = known()},
                     {.field = "key_reason", .label = msg("Why it is a key decision")},
                     {.field = "have_a_say", .label = msg("How people can have a say, in the body’s words")},
                     {.field = "consultation", .label = msg("Who is asked, in the body’s words")},
                     {.field = "restriction", .label = msg("What will be kept from the public, and why")},
                     {.field = "urgency", .label = msg("Why the usual notice is not given")},
                     {.field = "reference", .label = msg("Reference"), .one_line = true},
                     {.field = "source_words", .label = msg("Its status in the source’s own words"), .one_line = true},
                     {.field = "source_id", .label = msg("Its number at the source"), .one_line = true},
                     source_address(),
                     source_page()},
          .then = "/decisions/{first}",
          .done = msg("It is on the record.")};
}

CommandRow take() {
  return {
      .words = "decision take",
      .path = "/decisions/new",
      .may = may::record_decisions,
      .title = msg("Record a decision"),
      .lede = msg("Give what you know. What you leave empty is published as a gap, and anyone can ask about it. "
                  "Nothing you typed is lost if something is to put right."),
      .submit = msg("Put it on the record"),
      .fields =
          {{.field = "decision", .label = msg("The announced decision that this ends"), .hidden = true},
           body(msg("The body that decided")),
           {.field = "title", .label = msg("What was decided, in a few words"), .required = true, .one_line = true},
           {.field = "what", .label = msg("What was decided, in the body’s words")},
           {.field = "purpose", .label = msg("What it is for, in the body’s words")},
           {.field = "on", .label = msg("When it was decided"), .hint = as_exactly()},
           {.field = "maker_kind", .label = msg("Who decided"), .choice_labels = makers()},
           {.field = "maker",
            .label = msg("Its name, as it is written"),
            .hint = msg("“Cabinet”, for example, or “Director of Place”."),
            .one_line = true},
           {.field = "office", .label = msg("The registered office, if it was one"), .choices = place::office_choices},
           {.field = "meeting", .label = msg("The meeting"), .one_line = true},
           {.field = "deciders",
            .label = msg("The people who took part"),
            .hint = msg("People in office are named in public."),
            .item = msg("Person {n}")},
           {.field = "deciders/name", .label = msg("Name"), .one_line = true},
           {.field = "deciders/title", .label = msg("Office they held that day"), .one_line = true},
           {.field = "deciders/vote", .label = msg("How they voted"), .choice_labels = votes()},
           {.field = "deciders/chaired", .label = msg("Led the meeting")},
           {.field = "deciders/did",
            .label = msg("What else they did"),
            .hint = msg("“Put the plan”, for example."),
            .one_line = true},
           {.field = "motion",
            .label = msg("What the motion was"),
            .choice_labels = {msg("To agree to it"), msg("To refuse it"), msg("Something else")}},
           {.field = "carried", .label = msg("Did the motion pass?"), .choice_labels = known()},
           {.field = "powers", .label = msg("The powers they used"), .item = msg("Power {n}")},
           {.field = "powers/words", .label = msg("The law or rule, and its part"), .one_line = true},
           {.field = "powers/is_duty", .label = msg("It is a duty they had to meet")},
           {.field = "reasons", .label = msg("Their reasons, in their words")},
           {.field = "options",
            .label = msg("The choices"),
            .hint = msg("The one that was chosen, and those that were turned down."),
            .item = msg("Choice {n}")},
           {.field = "options/title", .label = msg("What it was"), .one_line = true},
           {.field = "options/cost_a_year", .label = msg("Cost a year")},
           {.field = "options/chosen", .label = msg("It was chosen")},
           {.field = "options/why_not", .label = msg("Why not, in their words")},
           {.field = "interests", .label = msg("Interests declared"), .item = msg("Interest {n}")},
           {.field = "interests/words", .label = msg("Who declared what"), .one_line = true},
           {.field = "no_interests", .label = msg("The record says that there were none")},
           {.field = "evidence", .label = msg("The papers they relied on"), .item = msg("Paper {n}")},
           {.field = "evidence/title", .label = msg("Its title"), .one_line = true},
           {.field = "evidence/address", .label = msg("Where it is"), .one_line = true},
           {.field = "evidence/withheld", .label = msg("It is kept from the public")},
           {.field = "dissents", .label = msg("Who disagreed, and why"), .item = msg("Dissent {n}")},
           {.field = "dissents/decider", .label = msg("Which person above"), .hint = msg("1 is the first.")},
           {.field = "dissents/name", .label = msg("Or their name"), .one_line = true},
           {.field = "dissents/words", .label = msg("Their words")},
           {.field = "published", .label = msg("When it was published"), .hint = as_exactly()},
           {.field = "effective", .label = msg("In force from, as published"), .hint = as_exactly()},
           {.field = "key", .label = msg("Is it a key decision?"), .choice_labels = known()},
           {.field = "call_in", .label = msg("Can it be called in?"), .choice_labels = known()},
           {.field = "area", .label = msg("The area it touches"), .one_line = true},
           {.field = "reference", .label = msg("Reference"), .one_line = true},
           {.field = "source_words", .label = msg("Its status in the source’s own words"), .one_line = true},
           {.field = "source_id", .label = msg("Its number at the source"), .one_line = true},
           source_address(),
           source_page()},
      .then = "/decisions/{first}",
      .done = msg("The decision is on the record."),
      .start = from_announcement};
}

CommandRow status() {
  return {.words = "decision status",
          .path = "/decisions/{decision}/status",
          .may = may::record_decisions,
          .title = msg("Say what happened to a decision"),
          .submit = msg("Put it on the record"),
          .fields = {{.field = "event",
                      .label = msg("What happened"),
                      .required = true,
                      .choice_labels = {msg("It could be called in"), msg("It could not be called in"),
                                        msg("Councillors called it in"), msg("It was looked at again, and it stood"),
                                        msg("It was sent back to those who decided"),
                                        msg("It was decided again, without a change"), msg("It was withdrawn")}},
                     {.field = "on", .label = msg("When"), .hint = as_exactly()},
                     {.field = "open_until", .label = msg("The last day on which it can be called in")},
                     {.field = "reason",
                      .label = msg("Why"),
                      .hint = msg("Needed when it was withdrawn. Everyone can read it.")},
                     source_address(),
                     source_page()},
          .then = "/decisions/{decision}",
          .done = msg("It is on the record.")};
}

CommandRow correct() {
  return {.words = "decision correct",
          .path = "/decisions/{decision}/correct",
          .may = may::record_decisions,
          .title = msg("Correct a decision"),
          .lede = msg("The new words stand beside the first ones. Both stay."),
          .submit = msg("Record the correction"),
          .fields = {{.field = "part", .label = msg("Which part"), .required = true, .choices = correctable_parts},
                     {.field = "words", .label = msg("How it should read")},
                     {.field = "when", .label = msg("Or the right day"), .hint = as_exactly()},
                     {.field = "reason", .label = msg("Why")},
                     source_address(),
                     source_page()},
          .then = "/decisions/{decision}",
          .done = msg("The correction is on the record. The first words stay beside it.")};
}

CommandRow confirm() {
  return {.words = "decision confirm",
          .path = "/decisions/{decision}/confirm",
          .may = may::confirm_decisions,
          .title = msg("Confirm a decision"),
          .lede = msg("You say, for your body, that the record has this decision right. If it does not, put your "
                      "body’s account beside it instead."),
          .submit = msg("Confirm it"),
          .then = "/decisions/{decision}",
          .done = msg("Your body has confirmed it.")};
}

CommandRow account() {
  return {.words = "decision account",
          .path = "/decisions/{decision}/account",
          .may = may::give_accounts,
          .title = msg("Put another account beside it"),
          .lede = msg("Both accounts stand, at the same size. Nobody chooses between them."),
          .submit = msg("Put it on the record"),
          .fields = {{.field = "body", .label = msg("Whose account it is"), .choices = place::body_choices},
                     {.field = "words", .label = msg("The account, in its own words"), .required = true},
                     source_address(),
                     source_page()},
          .then = "/decisions/{decision}",
          .done = msg("The account stands beside the decision.")};
}

CommandRow link() {
  return {.words = "decision link",
          .path = "/decisions/{decision}/link",
          .may = may::record_decisions,
          .title = msg("Link it to another decision"),
          .submit = msg("Link them"),
          .fields = {{.field = "link",
                      .label = msg("How they hang together"),
                      .required = true,
                      .choice_labels = {msg("This one needs the other"), msg("This one follows from the other"),
                                        msg("This one takes the other’s place"), msg("This one sends the other back"),
                                        msg("They are the same decision")}},
                     {.field = "to", .label = msg("The other decision’s number"), .required = true}},
          .then = "/decisions/{decision}",
          .done = msg("The two are linked.")};
}

CommandRow decider() {
  return {.words = "decision decider",
          .path = "/decisions/{decision}/deciders/new",
          .may = may::record_decisions,
          .title = msg("Name somebody who decided"),
          .lede = msg("People in office are named in public. People who take part are not."),
          .submit = msg("Put this person on the record"),
          .fields = {{.field = "name", .label = msg("Name"), .one_line = true},
                     {.field = "title", .label = msg("Office they held that day"), .one_line = true},
                     {.field = "office",
                      .label = msg("The registered office, if there is one"),
                      .choices = place::office_choices},
                     {.field = "vote", .label = msg("How they voted"), .choice_labels = votes()},
                     {.field = "chaired", .label = msg("Led the meeting")},
                     {.field = "did", .label = msg("What else they did"), .one_line = true}},
          .then = "/decisions/{decision}",
          .done = msg("This person is on the record.")};
}

CommandRow dissent() {
  return {.words = "decision dissent",
          .path = "/decisions/{decision}/dissents/new",
          .may = may::record_decisions,
          .title = msg("Record a dissent"),
          .lede = msg("It stands as long as the decision, with as many words as the person wants."),
          .submit = msg("Put it on the record"),
          .fields = {{.field = "decider", .label = msg("Who"), .choices = deciders_of},
                     {.field = "name", .label = msg("Or their name"), .one_line = true},
                     {.field = "words", .label = msg("Their words"), .required = true}},
          .then = "/decisions/{decision}",
          .done = msg("The dissent is on the record.")};
}

}  // namespace alongside::decision::rows
