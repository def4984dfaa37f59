#include "exchange/import_said.h"

#include <set>

#include "base/text.h"
#include "commons/said/reading.h"

namespace alongside::import {
namespace {

using formats::Format;
using formats::ReadSaying;
using formats::SayingState;
using kernel::Changes;

const std::vector<Format>& kinds() {
  static const std::vector<Format> kinds{Format::petitions, Format::answers_jsonl, Format::answers_csv, Format::polis_comments, Format::sayings_csv};
  return kinds;
}

void check(ImportSaidFacts& facts, const FileRead& file, const ImportSaid& asked) {
  if (file.read.sayings.empty()) add(facts.problems, file, 0, "file", Code::missing, msg("Nothing that anyone said is in this file."));
  bool has_refused = false;
  for (const ReadSaying& one : file.read.sayings) {
    has_refused = has_refused || one.state == SayingState::refused;
    if (one.words.size() > said::words_bytes_max) add(facts.problems, file, one.line, "words", Code::out_of_range, msg("Write at most 20,000 letters."));
    if (one.on && *one.on > facts.today) add(facts.problems, file, one.line, "on", Code::in_the_future, msg("Give a day that has come."), one.on->iso());
  }
  if (has_refused && !asked.refused_for) {
    add(facts.problems, file, 0, "refused_for", Code::missing, msg("Some of these were refused there, and the file does not say why. Choose the reason; it is counted in public."));
  }
}

class Adding {
 public:
  Adding(Changes& changes, const ImportSaidFacts& facts, const ImportSaid& asked) : changes_(changes), facts_(facts), asked_(asked) {}

  void file(const SaidFile& file) {
    const std::size_t source_at = changes_.acts().size();
    changes_.add(source_of(file.file, asked_.source, facts_.today));
    for (std::size_t i = 0; i < file.keys.size(); ++i) {
      ++read_;
      if (!file.is_known[i] && seen_.insert(file.keys[i]).second) one(file.file.read.sayings[i], file.keys[i]);
    }
    if (changes_.acts().size() == source_at + 1) changes_.acts().pop_back();  // nothing new was in it
  }

  void tell() {
    import::tell(changes_, "read", read_);
    import::tell(changes_, "added", added_);
    import::tell(changes_, "published", published_);
    import::tell(changes_, "refused", refused_);
    import::tell(changes_, "unchanged", read_ - added_);
  }

 private:
  void one(const ReadSaying& read, const std::string& key) {
    const bool is_refused = read.state == SayingState::refused;
    const bool is_published = !is_refused && asked_.published;
    const Index saying{facts_.next_index.value +
                       static_cast<std::int64_t>(changes_.add(said::SaidGiven{.work = asked_.work, .saying_kind = asked_.saying_kind, .words = said(read.words),
                                                                              .how = said::How::screen, .on = read.on},
                                                              {.withheld = !is_published}))};
    if (is_refused) changes_.add(said::SaidRefused{.said = saying, .reason = *asked_.refused_for});
    if (is_published) changes_.add(said::SaidPublished{.said = saying});
    changes_.run("INSERT INTO import_saids (key, said) VALUES ($1, $2) ON CONFLICT DO NOTHING", {store::Blob{key}, saying.value});
    ++added_;
    refused_ += is_refused ? 1 : 0;
    published_ += is_published ? 1 : 0;
  }

  Changes& changes_;
  const ImportSaidFacts& facts_;
  const ImportSaid& asked_;
  std::set<std::string> seen_;
  std::size_t read_ = 0, added_ = 0, published_ = 0, refused_ = 0;
};

}  // namespace

ImportSaidFacts look(const kernel::Situation& situation, const ImportSaid& asked) {
  kernel::Reader& reader = situation.reader;
  ImportSaidFacts facts{.next_index = situation.next_index, .today = situation.today, .work = work::row_of(reader, asked.work)};
  for (FileRead& file : read_files({asked.file, asked.files}, kinds(), facts.problems)) {
    check(facts, file, asked);
    SaidFile one{.file = std::move(file), .keys = {}, .is_known = {}};
    for (const ReadSaying& read : one.file.read.sayings) {
      // With its words: two conversations count from 1, and may be brought into one piece of work.
      const std::string text = std::to_string(asked.work.value) + '\0' + std::string(formats::name(one.file.read.format)) + '\0' + read.source_id + '\0' + read.words;
      one.keys.push_back(reader.lookup("said", text));
      one.is_known.push_back(reader.count("SELECT COUNT(*) FROM import_saids WHERE key = $1", {store::Blob{one.keys.back()}}) > 0 ? 1 : 0);
    }
    facts.files.push_back(std::move(one));
  }
  return facts;
}

Result<Changes> decide(const ImportSaidFacts& facts, ImportSaid asked) {
  Problems problems = facts.problems;
  if (!facts.work) {
    problems.add("work", Code::not_found, msg("Give a piece of work that is on this record."));
  } else if (facts.work->state != work::WorkState::open) {
    problems.add("", Code::wrong_state, facts.work->state == work::WorkState::paused ? msg("This work pauses. You can say something when it goes on.") : msg("Nobody has been invited yet."));
  }
  if (problems.any()) return problems;
  Changes changes;
  Adding adding(changes, facts, asked);
  for (const SaidFile& file : facts.files) adding.file(file);
  adding.tell();
  return changes;
}

kernel::CommandRow said_row() {
  return {.words = "import said", .path = "/work/{work}/import", .may = kernel::may::keeper,
          .title = msg("Read what people said from a file"),
          .lede = msg("Petitions, answers to a consultation, or a Polis conversation. Who said it is not read, and the file is not kept. What is here already is passed over."),
          .submit = msg("Put these on the record"),
          .fields = {{.field = "file", .label = msg("The file"), .hint = msg("JSON with one of them a line, or CSV."), .required = true},
                     {.field = "source", .label = msg("Where it stands on the web"), .hint = msg("The page’s address, so that others can look."), .one_line = true},
                     {.field = "saying_kind", .label = msg("What it is"), .choice_labels = {msg("A story: what happened to me"), msg("Evidence: what I know or have read"), msg("An idea: what could be done"), msg("An objection: what I am against, and why")}},
                     {.field = "published", .label = msg("People read all of it there before it was shown")},
                     {.field = "refused_for", .label = msg("Why some were refused there, if some were"), .choice_labels = {msg("It names a person"), msg("It is abusive"), msg("It is not about this work"), msg("The same person said it already"), msg("It is an advertisement")}}},
          .then = "/work/{work}/said", .done = msg("The file was read.")};
}

}  // namespace alongside::import
