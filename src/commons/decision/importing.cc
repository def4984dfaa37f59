#include "commons/decision/importing.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "commons/decision/reading.h"

namespace alongside::decision {
namespace {

using kernel::Changes;
using kernel::Reader;

constexpr std::string_view purpose = "import";

std::string key_of(const Reader& reader, std::string_view kind, Index body,
                   std::initializer_list<std::string_view> parts) {
  std::string text(kind);
  text += '\0' + std::to_string(body.value);
  for (const std::string_view part : parts) text.append(1, '\0').append(part);
  return reader.lookup(purpose, text);
}

// The fields of a decision that are words, and those that are days, as corrections name them.
template <class Each>
void words_of_taken(DecisionTaken& act, Each each) {
  each("title", act.title);
  each("what", act.what);
  each("purpose", act.purpose);
  each("maker", act.maker);
  each("meeting", act.meeting);
  each("reasons", act.reasons);
  each("area", act.area);
  each("source_words", act.source_words);
}
template <class Each>
void days_of_taken(const DecisionTaken& act, Each each) {
  each("on", act.on);
  each("published", act.published);
  each("effective", act.effective);
}
// What is the same in words and days is told apart by the text of each.
std::map<std::string, std::string, std::less<>> texts_of(DecisionTaken act) {
  std::map<std::string, std::string, std::less<>> out;
  words_of_taken(act, [&](const char* part, Said& words) { out[part] = words.words(); });
  days_of_taken(act, [&](const char* part, const std::optional<When>& day) { out[part] = day ? day->iso() : ""; });
  return out;
}

using Digests = std::map<std::string, std::string, std::less<>>;

// Of a decision that a person put right: what its source says of the parts that read otherwise now. Of one that is
// known again: what it says of the parts that were put right then.
Digests digests_as_read(const Reader& reader, const FromSource& one, const OnRecord* held) {
  Digests out;
  if (!one.as_read && (held == nullptr || held->as_read.empty())) return out;
  const auto now = texts_of(one.taken);
  const auto source = one.as_read ? texts_of(*one.as_read) : now;
  for (const auto& [part, text] : source) {
    const bool was_put_right = held != nullptr && held->as_read.count(part) != 0;
    if (was_put_right || now.at(part) != text) out[part] = reader.lookup("as read/" + part, text);
  }
  return out;
}

void keep_as_read(Changes& changes, const Digests& digests, Index decision) {
  for (const auto& [part, digest] : digests) {
    changes.run(
        "INSERT INTO import_as_read (decision, part, digest) VALUES ($1, $2, $3) "
        "ON CONFLICT (decision, part) DO UPDATE SET digest = excluded.digest",
        {decision.value, part, store::Blob{digest}});
  }
}

template <class Each>
void words_of_coming(DecisionComing& act, Each each) {
  each("title", act.title);
  each("what", act.what);
  each("maker", act.maker);
  each("have_a_say", act.have_a_say);
  each("consultation", act.consultation);
  each("restriction", act.restriction);
  each("urgency", act.urgency);
  each("key_reason", act.key_reason);
  each("source_words", act.source_words);
}
OnRecord on_record(Reader& reader, const DecisionRow& row) {
  OnRecord out{.decision = row.index,
               .is_taken = row.taken_act.is_set(),
               .deciders = static_cast<std::size_t>(row.deciders),
               .call_in = row.call_in,
               .event = row.event};
  // All at once: a query a part would be a dozen for each of thousands.
  for (const Index act : {row.coming_act, row.taken_act}) {
    if (!act.is_set()) continue;
    for (auto& [field, text] : reader.all_words(act)) out.words[field] = std::move(text);
  }
  for (const ActRow& act : reader.all<ActRow>("WHERE decision = $1 AND kind = $2 ORDER BY idx",
                                              {row.index.value, std::string(DecisionCorrected::kind)})) {
    Text text = reader.words(act.index, "words");
    if (text.state != Text::State::absent) out.words[act.part] = std::move(text);
  }
  if (row.due) out.days.emplace("due", *row.due);
  if (row.on) out.days.emplace("on", *row.on);
  if (row.published) out.days.emplace("published", *row.published);
  if (row.effective) out.days.emplace("effective", *row.effective);
  reader.each("SELECT part, digest FROM import_as_read WHERE decision = $1 ORDER BY part", {row.index.value},
              [&](const store::Row& each) { out.as_read.emplace(each.text(0), each.blob(1)); });
  return out;
}

// Adds a correction for each part that reads otherwise now. True: there was one.
class Corrections {
 public:
  Corrections(Changes& changes, const OnRecord& before, Index source, const Digests& as_read = {})
      : changes_(changes), before_(before), source_(source), as_read_(as_read) {}

