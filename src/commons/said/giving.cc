#include "commons/said/giving.h"

#include "base/text.h"
#include "commons/said/upload.h"
#include "commons/work/danger.h"

namespace alongside::said {

using kernel::Changes;
using kernel::Situation;

namespace {

void check_length(const Said& said, const char* field, Problems& problems) {
  if (said.words().size() > words_bytes_max) problems.add(field, Code::out_of_range, msg("Write at most 20,000 letters."));
}

// The bytes to keep, and what they are; nothing where that is a problem.
std::optional<std::string> checked_file(const GiveSaid& asked, Media& media, Problems& problems) {
  if (!asked.file) return std::string();
  const std::string& bytes = asked.file->bytes;
  if (bytes.size() > file_bytes_max) {
    problems.add("file", Code::out_of_range, msg("This file is too large. Give one of at most 8 MB."), std::to_string(bytes.size()));
    return std::nullopt;
  }
  media = media_of(bytes);
  auto kept = media == Media::none ? std::nullopt : without_notes(media, bytes);
  if (!kept) {
    problems.add("file", Code::not_supported, msg("Give a picture (JPEG, PNG or WebP), sound (MP3, M4A, Ogg or WAV) or film (MP4 or WebM) that is whole."),
                 shortened(asked.file->name, 60));
    return std::nullopt;
  }
  if (is_blank(asked.description)) problems.add("description", Code::missing, msg("Say in words what is in the file, for people who cannot see or hear it."));
  return kept;
}

void needs_own(const OwnFacts& facts, Problems& problems) {
  if (!facts.saying) problems.add("said", Code::not_found, msg("There is nothing with this number that somebody said here."));
}

OwnFacts own_facts(const Situation& situation, Index said) {
  OwnFacts facts{.today = situation.today, .person = situation.actor.person, .saying = saying_row(situation.reader, said)};
  if (!facts.saying) return facts;
  facts.acts = acts_with_words(situation.reader, *facts.saying);
  facts.replacements = situation.reader.replacements(facts.saying->words_act, "words");
  const auto work = work::row_of(situation.reader, facts.saying->work);
  facts.work_is_open = work && work->state == work::WorkState::open;
  facts.is_danger = work::is_in_danger(situation.reader, said);
  return facts;
}

Problems no_such_saying() { return problem(Code::not_found, "said", msg("There is nothing with this number that somebody said here.")); }

Problems is_withdrawn() { return problem(Code::wrong_state, "", msg("This was withdrawn, and the words are gone. You can say it anew.")); }

}  // namespace

// ---- saying it ------------------------------------------------------------------------------------------------------

GiveFacts look(const Situation& situation, const GiveSaid& asked) {
  kernel::Reader& reader = situation.reader;
  GiveFacts facts{.today = situation.today, .next = situation.next_index, .person = situation.actor.person, .work = work::row_of(reader, asked.work)};
  facts.is_in_the_room = work::side_of(reader, asked.work, facts.person).has_value();
  facts.about_is_here = !asked.about.is_set() || reader.stamp(asked.about).has_value();
  facts.unread = reader.count("SELECT COUNT(*) FROM said_authors a JOIN sayings s ON s.idx = a.said WHERE a.person = $1 AND a.work = $2 AND s.stand = 'waiting'",
                              {facts.person.value, asked.work.value});
  return facts;
}

Result<Changes> decide(const GiveFacts& facts, GiveSaid asked) {
  Problems problems;
  if (!facts.work) {
    problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  } else if (facts.work->state != work::WorkState::open) {
    problems.add("", Code::wrong_state, facts.work->state == work::WorkState::paused ? msg("This work pauses. You can say something when it goes on.") : msg("Nobody has been invited yet."));
  } else if (!facts.is_in_the_room) {
    problems.add("", Code::wrong_state, msg("Take part first: say on which side you are here. Nobody sees who is on which side."));
  }
  if (facts.unread >= unread_max) problems.add("", Code::too_many, msg("Twenty things that you said wait to be read. Please come back when some have been."));
  if (is_blank(asked.words) && !asked.file) problems.add("words", Code::missing, msg("Say it in your own words, or give a file."));
  check_length(asked.words, "words", problems);
  check_length(asked.description, "description", problems);
  if (!facts.about_is_here) problems.add("about", Code::not_found, msg("Give the number of something that is on this record."), std::to_string(asked.about.value));
  if (asked.on && *asked.on > facts.today) problems.add("on", Code::in_the_future, msg("Give a day that has come."), asked.on->iso());
  Media media = Media::none;
  const auto file = checked_file(asked, media, problems);
  if (problems.any()) return problems;

  Changes changes;
  changes.add(SaidGiven{.work = asked.work, .saying_kind = asked.saying_kind, .about = asked.about,
                        .words = is_blank(asked.words) ? Said() : std::move(asked.words), .media = media,
                        .file = file->empty() ? Said() : Said(base64(*file)),
                        .description = is_blank(asked.description) || file->empty() ? Said() : std::move(asked.description),
                        .how = asked.how, .on = asked.on},
              {.person = facts.person, .withheld = true});
  changes.keep(AuthorRow{.said = facts.next, .work = asked.work, .person = facts.person.value});
  changes.run("DELETE FROM said_drafts WHERE person = $1 AND work = $2", {facts.person.value, asked.work.value});
  changes.keep_private(draft_name(facts.person, asked.work), facts.person, "");
  return changes;
}

// ---- changing one's mind --------------------------------------------------------------------------------------------

OwnFacts look(const Situation& situation, const ChangeSaid& asked) { return own_facts(situation, asked.said); }

Result<Changes> decide(const OwnFacts& facts, ChangeSaid asked) {
  Problems problems;
  needs_own(facts, problems);
  if (is_blank(asked.words)) problems.add("words", Code::missing, msg("Say it in your own words."));
  check_length(asked.words, "words", problems);
  if (problems.any()) return problems;
  if (facts.saying->stand == Stand::withdrawn) return is_withdrawn();
  if (!facts.work_is_open) return problem(Code::wrong_state, "", msg("This work is not open now. You can still pause or withdraw what you said."));
  Changes changes;
  changes.erase({.act = facts.saying->words_act, .field = "words", .ground = kernel::Ground::own_wish});
  for (const Index act : facts.replacements) changes.erase({.act = act, .ground = kernel::Ground::own_wish});
  if (asked.without_file) {
    for (const char* field : {"description", "file"}) changes.erase({.act = asked.said, .field = field, .ground = kernel::Ground::own_wish});
  }
  changes.withhold_words(asked.said);  // an upload that stays is read again with the new words
  changes.add(SaidChanged{.said = asked.said, .words = std::move(asked.words), .without_file = asked.without_file}, {.person = facts.person, .withheld = true});
  return changes;
}

OwnFacts look(const Situation& situation, const PauseSaid& asked) { return own_facts(situation, asked.said); }

Result<Changes> decide(const OwnFacts& facts, PauseSaid asked) {
  if (!facts.saying) return no_such_saying();
  const Stand stand = facts.saying->stand;
  if (stand == Stand::withdrawn) return is_withdrawn();
  if (stand == Stand::held) return problem(Code::wrong_state, "", msg("It is kept back already."));
  if (stand == Stand::refused) return problem(Code::wrong_state, "", msg("It was not published, so there is nothing to pause. You can change or withdraw it."));
  Changes changes;
  changes.add(SaidHeld{.said = asked.said});
  for (const Index act : facts.acts) changes.withhold_words(act);
  return changes;
}

OwnFacts look(const Situation& situation, const ResumeSaid& asked) { return own_facts(situation, asked.said); }

Result<Changes> decide(const OwnFacts& facts, ResumeSaid asked) {
  if (!facts.saying) return no_such_saying();
  if (facts.saying->stand == Stand::withdrawn) return is_withdrawn();
  if (facts.saying->stand != Stand::held) return problem(Code::wrong_state, "", msg("It is not kept back."));
  if (facts.is_danger) return problem(Code::not_allowed, "", msg("A moderator keeps it back, because they are worried about somebody. Your page says where there is help."));
  Changes changes;
  changes.add(SaidReleased{.said = asked.said});
  if (is_public(facts.saying->before)) {
    for (const Index act : facts.acts) changes.show_words(act);
  }
  return changes;
}

OwnFacts look(const Situation& situation, const WithdrawSaid& asked) { return own_facts(situation, asked.said); }

Result<Changes> decide(const OwnFacts& facts, WithdrawSaid asked) {
  if (!facts.saying) return no_such_saying();
  if (facts.saying->stand == Stand::withdrawn) return is_withdrawn();
  Changes changes;
  changes.add(SaidWithdrawn{.said = asked.said});
  for (const Index act : facts.acts) changes.erase({.act = act, .ground = kernel::Ground::own_wish});
  if (facts.saying->refused_act.is_set()) changes.erase({.act = facts.saying->refused_act, .ground = kernel::Ground::own_wish});
  return changes;
}

// ---- judging the answer ---------------------------------------------------------------------------------------------

OwnFacts look(const Situation& situation, const JudgeSaid& asked) {
  OwnFacts facts = own_facts(situation, asked.said);
  facts.answer_is_its_own = facts.saying && asked.answer.is_set() && facts.saying->answer == asked.answer;
  return facts;
}

Result<Changes> decide(const OwnFacts& facts, JudgeSaid asked) {
  Problems problems;
  needs_own(facts, problems);
  if (!asked.answers) problems.add("answers", Code::missing, msg("Say whether it answers you."));
  if (facts.saying && !facts.answer_is_its_own) problems.add("answer", Code::not_found, msg("Give the last answer to what you said."));
  if (problems.any()) return problems;
  if (!is_public(facts.saying->stand)) return problem(Code::wrong_state, "", msg("Others cannot read it now, so there is no answer to judge."));
  if (facts.saying->stand == Stand::reopened && *asked.answers == Answers::no) return problem(Code::already_there, "answers", msg("You have said so already, and it is open again."));
  if (facts.saying->stand == Stand::agreed && *asked.answers == Answers::yes) return problem(Code::already_there, "answers", msg("You have said so already."));
  Changes changes;
  changes.add(SaidJudged{.said = asked.said, .answer = asked.answer, .answers = *asked.answers});
  return changes;
}

// ---- drafts ---------------------------------------------------------------------------------------------------------

DraftFacts look(const Situation& situation, const KeepDraft& asked) {
  return {.today = situation.today, .person = situation.actor.person, .work_is_here = work::row_of(situation.reader, asked.work).has_value()};
}

Result<Changes> decide(const DraftFacts& facts, KeepDraft asked) {
  Problems problems;
  if (!facts.work_is_here) problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  check_length(asked.words, "words", problems);
  if (problems.any()) return problems;
  Changes changes;
  changes.run("DELETE FROM said_drafts WHERE person = $1 AND work = $2", {facts.person.value, asked.work.value});
  if (!is_blank(asked.words)) changes.keep(DraftRow{.person = facts.person.value, .work = asked.work, .kind = asked.saying_kind, .kept_on = facts.today});
  changes.keep_private(draft_name(facts.person, asked.work), facts.person, is_blank(asked.words) ? std::string() : asked.words.words());
  return changes;
}

Result<Changes> forget_old_drafts(const Situation& situation) {
  Changes changes;
  const Day first_kept = situation.today - draft_days;
  for (const DraftRow& row : situation.reader.all<DraftRow>("WHERE kept_on < $1 ORDER BY person, work", {kernel::to_value(first_kept)})) {
    changes.run("DELETE FROM said_drafts WHERE person = $1 AND work = $2", {row.person, row.work.value});
    changes.keep_private(draft_name({row.person}, row.work), {row.person}, "");
  }
  return changes;
}

Result<Changes> end_what_is_gone(const Situation& situation) {
  Changes changes;
  situation.reader.each("SELECT l.said FROM said_left l JOIN sayings s ON s.idx = l.said WHERE s.stand IN ('waiting', 'held') ORDER BY l.said", {},
                        [&](const store::Row& row) { changes.add(SaidWithdrawn{.said = {row.integer(0)}}); });
  if (!changes.acts().empty()) changes.run("DELETE FROM said_left", {});
  return changes;
}

}  // namespace alongside::said
