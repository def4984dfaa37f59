#include "commons/said/wording.h"

#include "base/text.h"
#include "commons/said/pages.h"

namespace alongside::said {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;

constexpr std::int64_t choices_max = 50;

std::vector<Message> kind_labels() { return {msg("A story: what happened to me"), msg("Evidence: what I know or have read"), msg("An idea: what could be done"), msg("An objection: what I am against, and why")}; }
std::vector<Message> how_labels() { return {msg("On a screen"), msg("By phone"), msg("On paper")}; }

// "?saids=12,15" as a list.
Json asked_for(const kernel::Seeing& seeing) {
  Json out = Json::array();
  const std::string asked = seeing.asked("saids");
  for (const std::string_view one : split(asked, ',')) {
    if (const auto number = whole_number(one); number.ok() && out.items().size() < grouped_at_once) out.push(*number);
  }
  return out;
}

html::Choice choice_of(kernel::Reader& reader, const SayingRow& row, const html::Say& say) {
  const Text words = reader.words(row.words_act, "words");
  std::string name = say.plain("{n}. {kind}", {{"n", row.index.value}, {"kind", kind_plain(row.kind, say)}});
  if (words.is_shown()) name += ": " + shortened(words.words, 120);
  return html::choice_named(std::to_string(row.index.value), std::move(name));
}

// Those that were asked for; else of the group; else those that wait for an answer, the oldest first.
std::vector<html::Choice> to_answer(const kernel::Seeing& seeing, const html::Say& say) {
  std::vector<html::Choice> out;
  kernel::Reader& reader = seeing.reader;
  const Json asked = asked_for(seeing);
  for (const Json& one : asked.items()) {
    const auto row = saying_row(reader, {one.number()});
    if (row && row->work == seeing.index("work") && is_public(row->stand)) out.push_back(choice_of(reader, *row, say));
  }
  if (!out.empty()) return out;
  const auto group = whole_number(seeing.asked("group"));
  const auto rows = group.ok() ? reader.all<SayingRow>("WHERE same_group = $1 AND is_public = 1 ORDER BY idx LIMIT $2", {*group, choices_max})
                               : reader.all<SayingRow>("WHERE work = $1 AND stand = 'open' ORDER BY idx LIMIT $2", {seeing.index("work").value, choices_max});
  for (const SayingRow& row : rows) {
    if (row.work == seeing.index("work")) out.push_back(choice_of(reader, row, say));
  }
  return out;
}

// In no group yet, the newest first; those that were asked for before them.
std::vector<html::Choice> to_group(const kernel::Seeing& seeing, const html::Say& say) {
  std::vector<html::Choice> out;
  kernel::Reader& reader = seeing.reader;
  const Json asked = asked_for(seeing);
  for (const Json& one : asked.items()) {
    const auto row = saying_row(reader, {one.number()});
    if (row && row->work == seeing.index("work") && is_public(row->stand)) out.push_back(choice_of(reader, *row, say));
  }
  if (!out.empty()) return out;
  for (const SayingRow& row : reader.all<SayingRow>("WHERE work = $1 AND is_public = 1 ORDER BY idx DESC LIMIT $2", {seeing.index("work").value, choices_max})) {
    if (!row.group.is_set()) out.push_back(choice_of(reader, row, say));
  }
  return out;
}

// The draft, or what the address asks for.
Json start_of_give(const kernel::Seeing& seeing) {
  Json out = Json::object();
  if (seeing.actor.typist.is_set()) out.set("how", std::string(kernel::word_of(How::phone)));
  const kernel::Person person = seeing.actor.person;
  const auto draft = seeing.reader.one<DraftRow>("WHERE person = $1 AND work = $2", {person.value, seeing.index("work").value});
  if (draft) {
    out.set("saying_kind", std::string(kernel::word_of(draft->kind)));
    out.set("words", seeing.reader.private_text(draft_name(person, seeing.index("work"))).value_or(""));
  }
  if (const auto about = whole_number(seeing.asked("about")); about.ok()) out.set("about", *about);
  return out;
}

Json start_of_change(const kernel::Seeing& seeing) {
  const Index said = seeing.index("said");
  const auto row = saying_row(seeing.reader, said);
  Json out = Json::object();
  if (row && is_author(seeing.reader, seeing.actor, said)) out.set("words", seeing.reader.withheld_words(row->words_act, "words").or_empty());
  return out;
}

Json start_of_many(const kernel::Seeing& seeing) {
  Json out = Json::object({{"saids", asked_for(seeing)}});
  if (const auto group = whole_number(seeing.asked("group")); group.ok()) out.set("group", *group);
  return out;
}

CommandRow own_row(const char* words, const char* path, Message title, Message lede, Message submit, Message done) {
  return {.words = words, .path = path, .may = may::own, .title = std::move(title), .lede = std::move(lede), .submit = std::move(submit),
          .then = "/me/said", .done = std::move(done)};
}

CommandRow moderators_row(const char* words, const char* path, Message title, Message lede, Message submit, Message done) {
  return {.words = words, .path = path, .may = may::moderate, .title = std::move(title), .lede = std::move(lede), .submit = std::move(submit), .done = std::move(done)};
}

}  // namespace

