#include "commons/agreement/views.h"

#include <algorithm>

#include "commons/decision/views.h"
#include "commons/place/views.h"

namespace alongside::agreement {
namespace {

using kernel::Reader;

AgreementLine line_of(Reader& reader, const AgreementRow& row) {
  AgreementLine out{.agreement = row.index, .work = row.work, .words = reader.words(row.index, "words"), .ballots = row.ballots, .on = row.on, .until = row.until, .closed_on = row.closed_on};
  out.room = room_at(reader, row);
  out.decisions = static_cast<int>(reader.count("SELECT COUNT(*) FROM agreement_decisions WHERE agreement = $1", {row.index.value}));
  out.waiting = reader.count("SELECT COUNT(*) FROM agreement_dissents WHERE agreement = $1 AND state = 'waiting'", {row.index.value});
  return out;
}

RuleLine rule_of(Reader& reader, Index work) {
  const auto row = work::row_of(reader, work);
  if (!row) return {};
  RuleLine out{.consent = row->consent, .quorum_per_cent = row->quorum_per_cent, .deadlock = row->deadlock, .promise = row->promise, .decides = deciding_body(*row)};
  out.decides_name = place::body_name(reader, out.decides);
  return out;
}

DissentLine dissent_of(Reader& reader, const DissentRow& row) {
  DissentLine out{.act = row.index, .state = row.state, .reason = row.reason, .side = row.side, .words = reader.words(row.index, "words")};
  if (const auto stamp = reader.stamp(row.index)) out.recorded = stamp->at;
  return out;
}

DecidedLine decided_of(Reader& reader, const DecidedRow& row) {
  DecidedLine out{.act = row.index, .agreement = row.agreement, .decision = row.decision, .title = decision::decision_title(reader, row.decision), .outcome = row.outcome};
  if (const auto stamp = reader.stamp(row.index)) out.recorded = stamp->at;
  if (const auto decided = decision::line(reader, row.decision, out.recorded)) {
    out.on = decided->on;
    out.body_name = decided->body_name;
  }
  const auto agreement = row_of(reader, row.agreement);
  out.before_the_room = agreement && (!agreement->is_closed() || row.index < agreement->closed_act);
  for (int i = 0; i < row.points; ++i) {
    const std::string at = "points/" + std::to_string(i);
    out.points.push_back({reader.words(row.index, at + "/about"), reader.words(row.index, at + "/because")});
  }
  return out;
}

WaitingDissent waiting_of(Reader& reader, const DissentRow& row) {
  WaitingDissent out{.act = row.index, .agreement = row.agreement, .words = reader.withheld_words(row.index, "words"), .in_danger = work::is_in_danger(reader, row.index)};
  if (const auto agreement = row_of(reader, row.agreement)) out.work = agreement->work;
  if (const auto stamp = reader.stamp(row.index)) out.on = stamp->at;
  return out;
}

OwnPart own_part(const kernel::Seeing& seeing, const AgreementRow& row) {
  Reader& reader = seeing.reader;
  OwnPart out{.may_take_part = work::may::take_part({seeing.actor, reader, Json::object(), seeing.path})};
  if (!out.may_take_part) return out;
  const std::int64_t person = seeing.actor.person.value;
  out.side = work::side_of(reader, row.work, seeing.actor.person);
  if (const auto answer = reader.one<AnswerRow>("WHERE agreement = $1 AND person = $2", {row.index.value, person})) out.answer = answer->answer;
  for (const DissenterRow& mine : reader.all<DissenterRow>("WHERE agreement = $1 AND person = $2 ORDER BY dissent", {row.index.value, person})) {
    const auto dissent = dissent_row(reader, mine.dissent);
    if (!dissent) continue;
    out.dissents.push_back(dissent_of(reader, *dissent));
    out.dissents.back().words = reader.withheld_words(mine.dissent, "words");
  }
  return out;
}

void fill_lists(Reader& reader, AgreementPage& out) {
  const Index agreement = out.line.agreement;
  for (const Index one : options_of(reader, agreement)) {
    if (auto option = option::line(reader, one)) out.options.push_back(std::move(*option));
  }
  for (const SideRow& one : sides_of(reader, agreement)) {
    out.sides.push_back({.side = one.side, .consented = one.consented, .answered = one.answered, .yes = one.yes, .no = one.no, .abstained = one.abstained});
  }
  for (const NamedRow& one : reader.all<NamedRow>("WHERE agreement = $1 ORDER BY idx", {agreement.value})) {
    out.named.push_back({.act = one.index, .answer = one.answer, .name = reader.words(one.index, "name"), .side = one.side});
  }
  for (const DissentRow& one : reader.all<DissentRow>("WHERE agreement = $1 ORDER BY idx", {agreement.value})) out.dissents.push_back(dissent_of(reader, one));
  out.decided = decisions_on(reader, agreement);
}

}  // namespace

std::vector<DecidedLine> decisions_on(Reader& reader, Index agreement) {
  std::vector<DecidedLine> out;
  for (const DecidedRow& one : reader.all<DecidedRow>("WHERE agreement = $1 ORDER BY idx", {agreement.value})) out.push_back(decided_of(reader, one));
  return out;
}

std::optional<AgreementLine> line(Reader& reader, Index agreement) {
  const auto row = row_of(reader, agreement);
  if (!row) return std::nullopt;
  return line_of(reader, *row);
}

std::vector<DecidedLine> decided_by(Reader& reader, Index decision) {
  std::vector<DecidedLine> out;
  for (const DecidedRow& one : reader.all<DecidedRow>("WHERE decision = $1 ORDER BY idx", {decision.value})) out.push_back(decided_of(reader, one));
  return out;
}

bool hides_a_number(const SideAnswer& side) { return !side.answered || !side.yes || !side.no || !side.abstained; }

std::int64_t unread(Reader& reader, Index work) {
  return reader.count("SELECT COUNT(*) FROM agreement_dissents d JOIN agreements a ON a.idx = d.agreement WHERE a.work = $1 AND d.state = 'waiting'", {work.value});
}

std::vector<AgreementLine> lines(Reader& reader, Index work) {
  std::vector<AgreementLine> out;
  for (const AgreementRow& row : reader.all<AgreementRow>("WHERE work = $1 ORDER BY idx DESC", {work.value})) out.push_back(line_of(reader, row));
  return out;
}

Result<AgreementsPage> AgreementsPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  auto course = work::course(reader, seeing.index("work"), seeing.today);
  if (!course) return problem(Code::not_found, "", msg("There is no such piece of work here."));
  AgreementsPage out{.work = course->line.work, .work_title = course->line.title, .course = std::move(*course)};
  out.lines = agreement::lines(reader, out.work);
  out.may_ask = work::may::run_work({seeing.actor, reader, Json::object(), seeing.path});
  return out;
}

