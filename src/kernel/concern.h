// A concern as rows: what can happen in it, what can be asked of it, what may be seen, and by whom.
//
// The router, the forms, the API and its description, the command line, the folds and the policy test all read these rows.
//
//   Concern concern() {
//     return Concern("decision", tables_sql, private_sql)
//         .acts<DecisionTaken, DeciderNamed>()
//         .command<TakeDecision>({.words = "decision take", .path = "/decisions/new", .may = may::record_decisions, …})
//         .page<WhoDecided>({.path = "/decisions/{decision}", .may = may::anyone});
//   }
//
// A command `R` needs  Facts look(const Situation&, const R&)  and  Result<Changes> decide(const Facts&, R)  beside it.
// A page `V` needs  static Result<V> V::see(const Seeing&),  Html show(const V&, const Showing&)  and
// std::string title(const V&, const Say&);  it may have  std::string csv(const V&, const Say&),
// Feed feed(const V&, const Say&)  and  Calendar calendar(const V&, const Say&).  Its JSON is made from its fields. With
// Upload upload(const V&)  the address itself gives those bytes instead of a page. A `std::string moved_to` in it, when not
// empty, is a path under the place to which this address leads now (301).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "html/form.h"
#include "html/html.h"
#include "html/say.h"
#include "kernel/actor.h"
#include "kernel/changes.h"
#include "kernel/codec.h"
#include "kernel/feeds.h"
#include "kernel/reader.h"
#include "kernel/seeing.h"
#include "kernel/tables.h"

namespace alongside::kernel {

// What decide() may know besides the request, all of it an argument: who, the day, chance.
struct Situation {
  Reader& reader;
  const Actor& actor;
  Day today;           // in the place's time zone
  Instant now;         // for private rows alone (sessions, limits); an act carries a day
  Index next_index;    // of the first act that this order adds
  Person next_person;  // a number that nobody has had
  std::string secret;  // 32 fresh random bytes, the same again if the same order is tried again
  std::string place = {};  // its id, for addresses

  // A number that nobody can guess and every reader of JSON can hold: 48 bits of `secret`.
  Index fresh_number() const;
};

// ---- who may --------------------------------------------------------------------------------------------------------

struct MayAsk {
  const Actor& actor;
  Reader& reader;
  const Json& request;                             // a command's; an empty object for a page
  const std::map<std::string, std::string>& path;  // of the address
  // A number from the request or the address, by field name; unset when neither has it.
  Index index(const std::string& field) const;
};
// Who may. It has no default: a row that does not say so does not compile.
class May {
 public:
  using Rule = bool (*)(const MayAsk&);
  May(Rule rule) : rule_(rule) {}  // NOLINT: `.may = may::anyone` reads best
  bool operator()(const MayAsk& ask) const { return rule_(ask); }

