#include "exchange/import_decisions.h"

#include <algorithm>

#include "base/text.h"
#include "commons/place/views.h"

namespace alongside::import {
namespace {

using formats::Format;
using kernel::Changes;
using kernel::Situation;

const std::vector<Format>& kinds() {
  static const std::vector<Format> kinds{
      Format::moderngov_decision, Format::moderngov_list, Format::moderngov_issue_text,
      Format::moderngov_issue,    Format::moderngov_plan, Format::moderngov_meeting,
      Format::legistar_matter,    Format::decisions_csv,  Format::oparl};
  return kinds;
}

void check(const FileRead& file, const formats::ReadDecision& one, Day today, Problems& problems) {
  const auto day = [&](const char* field, const std::optional<When>& when) {
    if (when && when->first() > today) {
      add(problems, file, one.line, field, Code::in_the_future,
          msg("What was decided has a day that has come. What is still to come goes into a forward plan."),
          when->iso());
    }
  };
  day("decided", one.decided);
  day("published", one.published);
  if (one.title.empty() && one.what.empty()) {
    add(problems, file, one.line, "title", Code::missing, msg("Give what the decision is called, or what it says."));
  }
}

// How much a file says of each of its decisions: of two pages about one, the fuller is read first.
std::size_t fullness(const FileRead& file) {
  std::size_t most = 0;
  for (const auto& one : file.read.decisions) most = std::max(most, one.fields_read.size());
  return most;
}

// Takes out what a fuller file of this order has said already.
void drop_again(OneFile& one, std::set<std::string>& seen, std::size_t& again) {
  decision::FromFile kept;
  decision::ImportFacts& facts = one.facts;
  decision::ImportFacts left{.next_index = facts.next_index, .today = facts.today, .on_record = facts.on_record};
  std::set<std::string> here;  // the same twice in one file is told apart further on
  const auto is_again = [&](const decision::ImportKeys& keys) {
    if (keys.identity.empty()) return false;
    if (seen.count(keys.identity) != 0) return ++again, true;
    here.insert(keys.identity);
    return false;
  };
  for (std::size_t i = 0; i < one.from.taken.size(); ++i) {
    if (is_again(facts.taken[i].keys)) continue;
    kept.taken.push_back(std::move(one.from.taken[i]));
    left.taken.push_back(std::move(facts.taken[i]));
  }
  for (std::size_t i = 0; i < one.from.coming.size(); ++i) {
    if (is_again(facts.coming[i].keys)) continue;
    kept.coming.push_back(std::move(one.from.coming[i]));
    left.coming.push_back(std::move(facts.coming[i]));
  }
  seen.merge(here);
  one.from = std::move(kept);
  facts = std::move(left);
}

}  // namespace

Index body_of(kernel::Reader& reader, Index asked, const formats::Read& read) {
  if (asked.is_set()) return asked;
  for (const formats::ReadMeeting& meeting : read.meetings) {
    for (const std::string& name : {meeting.body, meeting.name}) {
      if (name.empty()) continue;
      if (const auto body = place::body_named(reader, name)) return *body;
    }
  }
  return {};
}

std::vector<FileRead> read_decision_files(const Files& files, Problems& problems) {
  auto out = read_files(files, kinds(), problems);
  std::stable_sort(out.begin(), out.end(),
                   [](const FileRead& a, const FileRead& b) { return fullness(a) > fullness(b); });
  return out;
}

decision::FromFile from_file(FileRead& file, Index body, const PutRights& put_right_by, std::int64_t& nth) {
  decision::FromFile out;
  for (formats::ReadDecision& each : file.read.decisions) {
    auto one = from_source(each, body);
    if (const auto words = put_right_by.find(++nth); words != put_right_by.end()) {
      put_right(each, words->second);
      decision::DecisionTaken as_read = std::move(one.taken);
      one = from_source(each, body);
      one.as_read = std::move(as_read);
    }
    out.taken.push_back(std::move(one));
  }
  for (const formats::ReadComing& each : file.read.coming) {
    out.coming.push_back(from_source(each, body));
    ++nth;
  }
  return out;
}

bool may_import_decisions(const kernel::MayAsk& ask) {
  if (ask.actor.is_keeper()) return true;
  if (ask.actor.standing != kernel::Standing::officer) return false;
  const Index body = ask.index("body");
  // Without a body: the form itself, before anything is chosen.
  return body.is_set() ? ask.actor.is_officer_of(body) : ask.request.is_object() && ask.request.members().empty();
}

ImportDecisionsFacts look(const Situation& situation, const ImportDecisions& asked) {
  ImportDecisionsFacts facts{.today = situation.today};
  if (asked.body.is_set() && !place::is_body(situation.reader, asked.body)) {
    facts.problems.add("body", Code::not_found, msg("Give a body that is registered here."));
  }
  auto files = read_decision_files({asked.file, asked.files}, facts.problems);
  std::int64_t nth = 0;
  std::set<std::string> seen;
  for (FileRead& file : files) {
    OneFile one{.file = std::move(file)};
    formats::Read& read = one.file.read;
    const Index body = body_of(situation.reader, asked.body, read);
    if (!body.is_set()) {
      add(facts.problems, one.file, 0, "body", Code::missing,
          msg("Say whose decisions these are: the file does not name a body that is registered here."));
    }
    if (read.decisions.empty() && read.coming.empty()) {
      add(facts.problems, one.file, 0, "file", Code::missing, msg("There is no decision in this file."));
    }
    one.from = from_file(one.file, body, asked.put_right, nth);
    for (const formats::ReadDecision& each : read.decisions) {
      check(one.file, each, situation.today, facts.problems);
      for (const std::string& field : each.fields_missing) facts.missing.add(field);
      for (const formats::Suggestion& suggestion : each.suggestions) {
        facts.suggested.add(formats::name(suggestion.field));
      }
    }
    for (const formats::ReadComing& each : read.coming) {
      for (const std::string& field : each.fields_missing) facts.missing.add(field);
    }
    if (facts.problems.any()) continue;
    one.facts = decision::look_import(situation.reader, situation.next_index, situation.today, one.from);
    drop_again(one, seen, facts.again);
    facts.files.push_back(std::move(one));
  }
  return facts;
}

Result<Changes> decide(const ImportDecisionsFacts& facts, ImportDecisions asked) {
  auto done = put_on_record(facts, asked);
  if (!done) return done.problems();
  return std::move(done->changes);
}

Result<ImportDone> put_on_record(const ImportDecisionsFacts& facts, const ImportDecisions& asked) {
  if (facts.problems.any()) return facts.problems;
  ImportDone out;
  Changes& changes = out.changes;
  std::size_t taken = 0, coming = 0, changed = 0, unchanged = facts.again;
  Json perhaps = Json::array();
  for (const OneFile& one : facts.files) {
    const auto done =
        decision::add_imported(changes, one.facts, source_of(one.file, asked.source, facts.today), one.from);
    taken += done.taken.size();
    out.taken.insert(out.taken.end(), done.taken.begin(), done.taken.end());
    coming += done.coming.size();
    changed += done.changed.size();
    unchanged += done.unchanged.size();
    for (const decision::Proposed& same : done.proposed) {
      Json others = Json::array();
      for (const Index other : same.perhaps) others.push(other.value);
      perhaps.push(Json::object({{"decision", same.decision.value}, {"perhaps", std::move(others)}}));
    }
  }
  tell(changes, "read", taken + coming + changed + unchanged);
  tell(changes, "taken", taken);
  tell(changes, "coming", coming);
  tell(changes, "changed", changed);
  tell(changes, "unchanged", unchanged);
  changes.tell("missing", facts.missing.json());
  changes.tell("suggested", facts.suggested.json());
  changes.tell("perhaps_the_same", std::move(perhaps));
  return out;
}

}  // namespace alongside::import