Result<AgreementPage> AgreementPage::see(const kernel::Seeing& seeing) {
  Reader& reader = seeing.reader;
  const auto row = row_of(reader, seeing.index("agreement"));
  if (!row || row->work != seeing.index("work")) return problem(Code::not_found, "", msg("There is no such agreement here."));
  AgreementPage out{.line = line_of(reader, *row), .rule = rule_of(reader, row->work), .wording = row->wording, .closed_act = row->closed_act};
  if (auto course = work::course(reader, row->work, seeing.today)) out.course = std::move(*course);
  out.work_title = out.course.line.title;
  fill_lists(reader, out);
  out.about = seeing.about(row->index);
  out.mediators = work::mediators_of(reader, row->work, row->index);
  out.own = own_part(seeing, *row);
  out.is_open_today = !row->is_closed() && seeing.today <= row->until;
  out.may_decide = may::decide({seeing.actor, reader, Json::object(), seeing.path});
  out.help = work::help_for(seeing);
  if (!seeing.actor.moderates()) return out;
  out.safeguarding = work::setting_of(reader, row->work, "safeguarding");
  for (const DissentRow& one : reader.all<DissentRow>("WHERE agreement = $1 AND state = 'waiting' ORDER BY idx", {row->index.value})) out.waiting.push_back(waiting_of(reader, one));
  return out;
}

Result<VotePage> VotePage::see(const kernel::Seeing& seeing) {
  auto agreement = AgreementPage::see(seeing);
  if (!agreement.ok()) return std::move(agreement).problems();
  return VotePage{.agreement = std::move(agreement).value()};
}

Result<NoticePage> NoticePage::see(const kernel::Seeing& seeing) {
  auto agreement = AgreementPage::see(seeing);
  if (!agreement.ok()) return std::move(agreement).problems();
  NoticePage out{.agreement = std::move(agreement).value()};
  for (const DecidedLine& one : out.agreement.decided) {
    if (auto decided = decision::who_decided(seeing.reader, one.decision, seeing.today)) out.decisions.push_back(std::move(*decided));
  }
  return out;
}

}  // namespace alongside::agreement
