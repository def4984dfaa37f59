// Parts about people: sides, their words, support, hidden numbers, clocks.
#include <array>

#include "html/components.h"

namespace alongside::html {
namespace {

std::string_view side_class(Side side) {
  switch (side) {
    case Side::lived:
      return "lived";
    case Side::office:
      return "office";
    case Side::affected:
      return "affected";
    default:
      return "advise";
  }
}

// Tenths of a percent, in whole numbers so that a page has the same bytes everywhere: 36 of 41 is "87.8%".
std::string percent(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return "0%";
  const std::int64_t tenths = (part * 1000 + whole / 2) / whole;
  const std::int64_t bounded = tenths < 0 ? 0 : tenths > 1000 ? 1000 : tenths;
  std::string out = std::to_string(bounded / 10);
  if (bounded % 10 != 0) out.append(".").append(std::to_string(bounded % 10));
  return out + "%";
}

}  // namespace

Html mark(Side side) {
  const Attrs attrs{attr("class", std::string("mark mark--").append(side_class(side))), attr("viewBox", "0 0 12 12"),
                    attr("aria-hidden", "true"), attr("focusable", "false")};
  switch (side) {
    case Side::lived:
      return el("svg", attrs, raw("<circle cx=\"6\" cy=\"6\" r=\"6\"/>"));
    case Side::office:
      return el("svg", attrs, raw("<rect x=\".5\" y=\".5\" width=\"11\" height=\"11\"/>"));
    case Side::affected:
      return el("svg", attrs, raw("<path d=\"M6 0l6 6-6 6-6-6z\"/>"));
    default:
      return el("svg", attrs, raw("<path d=\"M6 0l6 12H0z\"/>"));
  }
}

Html side(Side which, const Html& words) {
  return el("span", {attr("class", std::string("side side--").append(side_class(which)))}, mark(which), words);
}
Html side(Side which, const Say& say) {
  switch (which) {
    case Side::lived:
      return side(which, say("People who use services, and carers"));
    case Side::office:
      return side(which, say("People acting for an organisation"));
    case Side::affected:
      return side(which, say("People who would lose something"));
    default:
      return side(which, say("People who advise"));
  }
}

Html quote(const Html& words, const Html& who) {
  return el("figure", {attr("class", "said")}, el("blockquote", {attr("class", "words")}, words),
            when(!who.empty(), el("figcaption", who)));
}
Html quote(std::string_view words, const Html& who) { return quote(paragraphs(words), who); }
Html words_in_line(std::string_view words) { return el("span", {attr("class", "words words--in")}, "“", words, "”"); }
Html erased(const Html& sentence) { return el("p", {attr("class", "erased")}, sentence); }

Html sides(const std::vector<Support>& all, const Say& say) {
  if (all.empty()) return {};
  return el("ul", {attr("class", "sides")}, each(all, [&say](const Support& one) {
              if (!one.instead.empty()) return el("li", el("span", {attr("class", "row")}, side(one.side, say), el("span", one.instead)));
              const Html number =
                  el("b", {attr("class", "num")}, say("{agree} of {of}", {{"agree", one.agree}, {"of", one.of}}));
              const std::string needed = percent(one.needed, one.of);
              return el("li",
                        el("span", {attr("class", "row")}, side(one.side, say),
                           el("span", one.needed > 0 ? say("{number} agree, {needed} needed",
                                                           {{"number", number}, {"needed", one.needed}})
                                                     : say("{number} agree", {{"number", number}}))),
                        el("svg", {attr("class", "bar"), attr("aria-hidden", "true"), attr("focusable", "false")},
                           raw("<rect class=\"bg\" x=\"0\" y=\"3\" width=\"100%\" height=\"14\"/>"),
                           el("rect", {attr("class", side_class(one.side)), attr("x", 0), attr("y", 3),
                                       attr("width", percent(one.agree, one.of)), attr("height", 14)}),
                           when(one.needed > 0, el("line", {attr("class", "need"), attr("x1", needed),
                                                            attr("x2", needed), attr("y1", 0), attr("y2", 20)}))));
            }));
}

Html hidden_number(const Say& say) {
  return el("a", {attr("class", "hid"), attr("href", Url::fragment("hidden"))}, say("hidden"));
}
Html hidden_reason(const Say& say) {
  return el("p", {attr("class", "small"), attr("id", "hidden"), attr("tabindex", "-1")},
            say("Hidden: fewer than 5 people, or a number that would give one away."));
}

ClockState clock_state(std::int64_t used, std::int64_t allowed, bool answered) {
  if (answered) return used > allowed ? ClockState::answered_late : ClockState::answered;
  if (used > allowed) return ClockState::overdue;
  return allowed - used <= 3 ? ClockState::soon : ClockState::running;
}

Html clock(ClockState state, std::int64_t days, std::int64_t allowed, const Html& headline, const Html& detail) {
  const bool runs = state == ClockState::running || state == ClockState::soon;
  const std::string_view look = state == ClockState::running    ? "clock clock--run"
                                : state == ClockState::soon     ? "clock clock--soon"
                                : state == ClockState::answered ? "clock clock--done"
                                                                : "clock clock--late";
  // The ring's length is 78.5 (radius 12.5), kept in tenths.
  const std::int64_t gone = allowed <= 0 || days >= allowed || !runs ? 785 : (days < 0 ? 0 : days * 785 / allowed);
  const std::string dashes = std::to_string(gone / 10) + "." + std::to_string(gone % 10) + " 78.5";
  const Html hand = state == ClockState::answered ? raw("<path class=\"hand\" d=\"M11 16.5l3.5 3.5 7-8\"/>")
                    : runs                        ? raw("<path class=\"hand\" d=\"M16 10v6l4 3\"/>")
                                                  : raw("<path class=\"hand\" d=\"M16 9v8M16 21.5v.01\"/>");
  return el("div", {attr("class", look)},
            el("svg", {attr("viewBox", "0 0 32 32"), attr("aria-hidden", "true"), attr("focusable", "false")},
               raw("<circle class=\"track\" cx=\"16\" cy=\"16\" r=\"12.5\"/>"),
               el("circle", {attr("class", "run"), attr("cx", 16), attr("cy", 16), attr("r", "12.5"),
                             attr("stroke-dasharray", dashes), attr("transform", "rotate(-90 16 16)")}),
               hand),
            el("div", el("b", headline), when(!detail.empty(), el("span", detail))));
}

Html clock(const Clock& one, const Say& say) {
  const std::int64_t left = one.allowed - one.days;
  Html headline;
  if (one.paused) {
    headline = say("Our clock has stopped: the body asked something back");
  } else {
    switch (one.state) {
      case ClockState::running:
      case ClockState::soon:
        headline = left == 0 ? say("Due today") : say.count("{n} working day left", "{n} working days left", left);
        break;
      case ClockState::overdue:
        headline = say.count("{n} working day overdue", "{n} working days overdue", -left);
        break;
      case ClockState::answered:
        headline = say("Answered in time");
        break;
      case ClockState::answered_late:
        headline = say.count("Answered {n} working day late", "Answered {n} working days late", -left);
        break;
    }
  }
  return clock(one.state, one.days, one.allowed, headline, one.detail);
}

}  // namespace alongside::html