CommandRow give_row() {
  return {.words = "said give", .path = "/work/{work}/said/give", .may = work::may::take_part,
          .title = msg("Say what you know"),
          .lede = msg("A person reads it before others can. Your name does not stand beside it, nor on which side you are. You can change, pause or withdraw it at any time. We are not a crisis service."),
          .submit = msg("Say it"),
          .fields = {{.field = "saying_kind", .label = msg("What it is"), .required = true, .choice_labels = kind_labels()},
                     {.field = "words", .label = msg("In your own words"), .hint = msg("Please name nobody who is not in office. Leave it empty if all of it is in a file.")},
                     {.field = "file", .label = msg("A picture, sound, or a film of signing"),
                      .hint = msg("JPEG, PNG, WebP, MP3, M4A, Ogg, WAV, MP4 or WebM, at most 8 MB. We take out where and when a picture was taken.")},
                     {.field = "description", .label = msg("What is in the file, in words"), .hint = msg("For people who cannot see or hear it.")},
                     {.field = "about", .label = msg("What it is about"), .hint = msg("Its number in the record, if it is about one thing: a wording, a choice, a place.")},
                     {.field = "how", .label = msg("How you said it"), .choice_labels = how_labels()},
                     {.field = "on", .label = msg("The day you said it"), .hint = msg("Leave it empty for today.")}},
          .then = "/me/said", .done = msg("It is kept. A person reads it before others can."), .start = start_of_give};
}

CommandRow draft_row() {
  return {.words = "said draft", .path = "/work/{work}/said/draft", .may = work::may::take_part,
          .title = msg("Keep a draft"), .lede = msg("Only you see it. It is kept for 30 days."), .submit = msg("Keep it"),
          .fields = {{.field = "saying_kind", .label = msg("What it is"), .required = true, .choice_labels = kind_labels()},
                     {.field = "words", .label = msg("In your own words"), .hint = msg("Empty, and the draft goes.")}},
          .then = "/me/said", .done = msg("The draft is kept."), .start = start_of_give};
}

CommandRow change_row() {
  CommandRow row = own_row("said change", "/work/{work}/said/{said}/change", msg("Change the words"),
                           msg("The old words are destroyed. A person reads the new ones before others can, and they are answered anew."), msg("Change them"), msg("Your words are changed. A person reads them before others can."));
  row.fields = {{.field = "words", .label = msg("In your own words"), .required = true}, {.field = "without_file", .label = msg("Take the file away too")}};
  row.start = start_of_change;
  return row;
}

CommandRow pause_row() {
  return own_row("said pause", "/work/{work}/said/{said}/pause", msg("Pause it"), msg("Nobody can read it until you go on. No reason is asked."), msg("Pause it"), msg("It is kept back."));
}

CommandRow resume_row() {
  return own_row("said resume", "/work/{work}/said/{said}/resume", msg("Go on with it"), msg("It is again what it was before you paused it."), msg("Go on"), msg("It is no longer kept back."));
}

