// What holds on every path of commands, whoever gives them and in whatever order.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "commons/said/scene.h"
#include "commons/said/views.h"

namespace alongside::said {
namespace {

void must(bool holds) {
  if (!holds) throw std::logic_error("a property does not hold");
}
bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

// One place for all paths, so that each begins among what the others left behind.
struct Walk {
  Scene scene;
  std::vector<kernel::Credential> authors{scene.member("Heronzq"), scene.member("Wrenzq", "advisor")};
  kernel::Credential moderator = scene.moderator("Moderatorzq");
  kernel::Credential officer = scene.officer(scene.council, "Officerzq");
  std::vector<Index> all;
  std::map<Index, std::size_t> author;
  std::map<Index, std::string> words;  // of now
  std::set<std::string> dead;          // words that were changed or withdrawn
  std::map<Index, Index> group_of;
  int written = 0;

  std::string fresh() { return "zq" + std::to_string(++written) + "x"; }
  void kill(Index said) {
    dead.insert(words[said]);
    words.erase(said);
  }
  bool does(const kernel::Credential& who, const std::string& command, Json request) {
    scene.as = who;
    return scene.order(command, std::move(request)).ok();
  }

  void step(int what, std::size_t which) {
    if (all.empty() || what == 0) {
      const std::string token = fresh();
      const std::size_t who = which % authors.size();
      scene.as = authors[who];
      const auto outcome = scene.order("said give", Json::object({{"work", scene.work.value}, {"saying_kind", "idea"}, {"words", "I say " + token}}));
      if (!outcome.ok()) return;
      all.push_back(outcome.acts.front());
      author[all.back()] = who;
      words[all.back()] = token;
      return;
    }
    const Index said = all[which % all.size()];
    const Index other = all[(which / 7) % all.size()];
    const auto& own = authors[author[said]];
    const Stand before = scene.row(said).stand;
    const Json of = Scene::of(said);
    switch (what) {
      case 1: does(moderator, "said publish", of); break;
      case 2: does(moderator, "said refuse", Json::object({{"said", said.value}, {"reason", "abuse"}, {"note", "Please mend it."}})); break;
      case 3: does(moderator, "said danger", Json::object({{"said", said.value}, {"told", "Robin"}})); break;
      case 4: does(moderator, "said release", of); break;
      case 5: does(own, "said pause", of); break;
      case 6: does(own, "said resume", of); break;
      case 7:
        if (does(own, "said withdraw", of)) kill(said);
        break;
      case 8: {
        const std::string token = fresh();
        if (does(own, "said change", Json::object({{"said", said.value}, {"words", "I say " + token}}))) {
          kill(said);
          words[said] = token;
        }
        break;
      }
      case 9: answers(scene.answer({said, other}, which % 2 == 0 ? "taken_up" : "not_taken_up")); break;
      case 10: {
        const SayingRow row = scene.row(said);
        does(own, "said judge", Json::object({{"said", said.value}, {"answer", row.answer.value}, {"answers", which % 3 == 0 ? "no" : "yes"}}));
        break;
      }
      case 11: {
        Json saids = Json::array();
        saids.push(said.value);
        saids.push(other.value);
        does(moderator, "said group", Json::object({{"work", scene.work.value}, {"saids", std::move(saids)}}));
        break;
      }
      case 12: {
        const SayingRow row = scene.row(said);
        if (!row.group.is_set()) return;
        Json request = scene.answer({});
        request.remove("saids");
        request.set("group", row.group.value);
        answers(std::move(request), row.group);
        break;
      }
      default: does(moderator, "said ungroup", of); break;
    }
    // Nobody but whoever said it changes or takes away words; an answer changes none.
    if (what < 7 && before != Stand::withdrawn) must(has(kept(said), words[said]));
  }

  // Each of those that were answered has the answer.
  void answers(Json request, Index group = {}) {
    std::set<Index> waiting;
    if (group.is_set()) {
      for (const Index one : all) {
        const SayingRow row = scene.row(one);
        if (row.group == group && awaits_answer(row.stand)) waiting.insert(one);
      }
    }
    scene.as = officer;
    const auto outcome = scene.order("said answer", std::move(request));
    if (!outcome.ok()) return;
    for (const Index one : waiting) must(scene.row(one).answer == outcome.acts.front());
  }

  std::string kept(Index said) {
    std::string out;
    scene.place.read([&](kernel::Reader& reader) { out = reader.withheld_words(saying_row(reader, said)->words_act, "words").or_empty(); });
    return out;
  }

  void all_holds() {
    SaidCounts told;
    std::map<Stand, std::int64_t> counted;
    std::string open_words, kept_words;
    scene.place.read([&](kernel::Reader& reader) {
      told = counts(reader, scene.work, late_before({}, scene.place.today()));
      for (const Index one : all) ++counted[saying_row(reader, one)->stand];
      reader.each_kept([&](const kernel::Reader::Kept& one) {
        (one.withheld ? kept_words : open_words) += one.words + "\n";
        return true;
      });
      // No saying is lost, none is in two places, and the kept counts are those of the sayings.
      must(reader.count("SELECT COUNT(*) FROM sayings") == static_cast<std::int64_t>(all.size()));
      for (const kernel::Concern& concern : scene.place.house().concerns()) {
        if (concern.name() != "said") continue;
        for (const Index one : all) {
          const bool is_found = concern.search_rows().front().read(reader, one).has_value();
          must(is_found == is_public(saying_row(reader, one)->stand));
        }
      }
    });
    must(told.given == static_cast<std::int64_t>(all.size()));
    must(told.open == counted[Stand::open]);
    must(told.reopened == counted[Stand::reopened]);
    must(told.waiting_until == counted[Stand::waiting_until]);
    must(told.answered == counted[Stand::answered] + counted[Stand::agreed]);
    must(told.agreed == counted[Stand::agreed]);
    must(told.published == told.open + told.reopened + told.waiting_until + told.answered);
    must(told.unread == counted[Stand::waiting]);
    must(told.withdrawn == counted[Stand::withdrawn]);
    // Words that are gone are gone from everywhere; words that others may not read are in no opening.
    for (const std::string& gone : dead) {
      must(!has(open_words, gone + "\n"));
      must(!has(kept_words, gone + "\n"));
    }
    for (const auto& [said, token] : words) must(has(open_words, token + "\n") == is_public(scene.row(said).stand));
  }

