#include "html/gallery.h"

#include "html/components.h"
#include "html/form.h"
#include "html/icons.h"
#include "html/layout.h"

namespace alongside::html {
namespace {

Day a_day(int year, int month, int day) { return *Day::of({year, month, day}); }

class Gallery {
 public:
  explicit Gallery(const Say& say) : say_(say) {}

  std::vector<Shown> all() {
    words();
    wordings();
    record();
    people();
    clocks();
    decisions();
    lists();
    outcomes();
    plain_parts();
    forms();
    return std::move(shown_);
  }

 private:
  void add(std::string part, std::string state, Html html) {
    shown_.push_back({std::move(part), std::move(state), std::move(html)});
  }

  void words() {
    add("hero", "of a place", hero(text("Eastmere"), text("What is being decided here, and who decides it.")));
    add("answer", "with a line after it",
        answer(
            say_,
            {text("Eastmere Council’s cabinet did, on 4 March 2024. Seven councillors were there: five voted for, one "
                  "against, one left the room."),
             text("Each body made half of the decision. Nobody was asked about the whole.")},
            text("People had been asked about three other choices. This one was never put to them.")));
    add("answer", "nobody known", answer(say_, {text("We do not know who decided this.")}));
    add("words", "shown",
        quote("Ask us what to keep.\n\nThen ask again.", text("People who use services, 20 February 2026")));
    add("words", "within a sentence", p(text("They said: ") + words_in_line("No time before the budget.")));
    add("words", "erased",
        erased(text("Words erased at the writer’s wish, 3 August 2026. The decision they were part of stands.")));
  }

  void wordings() {
    add("the question", "agreed", the_question(text("Wording 4. Every side agreed to it."), "What helps people in Eastmere stay well?"));
    add("words", "changed", changed_words({{Change::taken_out, "How can we increase uptake "}, {Change::put_in, "What helps people "},
                                           {Change::same, "in Eastmere?"}}, say_));
    add("words", "by side", words_by_side({{Side::office, "In Eastmere, "}, {Side::lived, "what helps people "}, {{}, "stay well?"}}));
    add("version", "not agreed",
        version({.id = "v3", .margin = stamp({.entry = 417, .on = When(a_day(2026, 2, 17)), .check = Url::fragment("check")}, say_),
                 .heading = text("Wording 3"), .tag = tag(text("Not agreed"), Tone::no), .put_by = text("Put on 9 February 2026"),
                 .body = quote("We have money to spend by April.")}));
  }

  void record() {
    const Url check = Url::fragment("check");
    add("stamp", "on the day", stamp({.entry = 431, .on = When(a_day(2026, 2, 27)), .check = check}, say_));
    add("stamp", "recorded later",
        stamp({.entry = 61, .on = When(a_day(2024, 3, 4)), .recorded = a_day(2025, 6, 10), .check = check}, say_));
    add("stamp", "on one line",
        el("p", stamp_line({.entry = 1702, .on = When(a_day(2026, 4, 30)), .check = check}, say_)));
    const Html margin = stamp({.entry = 61, .on = When::parse("2024-03"), .check = check}, say_);
    add("entry", "with a stamp",
        entry({.id = "power",
               .heading = text("What power they used"),
               .margin = margin,
               .body = bullets({text("The power to let land: Local Government Act 1972, section 123")})}));
    add("entry", "folded",
        entry_folded({.id = "refused", .heading = text("What they turned down"), .body = p(text("Keep it as it is."))},
                     text("Four other choices."), text("Read all four, and why not")));
    add("contents", "of a long page",
        contents({{"power", text("What power they used")}, {"refused", text("What they turned down")}}, say_));
    add("gap", "with something to do",
        gap(text("a loss statement before the decision"), text("Library users were not asked what they would lose."),
            a(Url::to("/eastmere/ask"), "Ask why"), say_));
    add("proof", "of one entry",
        proof(
            {.proves =
                 text("these words are the ones put on the record on 10 June 2025. Nobody has changed them since."),
             .cannot_prove = text("that the words are true, that nothing was left out, or that nothing changed before "
                                  "that day."),
             .facts = {{text("Entry"), text("61 of 1,284")},
                       {text("Fingerprint"), fingerprint("kR3v9T0c2mQyX1bJf7uN5sWdLhE8aGpZ4oYiV6tCqM0=")}},
             .command = "alongside record verify https://alongside.example/r/eastmere --entry 61",
             .links = a(Url::to("/r/eastmere/checkpoint"), "Download the proof")},
            say_));
    add("accounts", "two",
        accounts({{text("Saltway Trust"), quote("People who use our services asked for a building of their own."),
                   text("Board paper 14, 21 March 2024. We hold the paper.")},
                  {text("Friends of Harbour Road Library"), quote("Nobody asked the people who use the library."),
                   text("Letter to the Council, 11 April 2024.")}},
                 say_));
  }

