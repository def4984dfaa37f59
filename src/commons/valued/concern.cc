// All that can be done about what people value, and by whom.
#include "commons/valued/concern.h"

#include <set>

#include "commons/place/views.h"
#include "commons/valued/commands.h"
#include "commons/valued/following.h"
#include "commons/valued/pages.h"
#include "commons/valued/private.sql.h"
#include "commons/valued/same.h"
#include "commons/valued/tables.sql.h"

namespace alongside::valued {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;
namespace may = kernel::may;

std::vector<Message> status_words() {
  return {msg("Open"), msg("At risk"), msg("Reduced"), msg("Given another use"), msg("Moved"), msg("Closed"), msg("Back again")};
}
std::vector<Message> touch_labels() {
  return {msg("It was put at risk"), msg("It was reduced"), msg("It was given another use"), msg("It was moved"), msg("It was ended"),
          msg("It was brought back"), msg("Something else")};
}
std::vector<Message> support_words() {
  return {msg("A place open to everyone"), msg("Neighbours and regular hellos"), msg("People who have been there themselves"), msg("Learning"),
          msg("Arts"), msg("Nature"), msg("Sport and movement"), msg("Faith and culture"), msg("Online"), msg("Support for carers"),
          msg("Link worker"), msg("Advocacy"), msg("Money advice"), msg("A home"), msg("Work"), msg("Talking therapy"), msg("Medicine"),
          msg("Community team"), msg("Crisis team"), msg("Crisis café or house"), msg("Ward"), msg("Hospital liaison"), msg("Specialist service")};
}
FieldWords when_field() { return {.field = "on", .label = msg("When"), .hint = msg("A day, a month or a year: as exactly as you know it.")}; }

CommandRow register_row() {
  return {.words = "valued register", .path = "/valued/new", .may = may::keeper, .may_propose = may::an_officer,
          .title = msg("Register a place or group that people value"),
          .lede = msg("A library, a café, a walking group, a regular hello. Write it down before it is in danger."),
          .submit = msg("Register it"),
          .fields = {{.field = "name", .label = msg("What people call it"), .required = true, .one_line = true},
                     {.field = "support", .label = msg("What it is to people"), .required = true, .choice_labels = support_words()},
                     {.field = "where", .label = msg("Where it is"), .one_line = true},
                     {.field = "what_for", .label = msg("What people come for")},
                     {.field = "run_by", .label = msg("Who runs it"), .one_line = true},
                     {.field = "body", .label = msg("The body that runs it, if it is on this record"), .choices = place::body_choices},
                     {.field = "opened", .label = msg("Since when")}},
          .then = "/valued/{first}", .done = msg("It is on the register.")};
}

CommandRow status_row() {
  return {.words = "valued status", .path = "/valued/{valued}/status", .may = may::keeper, .may_propose = may::an_officer,
          .title = msg("Say what became of it"),
          .lede = msg("A move is not a loss. If it went somewhere else, choose “moved” and say where."),
          .submit = msg("Put it on the record"),
          .fields = {{.field = "status", .label = msg("What it is now"), .required = true, .choice_labels = status_words()}, when_field(),
                     {.field = "words", .label = msg("What happened")},
                     {.field = "moved_to", .label = msg("Where it went"), .choices = valued_choices}},
          .then = "/valued/{valued}", .done = msg("It is on the record.")};
}

CommandRow loss_row() {
  return {.words = "valued loss", .path = "/valued/{valued}/loss", .may = may::keeper, .may_propose = may::an_officer,
          .title = msg("Write down what is lost"), .lede = msg("In the words of those who used it."), .submit = msg("Put it on the record"),
          .fields = {{.field = "words", .label = msg("What is lost, and for whom"), .required = true},
                     {.field = "people", .label = msg("How many people said so"), .hint = msg("At least 5, or leave it out.")}, when_field(),
                     {.field = "decision", .label = msg("The decision that causes it"), .hint = msg("Its number in the record, if there is one.")}},
          .then = "/valued/{valued}", .done = msg("It is on the record.")};
}

CommandRow kept_row() {
  return {.words = "valued kept", .path = "/valued/{valued}/kept", .may = may::keeper, .may_propose = may::an_officer,
          .title = msg("Write down what was kept, moved or lost"), .lede = msg("Item by item."), .submit = msg("Put it on the record"),
          .fields = {{.field = "outcome", .label = msg("What became of it"), .required = true, .choice_labels = {msg("Kept"), msg("Moved"), msg("Lost")}},
                     {.field = "what", .label = msg("The item"), .hint = msg("For example, “Rhyme time, for about 25 families”."), .required = true, .one_line = true},
                     {.field = "moved_to", .label = msg("Where it went"), .choices = valued_choices}},
          .then = "/valued/{valued}", .done = msg("It is on the record.")};
}

CommandRow link_row() {
  return {.words = "valued link", .path = "/valued/{valued}/link", .may = may::keeper, .may_propose = may::an_officer,
          .title = msg("Link a decision"), .lede = msg("A decision that touched it. From then on a loss is no longer unexplained."),
          .submit = msg("Link it"),
          .fields = {{.field = "decision", .label = msg("The decision"), .hint = msg("Its number in the record."), .required = true},
                     {.field = "touch", .label = msg("What it did"), .required = true, .choice_labels = touch_labels()}},
          .then = "/valued/{valued}", .done = msg("The decision is linked.")};
}

CommandRow merge_row() {
  return {.words = "valued merge", .path = "/valued/{valued}/merge", .may = may::keeper,
          .title = msg("Put this place together with another"),
          .lede = msg("For a place that stands on the register twice. Its address leads to the other one from then on. What was said about it is shown there, and only the other one’s status counts."),
          .submit = msg("Put them together"),
          .fields = {{.field = "into", .label = msg("The number of the place that stays"), .required = true}},
          .done = msg("The two places are one now.")};
}

CommandRow two_row() {
  return {.words = "valued two", .path = "/valued/{valued}/two", .may = may::keeper,
          .title = msg("Say that these are two places"), .lede = msg("We remember it, and do not ask again. Nothing of it is public."),
          .submit = msg("They are two places"),
          .fields = {{.field = "other", .label = msg("The number of the other place"), .required = true}},
          .then = "/valued/same", .done = msg("You will not be asked about these two again.")};
}

CommandRow follow_row() {
  return {.words = "valued follow", .path = "/valued/{valued}/follow", .may = may::signed_in,
          .title = msg("Follow this place"),
          .lede = msg("What would touch it then stands on a page of your own, with how to take part. Nothing is sent to you. Nobody can see that you follow it, or how many people do."),
          .submit = msg("Follow it"), .then = "/me/places", .done = msg("You follow it. What would touch it stands here."),
          .ways = {{"/me/places", msg("Places I follow")}}};
}

CommandRow unfollow_row() {
  return {.words = "valued unfollow", .path = "/valued/{valued}/unfollow", .may = may::signed_in,
          .title = msg("Stop following this place"), .lede = msg("You can follow it again at any time."),
          .submit = msg("Stop following it"), .then = "/me/places", .done = msg("You no longer follow it.")};
}

// ---- search ---------------------------------------------------------------------------------------------------------

std::vector<Index> changed(kernel::Reader& reader, Index from, Index to) {
  std::set<Index> out;
  const auto gather = [&](const char* sql) {
    reader.each(sql, {from.value, to.value}, [&](const store::Row& row) { out.insert({row.integer(0)}); });
  };
  gather("SELECT idx FROM valued WHERE idx >= $1 AND idx < $2 ORDER BY idx");
  gather("SELECT valued FROM valued_history WHERE idx >= $1 AND idx < $2 ORDER BY idx");
  gather("SELECT valued FROM valued_merges WHERE idx >= $1 AND idx < $2 ORDER BY idx");
  gather("SELECT v.merged_into FROM valued_merges m JOIN valued v ON v.idx = m.valued WHERE m.idx >= $1 AND m.idx < $2 ORDER BY m.idx");
  return {out.begin(), out.end()};
}

std::optional<kernel::Found> found(kernel::Reader& reader, Index index) {
  const auto row = reader.one<ValuedRow>("WHERE idx = $1", {index.value});
  if (!row || row->merged_into.is_set()) return std::nullopt;
  const auto words = [&](Index of, const char* field) { return reader.words(of, field).or_empty(); };
  std::string body = words(index, "where") + "\n" + words(index, "what_for") + "\n" + words(index, "run_by");
  // Whoever knows it by its other name finds it too.
  for (const ValuedRow& other : reader.all<ValuedRow>("WHERE merged_into = $1 ORDER BY idx", {index.value})) {
    body += "\n" + words(other.index, "name") + "\n" + words(other.index, "where");
  }
  return kernel::Found{.index = index, .path = "/valued/" + std::to_string(index.value), .kind = "valued", .title = words(index, "name"), .body = std::move(body)};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("valued", tables_sql, private_sql)
      .acts<ValuedRegistered, ValuedStatusChanged, LossStated, ReplacementRecorded, ValuedLinked, ValuedMerged>()
      .folds<decision::AccountGiven>(apply_account)
      .command<RegisterValued>(register_row())
      .command<ChangeStatus>(status_row())
      .command<StateLoss>(loss_row())
      .command<RecordReplacement>(kept_row())
      .command<LinkValued>(link_row())
      .command<MergeValued>(merge_row())
      .command<SayTwo>(two_row())
      .command<FollowPlace>(follow_row())
      .command<UnfollowPlace>(unfollow_row())
      .page<Register>({.path = "/valued", .may = may::anyone})
      .page<SamePage>({.path = "/valued/same", .may = may::keeper, .cached = false})
      .page<ValuedPage>({.path = "/valued/{valued}", .may = may::anyone})
      .page<PlacesPage>({.path = "/me/places", .may = may::signed_in, .cached = false})
      .search({.changed = changed, .read = found})
      .holds({{"valued_followers", "SELECT COUNT(*) FROM valued_followers WHERE person = $1",
               [](std::int64_t n, const html::Say& say) { return say.count("{n} place that you follow.", "{n} places that you follow.", n); }}})
      .forgets({"DELETE FROM valued_followers WHERE person = $1"});
}

}  // namespace alongside::valued