  // What visitors and officers are shown, in each of its forms.
  void pages_tell_of_nobody() {
    for (const kernel::Credential& who : {kernel::Credential{}, officer}) {
      scene.as = who;
      std::string shown;
      for (const Index one : all) {
        const std::string page = scene.html(scene.path(one)) + scene.json(scene.path(one)).canonical();
        const bool is_read = words.contains(one) && has(page, words[one]);
        must(is_read == is_public(scene.row(one).stand));
        shown += page;
      }
      shown += scene.html(scene.list()) + scene.json(scene.list()).canonical();
      for (const char* name : {"Heronzq", "Wrenzq", "Moderatorzq", "Please mend it."}) must(!has(shown, name));
      for (const std::string& gone : dead) must(!has(shown, gone + "<") && !has(shown, gone + "\""));
    }
    scene.place.read([&](kernel::Reader& reader) {
      for (std::int64_t i = 0; i < reader.size().value; ++i) {
        const std::string entry = reader.entry({i}).value_or("");
        if (!has(entry, "\"act\":\"said.")) continue;
        for (const char* word : {"\"side\"", "\"person\"", "\"standing\"", "Heronzq", "Please mend"}) must(!has(entry, word));
      }
    });
  }
};

}  // namespace

TEST_CASE("on every path no saying is lost or without a state, gone words are nowhere, and no page tells who said what") {
  Walk walk;
  int paths = 0;
  const bool holds = rc::check("paths of commands", [&] {
    const auto steps = *rc::gen::container<std::vector<std::pair<int, std::size_t>>>(rc::gen::pair(rc::gen::inRange(0, 14), rc::gen::inRange<std::size_t>(0, 1000)));
    for (const auto& [what, which] : steps) walk.step(what, which);
    walk.all_holds();
    if (++paths % 20 == 0) walk.pages_tell_of_nobody();
  });
  CHECK(holds);
  CHECK(walk.all.size() > 20);
  CHECK(walk.dead.size() > 10);
  walk.pages_tell_of_nobody();
  CHECK(walk.scene.place.refold_difference() == "");

  // Both leave: what they said is nowhere, and the counts stay.
  const std::int64_t given = walk.scene.json(walk.scene.list()).find("counts")->find("given")->number();
  for (const kernel::Credential& who : walk.authors) {
    walk.scene.as = who;
    walk.scene.done("account leave", Json::object({{"sure", true}}));
  }
  walk.scene.at_the_house();
  walk.scene.done("due said-left", Json::object());
  walk.scene.place.read([&](kernel::Reader& reader) {
    reader.each_kept([&](const kernel::Reader::Kept& one) {
      CHECK_FALSE(has(one.words, "I say "));
      return true;
    });
    CHECK(reader.count("SELECT COUNT(*) FROM sayings WHERE stand IN ('waiting')") == 0);
  });
  CHECK(walk.scene.json(walk.scene.list()).find("counts")->find("given")->number() == given);
  CHECK(walk.scene.place.refold_difference() == "");
}

TEST_CASE("a fold takes any index, also of nothing at all") {
  const bool holds = rc::check("acts that point anywhere fold", [](std::int64_t anywhere) {
    const auto database = store::open_memory();
    const auto writer = database->writer();
    std::ifstream sql("src/commons/said/tables.sql");
    std::stringstream text;
    text << sql.rdbuf();
    writer->script(text.str());
    kernel::Tables tables(*writer);
    const Index index{anywhere};
    apply(SaidGiven{.work = index, .about = index}, {.index = {0}}, tables);
    std::int64_t n = 1;
    for (const Index at : {index, Index{0}}) {
      apply(SaidPublished{.said = at}, {.index = {n}}, tables);
      apply(SaidGrouped{.work = index, .saids = {at, at}, .into = index}, {.index = {n + 1}}, tables);
      apply(SaidGrouped{.work = index, .saids = {at, at}}, {.index = {n + 2}}, tables);
      apply(SaidAnswered{.work = index, .saids = {at, at}, .changed = index}, {.index = {n + 3}}, tables);
      apply(SaidJudged{.said = at, .answer = index}, {.index = {n + 4}}, tables);
      apply(SaidHeld{.said = at}, {.index = {n + 5}}, tables);
      apply(SaidReleased{.said = at}, {.index = {n + 6}}, tables);
      apply(SaidUngrouped{.said = at}, {.index = {n + 7}}, tables);
      apply(SaidChanged{.said = at}, {.index = {n + 8}}, tables);
      apply(SaidRefused{.said = at}, {.index = {n + 9}}, tables);
      apply(SaidWithdrawn{.said = at}, {.index = {n + 10}}, tables);
      n += 20;
    }
    std::int64_t counted = 0;
    writer->each("SELECT COALESCE(SUM(n), 0) FROM said_tally", {}, [&](const store::Row& row) { counted = row.integer(0); });
    must(counted == (index.is_set() ? 1 : 0));
  });
  CHECK(holds);
}

}  // namespace alongside::said
