// The parts of a page, each once. What a part means and when to use it: docs/html.md; every state of each: gallery.h.
//
// Words come in as Html, so that they have gone through Say or been escaped; what the part itself says goes through the
// Say it is given. Plain nhsuk-frontend parts (buttons, tags, warnings …) are in nhsuk.h, tables in table.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.h"
#include "html/html.h"
#include "html/nhsuk.h"
#include "html/say.h"
#include "html/table.h"

namespace alongside::html {

// ---- words and headings ---------------------------------------------------------------------------------------------

Html h1(const Html& words, const Html& eyebrow = {});  // the eyebrow stands above: "Decision, 4 March 2024"
Html h2(const Html& words, std::string_view id = {});
Html h3(const Html& words, std::string_view id = {});
Html p(const Html& words);
Html lede(const Html& words);
Html small(const Html& words);
Html strong(const Html& words);
Html bullets(const std::vector<Html>& items);
Html numbered(const std::vector<Html>& items);
Html hidden_words(const Html& words);  // read aloud, not seen
// Words of several paragraphs, as they were written: blank lines part them, single line ends stay.
Html paragraphs(std::string_view words);
// A main column and a narrow one beside it (below it on a phone).
Html split(const Html& main, const Html& beside);
// A table and the picture of it.
Html beside(const Html& table, const Html& picture);

// The head of a place's own page, full width: goes into Page::hero.
Html hero(const Html& name, const Html& sentence);

// The short answer, at the top: one or two sentences that a stranger could repeat. `then` is a smaller line under it.
Html answer(const Html& label, const std::vector<Html>& sentences, const Html& then = {});
Html answer(const Say& say, const std::vector<Html>& sentences, const Html& then = {});  // labelled "The short answer"

// ---- the record -----------------------------------------------------------------------------------------------------

// A fact on the record. Dashed, with "recorded 10 June 2025", when it was written down after the event: the proof
// reaches back only so far.
struct Stamp {
  std::int64_t entry = 0;
  std::optional<When> on = {};       // the day of the event, when it is known
  std::optional<Day> recorded = {};  // only when it is later than the event
  Url check = {};
};
Html stamp(const Stamp& stamp, const Say& say);
Html stamp_line(const Stamp& stamp, const Say& say);  // on one line, within other text

// A section of the minute book: the margin with its stamp, the body with the words.
struct Entry {
  std::string id = {};  // of its heading, for links within the page
  Html heading = {};
  Html margin = {};  // usually a stamp
  Html body = {};
  bool printed = true;  // false for what one can only do on a screen
};
Html entry(const Entry& entry);
// The same, on a phone with the body folded behind a sentence. Where there is room, the body alone. (Browsers of before
// 2025 fold it everywhere.)
Html entry_folded(const Entry& entry, const Html& first_sentence, const Html& open_words);

// Links to the sections of a long page.
struct Section {
  std::string id;
  Html words;
};
Html contents(const std::vector<Section>& sections, const Say& say);

// Check this yourself: what it proves and what it cannot prove.
struct Proof {
  Html proves = {};
  Html cannot_prove = {};
  std::vector<Fact> facts = {};  // entry, fingerprint, copies held by …
  std::string command = {};      // "alongside record verify …"
  Html links = {};
};
Html proof(const Proof& proof, const Say& say);
Html fingerprint(std::string_view hash);  // in the record's own letters

// What is not on the record keeps its place: what it is ("a loss statement"), what that means, one thing to do.
Html gap(const Html& what, const Html& meaning, const Html& action, const Say& say);

// Two or more accounts, of the same size, each with its source; then "We have not chosen between them."
struct Account {
  Html who = {};
  Html words = {};  // a quote() without its who, or a paragraph
  Html source = {};
};
Html accounts(const std::vector<Account>& accounts, const Say& say);

// ---- people and their words -----------------------------------------------------------------------------------------

enum class Side { lived, office, affected, advisor };
Html mark(Side side);                  // the shape alone
Html side(Side side, const Say& say);  // shape and word
Html side(Side side, const Html& words);

// A person's own words, in serif and nothing else is. `who` is a side or an office, never a standing.
Html quote(std::string_view words, const Html& who = {});
Html quote(const Html& words, const Html& who = {});
Html words_in_line(std::string_view words);  // within a sentence, with quotation marks
Html erased(const Html& sentence);           // "Words erased at the writer's wish, 3 August 2026."

// ---- wordings -------------------------------------------------------------------------------------------------------

// The words that are asked, large. The eyebrow stands above: "Wording 4. Every side agreed to it."
Html the_question(const Html& eyebrow, std::string_view words);
// What changed, word by word: struck through what was taken out, underlined what was put in, and both said to who listens.
enum class Change { same, taken_out, put_in };
struct ChangedWords {
  Change change = Change::same;
  std::string words = {};
};
Html changed_words(const std::vector<ChangedWords>& runs, const Say& say);
// Which words came from which side: a line of its own under each side's. Always with a table that says the same.
struct SidesWords {
  std::optional<Side> side = {};  // nothing: not named
  std::string words = {};
};
Html words_by_side(const std::vector<SidesWords>& parts);
// One wording of several, with its number as a heading and what became of it.
struct Version {
  std::string id = {};
  Html margin = {};  // usually a stamp
  Html heading = {};
  Html tag = {};
  Html put_by = {};  // a small line under the heading
  Html body = {};
};
Html version(const Version& version);

// ---- time -----------------------------------------------------------------------------------------------------------

enum class ClockState { running, soon, overdue, answered, answered_late };
struct Clock {
  ClockState state = ClockState::running;
  std::int64_t days = 0;  // working days gone, or used
  std::int64_t allowed = 20;
  Html detail = {};     // a sentence under it: "Asked 13 November 2026."
  bool paused = false;  // the body has asked something back
};
// `soon` from three days before the end.
ClockState clock_state(std::int64_t days_used, std::int64_t allowed, bool answered);
Html clock(const Clock& clock, const Say& say);
Html clock(ClockState state, std::int64_t days, std::int64_t allowed, const Html& headline, const Html& detail);

enum class StepState { done, open, late };
struct PathStep {
  StepState state = StepState::done;
  Html when = {};  // a day, or "By 6 April 2027"
  Html what = {};
  Html more = {};
};
Html path(const std::vector<PathStep>& steps);

// The rails of a piece of work as a strip. Every step has the same width; places on it are in thousandths of the whole, time
// within a step. A rail is dotted until its side came in, and after now.
struct RailSide {
  Side side = Side::office;
  std::optional<int> from = {};  // nothing: nobody yet
};
struct Rails {
  std::string sentence;           // what it shows, for who does not see it
  std::vector<Html> steps = {};   // their names
  int step = 0;                   // the one that is open, from 1; 0: none
  int now = 0;
  std::vector<RailSide> sides = {};
  std::vector<int> decisions = {};
};
Html rails(const Rails& rails);
Html rails_key(const Say& say);

// Above each page of a piece of work: its name, where it stands, its rails, and its pages.
struct BarLink {
  Url to;
  Html words;
  bool is_here = false;
};
struct WorkBar {
  Url to;
  Html name = {};
  Html where = {};
  Html strip = {};     // rails()
  std::string label;   // of the links, for who does not see them
  std::vector<BarLink> links = {};
};
Html work_bar(const WorkBar& bar);

// The steps of a piece of work between its two rails: organisations' on the left, and on the right that of people who use
// services, dotted until they come in.
enum class Rail { absent, begins, runs };
struct Stage {
  Rail lived = Rail::absent;
  bool is_now = false;
  bool is_future = false;
  Html heading = {};  // "2. Decide what matters"
  Html when = {};
  Html body = {};
};
Html stages(const std::vector<Stage>& stages);

// ---- decisions and losses -------------------------------------------------------------------------------------------

enum class Fate { kept, moved, lost, unknown };
struct Loss {
  Fate fate = Fate::lost;
  Html item = {};
};
Html losses(const std::vector<Loss>& losses, const Say& say);

// How decisions in several bodies hang together: a numbered picture with a lane for each body, and the same numbers as
// a list. `from` are the places in this list (from 0) that it hangs on.
struct Link {
  std::string lane = {};  // the body's short name; empty: nobody known
  Html words = {};        // of the list
  std::vector<std::size_t> from = {};
  bool here = false;     // the decision of this page
  bool missing = false;  // no decision on the record: dashed
};
Html chain(const std::vector<Link>& links, std::string_view finding, const Say& say);

// Support by side: numerator of denominator, what is needed, and an upright line there.
struct Support {
  Side side = Side::lived;
  std::int64_t agree = 0;
  std::int64_t of = 0;
  std::int64_t needed = 0;
  Html instead = {};  // of the numbers, where they are hidden: nothing is drawn then
};
Html sides(const std::vector<Support>& support, const Say& say);

// A number that is not published: the word "hidden", linked to the reason on this page. Never a dash, 0 or "<5".
Html hidden_number(const Say& say);
Html hidden_reason(const Say& say);  // once a page, under the table

// ---- answering ------------------------------------------------------------------------------------------------------

// One sentence and its answers, all of one look: none is easier to press than another. Each is a button that sends.
struct AnswerChoice {
  std::string value = {};
  Html icon = {};  // of icons.h
  Html words = {};
};
struct AnswerCard {
  Html head = {};
  Html also = {};
  Html statement = {};  // the page's heading
  Url action = {};
  std::vector<std::pair<std::string, std::string>> carried = {};
  std::string name = {};
  Html before = {};  // what must be read or ticked first
  std::vector<AnswerChoice> answers = {};
  Html under = {};  // what the answers mean
};
Html answer_card(const AnswerCard& card);
// The card, and beside it what happens with the answer.
Html vote_split(const Html& main, const Html& beside);

// Word by word from one text to another: struck through, and underlined on yellow. The labels are read aloud.
enum class WordFate { same, removed, added };
struct WordChange {
  WordFate fate = WordFate::same;
  std::string text = {};
};
Html word_changes(const std::vector<WordChange>& changes, const Html& before, const Html& after);

// ---- lists ----------------------------------------------------------------------------------------------------------

// One line of a ledger: a day, a title that is a link, words under it, and what stands after them (an ask link, a tag).
struct Line {
  Html date = {};
  Html title = {};
  Html words = {};
  Html after = {};
};
Html ledger(const std::vector<Line>& lines);
// Stands before a ledger that is all of its page, for those who move from heading to heading.
Html list_heading(const Html& words);

struct Opening {  // "open to you now"
  Html title = {};
  Html words = {};
  Html meta = {};  // minutes, pay, until when
};
Html openings(const std::vector<Opening>& openings);

struct Counted {
  std::int64_t n = 0;
  Html of_what = {};
};
Html counts(const std::vector<Counted>& counts, const Say& say);

Html facts(const std::vector<Fact>& facts);            // a small list of names and values
Html links(const std::vector<Html>& links);            // in a row
Html empty(const Html& title, const Html& then = {});  // nothing here yet: what will be, and one thing to do
// What somebody uploaded, where it stands. `what` says it in words, for who cannot see or hear it.
Html picture(const Url& file, std::string_view what);
Html sound(const Url& file, std::string_view what);
Html film(const Url& file, std::string_view what);
Html saved(const Html& words);                         // it worked: stands at the top of the page that follows a form
Html notice(const Html& words);                        // important and not an error: yellow
Html ask_link(const Url& to, const Html& words, const Html& about = {});  // "Who decided this?", `about` read aloud
// The box that asks: a heading, a sentence and a form with one field (GET).
Html ask_box(const Url& to, const Html& heading, const Html& words, const Html& after, const Say& say,
             std::string_view typed = {});
// One step of several, with those that are done; it stands after the form in the source.
enum class FormStepState { done, here, not_started, waiting };
struct FormStep {
  FormStepState state = FormStepState::not_started;
  Html words = {};
  Html note = {};
};
Html form_steps(const std::vector<FormStep>& steps, const Say& say);
// A code that a person must keep, in large plain letters.
Html code_box(std::string_view code);
Html command(std::string_view line);  // to be typed on another computer
// Long work: a sentence with counts above a bar.
Html progress(const Html& sentence, std::int64_t done, std::int64_t total);

// ---- outcomes -------------------------------------------------------------------------------------------------------

enum class Tone { plain, yes, wait, no, late };
Html tag(const Html& words, Tone tone = Tone::plain);

}  // namespace alongside::html
