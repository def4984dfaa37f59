// Pages and forms, shown.

#include "base/random.h"
#include "base/text.h"
#include "commons/people/views.h"
#include "commons/place/views.h"
#include "faces/web/atom.h"
#include "faces/web/calendar.h"
#include "faces/web/command_form.h"
#include "faces/web/gzip.h"
#include "faces/web/show_form.h"
#include "faces/web/site.h"
#include "faces/web/visit.h"
#include "html/components.h"
#include "kernel/proposals.h"

namespace alongside::web {
namespace {

using html::Html;
using html::el;
using html::attr;

const kernel::Command* command_done(const Visit& visit) {
  const auto at = visit.query.find("done");
  if (at == visit.query.end()) return nullptr;
  std::string words = at->second;
  for (char& c : words) {
    if (c == '-') c = ' ';
  }
  return visit.site.house().command(words);
}

// What was just done, and what is said only once: a code to come back by.
Html above(const Visit& visit) {
  Html out;
  const auto told = visit.told.empty() ? Result<Json>(Json()) : parse_json(visit.told);
  if (told.ok() && told->is_object()) {
    if (const Json* code = told->find("code"); code != nullptr && code->is_string()) {
      out += html::notice(visit.say("Your code. Write it down, or take a picture: it is shown only now. With it you can come back, and nobody else can.")) +
             html::code_box(code->string());
    }
  }
  if (const kernel::Command* done = command_done(visit); done != nullptr && !done->row.done.id.empty()) {
    out += html::saved(visit.say(done->row.done));
  }
  if (visit.query.contains("proposed")) out += html::saved(visit.say("The keeper looks at what you proposed. What became of it is written here."));
  return out;
}

Response as_page(const Visit& visit, html::Page page, int status) {
  Response response = with_body(status, "text/html; charset=utf-8", html::whole_page(layout_of(visit), page, visit.say));
  response.set("Cache-Control", "no-cache");
  if (!visit.credential.session.empty() || !visit.told.empty()) {
    response.set("Cache-Control", "private, no-store");
    response.may_compress = false;  // a secret may stand beside what an outsider chose (BREACH)
  }
  if (!visit.told.empty()) {
    response.add("Set-Cookie", print(told_cookie("", "/" + visit.place.id() + visit.path, visit.request.secure)));
  }
  return response;
}

html::Nav nav_of(std::string_view path) {
  const std::pair<std::string_view, html::Nav> starts[] = {{"/work", html::Nav::work}, {"/decisions", html::Nav::decisions}, {"/coming", html::Nav::decisions},
                                                           {"/ask", html::Nav::ask}, {"/valued", html::Nav::valued},
                                                           {"/me", html::Nav::me}, {"/join", html::Nav::me}, {"/desk", html::Nav::desk}};
  for (const auto& [start, nav] : starts) {
    if (path.starts_with(start)) return nav;
  }
  return path.empty() ? html::Nav::place : html::Nav::none;
}

// What somebody uploaded is played or looked at, and can do nothing else: no script, no form, no other address.
Response uploaded(const Visit& visit, kernel::Upload upload) {
  Response response = with_body(200, std::string(upload.content_type), std::move(upload.bytes));
  response.set("Content-Security-Policy", "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox");
  response.set("Cache-Control", visit.credential.session.empty() ? "no-cache" : "private, no-store");
  response.may_compress = false;
  return with_range(visit.request, std::move(response));
}

Response page_as(const Visit& visit, const kernel::Page& row, const kernel::Seen& seen) {
  const std::string address = "/" + visit.place.id() + visit.path;
  switch (visit.as) {
    case As::json: return with_body(200, "application/json", seen.json().canonical() + "\n");
    case As::csv: {
      Response response = with_body(200, "text/csv; charset=utf-8", seen.csv(visit.say));
      response.set("Content-Disposition", "attachment; filename=\"alongside.csv\"");
      return response;
    }
    case As::atom:
      return with_body(200, "application/atom+xml; charset=utf-8",
                       atom(seen.feed(visit.say), visit.place.origin(), visit.site.options().public_url, visit.place.id(), visit.path));
    case As::calendar: {
      Response response = with_body(200, "text/calendar; charset=utf-8",
                                    icalendar(seen.calendar(visit.say), visit.place.origin(), visit.site.options().public_url, visit.place.id()));
      response.set("Content-Disposition", "attachment; filename=\"alongside.ics\"");
      return response;
    }
    case As::html: break;
  }
  if (seen.upload) return uploaded(visit, seen.upload());
  kernel::Actor actor;
  visit.place.read([&](kernel::Reader& reader) { actor = visit.place.house().actor(reader, visit.credential, visit.place.now()); });
  const kernel::Showing showing{.say = visit.say, .place = visit.place.id(), .actor = actor, .today = visit.place.today(),
                                .fresh_key = base64url(secret_bytes(18))};
  html::Page page{.title = seen.title(visit.say), .address = html::Url::to(address), .here = nav_of(visit.path), .refreshes = seen.is_going};
  page.before = above(visit);
  Html body = seen.html(showing);
  if (visit.path.empty()) {
    page.hero = std::move(body);
  } else {
    page.main = std::move(body);
  }
  page.json = html::Url::to((visit.path.empty() ? address + "/index" : address) + ".json");
  if (row.has_feed) page.feed = html::Url::to((visit.path.empty() ? address + "/index" : address) + ".atom");
  return as_page(visit, std::move(page), 200);
}

std::string cache_key(const Visit& visit) {
  std::string key = visit.path + "|" + std::to_string(static_cast<int>(visit.as)) + "|" + visit.say.language() + "|" + visit.place.today().iso();
  for (const auto& [name, value] : visit.query) key += "|" + name + "=" + value;
  return key;
}

Response from_cache(const Visit& visit, const kernel::CachedPage& page) {
  Response response{.status = page.status};
  response.set("Content-Type", page.content_type);
  response.set("Cache-Control", "no-cache");
  response.body = page.body;
  response.gzip = page.gzip;
  return with_etag(visit.request, std::move(response), page.etag);
}

Response kept(const Visit& visit, std::int64_t version, const std::string& key, Response response) {
  auto page = std::make_shared<kernel::CachedPage>();
  page->status = response.status;
  page->content_type = *response.find("Content-Type");
  page->body = response.body;
  page->gzip = std::make_shared<const std::string>(gzipped(*response.body));
  page->etag = etag_of(*response.body);
  visit.place.cache().put(version, key, page);
  return from_cache(visit, *page);
}

Response show_page(const Visit& visit, const kernel::House::Match<kernel::Page>& match) {
  const kernel::Page& row = *match.row;
  if ((visit.as == As::csv && !row.has_csv) || (visit.as == As::atom && !row.has_feed) || (visit.as == As::calendar && !row.has_calendar)) {
    return trouble_page(visit, problem(Code::not_found, "", msg("This page has no such form.")));
  }
  const bool cached = visit.is_cacheable() && row.row.cached;
  const std::int64_t version = visit.place.version();
  const std::string key = cached ? cache_key(visit) : "";
  if (cached) {
    if (const auto page = visit.place.cache().find(version, key)) return from_cache(visit, *page);
  }
  const auto seen = visit.place.see(row, visit.credential, match.path, visit.query, base64url(secret_bytes(18)));
  if (!seen) return visit.as == As::json ? problems_json(seen.problems()) : trouble_page(visit, seen.problems());
  if (!seen->moved_to.empty()) {
    Response moved = text(301, "");
    moved.set("Location", "/" + visit.place.id() + seen->moved_to);
    return moved;
  }
  Response response = page_as(visit, row, *seen);
  if (!cached) return response;
  return kept(visit, version, key, std::move(response));
}

// What somebody proposed to do with this command, where the address names it and a keeper looks.
std::optional<kernel::Proposal> proposed_here(const Visit& visit, const kernel::Command& command, const kernel::Actor& actor, kernel::Reader& reader) {
  const auto at = visit.query.find("proposal");
  if (at == visit.query.end() || !actor.is_keeper()) return std::nullopt;
  const auto number = whole_number(at->second);
  auto proposal = number ? kernel::proposal_at(visit.place.house(), reader, {*number}) : std::nullopt;
  const bool fits = proposal && proposal->row.command == command.row.words && proposal->row.state == kernel::ProposalState::waiting;
  return fits ? proposal : std::nullopt;
}

Html proposed_by(const Visit& visit, const kernel::Proposal& proposal, kernel::Reader& reader) {
  const html::Url decline = html::Url::to("/" + visit.place.id() + "/desk/proposals/" + std::to_string(proposal.row.proposal.value) + "/decline");
  return html::notice(html::all(visit.say("{name} proposed this on {day}. Nothing is on the record until you send it.",
                                          {{"name", people::pseudonym(reader, {proposal.row.person})}, {"day", visit.say.time(proposal.row.on)}}),
                                " ", el("a", {attr("href", decline)}, visit.say("Say no to it"))));
}

}  // namespace

html::Layout layout_of(const Visit& visit) {
  html::Layout layout{.place_id = visit.place.id()};
  if (visit.place.is_copy()) layout.copy_of = visit.place.origin();
  visit.place.read([&](kernel::Reader& reader) {
    const place::PlaceLine line = place::place(reader);
    layout.place_name = line.name.or_empty().empty() ? visit.place.id() : line.name.or_empty();
    layout.record_size = reader.size().value;
    layout.is_sample = line.sample;
    if (line.host_decides) layout.host_decides = line.keeper.or_empty();
    layout.outside_moderator = line.outside_moderator.or_empty();
    for (const place::Helpline& one : line.helplines) layout.crisis.push_back({one.sentence, one.number});
    const kernel::Actor actor = visit.place.house().actor(reader, visit.credential, visit.place.now());
    if (actor.is_signed_in()) {
      layout.signed_in_as = people::pseudonym(reader, actor.person);
      layout.is_typed_for = actor.typist.is_set();
      layout.has_desk = actor.moderates();  // an officer’s pages to look over are named on their own page
    }
  });
  return layout;
}

Response trouble_page(const Visit& visit, const Problems& problems) {
  const int status = status_of(problems);
  html::Trouble trouble{.heading = status == 404   ? visit.say("We cannot find this page")
                                   : status == 403 ? visit.say("This is not open to you")
                                   : status == 410 ? visit.say("This was taken away")
                                                   : visit.say("This did not work")};
  for (const Problem& one : problems.list()) trouble.sentence += visit.say(one.expected) + html::text(" ");
  trouble.ways_on.push_back(el("a", {attr("href", html::Url::to("/" + visit.place.id()))}, visit.say("Go to the first page")));
  if (status == 403 && !visit.place.stands_still().any()) {
    trouble.ways_on.push_back(el("a", {attr("href", html::Url::to("/" + visit.place.id() + "/sign-in"))}, visit.say("Sign in")));
  }
  html::Page page{.title = status == 404 ? visit.say.plain("Not found") : visit.say.plain("This did not work"), .indexed = false};
  page.main = html::trouble(trouble);
  return as_page(visit, std::move(page), status == 422 ? 404 : status);
}

Response show_form(const Visit& visit, const kernel::Command& command, const std::map<std::string, std::string>& path,
                   const html::FormValues* typed, const Problems& problems) {
  if (visit.place.stands_still().any()) return trouble_page(visit, visit.place.stands_still());
  Result<html::Form> form = problem(Code::not_found, "", msg("There is no such page."));
  html::FormValues start;
  Html first;  // what stands above the form: that it proposes, or what was proposed
  visit.place.read([&](kernel::Reader& reader) {
    const kernel::Actor actor = visit.place.house().actor(reader, visit.credential, visit.place.now());
    const kernel::MayAsk ask{actor, reader, Json::object(), path};
    const bool may = command.row.may(ask);
    if (!may && !command.row.may_propose(ask)) {
      form = problem(Code::not_allowed, "", msg("You cannot do this from here. Sign in as somebody who may."));
      return;
    }
    const kernel::Seeing seeing{.reader = reader, .actor = actor, .today = visit.place.today(), .now = visit.place.now(),
                                .place = visit.place.id(), .path = path, .query = visit.query,
                                .fresh_key = typed != nullptr && typed->find(key_field) != nullptr ? typed->get(key_field)
                                                                                                   : base64url(secret_bytes(18))};
    html::Url action = html::Url::to("/" + visit.place.id() + visit.path);
    const auto proposal = may ? proposed_here(visit, command, actor, reader) : std::nullopt;
    if (proposal) {
      action = action.with("proposal", std::to_string(proposal->row.proposal.value));
      first = proposed_by(visit, *proposal, reader);
    }
    form = form_of(command, seeing, action, visit.say);
    if (!may) {
      form->submit = msg("Propose this");
      first = html::notice(visit.say("You can propose this. The keeper looks at it, and puts it on the record or says why not."));
    }
    if (typed != nullptr) return;
    if (proposal) {
      start = html::values_of(*form, proposal->request);
    } else if (command.row.start) {
      start = html::values_of(*form, command.row.start(seeing));
    } else {
      // "/ask?about=61" fills what it names.
      for (const auto& [name, value] : visit.query) start.add(name, value);
    }
  });
  if (!form) return trouble_page(visit, form.problems());
  const std::string title = visit.say.plain(command.row.title);
  html::Page page{.title = html::title_with_errors(title, problems, visit.say), .here = nav_of(visit.path), .indexed = false};
  page.before = problems.any() ? html::error_summary(*form, problems, visit.say) : above(visit);
  page.main = el("h1", {attr("class", "nhsuk-heading-xl")}, visit.say(command.row.title));
  if (!command.row.lede.id.empty()) page.main += el("p", {attr("class", "lede")}, visit.say(command.row.lede));
  page.main += first + html::render(*form, typed != nullptr ? *typed : start, problems, visit.say);
  std::vector<Html> ways;
  for (const kernel::Way& way : command.row.ways) {
    ways.push_back(el("a", {attr("href", html::Url::to("/" + visit.place.id() + way.path))}, visit.say(way.words)));
  }
  if (!ways.empty()) page.main += html::links(ways);
  return as_page(visit, std::move(page), problems.any() ? status_of(problems) : 200);
}

Response show(const Visit& visit) {
  if (auto page = record_page(visit)) return std::move(*page);
  if (const auto match = visit.site.house().page_at(visit.path); match.row != nullptr) return show_page(visit, match);
  if (const auto match = visit.site.house().form_at(visit.path); match.row != nullptr && visit.as == As::html) {
    return show_form(visit, *match.row, match.path, nullptr, {});
  }
  return trouble_page(visit, problem(Code::not_found, "", msg("The address may have been typed wrongly, or the page may never have been here.")));
}

}  // namespace alongside::web
