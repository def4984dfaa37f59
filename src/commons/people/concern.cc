// All that can be done with an account, and by whom. Nothing here is a public act.
#include "commons/people/concern.h"

#include "commons/people/commands.h"
#include "commons/people/private.sql.h"
#include "commons/people/standing.h"
#include "commons/people/typing.h"
#include "commons/people/views.h"
#include "commons/place/views.h"

namespace alongside::people {
namespace {

using kernel::CommandRow;
using kernel::FieldWords;
namespace may = kernel::may;

bool known(const kernel::MayAsk& ask) { return ask.actor.person.is_set(); }
bool known_or_house(const kernel::MayAsk& ask) { return ask.actor.is_signed_in(); }
bool account(const kernel::MayAsk& ask) { return ask.actor.person.is_set() && may::signed_in(ask); }

FieldWords new_passphrase(Message label) {
  return {.field = "passphrase",
          .label = std::move(label),
          .hint = msg("Four or more words that you will remember. For example, a thing, a colour, a place and a food."),
          .required = true,
          .one_line = true,
          .secret = true,
          .autocomplete = "new-password"};
}

CommandRow join_row() {
  return {
      .words = "join",
      .path = "/join",
      .may = may::anyone,
      .title = msg("Join with a name you choose"),
      .lede = msg(
          "No email, no phone number, no NHS number. About 2 minutes. Then you get a recovery code: if you forget your "
          "passphrase, it is the only way back in. You can leave at any time, and your words are then erased."),
      .submit = msg("Join"),
      .fields = {{.field = "name",
                  .label = msg("A name"),
                  .hint =
                      msg("It can be made up. Others may see it when you write. Please don’t use your full real name."),
                  .required = true,
                  .one_line = true,
                  .autocomplete = "username"},
                 new_passphrase(msg("A passphrase")),
                 {.field = "key", .label = msg("The key of your link"), .hidden = true}},
      .then = "/me",
      .done = msg("You have joined, and are signed in."),
      .start =
          [](const kernel::Seeing& seeing) {
            return Json::object({{"key", seeing.asked("key")}});
          },
      .prepare = prepare_join,
      .ways = {{"/sign-in", msg("I have joined before")}}};
}

CommandRow sign_in_row() {
  return {.words = "sign in",
          .path = "/sign-in",
          .may = may::anyone,
          .title = msg("Sign in"),
          .lede = msg("On a shared phone or computer, sign out when you stop."),
          .submit = msg("Sign in"),
          .fields = {{.field = "name",
                      .label = msg("Your name here"),
                      .required = true,
                      .one_line = true,
                      .autocomplete = "username"},
                     {.field = "passphrase",
                      .label = msg("Your passphrase"),
                      .required = true,
                      .one_line = true,
                      .secret = true,
                      .autocomplete = "current-password"}},
          .then = "/me",
          .done = msg("You are signed in."),
          .prepare = prepare_sign_in,
          .ways = {{"/recover", msg("I have forgotten my passphrase, and have my recovery code")},
                   {"/join", msg("I have not joined yet")},
                   {"/ask/code", msg("I have the code of a question")}}};
}

CommandRow recover_row() {
  return {.words = "recover",
          .path = "/recover",
          .may = may::anyone,
          .title = msg("Come back with your recovery code"),
          .lede = msg("You get a new code then. The old one ends, and every other browser is signed out."),
          .submit = msg("Come back"),
          .fields = {{.field = "code",
                      .label = msg("Your recovery code"),
                      .hint = msg("Small or capital letters, with or without the lines between."),
                      .required = true,
                      .one_line = true},
                     new_passphrase(msg("A new passphrase"))},
          .then = "/me",
          .done = msg("You are signed in, with a new passphrase."),
          .prepare = prepare_recover,
          .ways = {{"/sign-in", msg("I know my passphrase")}}};
}

CommandRow sign_out_row() {
  return {.words = "sign out",
          .path = "/sign-out",
          .may = known,
          .title = msg("Sign out"),
          .submit = msg("Sign out"),
          .fields = {{.field = "everywhere", .label = msg("In every other browser too")}},
          .then = "",
          .done = msg("You are signed out.")};
}

CommandRow passphrase_row() {
  return {.words = "passphrase change",
          .path = "/me/passphrase",
          .may = account,
          .title = msg("Change your passphrase"),
          .lede = msg("Every other browser is signed out then."),
          .submit = msg("Change it"),
          .fields = {{.field = "old",
                      .label = msg("Your passphrase of now"),
                      .required = true,
                      .one_line = true,
                      .secret = true,
                      .autocomplete = "current-password"},
                     new_passphrase(msg("A new passphrase"))},
          .then = "/me",
          .done = msg("Your passphrase has changed."),
          .prepare = prepare_change_passphrase};
}

CommandRow officer_row() {
  return {.words = "officer ask",
          .path = "/me/officer",
          .may = account,
          .title = msg("Act for a council, trust or other body"),
          .lede = msg("The keeper of this record checks it first. Whoever acts for a body with powers cannot moderate "
                      "or keep this record."),
          .submit = msg("Ask the keeper"),
          .fields = {{.field = "body",
                      .label = msg("The body that you act for"),
                      .required = true,
                      .choices = place::body_choices},
                     {.field = "office",
                      .label = msg("The office that you hold there"),
                      .hint = msg("If you hold one."),
                      .choices = place::office_choices}},
          .then = "/me",
          .done = msg("The keeper will look at it.")};
}

CommandRow moderator_row() {
  return {.words = "moderator ask",
          .path = "/me/moderator",
          .may = account,
          .title = msg("Help to read what others write"),
          .lede = msg("A moderator reads people’s own words before others do. The keeper has to say yes."),
          .submit = msg("Ask the keeper"),
          .then = "/me",
          .done = msg("The keeper will look at it.")};
}

CommandRow approve_row() {
  return {.words = "account approve",
          .path = "/desk/accounts/{account}/approve",
          .may = may::keeper,
          .title = msg("Say yes to this account"),
          .lede = msg("Check that this person is who they say: call the body on a number that you looked up yourself."),
          .submit = msg("Say yes"),
          .fields = {{.field = "account", .label = msg("Account"), .hidden = true}},
          .then = "/desk",
          .done = msg("They can act as what they asked to be.")};
}

CommandRow refuse_row() {
  return {.words = "account refuse",
          .path = "/desk/accounts/{account}/refuse",
          .may = may::keeper,
          .title = msg("Say no to this account"),
          .lede = msg("They stay a member, and are told on their own page."),
          .submit = msg("Say no"),
          .fields = {{.field = "account", .label = msg("Account"), .hidden = true}},
          .then = "/desk",
          .done = msg("They have been told.")};
}

CommandRow end_row() {
  return {.words = "account end",
          .path = "/desk/accounts/{account}/end",
          .may = may::keeper,
          .title = msg("End what this account may do"),
          .lede = msg("They stay a member. What they did stays on the record."),
          .submit = msg("End it"),
          .fields = {{.field = "account", .label = msg("Account"), .hidden = true}},
          .then = "/desk/people",
          .done = msg("They are a member from now on.")};
}

CommandRow leave_row() {
  return {.words = "account leave",
          .path = "/me/leave",
          .may = known,
          .title = msg("Leave, and have everything erased"),
          .lede = msg("Your name, your passphrase and your drafts go at once, and so do your words on the record. What "
                      "others did with them stays. It cannot be undone."),
          .submit = msg("Leave"),
          .fields = {{.field = "sure", .label = msg("Yes, erase everything"), .required = true}},
          .then = "",
          .done = msg("You have left. We hold nothing on you any more.")};
}

CommandRow link_row() {
  return {.words = "keeper link",
          .path = "/keeper-link",
          .may = may::at_the_house,
          .title = msg("Make a link for the keeper"),
          .lede = msg("Whoever joins with it keeps this record. It works once, for 7 days."),
          .on_a_form = false};
}

}  // namespace

kernel::Concern concern() {
  return kernel::Concern("people", "", private_sql)
      .command<Join>(join_row())
      .command<SignIn>(sign_in_row())
      .command<Recover>(recover_row())
      .command<SignOut>(sign_out_row())
      .command<ChangePassphrase>(passphrase_row())
      .command<AskToBeOfficer>(officer_row())
      .command<AskToModerate>(moderator_row())
      .command<ApproveAccount>(approve_row())
      .command<RefuseAccount>(refuse_row())
      .command<EndStanding>(end_row())
      .command<Leave>(leave_row())
      .command<MakeKeeperLink>(link_row())
      .command<TypeFor>(type_for_row())
      .command<StopTyping>(stop_typing_row())
      .page<PeoplePage>({.path = "/desk/people", .may = may::keeper, .cached = false})
      .page<MePage>({.path = "/me", .may = known_or_house, .cached = false})
      .forgets({"DELETE FROM accounts WHERE person = $1", "DELETE FROM account_bodies WHERE person = $1",
                "DELETE FROM account_requests WHERE person = $1", "DELETE FROM sessions WHERE person = $1",
                "UPDATE sessions SET typing_for = NULL, typing_until = NULL WHERE typing_for = $1", "DELETE FROM helped WHERE person = $1",
                "DELETE FROM attempts WHERE person = $1"})
      .knows(actor_of);
}

}  // namespace alongside::people
