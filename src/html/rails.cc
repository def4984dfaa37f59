// The two rails of a piece of work: as a strip (rails), and as its steps from top to bottom (stages).
#include "html/components.h"

namespace alongside::html {
namespace {

// 586 thousandths: "58.6%".
std::string percent(int per_mille) {
  std::string out = std::to_string(per_mille / 10);
  if (per_mille % 10 != 0) out += "." + std::to_string(per_mille % 10);
  return out + "%";
}

Html line(std::string_view classes, int from, int to, int y) {
  if (from >= to) return {};
  const std::string at = std::to_string(y);
  return el("line", {attr("class", classes), attr("x1", percent(from)), attr("x2", percent(to)), attr("y1", at), attr("y2", at)});
}
Html upright(std::string_view classes, int x, int top, int bottom) {
  return el("line", {attr("class", classes), attr("x1", percent(x)), attr("x2", percent(x)), attr("y1", top), attr("y2", bottom)});
}

// Where a rail begins: a square, a circle, a diamond.
Html beginning(Side side, int x, int y) {
  if (side == Side::lived) return el("circle", {attr("class", "begin"), attr("cx", percent(x)), attr("cy", y), attr("r", 7)});
  const Html shape = side == Side::office ? raw("<rect class=\"open\" x=\"-6\" y=\"-6\" width=\"12\" height=\"12\"/>")
                                          : raw("<path class=\"lost\" d=\"M0 -8l8 8-8 8-8-8z\"/>");
  return el("svg", {attr("x", percent(x)), attr("y", y), attr("overflow", "visible")}, shape);
}

std::string_view rail_class(Side side) {
  if (side == Side::lived) return "lived";
  return side == Side::office ? "office" : "affected";
}

Html rail(const RailSide& one, int now, int y) {
  if (!one.from) return line("none", 0, 1000, y);
  return line("none", 0, *one.from, y) + line(rail_class(one.side), *one.from, now, y) + line("none", now, 1000, y) + beginning(one.side, *one.from, y);
}

Html step_name(const Rails& rails, std::size_t i) {
  const bool is_now = static_cast<int>(i) + 1 == rails.step;
  const Html words = text(std::to_string(i + 1)) + text(" ") + el("span", rails.steps[i]);
  return el("li", {attr_if(is_now, "class", "is-now")}, is_now ? el("b", words) : words);
}

Html stage_node(const Stage& stage) {
  Html out = raw("<rect class=\"sq\" x=\"4\" y=\"5\" width=\"14\" height=\"14\"/>");
  if (!stage.is_future && stage.lived == Rail::begins) out += raw("<circle class=\"ci full\" cx=\"27\" cy=\"12\" r=\"7\"/>");
  if (!stage.is_future && stage.lived == Rail::runs) out += raw("<circle class=\"ci\" cx=\"27\" cy=\"12\" r=\"7\"/>");
  return el("svg", {attr("class", "stage__node"), attr("viewBox", "0 0 42 24"), attr("aria-hidden", "true"), attr("focusable", "false")}, out);
}

Html stage_line(const Stage& stage) {
  std::string classes = "stage";
  if (stage.is_future) classes += " stage--future";
  if (!stage.is_future && stage.lived == Rail::absent) classes += " stage--absent";
  if (!stage.is_future && stage.lived == Rail::begins) classes += " stage--begin";
  if (stage.is_now) classes += " stage--now";
  return el("li", {attr("class", classes), attr_if(stage.is_now, "aria-current", "step")}, stage_node(stage), el("h3", stage.heading),
            when(!stage.when.empty(), el("p", {attr("class", "when")}, stage.when)),
            stage.is_now && !stage.body.empty() ? el("div", {attr("class", "stage__card")}, stage.body) : stage.body);
}

}  // namespace

Html rails(const Rails& all) {
  const int steps = static_cast<int>(all.steps.size());
  if (steps == 0) return {};
  constexpr int first_rail = 40, apart = 14;
  const int bottom = first_rail + apart * (static_cast<int>(all.sides.size()) - 1);
  Html drawn;
  for (int i = 0; i <= steps; ++i) drawn += upright("tick", 1000 * i / steps, 10, bottom + 4);
  int y = first_rail;
  for (const RailSide& one : all.sides) {
    drawn += rail(one, all.now, y);
    y += apart;
  }
  for (const int decision : all.decisions) {
    drawn += el("svg", {attr("x", percent(decision)), attr("y", 13), attr("overflow", "visible")}, raw("<path class=\"dec\" d=\"M0 0l7 7-7 7-7-7z\"/>"));
  }
  drawn += upright("nowline", all.now, 26, bottom + 8);
  Html names;
  for (std::size_t i = 0; i < all.steps.size(); ++i) names += step_name(all, i);
  return el("div", {attr("class", "rails")},
            el("svg", {attr("class", all.sides.size() > 2 ? "rails__svg rails__svg--three" : "rails__svg"), attr("role", "img"), attr("aria-label", all.sentence)}, drawn),
            el("ol", {attr("class", steps > 6 ? "rails__stages rails__stages--many" : "rails__stages"), attr("aria-hidden", "true")}, names));
}

Html rails_key(const Say& say) {
  const auto line = [](Html drawn, const Html& words) { return el("li", el("svg", {attr("aria-hidden", "true")}, drawn), words); };
  return el("ul", {attr("class", "key")},
            line(raw("<line class=\"r-office\" stroke-width=\"6\" x1=\"0\" x2=\"30\" y1=\"7\" y2=\"7\"/>"), say("Organisations in the room")),
            line(raw("<line class=\"r-lived\" stroke-width=\"6\" x1=\"0\" x2=\"30\" y1=\"7\" y2=\"7\"/>"), say("People who use services in the room")),
            line(raw("<line class=\"r-none\" x1=\"0\" x2=\"30\" y1=\"7\" y2=\"7\"/>"), say("Not in the room, or not yet")),
            line(raw("<path class=\"r-dec\" d=\"M8 0l7 7-7 7-7-7z\"/>"), say("A decision")));
}

Html work_bar(const WorkBar& bar) {
  Html links;
  for (const BarLink& one : bar.links) links += el("li", el("a", {attr("href", one.to), attr_if(one.is_here, "aria-current", "page")}, one.words));
  return el("div", {attr("class", "cycle-bar")},
            el("div", {attr("class", "cycle-bar__top")}, el("p", {attr("class", "cycle-bar__name")}, a(bar.to, bar.name)),
               el("p", {attr("class", "cycle-bar__where")}, bar.where)),
            bar.strip, el("nav", {attr("class", "local-nav"), attr("aria-label", bar.label)}, el("ul", links)));
}

Html stages(const std::vector<Stage>& all) {
  if (all.empty()) return {};
  return el("ol", {attr("class", "stages")}, each(all, stage_line));
}

}  // namespace alongside::html
