#include "commons/pay/pages.h"

#include <algorithm>

#include "commons/valued/pages.h"

namespace alongside::pay {
namespace {

using html::a;
using html::Html;
using html::Say;
using html::text;
using kernel::Showing;
using valued::name_or;

std::string claim_path(const char* under, const ClaimLine& line) { return under + std::to_string(line.claim.value); }

Html what_for(const ClaimLine& line, const Say& say) {
  switch (line.paid_for) {
    case PaidFor::fare: return say("Fare: {sum}", {{"sum", line.sum}});
    case PaidFor::time: return say("Time: {sum}", {{"sum", line.sum}});
    case PaidFor::cost: break;
  }
  return say("What it cost: {sum}", {{"sum", line.sum}});
}

Html of_what(const ClaimLine& line, const Showing& at) {
  const std::string work = "/work/" + std::to_string(line.work.value);
  if (!line.meeting_on) return a(at.to(work), name_or(line.work_title, at.say));
  return at.say("For the meeting on {day}: {title}", {{"day", *line.meeting_on}, {"title", a(at.to(work + "/meetings/" + std::to_string(line.gathering.value)), name_or(line.meeting_title, at.say))}});
}

Html days_before(const ClaimLine& line, const Say& say) {
  if (line.paid_for != PaidFor::fare || !line.meeting_on) return {};
  const int days = *line.meeting_on - *line.paid_on;
  if (days > 0) return text(" ") + say.count("{n} day before the meeting.", "{n} days before the meeting.", days);
  return text(" ") + say("Not before the meeting.");
}

Html what_became(const ClaimLine& line, const Showing& at) {
  const Say& say = at.say;
  if (line.paid_on) return html::tag(say("Paid on {day}.", {{"day", *line.paid_on}}), html::Tone::yes) + days_before(line, say);
  if (line.declined_on) return say("Not paid, because: {why}", {{"why", html::words_in_line(line.why)}});
  if (line.is_late(at.today)) return html::tag(say("Not paid before the meeting. Ring the keeper."), html::Tone::late);
  if (line.asked_on == at.today) return say("Asked for today.");
  return say.count("Asked for on {day}. It waits since {n} day.", "Asked for on {day}. It waits since {n} days.", at.today - line.asked_on, {{"day", line.asked_on}});
}

Html short_answer(const MyPayPage& view, const Say& say) {
  if (view.lines.empty()) return html::answer(say("So far"), {say("You have not asked for any pay here.")});
  const auto paid = std::count_if(view.lines.begin(), view.lines.end(), [](const ClaimLine& one) { return one.paid_on.has_value(); });
  std::vector<Html> out;
  for (const Money& one : view.owed) out.push_back(say("{sum} waits to be paid to you.", {{"sum", one}}));
  if (view.owed.empty()) out.push_back(say("Nothing waits to be paid to you."));
  if (paid > 0) out.push_back(say.count("{n} payment was made.", "{n} payments were made.", paid));
  return html::answer(say("So far"), out);
}

}  // namespace

std::string title(const MyPayPage&, const Say& say) { return say.plain("What I am paid"); }

Html show(const MyPayPage& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(text(title(view, say)), say("Only you and the keeper can see this page")) + short_answer(view, say);
  std::vector<html::Line> lines;
  for (const ClaimLine& one : view.lines) {
    html::Line line{.date = say.time(When(one.asked_on)), .title = what_for(one, say), .words = of_what(one, at)};
    line.after = html::p(what_became(one, at));
    if (one.waits()) line.after += html::links({a(at.to(claim_path("/me/pay/", one) + "/withdraw"), say("Take it back"))});
    lines.push_back(std::move(line));
  }
  if (!lines.empty()) out += html::list_heading(say("The list")) + html::ledger(lines);
  out += html::small(say("Pay can change what benefits somebody gets. We do not advise on that: ask somebody who does before you take it."));
  return out + html::links({a(at.to("/me"), say("My page"))});
}

std::string title(const PayDesk&, const Say& say) { return say.plain("To be paid"); }

Html show(const PayDesk& view, const Showing& at) {
  const Say& say = at.say;
  Html out = html::h1(text(title(view, say)), a(at.to("/desk"), say("Your desk")));
  out += html::lede(view.of == 0 ? say("Nobody waits to be paid.") : say.count("{n} waits to be paid. Fares come before the meeting.", "{n} wait to be paid. Fares come before the meeting.", view.of));
  std::vector<html::Line> lines;
  for (const ClaimLine& one : view.lines) {
    html::Line line{.date = say.time(When(one.asked_on)), .title = text(one.who + ". ") + what_for(one, say), .words = of_what(one, at)};
    line.after = html::p(say("How they want to have it: {how}", {{"how", html::words_in_line(one.how)}}));
    if (one.is_late(at.today)) line.after += html::p(html::tag(say("The meeting has come, and the fare was not paid before"), html::Tone::late));
    line.after += html::links({a(at.to(claim_path("/desk/pay/", one) + "/paid"), say("It is paid")), a(at.to(claim_path("/desk/pay/", one) + "/decline"), say("It is not paid, because"))});
    lines.push_back(std::move(line));
  }
  return out + (lines.empty() ? Html() : html::list_heading(say("The list")) + html::ledger(lines));
}

}  // namespace alongside::pay
