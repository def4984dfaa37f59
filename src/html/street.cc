// The head of a place's own page, with its drawing: houses, a tree, a library, people, a bench, the sea. It is no real
// place.
#include "html/components.h"

namespace alongside::html {
namespace {

Html street() {
  return el(
      "svg",
      {attr("class", "street"), attr("viewBox", "0 0 1080 150"), attr("preserveAspectRatio", "xMidYMax slice"),
       attr("aria-hidden", "true"), attr("focusable", "false")},
      raw("<path class=\"s\" d=\"M0 140H880M880 140v10M896 142q12-5 24 0t24 0 24 0 24 0 24 0 24 0 24 0 24 0\"/>"
          "<path class=\"p\" d=\"M24 140v-46l20-18 20 18v46z\"/>"
          "<rect class=\"w\" x=\"31\" y=\"102\" width=\"9\" height=\"11\"/>"
          "<rect class=\"p\" x=\"48\" y=\"102\" width=\"9\" height=\"11\"/><path class=\"s\" d=\"M33 140v-18h10v18\"/>"
          "<path class=\"s\" d=\"M54 84v-14h6v19\"/><path class=\"p\" d=\"M64 140v-52l20-18 20 18v52z\"/>"
          "<rect class=\"w\" x=\"71\" y=\"96\" width=\"9\" height=\"11\"/>"
          "<rect class=\"p\" x=\"88\" y=\"96\" width=\"9\" height=\"11\"/><path class=\"s\" d=\"M73 140v-18h10v18\"/>"
          "<path class=\"s\" d=\"M94 78v-14h6v19\"/><path class=\"p\" d=\"M104 140v-46l20-18 20 18v46z\"/>"
          "<rect class=\"w\" x=\"111\" y=\"102\" width=\"9\" height=\"11\"/>"
          "<rect class=\"p\" x=\"128\" y=\"102\" width=\"9\" height=\"11\"/><path class=\"s\" d=\"M113 "
          "140v-18h10v18\"/>"
          "<path class=\"s\" d=\"M134 84v-14h6v19\"/><path class=\"p\" d=\"M144 140v-52l20-18 20 18v52z\"/>"
          "<rect class=\"w\" x=\"151\" y=\"96\" width=\"9\" height=\"11\"/>"
          "<rect class=\"p\" x=\"168\" y=\"96\" width=\"9\" height=\"11\"/><path class=\"s\" d=\"M153 140v-18h10v18\"/>"
          "<path class=\"s\" d=\"M174 78v-14h6v19\"/><path class=\"p\" d=\"M184 140v-46l20-18 20 18v46z\"/>"
          "<rect class=\"w\" x=\"191\" y=\"102\" width=\"9\" height=\"11\"/>"
          "<rect class=\"p\" x=\"208\" y=\"102\" width=\"9\" height=\"11\"/><path class=\"s\" d=\"M193 "
          "140v-18h10v18\"/>"
          "<path class=\"s\" d=\"M214 84v-14h6v19\"/>"
          "<path class=\"s\" d=\"M268 140v-34\"/><circle class=\"p\" cx=\"268\" cy=\"90\" r=\"22\"/>"
          "<path class=\"s\" d=\"M268 106l10-12\"/>"
          "<path class=\"p\" d=\"M330 140V62h52V40h20v100z\"/>"
          "<path class=\"p\" d=\"M370 140V70l92-38 92 38v70z\"/><path class=\"s\" d=\"M370 76h184M382 132h160\"/>"
          "<circle class=\"p\" cx=\"462\" cy=\"56\" r=\"11\"/><path class=\"s\" d=\"M462 50v6l4 3\"/>"
          "<path class=\"p\" d=\"M448 140v-38q14-14 28 0v38z\"/><path class=\"s\" d=\"M462 96v44\"/>"
          "<rect class=\"w\" x=\"392\" y=\"92\" width=\"15\" height=\"28\"/>"
          "<rect class=\"w\" x=\"418\" y=\"92\" width=\"15\" height=\"28\"/>"
          "<rect class=\"w\" x=\"491\" y=\"92\" width=\"15\" height=\"28\"/>"
          "<rect class=\"w\" x=\"517\" y=\"92\" width=\"15\" height=\"28\"/>"
          "<path class=\"s\" d=\"M440 140h44M436 145h52\"/>"
          "<circle class=\"lv\" cx=\"626\" cy=\"103\" r=\"7\"/><path class=\"p\" d=\"M617 140v-18q0-9 9-9t9 9v18\"/>"
          "<path class=\"s\" d=\"M635 122l16 6M651 132l0 8M664 132v8M651 128h13l5-6v6\"/>"
          "<circle class=\"pd\" cx=\"706\" cy=\"101\" r=\"7\"/><path class=\"p\" d=\"M697 140v-20q0-9 9-9t9 9v20\"/>"
          "<path class=\"s\" d=\"M697 120l-9-12\"/>"
          "<path class=\"s\" d=\"M746 140v-52h34v10h-34M780 140V88\"/>"
          "<path class=\"p\" d=\"M806 140v-58l22-18 22 18v58z\"/>"
          "<rect class=\"w\" x=\"813\" y=\"90\" width=\"9\" height=\"11\"/>"
          "<rect class=\"p\" x=\"830\" y=\"90\" width=\"9\" height=\"11\"/><path class=\"s\" d=\"M815 140v-18h10v18\"/>"
          "<path class=\"s\" d=\"M836 72v-14h6v19\"/>"
          "<path class=\"p\" d=\"M922 140q4 8 20 8h52q14 0 20-16h-96z\"/>"
          "<path class=\"s\" d=\"M966 132V58l34 62h-34M966 70l-28 50h28\"/>"
          "<path class=\"s\" d=\"M868 44q8-8 14 0 6-8 14 0M1010 34q6-6 11 0 5-6 11 0\"/>"));
}

}  // namespace

Html hero(const Html& name, const Html& sentence) {
  return el("div", {attr("class", "hero")},
            el("div", {attr("class", "nhsuk-width-container")}, el("h1", {attr("class", "nhsuk-heading-xl")}, name),
               lede(sentence)),
            street());
}

}  // namespace alongside::html