  void words(const char* part, Said& now) {
    if (now.empty() || still_says(part)) return;  // what a source no longer says, it has not changed
    const auto fresh = as_words(now.words());
    const auto found = before_.words.find(part);
    if (found != before_.words.end()) {
      if (!found->second.is_shown()) return;  // erased or withheld here: an import does not bring it back
      if (fresh && found->second.words == *fresh) return;
    }
    changes_.add(DecisionCorrected{
        .decision = before_.decision, .part = Token{part}, .words = std::move(now), .source = source_});
    any_ = true;
  }
  void day(const char* part, const std::optional<When>& now) {
    if (!now || still_says(part)) return;
    const auto found = before_.days.find(part);
    if (found != before_.days.end() && found->second == *now) return;
    changes_.add(DecisionCorrected{.decision = before_.decision, .part = Token{part}, .when = now, .source = source_});
    any_ = true;
  }
  bool any() const { return any_; }

 private:
  // A person put this part right before it was published, and the source says what it said then.
  bool still_says(const char* part) const {
    const auto then = before_.as_read.find(part);
    const auto now = as_read_.find(part);
    return then != before_.as_read.end() && now != as_read_.end() && then->second == now->second;
  }

  Changes& changes_;
  const OnRecord& before_;
  Index source_;
  Digests as_read_;
  bool any_ = false;
};

Index next_of(const Changes& changes, Index next) {
  return {next.value + static_cast<std::int64_t>(changes.acts().size())};
}

Named named(const DecisionTaken& act) {
  return {.body = act.body,
          .source_id = act.source_id.words(),
          .reference = act.reference.words(),
          .on = act.on,
          .maker = act.maker.empty() ? act.meeting.words() : act.maker.words(),
          .title = act.title.words()};
}
Named named(const DecisionComing& act) {
  return {.body = act.body,
          .source_id = act.source_id.words(),
          .reference = act.reference.words(),
          .on = act.due,
          .maker = act.maker.words(),
          .title = act.title.words()};
}

}  // namespace

// ---- keys -----------------------------------------------------------------------------------------------------------

ImportKeys keys_for(const Reader& reader, const Named& named) {
  std::vector<std::string> keys;  // strongest first
  if (!named.source_id.empty()) keys.push_back(key_of(reader, "id", named.body, {named.source_id}));
  if (!named.reference.empty()) keys.push_back(key_of(reader, "reference", named.body, {folded(named.reference)}));
  if (!named.title.empty()) {
    const std::string day = named.on ? named.on->iso() : "";
    keys.push_back(key_of(reader, "title", named.body, {day, folded(named.maker), folded(named.title)}));
  }
  ImportKeys out;
  if (keys.empty()) return out;
  out.identity = std::move(keys.front());
  out.weaker.assign(std::make_move_iterator(keys.begin() + 1), std::make_move_iterator(keys.end()));
  return out;
}

void keep(Changes& changes, const ImportKeys& keys, Index decision) {
  const auto put = [&](const std::string& key, bool is_identity) {
    changes.run(
        "INSERT INTO import_keys (key, decision, is_identity) VALUES ($1, $2, $3) "
        "ON CONFLICT (key, decision) DO UPDATE SET is_identity = excluded.is_identity",
        {store::Blob{key}, decision.value, is_identity ? 1 : 0});
  };
  if (!keys.identity.empty()) put(keys.identity, true);
  for (const std::string& key : keys.weaker) put(key, false);
}

Match match(Reader& reader, const ImportKeys& keys) {
  Match out;
  std::set<Index> perhaps;
  std::vector<Index> exact;
  const auto find = [&](const std::string& key, bool is_identity) {
    reader.each("SELECT decision, is_identity FROM import_keys WHERE key = $1 ORDER BY decision", {store::Blob{key}},
                [&](const store::Row& row) {
                  const Index decision{row.integer(0)};
                  if (is_identity && row.integer(1) == 1)
                    exact.push_back(decision);
                  else
                    perhaps.insert(decision);
                });
  };
  if (!keys.identity.empty()) find(keys.identity, true);
  if (!exact.empty()) {
    out.exact = exact.front();
    return out;
  }
  for (const std::string& key : keys.weaker) find(key, false);
  out.proposed.assign(perhaps.begin(), perhaps.end());
  return out;
}

void rebuild_import_keys(Changes& changes, Reader& reader) {
  changes.run("DELETE FROM import_keys", {});
  for (const DecisionRow& row : reader.all<DecisionRow>("ORDER BY idx")) {
    const OnRecord held = on_record(reader, row);
    const auto words = [&](const char* part) {
      const auto found = held.words.find(part);
      return found == held.words.end() ? std::string() : found->second.or_empty();
    };
    const std::string maker = words("maker");
    keep(changes,
         keys_for(reader, {.body = row.body,
                           .source_id = words("source_id"),
                           .reference = words("reference"),
                           .on = row.taken_act.is_set() ? row.on : row.due,
                           .maker = maker.empty() ? words("meeting") : maker,
                           .title = words("title")}),
         row.index);
  }
}

// ---- adding ---------------------------------------------------------------------------------------------------------

Index add_taken(Changes& changes, Index next, FromSource what, const ImportKeys& keys) {
  const Index act = next_of(changes, next);
  const Index decision = what.taken.decision.is_set() ? what.taken.decision : act;
  what.taken.asked_before = Known::not_known;  // options put to people come with pieces of work
  changes.add(std::move(what.taken));
  for (DeciderNamed& decider : what.deciders) {
    decider.decision = decision;
    changes.add(std::move(decider));
  }
  for (DecisionStatusChanged& event : what.events) {
    event.decision = decision;
    changes.add(std::move(event));
  }
  keep(changes, keys, decision);
  return decision;
}

Index add_coming(Changes& changes, Index next, DecisionComing what, const ImportKeys& keys) {
  const Index act = next_of(changes, next);
  changes.add(std::move(what));
  keep(changes, keys, act);
  return act;
}

ImportFacts look_import(Reader& reader, Index next_index, Day today, const FromFile& file) {
  ImportFacts facts{.next_index = next_index, .today = today};
  const auto look = [&](const Named& by) {
    Recognised out{.keys = keys_for(reader, by)};
    out.match = match(reader, out.keys);
    const Index found = out.match.exact;
    if (found.is_set() && facts.on_record.count(found) == 0) {
      if (const auto row = row_of(reader, found)) facts.on_record.emplace(found, on_record(reader, *row));
    }
    return out;
  };
  for (const FromSource& one : file.taken) {
    Recognised& here = facts.taken.emplace_back(look(named(one.as_read ? *one.as_read : one.taken)));
    const auto held = facts.on_record.find(here.match.exact);
    here.as_read = digests_as_read(reader, one, held == facts.on_record.end() ? nullptr : &held->second);
  }
  for (const DecisionComing& one : file.coming) facts.coming.push_back(look(named(one)));
  return facts;
}

Imported add_imported(Changes& changes, const ImportFacts& facts, SourceRead source, FromFile file) {
  Imported out;
  std::set<std::string> seen;  // identities of this file: the same decision twice in it is one
  // The source stands first, so that what was read from it points back. If nothing was new it is taken away again.
  const std::size_t source_at = changes.acts().size();
  const Index source_act = next_of(changes, facts.next_index);
  changes.add(std::move(source));

  const auto is_again = [&](const ImportKeys& keys) {
    return !keys.identity.empty() && !seen.insert(keys.identity).second;
  };

  for (std::size_t i = 0; i < file.taken.size(); ++i) {
    FromSource& one = file.taken[i];
    const auto& [keys, found, as_read] = facts.taken[i];
    if (is_again(keys)) continue;
    one.taken.source = source_act;
    one.taken.by_the_body = false;
    for (DecisionStatusChanged& event : one.events) event.source = source_act;
    const auto before = facts.on_record.find(found.exact);
    if (before == facts.on_record.end() || !before->second.is_taken) {
      if (before != facts.on_record.end()) one.taken.decision = before->second.decision;
      const Index decision = add_taken(changes, facts.next_index, std::move(one), keys);
      keep_as_read(changes, as_read, decision);
      out.taken.push_back(decision);
      if (!found.proposed.empty()) out.proposed.push_back({i, false, decision, found.proposed});
      continue;
    }
    const OnRecord& held = before->second;
    Corrections corrections(changes, held, source_act, as_read);
    words_of_taken(one.taken, [&](const char* part, Said& now) { corrections.words(part, now); });
    days_of_taken(one.taken, [&](const char* part, const std::optional<When>& now) { corrections.day(part, now); });
    bool is_changed = corrections.any();
    if (held.deciders == 0) {  // names that its page has now and had not
      for (DeciderNamed& decider : one.deciders) {
        decider.decision = held.decision;
        changes.add(std::move(decider));
        is_changed = true;
      }
    }
    if (!one.events.empty() && held.event != one.events.back().event) {
      one.events.back().decision = held.decision;
      changes.add(std::move(one.events.back()));
      is_changed = true;
    }
    if (is_changed) keep(changes, keys, held.decision);
    (is_changed ? out.changed : out.unchanged).push_back(held.decision);
  }

  for (std::size_t i = 0; i < file.coming.size(); ++i) {
    DecisionComing& one = file.coming[i];
    const auto& [keys, found, as_read] = facts.coming[i];
    if (is_again(keys)) continue;
    one.source = source_act;
    const auto before = facts.on_record.find(found.exact);
    if (before == facts.on_record.end()) {
      const Index decision = add_coming(changes, facts.next_index, std::move(one), keys);
      out.coming.push_back(decision);
      if (!found.proposed.empty()) out.proposed.push_back({i, true, decision, found.proposed});
      continue;
    }
    const OnRecord& held = before->second;
    if (held.is_taken) {  // the plan still lists what was decided since
      out.unchanged.push_back(held.decision);
      continue;
    }
    Corrections corrections(changes, held, source_act);
    words_of_coming(one, [&](const char* part, Said& now) { corrections.words(part, now); });
    corrections.day("due", one.due);
    if (corrections.any()) keep(changes, keys, held.decision);
    (corrections.any() ? out.changed : out.unchanged).push_back(held.decision);
  }

  if (changes.acts().size() == source_at + 1) {
    changes.acts().pop_back();
  } else {
    out.source = source_act;
  }
  return out;
}

}  // namespace alongside::decision