  void people() {
    add("side", "all four",
        el("p", join({side(Side::lived, say_), side(Side::office, say_), side(Side::affected, say_),
                      side(Side::advisor, say_)},
                     el("br"))));
    add("sides", "agreed, not agreed, nothing needed",
        sides({{Side::lived, 36, 41, 21},
               {Side::office, 5, 14, 8},
               {Side::affected, 0, 31, 16},
               {Side::advisor, 2, 3, 0}},
              say_));
    add("sides", "without its numbers",
        sides({{Side::lived, 36, 41, 21}, {.side = Side::office, .instead = text("agrees: ") + hidden_number(say_)}}, say_));
    add("answer card", "three equal answers",
        answer_card({.head = text("Until 4 December 2026"), .also = text("Nobody sees how you answer"),
                     .statement = text("There should be somewhere warm, open until 10 at night."),
                     .action = Url::to("/eastmere/work/12/agreements/40/answer"), .name = "answer",
                     .answers = {{"yes", icons::tick(), text("I agree")}, {"no", icons::cross(), text("I do not agree")}, {"abstained", icons::dash(), text("I hold back")}},
                     .under = text("All three count.")}));
    add("word changes", "from what was asked to what was chosen",
        word_changes({{WordFate::removed, "Hand"}, {WordFate::added, "Close"}, {WordFate::same, " Harbour Road Library"}}, text("asked"), text("chosen")));
    add("hid", "with its reason", p(text("Step-free way in: ") + hidden_number(say_)) + hidden_reason(say_));
  }

  void clocks() {
    const Html asked = text("Asked 13 November 2026.");
    add("clock", "running", clock({.state = clock_state(7, 20, false), .days = 7, .detail = asked}, say_));
    add("clock", "soon", clock({.state = clock_state(17, 20, false), .days = 17, .detail = asked}, say_));
    add("clock", "due today", clock({.state = clock_state(20, 20, false), .days = 20, .detail = asked}, say_));
    add("clock", "overdue", clock({.state = clock_state(36, 20, false), .days = 36, .detail = asked}, say_));
    add("clock", "answered in time", clock({.state = clock_state(12, 20, true), .days = 12, .detail = asked}, say_));
    add("clock", "answered late", clock({.state = clock_state(53, 20, true), .days = 53, .detail = asked}, say_));
    add("clock", "stopped", clock({.state = ClockState::running, .days = 5, .detail = asked, .paused = true}, say_));
  }