CommandRow withdraw_row() {
  return own_row("said withdraw", "/work/{work}/said/{said}/withdraw", msg("Withdraw it"), msg("The words and the file are destroyed. No reason is asked. It cannot be undone; you can say it anew."), msg("Withdraw it"), msg("It is withdrawn, and the words are gone."));
}

CommandRow judge_row() {
  CommandRow row = own_row("said judge", "/work/{work}/said/{said}/answers/{answer}/judge", msg("Does this answer you?"),
                           msg("If it does not, what you said is open again, and this stands in public without your name. You can change your mind."), msg("Say so"), msg("It is on the record what you think of the answer."));
  row.fields = {{.field = "answers", .label = msg("Does it answer what you said?"), .required = true, .choice_labels = {msg("This answers me"), msg("This does not answer me")}}};
  return row;
}

CommandRow publish_row() {
  return moderators_row("said publish", "/work/{work}/said/{said}/publish", msg("Publish it"), msg("Others can read it from now on. Does it name anybody who is not in office? Then take the name out first, or refuse it."),
                        msg("Publish it"), msg("It is published."));
}

CommandRow refuse_row() {
  CommandRow row = moderators_row("said refuse", "/work/{work}/said/{said}/refuse", msg("Refuse it"), msg("The reason is counted in public. How to mend it is told to whoever said it, and to nobody else."),
                                  msg("Refuse it"), msg("It is not published, and whoever said it is told why."));
  row.fields = {{.field = "reason", .label = msg("Why"), .required = true,
                 .choice_labels = {msg("It names a person"), msg("It is abusive"), msg("It is not about this work"), msg("The same person said it already"), msg("It is an advertisement")}},
                {.field = "note", .label = msg("How it can be mended"), .hint = msg("Only whoever said it reads this."), .required = true}};
  return row;
}

CommandRow group_row() {
  CommandRow row = moderators_row("said group", "/work/{work}/said/group", msg("Put together what says the same"), msg("Each still has its answer. Only what others can read can be put together."),
                                  msg("Put them together"), msg("They are put together."));
  row.fields = {{.field = "saids", .label = msg("Which say the same"), .choices = to_group},
                {.field = "as", .label = msg("How they are the same"), .choice_labels = {msg("The same in other words"), msg("One text that many sent")}},
                {.field = "into", .label = msg("A group that is there already"), .hint = msg("Its number, if they belong to it.")}};
  row.then = "/work/{work}/said";
  row.start = start_of_many;
  return row;
}

CommandRow ungroup_row() {
  return moderators_row("said ungroup", "/work/{work}/said/{said}/ungroup", msg("Take it out of its group"), msg("It says something of its own."), msg("Take it out"), msg("It is out of its group."));
}

CommandRow answer_row() {
  return {.words = "said answer", .path = "/work/{work}/said/answer", .may = may::answer,
          .title = msg("Answer what people said"), .lede = msg("One answer to all that you choose. Each of them has it, and whoever said it can say that it does not answer them."),
          .submit = msg("Answer"),
          .fields = {{.field = "saids", .label = msg("What you answer"), .choices = to_answer},
                     {.field = "group", .label = msg("Or a whole group"), .hint = msg("Its number. All of it that waits for an answer.")},
                     {.field = "outcome", .label = msg("What became of it"), .required = true,
                      .choice_labels = {msg("Taken up"), msg("Taken up in part"), msg("Not taken up"), msg("They have to wait")}},
                     {.field = "why", .label = msg("What you did, or why not"), .hint = msg("In plain words, to the person who said it."), .required = true},
                     {.field = "until", .label = msg("Until when they have to wait"), .hint = msg("Only where they have to wait.")},
                     {.field = "signed_by", .label = msg("Who signs"), .hint = msg("The name of a person, and their post."), .required = true, .one_line = true},
                     {.field = "reach", .label = msg("How to reach them"), .hint = msg("A number to ring, for example."), .required = true, .one_line = true},
                     {.field = "changed", .label = msg("What changed because of it"), .hint = msg("The number in the record of the choice, the wording or the decision. Leave it empty if nothing did.")}},
          .then = "/work/{work}/said", .done = msg("It is answered."), .start = start_of_many};
}

}  // namespace alongside::said
