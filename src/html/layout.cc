#include "html/layout.h"

#include "html/assets.h"
#include "html/components.h"

namespace alongside::html {
namespace {

struct NavItem {
  Nav nav;
  Url to;
  Html words;
  bool on_a_phone;
};

std::vector<NavItem> navigation(const Layout& layout, const Say& say) {
  if (layout.place_id.empty()) return {};
  const std::string root = "/" + layout.place_id;
  std::vector<NavItem> items = {{Nav::place, Url::to(root), text(layout.place_name), true},
                                {Nav::work, Url::to(root, "/work"), say("Take part"), false},
                                {Nav::decisions, Url::to(root, "/decisions"), say("Decisions"), false},
                                {Nav::ask, Url::to(root, "/ask"), say("Ask who decided"), true},
                                {Nav::valued, Url::to(root, "/valued"), say("Places we value"), false}};
  if (layout.has_desk) items.push_back({Nav::desk, Url::to(root, "/desk"), say("Desk"), false});
  if (layout.signed_in_as.empty()) {
    items.push_back({Nav::me, Url::to(root, "/join"), say("Join or sign in"), false});
  } else {
    items.push_back({Nav::me, Url::to(root, "/me"), say("My page"), false});
  }
  return items;
}

Html head(const Layout& layout, const Page& page, const Say& say) {
  const std::string site = layout.place_name.empty() ? "Alongside" : "Alongside " + layout.place_name;
  return el(
      "head",
      raw("<meta charset=\"utf-8\">"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          "<meta name=\"color-scheme\" content=\"light\">"
          "<meta name=\"referrer\" content=\"same-origin\">"),
      when(page.refreshes, raw("<meta http-equiv=\"refresh\" content=\"5\">")),
      when(!page.indexed, raw("<meta name=\"robots\" content=\"noindex\">")),
      el("title", page.title.empty() ? site : say.plain("{title} - {site}", {{"title", page.title}, {"site", site}})),
      when(!page.address.empty(), el("link", {attr("rel", "canonical"), attr("href", page.address)})),
      page.feed ? el("link", {attr("rel", "alternate"), attr("type", "application/atom+xml"), attr("href", *page.feed)})
                : Html(),
      page.json ? el("link", {attr("rel", "alternate"), attr("type", "application/json"), attr("href", *page.json)})
                : Html(),
      el("link", {attr("rel", "preload"), attr("as", "font"), attr("type", "font/woff2"), attr("crossorigin", ""),
                  attr("href", asset_url("atkinson-hyperlegible-next-latin.woff2"))}),
      el("link", {attr("rel", "stylesheet"), attr("href", asset_url("alongside.css"))}),
      el("link", {attr("rel", "icon"), attr("type", "image/svg+xml"), attr("href", asset_url("mark.svg"))}));
}

Html drawn_mark() {
  return raw(
      "<svg viewBox=\"0 0 38 22\" aria-hidden=\"true\" focusable=\"false\"><line x1=\"1\" y1=\"7\" x2=\"37\" y2=\"7\" "
      "stroke=\"#3d4a94\" stroke-width=\"4.5\"/><path d=\"M7 20C13 20 12 14.5 19 14.5H37\" fill=\"none\" "
      "stroke=\"#c06a00\" stroke-width=\"4.5\"/><circle class=\"d\" cx=\"6\" cy=\"19\" r=\"3\" "
      "fill=\"#c06a00\"/></svg>");
}

Html header(const Layout& layout, const Page& page, const std::vector<NavItem>& items, const Say& say) {
  const Url home = layout.place_id.empty() ? Url::to("/") : Url::to("/", layout.place_id);
  const Html list = each(items, [&page](const NavItem& item) {
    return el("li", {attr_if(!item.on_a_phone, "class", "wide")},
              el("a", {attr("href", item.to), attr_if(item.nav == page.here, "aria-current", "page")}, item.words));
  });
  return el("header", {attr("class", "al-header")},
            el("div", {attr("class", "nhsuk-width-container al-header__row")},
               el("a", {attr("class", "al-mark"), attr("href", home)}, drawn_mark(), el("span", "Alongside")),
               when(!items.empty(),
                    el("nav", {attr("class", "al-nav"), attr("aria-label", say.plain("Main"))},
                       el("ul", list, el("li", {attr("class", "narrow")}, a(Url::fragment("menu"), say("Menu")))))),
               when(!layout.crisis.empty(),
                    el("a", {attr("class", "al-help"), attr("href", Url::fragment("help"))}, say("Need help now?")))),
            raw("<svg class=\"al-rule\" aria-hidden=\"true\" focusable=\"false\"><line class=\"r-office\" x1=\"0\" "
                "x2=\"100%\" "
                "y1=\"1.5\" y2=\"1.5\"/><line class=\"r-lived\" x1=\"0\" x2=\"100%\" y1=\"7.5\" y2=\"7.5\"/></svg>"));
}

// "116 123" can be called as tel:116123.
Html telephone(const std::string& number) {
  std::string digits;
  for (const char c : number) {
    if ((c >= '0' && c <= '9') || c == '+') digits += c;
  }
  const std::optional<Url> to = Url::parse("tel:" + digits);
  return to && !digits.empty() ? a(*to, number) : text(number);
}

Html help(const Layout& layout, const Say& say) {
  if (layout.crisis.empty()) return {};
  return el("section",
            {attr("class", "help"), attr("id", "help"), attr("aria-labelledby", "help-h"), attr("tabindex", "-1")},
            el("h2", {attr("id", "help-h")}, say("Need help now?")),
            each(layout.crisis,
                 [](const CrisisNumber& one) { return el("p", one.sentence, " ", telephone(one.number), "."); }),
            p(say("You can stop here at any time.")));
}

// A record's name is an address without its scheme; one that ends in .invalid leads nowhere (RFC 2606).
Html copy_note(const Layout& layout, const Say& say) {
  if (layout.copy_of.empty()) return {};
  const std::string host = layout.copy_of.substr(0, layout.copy_of.find('/'));
  const std::optional<Url> there = host.ends_with(".invalid") ? std::nullopt : Url::parse("https://" + layout.copy_of);
  const Html where = there ? say("The original is at {address}.", {{"address", a(*there, layout.copy_of)}})
                           : say("The original does not say where it is on the web.");
  return p(strong(say("This is a copy of {origin}. It can only be read.", {{"origin", layout.copy_of}})) + text(" ") + where);
}

Html record_state(const Layout& layout, const Say& say) {
  if (layout.place_id.empty()) return {};
  const Html size = el("b", {attr("class", "num")}, say.number(layout.record_size));
  Html copies;
  if (!layout.copies_held_by.empty()) {
    copies =
        p(say("Copies that nobody else can change are held by {names}.", {{"names", say.list(layout.copies_held_by)}}));
  }
  Html host;
  if (!layout.host_decides.empty()) {
    host = p(strong(say("{host} hosts this place, and also decides things here.", {{"host", layout.host_decides}})));
    if (!layout.outside_moderator.empty()) {
      host +=
          p(say("What is said about it is read by {moderator} instead.", {{"moderator", layout.outside_moderator}}));
    }
  }
  return el("section", {attr("aria-labelledby", "rec-h")}, el("h2", {attr("id", "rec-h")}, say("This record")),
            p(say("The record of {place} has {n} entries. Nobody can change one of them without it being seen.",
                  {{"place", layout.place_name}, {"n", size}})),
            copy_note(layout, say), copies, p(a(Url::to("/", layout.place_id, "/record"), say("Check the record yourself"))), host);
}

Html menu(const Layout& layout, const std::vector<NavItem>& items, const Say& say) {
  const std::string root = "/" + layout.place_id;
  Html second;
  if (!layout.place_id.empty()) {
    second = el("li", a(Url::to(root, "/coming"), say("Coming up"))) +
             el("li", a(Url::to(root, "/bodies"), say("Who has powers here"))) +
             el("li", a(Url::to(root, "/search"), say("Search"))) +
             el("li", a(Url::to(root, "/index.json"), say("Open data")));
  }
  if (layout.switch_language) {
    second += el("li", el("a",
                          {attr("href", *layout.switch_language), attr("lang", layout.switch_language_code),
                           attr("hreflang", layout.switch_language_code)},
                          layout.switch_language_words));
  }
  Html notes;
  if (!layout.signed_in_as.empty()) notes += small(say("You are here as {name}.", {{"name", layout.signed_in_as}}));
  if (layout.is_sample) {
    notes += small(
        say("{place} is an invented place. The people and bodies are invented too.", {{"place", layout.place_name}}));
    if (!layout.sample_day.empty()) notes += small(say("In this sample today is {day}.", {{"day", layout.sample_day}}));
  }
  if (!layout.keeper_contact.empty())
    notes += small(say("Questions about this place: {contact}", {{"contact", layout.keeper_contact}}));
  if (items.empty() && second.empty() && notes.empty()) return {};
  return el(
      "nav", {attr("id", "menu"), attr("tabindex", "-1"), attr("aria-label", say.plain("Menu"))}, el("h2", say("Menu")),
      when(!items.empty(), el("ul", each(items, [](const NavItem& item) { return el("li", a(item.to, item.words)); }))),
      when(!second.empty(), el("ul", {attr("class", "second")}, second)), notes);
}

// On each page while somebody types for somebody else, so that nothing is sent under the wrong name.
Html typed_for(const Layout& layout, const Say& say) {
  if (!layout.is_typed_for) return {};
  return notice(say("You are typing for {name}. What you send is theirs: read it back to them first.", {{"name", layout.signed_in_as}}) + text(" ") +
                a(Url::to("/", layout.place_id, "/desk/typing/end"), say("Stop typing for them")));
}

}  // namespace

std::string whole_page(const Layout& layout, const Page& page, const Say& say) {
  const std::vector<NavItem> items = navigation(layout, say);
  std::vector<Crumb> crumbs;
  if (!layout.place_id.empty() && page.here != Nav::place) {
    crumbs.push_back({text(layout.place_name), Url::to("/", layout.place_id)});
    crumbs.insert(crumbs.end(), page.crumbs.begin(), page.crumbs.end());
  }
  const Html before = typed_for(layout, say) + page.before;
  Html main;
  if (page.hero.empty()) {
    main = el("div", {attr("class", "nhsuk-width-container")}, breadcrumb(crumbs, say),
              el("main", {attr("class", "nhsuk-main-wrapper"), attr("id", "main"), attr("tabindex", "-1")}, before,
                 page.main));
  } else {
    main = el("main", {attr("id", "main"), attr("tabindex", "-1")}, page.hero,
              el("div", {attr("class", "nhsuk-width-container")},
                 el("div", {attr("class", "nhsuk-main-wrapper")}, before, page.main)));
  }
  const Html printed =
      when(!page.address.empty(), el("p", {attr("class", "print-only nhsuk-width-container")},
                                     say("Printed from {address}. The record held {n} entries.",
                                         {{"address", page.address.str()}, {"n", layout.record_size}})));
  Html body = el("body", skip_link(say), header(layout, page, items, say), main, printed,
                 el("footer", {attr("class", "al-footer")},
                    el("div", {attr("class", "nhsuk-width-container al-footer__cols")}, help(layout, say),
                       record_state(layout, say), menu(layout, items, say))));
  return document(el("html", {attr("lang", say.language())}, head(layout, page, say), body)).take();
}

Html trouble(const Trouble& trouble) { return h1(trouble.heading) + lede(trouble.sentence) + bullets(trouble.ways_on); }

}  // namespace alongside::html
