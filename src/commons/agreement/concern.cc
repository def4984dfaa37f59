// All that can be done with agreements, and by whom.
#include "commons/agreement/concern.h"

#include "commons/agreement/closing.h"
#include "commons/agreement/commands.h"
#include "commons/agreement/deciding.h"
#include "commons/agreement/pages.h"
#include "commons/agreement/wording.h"
#include "commons/agreement/private.sql.h"
#include "commons/agreement/tables.sql.h"
#include "commons/decision/rows.h"

namespace alongside::agreement {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;

CommandRow ask_row() {
  return {.words = "agreement ask", .path = "/work/{work}/agreements/new", .may = work::may::run_work,
          .title = msg("Ask the room"), .lede = msg("One sentence, to which each side agrees or not. Who sees an answer, and when a side agrees, stands in the rule of the work."),
          .submit = msg("Ask"),
          .fields = {{.field = "words", .label = msg("The sentence"), .required = true},
                     {.field = "options", .label = msg("The choices it is about"), .hint = msg("Only those that were put to people: their words stand."), .choices = option::put_choices},
                     {.field = "wording", .label = msg("The wording of the question that it answers"), .hint = msg("Its number in the record, if there is one.")},
                     {.field = "until", .label = msg("The last day to answer"), .hint = msg("Leave it empty for as many days as the rule says.")}},
          .then = "/work/{work}/agreements/{first}", .done = msg("The room is asked.")};
}

std::vector<Message> answer_labels() { return {msg("I agree"), msg("I do not agree"), msg("I hold back")}; }

CommandRow answer_row() {
  return {.words = "agreement answer", .path = "/work/{work}/agreements/{agreement}/answer", .may = work::may::take_part,
          .title = msg("Answer"), .lede = msg("All three count as an answer. You can change it until it closes."), .submit = msg("Answer"),
          .fields = {{.field = "answer", .label = msg("Do you agree?"), .required = true, .choice_labels = answer_labels()},
                     {.field = "named", .label = msg("I know that my name stands with my answer"), .hint = msg("Only where each answer stands with its name.")}},
          .done = msg("Your answer is counted when it closes. You can change it until then.")};
}

CommandRow dissent_row() {
  return {.words = "agreement dissent", .path = "/work/{work}/agreements/{agreement}/dissent", .may = work::may::take_part,
          .title = msg("Say why you do not agree"), .lede = msg("In as many words as you want. They stand as long as the agreement does, with no name. We are not a crisis service."), .submit = msg("Send"),
          .fields = {{.field = "words", .label = msg("Your words"), .hint = msg("A person reads them before others can. Please name no private person."), .required = true},
                     {.field = "say_side", .label = msg("Say which side I am on"), .hint = msg("It is left out where fewer than 5 people are on your side.")}},
          .done = msg("A person reads your words. What becomes of them is written here.")};
}

CommandRow publish_row() {
  return {.words = "agreement dissent-publish", .path = "/work/{work}/agreements/{agreement}/dissents/{dissent}/publish", .may = kernel::may::moderators,
          .title = msg("Let others read it"), .lede = msg("Read the words first. Names of private people, health and abuse stay out."), .submit = msg("Publish"),
          .done = msg("Others can read it now.")};
}

std::vector<Message> refusal_labels() {
  return {msg("It names a private person"), msg("It is abuse"), msg("It is not about this"), msg("It was sent twice"), msg("It could put somebody in danger"), msg("It is an advertisement")};
}

CommandRow refuse_row() {
  return {.words = "agreement dissent-refuse", .path = "/work/{work}/agreements/{agreement}/dissents/{dissent}/refuse", .may = kernel::may::moderators,
          .title = msg("Do not publish these words"), .lede = msg("The reasons were set beforehand. How often each is used is counted in public."), .submit = msg("Refuse"),
          .fields = {{.field = "reason", .label = msg("The reason"), .required = true, .choice_labels = refusal_labels()}},
          .done = msg("They are not published, and the reason is counted.")};
}

std::vector<FieldWords> outcome_fields() {
  return {{.field = "outcome", .label = msg("What the body made of the agreement"), .required = true, .choice_labels = {msg("It followed it"), msg("It departed from it, because")}},
          {.field = "points", .label = msg("Where it departed, point by point"), .hint = msg("Leave it empty if the body followed."), .item = msg("Point {n}")},
          {.field = "points/about", .label = msg("On which point"), .one_line = true},
          {.field = "points/because", .label = msg("Because")}};
}

// The form of a decision, with what the body made of the agreement first. Its choices are those that were put to people.
CommandRow decide_row() {
  CommandRow row{.words = "agreement decide", .path = "/work/{work}/agreements/{agreement}/decide", .may = may::decide,
                 .title = msg("Record what the body decided"),
                 .lede = msg("One form writes the decision, its notice and its link to the agreement. What you leave empty is published as a gap."),
                 .submit = msg("Put it on the record"), .fields = outcome_fields(), .done = msg("The decision is on the record, beside the agreement.")};
  row.fields.push_back({.field = "chose", .label = msg("Which choice was chosen"), .choices = option::option_choices});
  row.fields.push_back({.field = "chosen_words", .label = msg("What was chosen, in the body’s words"), .hint = msg("Leave it empty if it is exactly what was put to people.")});
  for (FieldWords& field : decision::rows::take().fields) {
    const std::string_view name = field.field;
    if (name == "options" || name.starts_with("options/")) continue;
    if (name == "body") {
      field.required = false;
      field.hint = msg("Leave it empty if it is the body that was to decide.");
    }
    row.fields.push_back(std::move(field));
  }
  return row;
}

CommandRow link_row() {
  CommandRow row{.words = "agreement link", .path = "/work/{work}/agreements/{agreement}/link", .may = may::decide,
                 .title = msg("Link a decision that is on the record"), .lede = msg("What the body made of the agreement stands beside it for ever."), .submit = msg("Link it"),
                 .fields = outcome_fields(), .done = msg("The decision stands beside the agreement.")};
  row.fields.insert(row.fields.begin(), {.field = "decision", .label = msg("The decision"), .hint = msg("Its number in the record."), .required = true});
  return row;
}

// ---- search, and other pages ----------------------------------------------------------------------------------------

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::vector<Index> out;
  reader.each("SELECT idx FROM agreements WHERE idx >= $1 AND idx < $2 UNION SELECT agreement FROM agreement_dissents WHERE idx >= $1 AND idx < $2 ORDER BY 1", {from.value, to.value},
              [&](const store::Row& row) { out.push_back({row.integer(0)}); });
  return out;
}

