// Words that sound like danger, whatever they are: a saying, a wording of the question, an item of an agenda, a dissent.
//
// They go another way at once. Somebody is told; nobody can publish or refuse them until that is over; who told whom, and
// when, is kept for those who moderate; whoever wrote them sees where there is help. None of it is on the record: there they
// wait, like all words that nobody has read yet. (A saying that others could read already is held, like one that whoever
// said it has paused.)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/place/views.h"
#include "html/html.h"
#include "kernel/concern.h"

namespace alongside::work {

struct DangerRow {
  static constexpr std::string_view table = "work_danger";
  Index thing;              // its first act
  Index work;
  std::string path;         // under the place: what can be done with it stands below
  std::int64_t author = 0;  // 0: left since
  std::int64_t person = 0;  // who told; 0: left since
  Instant at;
  bool ended = false;
  static void fields(auto& self, auto&& column) {
    column("thing", self.thing);
    column("work", self.work);
    column("path", self.path);
    column("author", self.author);
    column("person", self.person);
    column("at_second", self.at);
    column("ended", self.ended);
  }
};

bool is_in_danger(kernel::Reader& reader, Index thing);  // it sounded like danger, and that is not over
std::int64_t dangers(kernel::Reader& reader, Index work);
// Something of theirs sounds like danger, and that is not over.
bool is_worried_about(kernel::Reader& reader, kernel::Person author);

// ---- commands -------------------------------------------------------------------------------------------------------

struct DangerFacts {
  DangerRow danger;        // as it would be kept: of whoever asks, now; its thing is unset where there is none
  bool waits = false;      // for a person to read it
  bool in_danger = false;  // already
};
// `thing` is unset where there is none; the concern that knows it says whether it waits.
DangerFacts danger_facts(const kernel::Situation& situation, Index thing, Index work, std::string path, kernel::Person author);

// What is wrong with telling, whatever it is that sounds like danger.
Problems wrong_with_telling(const DangerFacts& facts, const Said& told);
void keep_danger(const DangerFacts& facts, const Said& told, kernel::Changes& changes);

// Of words that wait to be read.
Result<kernel::Changes> tell_of_danger(const DangerFacts& facts, const Said& told);
Result<kernel::Changes> say_it_is_over(const DangerFacts& facts);

// Why nothing else can be done with it meanwhile.
Message kept_back_as_danger();

kernel::CommandRow danger_row(const char* words, const char* path, kernel::May may);  // asks who was "told"
kernel::CommandRow danger_over_row(const char* words, const char* path, kernel::May may);

// ---- pages, for moderators and for whoever wrote it -----------------------------------------------------------------

struct DangerLine {
  Index thing;
  std::string path;
  Text words;
  Instant at;
  std::string by;    // who told; empty: they left
  std::string told;  // empty: not kept any more
  static void fields(auto& self, auto&& field) {
    field("at", self.at);
    field("by", self.by);
    field("path", self.path);
    field("thing", self.thing);
    field("told", self.told);
    field("words", self.words);
  }
};
std::vector<DangerLine> danger_lines(kernel::Reader& reader, Index work);  // that are not over, the oldest first

html::Html danger_entry(const DangerLine& line, const kernel::Showing& at);
// Under words that a moderator reads: publish and refuse, or that they are kept back; and whom to tell.
html::Html what_to_do(const std::string& path, bool in_danger, const Text& safeguarding, const html::Html& publish, const html::Html& refuse, const kernel::Showing& at);
// "We are not a crisis service", with those that are. Empty where the place names none.
html::Html crisis_box(const std::vector<place::Helpline>& helplines, const html::Say& say);
// The same for whoever looks; empty where nobody is worried about them.
std::vector<place::Helpline> help_for(const kernel::Seeing& seeing);

}  // namespace alongside::work
