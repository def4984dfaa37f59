// What can happen to what people say in a piece of work: said, read, refused, kept back, changed, withdrawn; put together
// with others that say the same; answered, and judged by whoever said it.
//
// No act tells of a person, their side or their standing. `said.held` is one act for two things, so that nobody who reads
// the record can tell which it was: whoever said it paused it, or a moderator was worried.
#pragma once

#include "kernel/fields.h"

namespace alongside::said {

enum class SayingKind { story, evidence, idea, objection };
constexpr auto words_of(SayingKind) {
  using namespace std::string_view_literals;
  return std::array{"story"sv, "evidence"sv, "idea"sv, "objection"sv};
}
inline constexpr std::array<SayingKind, 4> all_kinds{SayingKind::story, SayingKind::evidence, SayingKind::idea, SayingKind::objection};

enum class How { screen, phone, paper };
constexpr auto words_of(How) {
  using namespace std::string_view_literals;
  return std::array{"screen"sv, "phone"sv, "paper"sv};
}

// What an upload is, told by its first bytes (upload.h).
enum class Media { none, jpeg, png, webp, mp3, m4a, ogg, wav, mp4, webm };
constexpr auto words_of(Media) {
  using namespace std::string_view_literals;
  return std::array{"none"sv, "jpeg"sv, "png"sv, "webp"sv, "mp3"sv, "m4a"sv, "ogg"sv, "wav"sv, "mp4"sv, "webm"sv};
}

struct SaidGiven {
  static constexpr std::string_view kind = "said.given";
  Index work;
  SayingKind saying_kind = SayingKind::story;
  Index about;  // a wording, an option, a place, a decision: any act of this record
  Said words;   // withheld until a person has read them
  Media media = Media::none;
  Said file;         // its bytes in base64
  Said description;  // the same in words, for who cannot see or hear it
  How how = How::screen;
  std::optional<Day> on;  // the day it was said, where that was before it came here
  static void fields(auto& self, auto&& field) {
    field("about", self.about);
    field("description", self.description);
    field("file", self.file);
    field("how", self.how);
    field("media", self.media);
    field("on", self.on);
    field("saying_kind", self.saying_kind);
    field("words", self.words);
    field("work", self.work);
  }
};

// A person has read it, and others may too.
struct SaidPublished {
  static constexpr std::string_view kind = "said.published";
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};

enum class Refusal { names_a_person, abuse, not_about_this, duplicate, advert };
constexpr auto words_of(Refusal) {
  using namespace std::string_view_literals;
  return std::array{"names_a_person"sv, "abuse"sv, "not_about_this"sv, "duplicate"sv, "advert"sv};
}
struct SaidRefused {
  static constexpr std::string_view kind = "said.refused";
  Index said;
  Refusal reason = Refusal::names_a_person;
  Said note;  // how to mend it: told to whoever said it, and to nobody else
  static void fields(auto& self, auto&& field) {
    field("note", self.note);
    field("reason", self.reason);
    field("said", self.said);
  }
};

struct SaidHeld {
  static constexpr std::string_view kind = "said.held";
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};

// It is again what it was before it was held.
struct SaidReleased {
  static constexpr std::string_view kind = "said.released";
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};

// New words take the place of the old ones, which are destroyed. A person reads them before others can.
struct SaidChanged {
  static constexpr std::string_view kind = "said.changed";
  Index said;
  Said words;
  bool without_file = false;  // the upload goes too
  static void fields(auto& self, auto&& field) {
    field("said", self.said);
    field("without_file", self.without_file);
    field("words", self.words);
  }
};

struct SaidWithdrawn {
  static constexpr std::string_view kind = "said.withdrawn";
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};

// The same in other words, or one text that many sent.
enum class SameAs { same, campaign };
constexpr auto words_of(SameAs) {
  using namespace std::string_view_literals;
  return std::array{"same"sv, "campaign"sv};
}
struct SaidGrouped {
  static constexpr std::string_view kind = "said.grouped";
  Index work;
  std::vector<Index> saids;
  SameAs as = SameAs::same;
  Index into;  // the group that grows; unset: a new one
  static void fields(auto& self, auto&& field) {
    field("as", self.as);
    field("into", self.into);
    field("saids", self.saids);
    field("work", self.work);
  }
};
struct SaidUngrouped {
  static constexpr std::string_view kind = "said.ungrouped";
  Index said;
  static void fields(auto& self, auto&& field) { field("said", self.said); }
};

enum class Outcome { taken_up, in_part, not_taken_up, waiting };
constexpr auto words_of(Outcome) {
  using namespace std::string_view_literals;
  return std::array{"taken_up"sv, "in_part"sv, "not_taken_up"sv, "waiting"sv};
}
inline constexpr std::array<Outcome, 4> all_outcomes{Outcome::taken_up, Outcome::in_part, Outcome::not_taken_up, Outcome::waiting};

// One answer to each of these. Signed by a named person who can be reached.
struct SaidAnswered {
  static constexpr std::string_view kind = "said.answered";
  Index work;
  std::vector<Index> saids;
  Outcome outcome = Outcome::taken_up;
  Said why;
  std::optional<Day> until;  // of `waiting`
  Said signed_by;
  Said reach;
  Index changed;  // the option, wording or decision that changed because of it
  static void fields(auto& self, auto&& field) {
    field("changed", self.changed);
    field("outcome", self.outcome);
    field("reach", self.reach);
    field("saids", self.saids);
    field("signed_by", self.signed_by);
    field("until", self.until);
    field("why", self.why);
    field("work", self.work);
  }
};

// "This answers me", or it does not, which opens it again.
enum class Answers { yes, no };
constexpr auto words_of(Answers) {
  using namespace std::string_view_literals;
  return std::array{"yes"sv, "no"sv};
}
struct SaidJudged {
  static constexpr std::string_view kind = "said.judged";
  Index said;
  Index answer;  // the said.answered
  Answers answers = Answers::yes;
  static void fields(auto& self, auto&& field) {
    field("answer", self.answer);
    field("answers", self.answers);
    field("said", self.said);
  }
};

}  // namespace alongside::said