std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto one = line(reader, index);
  if (!one) return std::nullopt;
  std::string body;
  for (const DissentRow& row : reader.all<DissentRow>("WHERE agreement = $1 AND state = 'published' ORDER BY idx", {index.value})) body += reader.words(row.index, "words").or_empty() + "\n";
  return kernel::Found{.index = index, .path = agreement_path(one->work, index), .kind = "agreement", .title = one->words.or_empty(), .body = std::move(body)};
}

std::vector<kernel::AboutLine> about(const kernel::Seeing& seeing, Index thing) {
  kernel::Reader& reader = seeing.reader;
  std::vector<kernel::AboutLine> out;
  for (const DecidedLine& one : decided_by(reader, thing)) {
    const auto agreement = line(reader, one.agreement);
    if (!agreement) continue;
    out.push_back({.index = one.act, .kind = "agreement", .path = agreement_path(agreement->work, one.agreement),
                   .html = [one, agreement = *agreement](const kernel::Showing& at) { return decided_line(one, agreement, at); }});
  }
  const auto add = [&](const AgreementLine& agreement) {
    out.push_back({.index = agreement.agreement, .kind = "agreement", .path = agreement_path(agreement.work, agreement.agreement),
                   .html = [agreement](const kernel::Showing& at) { return room_line(agreement, at); },
                   .is_open = agreement.room == Room::open});
  };
  for (const AboutOptionRow& row : reader.all<AboutOptionRow>("WHERE option = $1 ORDER BY agreement DESC", {thing.value})) {
    if (const auto agreement = line(reader, row.agreement)) add(*agreement);
  }
  for (const AgreementRow& row : reader.all<AgreementRow>("WHERE work = $1 ORDER BY idx DESC", {thing.value})) {
    if (const auto agreement = line(reader, row.index)) add(*agreement);
  }
  return out;
}

// The room had its say, and the body decided.
std::vector<kernel::ChangeLine> changed_in(const kernel::Seeing& seeing, Index work) {
  std::vector<kernel::ChangeLine> out;
  for (const AgreementLine& one : lines(seeing.reader, work)) {
    const auto row = row_of(seeing.reader, one.agreement);
    if (!one.closed_on || !row) continue;
    const std::string path = agreement_path(work, one.agreement);
    out.push_back({.index = row->closed_act, .on = *one.closed_on, .path = path, .html = [one](const kernel::Showing& at) { return closed_line(one, at); }});
    for (const DecidedLine& decided : decisions_on(seeing.reader, one.agreement)) {
      out.push_back({.index = decided.act, .on = decided.on ? decided.on->last() : decided.recorded, .path = path,
                     .html = [decided, one](const kernel::Showing& at) { return decided_words(decided, one.room, at); }});
    }
  }
  return out;
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("agreement", tables_sql, private_sql)
      .acts<AgreementAsked, AgreementClosed, AnswerNamed, DissentGiven, DissentPublished, DissentRefused, AgreementDecided>()
      .command<AskAgreement>(ask_row())
      .command<AnswerAgreement>(answer_row())
      .command<GiveDissent>(dissent_row())
      .command<PublishDissent>(publish_row())
      .command<RefuseDissent>(refuse_row())
      .command<DissentDanger>(work::danger_row("agreement dissent-danger", "/work/{work}/agreements/{agreement}/dissents/{dissent}/danger", kernel::may::moderators))
      .command<ReleaseDissent>(work::danger_over_row("agreement dissent-release", "/work/{work}/agreements/{agreement}/dissents/{dissent}/release", kernel::may::moderators))
      .command<DecideAgreement>(decide_row())
      .command<LinkAgreement>(link_row())
      .page<AgreementsPage>({.path = "/work/{work}/agreements", .may = kernel::may::anyone})
      .page<AgreementPage>({.path = "/work/{work}/agreements/{agreement}", .may = kernel::may::anyone})
      .page<VotePage>({.path = "/work/{work}/agreements/{agreement}/vote", .may = work::may::take_part, .cached = false})
      .page<NoticePage>({.path = "/work/{work}/agreements/{agreement}/notice", .may = kernel::may::anyone})
      .due({.words = "due agreements", .run = close_what_is_due})
      .search({.changed = changed, .read = found})
      .about(about)
      .changed(changed_in)
      .holds({{"agreement_answers", "SELECT COUNT(*) FROM agreement_answers WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("Your answer to {n} agreement that is open. It is gone once it is counted.", "Your answers to {n} agreements that are open. They are gone once they are counted.", n); }},
              {"agreement_dissenters", "SELECT COUNT(*) FROM agreement_dissenters WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("That the words of {n} who did not agree are yours.", "That the words of {n} who did not agree are yours.", n); }}})
      .forgets({"DELETE FROM agreement_answers WHERE person = $1", "DELETE FROM agreement_dissenters WHERE person = $1"});
}

}  // namespace alongside::agreement