  void decisions() {
    add("losses", "all four",
        losses({{Fate::kept, text("The clock, and the mural")},
                {Fate::moved, text("Books and loans, to the Central Library")},
                {Fate::lost, text("A warm room, open six days a week, with no form to fill in")},
                {Fate::unknown, text("The Thursday chess table")}},
               say_));
    const std::vector<Html> names{text("Understand"), text("Decide what matters"), text("Pay for it"), text("See if it worked")};
    add("rails", "from the start",
        rails({"People came in on day 9.", names, 3, 586, {{Side::office, 0}, {Side::lived, 21}}, {106, 336, 486, 534}}) + rails_key(say_));
    add("rails", "late, with those who would lose something",
        rails({"People came in on day 251.", names, 4, 900, {{Side::office, 0}, {Side::lived, 504}, {Side::affected, 700}}, {62, 165, 215, 369, 513}}));
    add("rails", "nobody yet", rails({"Nobody has come in.", names, 1, 125, {{Side::office, 0}, {Side::lived}}, {}}));
    add("work_bar", "a page of a piece of work",
        work_bar({Url::to("/e/work/1"), text("Staying well"), text("Step 3 of 4, day 316."),
                  rails({"People came in on day 9.", names, 3, 586, {{Side::office, 0}, {Side::lived, 21}}, {106}}), "Pages of this piece of work",
                  {{Url::to("/e/work/1"), text("Overview"), true}, {Url::to("/e/work/1/question"), text("Question")}}}));
    add("stages", "absent, begins, now, to come",
        stages({{Rail::absent, false, false, text("1. Analyse"), text("From 1 to 30 April. It has ended."), p(text("Nobody else was asked."))},
                {Rail::begins, false, false, text("2. Plan"), text("From 1 to 31 May. It has ended."), p(text("People came in on day 35."))},
                {Rail::runs, true, false, text("3. Do"), text("From 1 June. Open now."), p(text("Still to decide: who runs it."))},
                {Rail::absent, false, true, text("4. Review"), text("Not begun."), {}}}));
    add("path", "done, late, to come",
        path({{StepState::open, text("By 6 April 2027"), text("Restored, in part (promised)"), text("College above.")},
              {StepState::late, say_.time(When(a_day(2025, 3, 1))), text("Reduced: rhyme time stopped"),
               strong(text("An unexplained loss."))},
              {StepState::done, text("1931"), text("Open"), {}}}));
    add("chain", "four bodies, one step missing",
        chain({{"The Council", text("Council, an officer, 29 January 2024. Put the library on the list."), {}},
               {"The Council", text("Council, cabinet, 4 March 2024. Close it."), {0}, true},
               {"The Trust", text("Saltway Trust, board, 21 March 2024. Take the building."), {1}},
               {"Care Board", text("Mereside Care Board, 17 June 2024. Pay for it."), {2}},
               {"The Council", text("Council, an officer, 30 September 2024. Move the books."), {1}},
               {"The Council", text("March 2025. Rhyme time stops. No decision on the record."), {1}, false, true}},
              "Six steps in three bodies. The second is this decision; nobody knows who took the sixth.", say_));
    struct Decider {
      std::string name, office;
      std::int64_t years;
      std::optional<Day> since;
    };
    const std::vector<Decider> deciders = {{"Joan Tarrant", "Leader of the Council", 12, a_day(2012, 5, 9)},
                                           {"Maryam Aldous", "Cabinet member, libraries", 3, std::nullopt}};
    add("table", "stacks on a phone",
        table(say_, text("The members of the cabinet"), deciders, column(text("Name"), &Decider::name),
              column(text("Office they held that day"), &Decider::office), column(text("Since"), &Decider::since)));
    add("table", "short, of numbers",
        plain_table(say_, text("Years in office"), deciders, column(text("Name"), &Decider::name),
                    column(text("Years"), &Decider::years)));
  }

  void lists() {
    const Url there = Url::to("/eastmere/decisions/61");
    add("ledger", "with days",
        ledger(
            {{say_.time(a_day(2026, 10, 16)), a(there, "Pay £84,000 for an evening café"), text("Both sides agreed."),
              ask_link(there, text("Who decided this?"), text("About the evening café"))},
             {say_.time(a_day(2024, 3, 4)), a(there, "Close Harbour Road Library"),
              text("The choice was never put to people."), tag(text("Overtaken"), Tone::no)}}));
    add("ledger", "without days", ledger({{{}, a(there, "Harbour Road Library"), text("Repurposed"), {}}}));
    add("openings", "one",
        openings({{a(there, "Tell us what Harbour Road gave you"), text("The library comes back next April."),
                   text("As long as you like. Closes Thursday 17 December.")}}));
    add("counts", "with thousands", counts({{1412, text("things said since January")}, {38, text("waiting")}}, say_));
    add("facts", "a few", facts({{text("Questions asked"), text("19")}, {text("Answered in time"), text("11")}}));
    add("links", "in a row", links({a(there, "Ask a question about this decision"), a(there, "Say what is wrong")}));
    add("empty", "with something to do", empty(text("No decisions yet."), a(there, "See what is open to you now")));
    add("saved", "after a form", saved(text("Your question is on the record as entry 62.")));
    add("notice", "important", notice(text("Not confirmed by the council. We took this from its web site.")));
    add("ask box", "empty",
        ask_box(Url::to("/eastmere/ask"), text("Who decided this?"), text("You don’t need an account."),
                text("Bodies have 20 days to answer."), say_));
    add("code", "to keep", code_box("heron-4821-tide-09"));
    add("progress", "counting", progress(text("Reading what is on the record. 1,204 of 1,872 read."), 1204, 1872));
    add("steps", "of a form",
        form_steps({{FormStepState::done, text("The decision"), {}},
                    {FormStepState::here, text("Who decided"), text("3 people so far")},
                    {FormStepState::not_started, text("Their reasons"), {}}},
                   say_));
  }

  void outcomes() {
    add("tag", "all",
        el("p",
           join({tag(text("Taken up"), Tone::yes), tag(text("Taken up in part"), Tone::wait),
                 tag(text("Turned down"), Tone::no), tag(text("Waiting")), tag(text("Waiting too long"), Tone::late)},
                raw(" "))));
  }

