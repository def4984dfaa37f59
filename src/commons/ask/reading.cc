#include "commons/ask/reading.h"

#include "commons/ask/private_rows.h"
#include "commons/decision/views.h"
#include "commons/place/views.h"
#include "commons/valued/views.h"

namespace alongside::ask {

using kernel::Reader;

namespace {
constexpr int steps_max = 16;  // acts may point in a circle
}

std::optional<AskRow> ask_row(Reader& reader, Index ask) { return reader.one<AskRow>("WHERE idx = $1", {ask.value}); }

std::optional<PartRow> part_row(Reader& reader, Index ask, int part) {
  return reader.one<PartRow>("WHERE ask = $1 AND part = $2", {ask.value, part});
}

Thing thing_at(Reader& reader, Index about) {
  if (!about.is_set()) return Thing::none;
  if (decision::is_decision(reader, about)) return Thing::decision;
  if (valued::valued(reader, about)) return Thing::valued;
  return place::is_body(reader, about) ? Thing::body : Thing::none;
}

Text name_of_thing(Reader& reader, Index about, Thing thing) {
  switch (thing) {
    case Thing::decision:
      return decision::decision_title(reader, about);
    case Thing::valued: {
      const auto line = valued::valued(reader, about);
      return line ? line->name : Text{};
    }
    case Thing::body:
      return place::body_name(reader, about);
    case Thing::none:
      break;
  }
  return {};
}

Index body_for(Reader& reader, Index about, Thing thing) {
  Index body;
  if (thing == Thing::body) body = about;
  if (thing == Thing::decision) body = decision::body_of(reader, about);
  if (thing == Thing::valued) {
    const auto row = reader.one<valued::ValuedRow>("WHERE idx = $1", {about.value});
    if (row) body = row->body;
  }
  return body.is_set() ? place::body_to_ask(reader, body) : Index{};
}

Index merged_into(Reader& reader, Index ask) {
  for (int step = 0; step < steps_max; ++step) {
    const auto row = ask_row(reader, ask);
    if (!row || row->state != AskState::merged || !row->into.is_set()) return ask;
    ask = row->into;
  }
  return ask;
}

bool is_asker(Reader& reader, const kernel::Actor& actor, Index ask) {
  if (!actor.person.is_set() || !ask.is_set()) return false;
  // A code opens its own question alone, whoever else it may be.
  if (actor.standing == kernel::Standing::asker && actor.ask != ask) return false;
  const auto row = reader.one<AskerRow>("WHERE ask = $1", {ask.value});
  return row && row->person == actor.person.value;
}

bool own_ask(const kernel::MayAsk& ask) {
  // The contract names askers and members: an officer does not judge what bodies say, not even to their own question.
  const auto standing = ask.actor.standing;
  if (standing != kernel::Standing::asker && standing != kernel::Standing::member) return false;
  return is_asker(ask.reader, ask.actor, ask.index("ask"));
}

bool own_or_moderators(const kernel::MayAsk& ask) { return ask.actor.moderates() || own_ask(ask); }

bool body_or_moderators(const kernel::MayAsk& ask) {
  if (ask.actor.moderates()) return true;
  if (ask.actor.standing != kernel::Standing::officer) return false;
  const Index part = ask.index("part");
  const auto row = part_row(ask.reader, ask.index("ask"), part.is_set() ? static_cast<int>(part.value) : 1);
  return row && row->body.is_set() && ask.actor.acts_for(row->body);
}

}  // namespace alongside::ask