 private:
  Rule rule_;
};
namespace may {
bool anyone(const MayAsk&);        // nobody's account is needed
bool keeper(const MayAsk&);
bool at_the_house(const MayAsk&);  // the command line on the data directory, and the clock
bool moderators(const MayAsk&);    // and the keeper
bool signed_in(const MayAsk&);     // an account of any kind that is not erased
bool officers(const MayAsk&);      // of any body, and the keeper
bool an_officer(const MayAsk&);    // of any body, and nobody else
bool a_moderator(const MayAsk&);   // and nobody else
bool a_member(const MayAsk&);      // and nobody else
bool nobody(const MayAsk&);
}  // namespace may

// "/bodies/{body}/change" with the numbers and texts of these fields; what they lack is left out.
std::string address_of(std::string_view pattern, const Json& fields);

// ---- rows -----------------------------------------------------------------------------------------------------------

// The words of one field of a request, on its form and in the description of the API.
struct FieldWords {
  const char* field;  // its name, "options/0/title" style for the members of a group: "options/title"
  Message label;
  Message hint = {};
  bool required = false;
  bool hidden = false;     // carried along, not asked
  bool one_line = false;   // words that fit on one line: an input instead of a textarea
  bool secret = false;     // a passphrase or a code
  const char* autocomplete = "";  // HTML's tokens
  Message item = {};       // of a group: what one of its items is called, "Option {n}"
  // Choices made from what is there (bodies, offices): value and label. For Index fields.
  std::function<std::vector<html::Choice>(const Seeing&, const Say&)> choices = {};
  // The words of an enum's choices, in its order; without them the bare words stand.
  std::vector<Message> choice_labels = {};
};

// Another way on from a form: joining, for somebody who has nothing to sign in with.
struct Way {
  const char* path;  // under the place
  Message words;
};

struct CommandRow {
  const char* words;  // of the command line: "decision take"; the API's address is /api/<place>/decision/take
  const char* path;   // under the place: a form stands here (GET) and posts here; path parameters fill fields of that name
  May may;
  May may_propose = may::nobody;  // who may not, and may ask a keeper to (kernel/proposals.h)
  Message title = {};   // the form page's heading
  Message lede = {};    // a sentence or two under it
  Message submit = {};  // the button
  std::vector<FieldWords> fields = {};  // in the order they are asked; a field without words is not on the form
  // Where the form leads when it is done: "/decisions/{first}", "/asks/{ask}". {first}: the first act's index;
  // else a field of the request.
  const char* then = "";
  Message done = {};  // said on the page after it
  // What the form holds at first, from the query and what is there (correcting, confirming). Null: empty.
  std::function<Json(const Seeing&)> start = {};
  // Slow work, done before the order and outside its transaction (a passphrase into its hash): may change the request.
  std::function<Status(const Seeing&, Json& request)> prepare = {};
  bool on_a_form = true;  // false: only the API and the command line
  std::vector<Way> ways = {};  // links under the form
};

struct PageRow {
  const char* path;  // "/decisions/{decision}"; "" is the place's own page
  May may;
  bool cached = true;  // false: it holds a form that changes state, or is somebody's own
};

// ---- type-erased ----------------------------------------------------------------------------------------------------

struct ActKind {
  std::string_view kind;
  int version = 1;
  std::function<Status(const Json& body, const Entry&, Tables&)> fold;
};

struct Command {
  CommandRow row;
  std::vector<FieldSpec> specs;
  std::function<Result<Changes>(const Situation&, const Json& request)> run;
};

// A page seen: what it holds, ready to be shown as any of its kinds.
struct Seen {
  std::function<Json()> json;
  std::function<Html(const Showing&)> html;
  std::function<std::string(const Say&)> title;
  std::function<std::string(const Say&)> csv;  // null: it has none
  std::function<Feed(const Say&)> feed;        // null: it has none
  std::function<Calendar(const Say&)> calendar;  // null: it has none
  std::function<Upload()> upload;              // null: the address gives a page
  std::string moved_to;                        // 301 to this path instead (a merged ask)
  bool is_going = false;                       // what it shows is still being worked out: the page asks again by itself
};
struct Page {
  PageRow row;
  std::function<Result<Seen>(const Seeing&)> see;
  bool has_csv = false;
  bool has_feed = false;
  bool has_calendar = false;
};

// What comes due with time alone (an erasure notice, a draft that is too old): run by the clock as an order of its own.
struct DueRow {
  const char* words;  // of its command: "due erasure-notice"
  std::function<Result<Changes>(const Situation&)> run;  // no acts and no statements: nothing was due
};

struct SearchRow {
  // The things that changed with acts from..to (and those whose words went): each index to read again.
  std::function<std::vector<Index>(Reader&, Index from, Index to)> changed;
  std::function<std::optional<Found>(Reader&, Index)> read;  // nothing: it is not to be found any more
};

// Private rows that a concern holds about somebody, for the page that tells them all that is held: how many, and in words.
struct HeldRow {
  const char* table;  // its name in the JSON
  const char* count;  // SELECT COUNT(*) … with $1 for the person
  Html (*words)(std::int64_t n, const Say& say);
};

using AboutRow = std::vector<AboutLine> (*)(const Seeing& seeing, Index thing);
using ChangedRow = std::vector<ChangeLine> (*)(const Seeing& seeing, Index thing);

class Concern {
 public:
  Concern(std::string name, const char* tables_sql, const char* private_sql)
      : name_(std::move(name)), tables_sql_(tables_sql), private_sql_(private_sql) {}