  void plain_parts() {
    add("button", "both",
        el("p", button({.words = text("Send it")}), raw(" "),
           button_link(Url::to("/eastmere"), text("Go back"), ButtonLook::secondary)));
    add("inset", "one", inset(p(text("The Council’s own words are in the paper.")), say_));
    add("warning", "one",
        warning(text("People were not asked"), p(text("This choice was never put to them.")), say_, 3));
    add("details", "closed", details(text("How we count"), p(text("Each question once."))));
    add("breadcrumb", "two",
        breadcrumb({{text("Eastmere"), Url::to("/eastmere")}, {text("All decisions"), Url::to("/eastmere/decisions")}},
                   say_));
    add("pagination", "both ways",
        pagination(Url::to("/eastmere/decisions?page=1"), Url::to("/eastmere/decisions?page=3"), say_));
    add("summary list", "with an action",
        summary_list({{text("Day"), text("4 March 2024"),
                       a(Url::to("/eastmere/x"), text("Change") + hidden_words(text(" the day")))},
                      {text("Where"), text("Cabinet"), {}}}));
  }

  void forms() {
    Form form{
        .action = Url::to("/eastmere/decisions/new"),
        .fields = {{.name = "title", .label = msg("What was decided, in a few words"), .required = true},
                   {.name = "on", .kind = Kind::day, .label = msg("Day of the decision"), .required = true},
                   {.name = "reasons", .kind = Kind::words, .label = msg("Their reasons"), .length_max = 4000},
                   {.name = "maker",
                    .kind = Kind::choice,
                    .label = msg("Who took it"),
                    .required = true,
                    .choices = {choice("meeting", msg("A meeting")), choice("office", msg("One person in office"))}},
                   {.name = "asked",
                    .kind = Kind::choices,
                    .label = msg("What do you want to know?"),
                    .choices = {choice("who", msg("Who decided")), choice("when", msg("When"))}},
                   {.name = "cost", .kind = Kind::money, .label = msg("What it costs a year")},
                   {.name = "paper", .kind = Kind::file, .label = msg("The paper")},
                   {.name = "sure", .kind = Kind::tick, .label = msg("I have read it again")},
                   {.name = "deciders",
                    .kind = Kind::list,
                    .label = msg("Who voted"),
                    .group = {{.name = "name", .label = msg("Name"), .required = true},
                              {.name = "office", .label = msg("Office they held that day"), .required = true}},
                    .item = msg("Person {n}")}},
        .submit = msg("Save and go on")};
    add("form", "empty", render(form, {}, {}, say_));
    for (Field& field : form.fields) field.name += "2";  // two forms on one page: their ids must differ
    const FormValues typed({{"title2", ""},
                            {"on2.day", "31"},
                            {"on2.month", "9"},
                            {"on2.year", "2026"},
                            {"reasons2", "It costs too much.\nSee paper 7a."},
                            {"cost2", "a lot"},
                            {"deciders2/0/name", "Tom Bracewell"},
                            {"deciders2/0/office", ""}});
    Problems problems;
    problems.add("title2", Code::missing, msg("Say in a few words what was decided."));
    problems.add("on2", Code::out_of_range,
                 msg("September has {days} days. You wrote {day}.", {{"days", "30"}, {"day", "31"}}));
    problems.add("maker2", Code::missing, msg("Choose who took it."));
    problems.add("cost2", Code::malformed, msg("Write pounds, or pounds and pence, such as 1,250 or 18.50."), "a lot");
    problems.add("deciders2/0/office", Code::missing, msg("Write the office that Tom Bracewell held."));
    add("form", "with errors", error_summary(form, problems, say_) + render(form, typed, problems, say_));
  }

  const Say& say_;
  std::vector<Shown> shown_;
};

}  // namespace

std::vector<Shown> gallery(const Say& say) { return Gallery(say).all(); }

std::string gallery_page(const Say& say) {
  Html main = h1(text("Every part, in every state"));
  std::string part;
  for (const Shown& one : gallery(say)) {
    if (one.part != part) main += h2(text(one.part));
    part = one.part;
    main += el("div", {attr("class", "sheet")}, small(text(one.state)), one.html);
  }
  const Layout layout{.place_id = "eastmere",
                      .place_name = "Eastmere",
                      .record_size = 1284,
                      .copies_held_by = {"Eastmere Voluntary Action", "Saltway Trust"},
                      .crisis = {{"If a life is at risk, call", "999"},
                                 {"For a mental health crisis, call and choose option 2:", "111"},
                                 {"Samaritans, free, day and night:", "116 123"}},
                      .is_sample = true};
  return whole_page(layout,
                    {.title = "Every part", .address = Url::to("/components"), .here = Nav::place, .main = main}, say);
}

}  // namespace alongside::html
