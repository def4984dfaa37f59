// "Check this yourself": the record, and one act of it, for people.

#include "base/text.h"
#include "faces/web/site.h"
#include "faces/web/visit.h"
#include "html/components.h"
#include "record/entry.h"
#include "record/tree.h"

namespace alongside::web {
namespace {

using html::attr;
using html::el;
using html::Html;

constexpr int acts_a_page = 50;

struct ActShown {
  Index index;
  std::string kind;
  Day at;
  std::string bytes;
  std::vector<std::pair<std::string, Text>> words;
};

Html words_of(const std::vector<std::pair<std::string, Text>>& words, const html::Say& say) {
  Html rows;
  for (const auto& [field, text] : words) {
    Html value;
    switch (text.state) {
      case Text::State::shown: value = html::paragraphs(shortened(text.words, 2000)); break;
      case Text::State::erased: value = html::erased(say("These words were erased.")); break;
      case Text::State::withheld: value = html::p(say("A person has still to read these words.")); break;
      case Text::State::absent: break;
    }
    rows += el("div", {}, el("dt", {}, el("code", {}, field)), el("dd", {}, value));
  }
  return rows.empty() ? Html() : el("dl", {attr("class", "facts")}, rows);
}

Response page(const Visit& visit, std::string title, Html main) {
  html::Page out{.title = std::move(title), .address = html::Url::to("/" + visit.place.id() + visit.path)};
  out.main = std::move(main);
  Response response = with_body(200, "text/html; charset=utf-8", html::whole_page(layout_of(visit), out, visit.say));
  response.set("Cache-Control", "no-cache");
  const std::string etag = etag_of(*response.body);
  return with_etag(visit.request, std::move(response), etag);
}

Response act_page(const Visit& visit, const ActShown& act) {
  const html::Say& say = visit.say;
  const std::string number = std::to_string(act.index.value);
  const std::string under = "/" + visit.place.id() + "/record/" + number;
  const Digest leaf = record::leaf_hash(act.bytes);
  html::Proof proof{.proves = say("this act has stood in the record since {day}, and nobody has changed it since: not the body, and not us.", {{"day", act.at}}),
                    .cannot_prove = say("that what it says is true, that nothing was left out, or what happened before that day.")};
  proof.facts.push_back({say("Entry"), el("span", {}, say("{n} of {size}", {{"n", act.index.value}, {"size", visit.place.head().size}}))});
  proof.facts.push_back({say("Put on the record"), say.time(act.at)});
  proof.facts.push_back({say("Fingerprint"), html::fingerprint(base64(view(leaf)))});
  proof.command = "alongside record verify " + visit.site.options().public_url + "/r/" + visit.place.id();
  proof.links = el("a", {attr("href", html::Url::to(under + ".tlog-proof"))}, say("Download the receipt"));
  Html main = html::h1(say("Check entry {n} yourself", {{"n", number}}), say("The public record"));
  main += html::lede(say("What was put on the record, byte for byte, and the words that belong to it."));
  main += html::proof(proof, say);
  main += html::h2(say("The entry"), "entry") + el("pre", {attr("class", "al-entry"), attr("tabindex", "0")}, act.bytes);
  main += html::h2(say("Its words"), "words") + html::p(say("Words are kept apart from the entry, sealed. The entry holds a fingerprint of each (“c”). Words can be erased; that something was done cannot.")) + words_of(act.words, say);
  return page(visit, say.plain("Check entry {n} yourself", {{"n", number}}), std::move(main));
}

std::optional<ActShown> act_at(const Visit& visit, Index index) {
  std::optional<ActShown> out;
  visit.place.read([&](kernel::Reader& reader) {
    const auto stamp = reader.stamp(index);
    if (!stamp) return;
    out = ActShown{index, stamp->kind, stamp->at, *reader.entry(index), reader.all_words(index)};
  });
  return out;
}

// Under which names its first entries were signed, where this is not its first.
Html goes_on_from(const Visit& visit) {
  const html::Say& say = visit.say;
  Html out;
  visit.place.read([&](kernel::Reader& reader) {
    reader.each("SELECT idx, origin, size, root FROM record_events WHERE origin <> '' ORDER BY idx", {}, [&](const store::Row& row) {
      out += html::p(say("Entry {n} says that the record goes on here from {origin}, which had signed {size} entries with this root:",
                         {{"n", row.integer(0)}, {"origin", row.text(1)}, {"size", row.integer(2)}})) +
             html::p(html::fingerprint(base64(row.blob(3))));
    });
  });
  return out;
}

Response record_list(const Visit& visit) {
  const html::Say& say = visit.say;
  const auto head = visit.place.checkpoint();
  Html main = html::h1(say("The public record"));
  main += html::lede(say("Every public act of this place, in the order in which it was written. Anyone can copy it, and see if it was changed."));
  if (head.ok()) {
    main += html::h2(say("Its signed head"), "head") + el("pre", {attr("class", "al-entry"), attr("tabindex", "0")}, *head);
  } else {
    for (const Problem& one : head.problems().list()) main += html::notice(say(one.expected));
  }
  main += html::p(say("To check all of it on another computer:")) + html::command("alongside record verify " + visit.site.options().public_url + "/r/" + visit.place.id() + " --key '" + visit.place.verifier_key() + "'");
  main += goes_on_from(visit);
  main += html::h2(say("The newest acts"), "acts");
  std::vector<html::Line> lines;
  visit.place.read([&](kernel::Reader& reader) {
    for (const kernel::Reader::Stamp& stamp : reader.newest(acts_a_page)) {
      const std::string number = std::to_string(stamp.index.value);
      lines.push_back({.date = say.time(stamp.at),
                       .title = el("a", {attr("href", html::Url::to("/" + visit.place.id() + "/record/" + number))}, say("Entry {n}", {{"n", number}})),
                       .words = el("code", {}, stamp.kind)});
    }
  });
  main += html::ledger(lines);
  return page(visit, say.plain("The public record"), std::move(main));
}

}  // namespace

std::optional<Response> record_page(const Visit& visit) {
  if (visit.path == "/record" && visit.as == As::html) return record_list(visit);
  constexpr std::string_view start = "/record/";
  if (!visit.path.starts_with(start)) return std::nullopt;
  std::string_view rest = std::string_view(visit.path).substr(start.size());
  const bool receipt = rest.ends_with(".tlog-proof");
  if (receipt) rest.remove_suffix(std::string_view(".tlog-proof").size());
  const auto number = whole_number(rest);
  if (!number || *number < 0) return std::nullopt;
  if (receipt) {
    const auto proof = visit.place.receipt({*number});
    if (!proof) return trouble_page(visit, proof.problems());
    Response response = with_body(200, "text/plain; charset=utf-8", *proof);
    response.set("Content-Disposition", "attachment; filename=\"entry-" + std::string(rest) + ".tlog-proof\"");
    return response;
  }
  const auto act = act_at(visit, {*number});
  if (!act) return std::nullopt;
  if (visit.as == As::json) {
    Json words = Json::object();
    for (const auto& [field, text] : act->words) words.set(field, kernel::to_json(text));
    const auto entry = parse_json(act->bytes);
    return with_body(200, "application/json",
                     Json::object({{"entry", entry.ok() ? *entry : Json()}, {"index", act->index.value},
                                   {"leaf", base64(view(record::leaf_hash(act->bytes)))}, {"words", std::move(words)}}).canonical() + "\n");
  }
  return act_page(visit, *act);
}

}  // namespace alongside::web