  // Acts that this concern brings; each has `void apply(const A&, const Entry&, Tables&)` beside it.
  template <Act... A>
  Concern&& acts() && {
    (add_own<A>(), ...);
    return std::move(*this);
  }
  // An act of another concern that this one folds too, into its own tables.
  template <Act A>
  Concern&& folds(void (*fold)(const A&, const Entry&, Tables&)) && {
    add_fold<A>(fold);
    return std::move(*this);
  }
  template <class R>
  Concern&& command(CommandRow row) && {
    commands_.push_back({.row = std::move(row), .specs = describe<R>(), .run = [](const Situation& s, const Json& asked) -> Result<Changes> {
      auto request = read_as<R>(asked, From::request);
      if (!request) return request.problems();
      const auto facts = look(s, *request);
      return decide(facts, std::move(request).value());
    }});
    return std::move(*this);
  }
  template <class V>
  Concern&& page(PageRow row) && {
    Page page{.row = row, .see = [](const Seeing& seeing) { return seen<V>(seeing); }};
    page.has_csv = requires(const V& view, const Say& say) { csv(view, say); };
    page.has_feed = requires(const V& view, const Say& say) { feed(view, say); };
    page.has_calendar = requires(const V& view, const Say& say) { calendar(view, say); };
    pages_.push_back(std::move(page));
    return std::move(*this);
  }
  // What comes due is an order like any other: the command "due NAME", of the house alone.
  Concern&& due(DueRow row) && {
    commands_.push_back({.row = {.words = row.words, .path = "", .may = may::at_the_house, .on_a_form = false},
                         .specs = {}, .run = [run = row.run](const Situation& s, const Json&) { return run(s); }});
    due_.push_back(std::move(row));
    return std::move(*this);
  }
  Concern&& search(SearchRow row) && {
    search_.push_back(std::move(row));
    return std::move(*this);
  }
  Concern&& about(AboutRow row) && {
    about_.push_back(row);
    return std::move(*this);
  }
  Concern&& changed(ChangedRow row) && {
    changed_.push_back(row);
    return std::move(*this);
  }
  Concern&& holds(std::vector<HeldRow> rows) && {
    holds_ = std::move(rows);
    return std::move(*this);
  }
  // DELETEs and UPDATEs with $1 for the person: what this concern must drop with somebody.
  Concern&& forgets(std::vector<const char*> statements) && {
    forgets_ = std::move(statements);
    return std::move(*this);
  }
  // The one concern that knows accounts makes the Actor of a credential.
  Concern&& knows(std::function<Actor(Reader&, const Credential&, Instant now)> who) && {
    who_ = std::move(who);
    return std::move(*this);
  }

  const std::string& name() const { return name_; }
  const char* tables_sql() const { return tables_sql_; }
  const char* private_sql() const { return private_sql_; }
  const std::vector<ActKind>& own_acts() const { return own_acts_; }
  const std::vector<ActKind>& all_folds() const { return folds_; }
  const std::vector<Command>& commands() const { return commands_; }
  const std::vector<Page>& pages() const { return pages_; }
  const std::vector<DueRow>& due_rows() const { return due_; }
  const std::vector<SearchRow>& search_rows() const { return search_; }
  const std::vector<AboutRow>& about_rows() const { return about_; }
  const std::vector<ChangedRow>& changed_rows() const { return changed_; }
  const std::vector<HeldRow>& held_rows() const { return holds_; }
  const std::vector<const char*>& forget_statements() const { return forgets_; }
  const std::function<Actor(Reader&, const Credential&, Instant)>& who() const { return who_; }

 private:
  template <Act A>
  void add_own() {
    add_fold<A>([](const A& act, const Entry& entry, Tables& tables) { apply(act, entry, tables); });
    own_acts_.push_back(folds_.back());
  }
  template <Act A>
  void add_fold(void (*into)(const A&, const Entry&, Tables&)) {
    ActKind kind{.kind = A::kind, .version = version_of<A>()};
    kind.fold = [into](const Json& body, const Entry& entry, Tables& tables) -> Status {
      const auto act = read_as<A>(body, From::entry);
      if (!act) return act.problems();
      into(*act, entry, tables);
      return Done{};
    };
    folds_.push_back(std::move(kind));
  }
  template <class V>
  static Result<Seen> seen(const Seeing& seeing) {
    auto found = V::see(seeing);
    if (!found) return found.problems();
    const auto view = std::make_shared<const V>(std::move(found).value());
    Seen out;
    out.json = [view] { return view_json(*view); };
    out.html = [view](const Showing& showing) { return show(*view, showing); };
    out.title = [view](const Say& say) { return title(*view, say); };
    if constexpr (requires(const V& v, const Say& say) { csv(v, say); }) {
      out.csv = [view](const Say& say) { return csv(*view, say); };
    }
    if constexpr (requires(const V& v, const Say& say) { feed(v, say); }) {
      out.feed = [view](const Say& say) { return feed(*view, say); };
    }
    if constexpr (requires(const V& v, const Say& say) { calendar(v, say); }) {
      out.calendar = [view](const Say& say) { return calendar(*view, say); };
    }
    if constexpr (requires(const V& v) { upload(v); }) out.upload = [view] { return upload(*view); };
    if constexpr (requires(const V& v) { v.moved_to; }) out.moved_to = view->moved_to;
    if constexpr (requires(const V& v) { v.is_going; }) out.is_going = view->is_going;
    return out;
  }

  std::string name_;
  const char* tables_sql_;
  const char* private_sql_;
  std::vector<ActKind> own_acts_;
  std::vector<ActKind> folds_;
  std::vector<Command> commands_;
  std::vector<Page> pages_;
  std::vector<DueRow> due_;
  std::vector<SearchRow> search_;
  std::vector<AboutRow> about_;
  std::vector<ChangedRow> changed_;
  std::vector<HeldRow> holds_;
  std::vector<const char*> forgets_;
  std::function<Actor(Reader&, const Credential&, Instant)> who_;
};

}  // namespace alongside::kernel
