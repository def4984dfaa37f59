// The chain: decisions in several bodies that hang together, drawn with a lane for each body, beside the same numbers
// as a list. The drawing has no viewBox: x in per cent, y in pixels, so that its text stays full size on a phone.
#include <algorithm>

#include "html/components.h"

namespace alongside::html {
namespace {

constexpr int row_height = 58;
constexpr int first_row = 66;

// In tenths of a per cent.
std::string per_cent(std::int64_t tenths) {
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) out.append(".").append(std::to_string(tenths % 10));
  return out + "%";
}

struct Place {
  std::int64_t x;  // tenths of a per cent
  int y;
};

Html arc(std::string_view classes, Place from, Place to) {
  return el("line", {attr("class", classes), attr("x1", per_cent(from.x)), attr("x2", per_cent(to.x)),
                     attr("y1", from.y), attr("y2", to.y)});
}

// A lane's name over one or two lines, broken at the space nearest its middle.
Html lane_name(std::string_view name, std::int64_t x) {
  std::size_t best = name.npos;
  for (std::size_t at = name.find(' '); at != name.npos; at = name.find(' ', at + 1)) {
    const auto off = [&](std::size_t place) {
      return place > name.size() / 2 ? place - name.size() / 2 : name.size() / 2 - place;
    };
    if (best == name.npos || off(at) < off(best)) best = at;
  }
  const std::string middle = per_cent(x);
  Html lines = el("tspan", {attr("x", middle), attr("y", best == name.npos ? 32 : 14)}, name.substr(0, best));
  if (best != name.npos) lines += el("tspan", {attr("x", middle), attr("y", 32)}, name.substr(best + 1));
  return el("text", {attr("text-anchor", "middle"), attr("class", "strong")}, lines);
}

}  // namespace

Html chain(const std::vector<Link>& links, std::string_view finding, const Say& say) {
  if (links.empty()) return {};
  std::vector<std::string> lanes;
  for (const Link& link : links) {
    if (std::find(lanes.begin(), lanes.end(), link.lane) == lanes.end()) lanes.push_back(link.lane);
  }
  const auto count = static_cast<std::int64_t>(lanes.size());
  const auto lane_x = [&](std::size_t lane) { return (2 * static_cast<std::int64_t>(lane) + 1) * 500 / count; };
  const auto place = [&](std::size_t at) {
    const auto lane = static_cast<std::size_t>(std::find(lanes.begin(), lanes.end(), links[at].lane) - lanes.begin());
    return Place{lane_x(lane), first_row + row_height * static_cast<int>(at)};
  };
  const int height = first_row + row_height * static_cast<int>(links.size());
  Html drawing;
  for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
    const std::string name = lanes[lane].empty() ? say.plain("Not known") : lanes[lane];
    drawing += lane_name(name, lane_x(lane));
    drawing += el("line", {attr("class", "lane"), attr("x1", per_cent(lane_x(lane))),
                           attr("x2", per_cent(lane_x(lane))), attr("y1", 44), attr("y2", height - 36)});
  }
  // From a decision along its row to the other lane, then down. Within one lane, a loop beside it passes what lies
  // between.
  for (std::size_t at = 0; at < links.size(); ++at) {
    for (const std::size_t from : links[at].from) {
      if (from >= links.size() || from == at) continue;
      const std::string_view classes = links[at].missing || links[from].missing ? "arc arc--gap" : "arc";
      const Place start = place(std::min(from, at));
      const Place end = place(std::max(from, at));
      if (start.x != end.x) {
        drawing += arc(classes, start, {end.x, start.y});
        drawing += arc(classes, {end.x, start.y}, {end.x, end.y - 16});
      } else if (end.y - start.y == row_height) {
        drawing += arc(classes, {start.x, start.y + 16}, {end.x, end.y - 16});
      } else {
        const Place out{start.x - 60 < 10 ? 10 : start.x - 60, 0};
        drawing += arc(classes, {out.x, start.y + 8}, {start.x, start.y + 8});
        drawing += arc(classes, {out.x, start.y + 8}, {out.x, end.y});
        drawing += arc(classes, {out.x, end.y}, end);
      }
    }
  }
  for (std::size_t at = 0; at < links.size(); ++at) {
    const Place middle = place(at);
    drawing += el("circle", {attr("class", links[at].here      ? "node node--here"
                                           : links[at].missing ? "node node--gap"
                                                               : "node"),
                             attr("cx", per_cent(middle.x)), attr("cy", middle.y), attr("r", 15)});
    drawing += el("text",
                  {attr("class", links[at].here ? "n on-dark" : "n"), attr("text-anchor", "middle"),
                   attr("x", per_cent(middle.x)), attr("y", middle.y + 5)},
                  say.number(static_cast<std::int64_t>(at) + 1));
  }
  const Html picture =
      el("figure", {attr("class", "fig chain")}, el("figcaption", say("The same steps, drawn")),
         el("svg", {attr("height", height), attr("role", "img"), attr("aria-label", finding)}, drawing));
  const Html list = el("ol", {attr("class", "nhsuk-list nhsuk-list--number")}, each(links, [&say](const Link& link) {
                         return el("li", link.words, when(link.here, raw(" ") + el("b", say("You are here."))));
                       }));
  return el("div", {attr("class", "beside")}, list, picture);
}

}  // namespace alongside::html
