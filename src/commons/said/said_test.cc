// What people say through the Writer: said, read, answered, judged; changed, paused, withdrawn; and who may.
#include <doctest/doctest.h>

#include "base/text.h"
#include "commons/said/scene.h"

namespace alongside::said {
namespace {

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }
Json list_of(std::vector<Index> all) {
  Json out = Json::array();
  for (const Index one : all) out.push(one.value);
  return out;
}
std::int64_t number(const Json& json, const char* field) { return json.find(field)->number(); }

}  // namespace

TEST_CASE("what somebody says is read by a person, published, answered by a named person, and judged by whoever said it") {
  Scene scene;
  const auto heron = scene.member("Heron");
  const Index said = scene.gives(heron, "After my shift the 14 has gone.", "story");
  CHECK(scene.row(said).stand == Stand::waiting);
  scene.nobody();
  CHECK_FALSE(has(scene.html(scene.path(said)), "After my shift"));
  CHECK_FALSE(has(scene.html(scene.list()), "After my shift"));

  scene.moderator();
  scene.done("said publish", scene.of(said));
  CHECK(scene.row(said).stand == Stand::open);
  scene.nobody();
  CHECK(has(scene.html(scene.list()), "After my shift the 14 has gone."));

  scene.officer(scene.council);
  Json answer = scene.answer({said});
  answer.set("changed", scene.work.value);
  const Index answered = scene.done("said answer", std::move(answer));
  CHECK(scene.row(said).stand == Stand::answered);
  scene.nobody();
  const std::string page = scene.html(scene.path(said));
  CHECK(has(page, "Ada Finch, head of commissioning"));
  CHECK(has(page, "01632 960 017"));
  CHECK(has(page, "What changed because of it"));

  scene.as = heron;
  CHECK(has(scene.html("/me/said"), "This answers me"));
  scene.done("said judge", Json::object({{"said", said.value}, {"answer", answered.value}, {"answers", "yes"}}));
  CHECK(scene.row(said).stand == Stand::agreed);
  const Json counts = *scene.json(scene.list()).find("counts");
  CHECK(number(counts, "published") == 1);
  CHECK(number(counts, "answered") == 1);
  CHECK(number(counts, "agreed") == 1);
  CHECK(number(counts, "changed") == 1);
  scene.done("said judge", Json::object({{"said", said.value}, {"answer", answered.value}, {"answers", "no"}}));
  CHECK(scene.row(said).stand == Stand::reopened);
  CHECK(number(*scene.json(scene.list()).find("counts"), "answered") == 0);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("only those in the room of work that is open say something, and all that is wrong is said at once") {
  Scene scene;
  scene.member("Heron", "");
  const Json request = Json::object({{"work", scene.work.value}, {"saying_kind", "idea"}, {"words", "A bench"}});
  CHECK(scene.refuses("said give", request, Code::wrong_state));
  CHECK(scene.order("said give", Json::object({{"work", 999}, {"about", 998}, {"on", "2099-01-01"}})).problems.list().size() == 4);
  const auto wren = scene.member("Wren");
  scene.at_the_house();
  scene.done("work pause", Json::object({{"work", scene.work.value}, {"why", "A pause."}}));
  scene.as = wren;
  CHECK(scene.refuses("said give", request, Code::wrong_state));
}

TEST_CASE("what was refused is told with how to mend it to whoever said it and to nobody else; mended, it is read anew") {
  Scene scene;
  const auto heron = scene.member("Heron");
  const Index said = scene.gives(heron, "Mr Grey at number 9 is to blame.");
  const auto moderator = scene.moderator();
  CHECK(scene.refuses("said refuse", scene.of(said), Code::missing));
  scene.done("said refuse", Json::object({{"said", said.value}, {"reason", "names_a_person"}, {"note", "Leave the neighbour out."}}));
  CHECK(scene.refuses("said publish", scene.of(said), Code::wrong_state));
  for (const auto& who : {moderator, kernel::Credential{}}) {
    scene.as = who;
    CHECK_FALSE(has(scene.html(scene.path(said)), "Leave the neighbour out."));
  }
  scene.as = heron;
  CHECK(has(scene.html("/me/said"), "Leave the neighbour out."));
  CHECK(scene.json(scene.list()).find("counts")->find("refused")->items().front().find("reason")->string() == "names_a_person");
  scene.done("said change", Json::object({{"said", said.value}, {"words", "A neighbour is to blame."}}));
  CHECK(scene.row(said).stand == Stand::waiting);
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.withheld_words(said, "words").state == Text::State::erased); });
  scene.as = moderator;
  CHECK(has(scene.html("/work/" + std::to_string(scene.work.value) + "/reading"), "A neighbour is to blame."));
  scene.done("said publish", scene.of(said));
  scene.nobody();
  CHECK(has(scene.html(scene.path(said)), "A neighbour is to blame."));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("paused words are read by nobody and come back; withdrawn ones are gone from everywhere") {
  Scene scene;
  const auto heron = scene.member("Heron");
  const Index said = scene.published(heron, "Keep the reading room.");
  scene.as = heron;
  scene.done("said pause", scene.of(said));
  CHECK_FALSE(has(scene.html(scene.path(said)), "reading room"));
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.words(said, "words").state == Text::State::withheld); });
  scene.done("said resume", scene.of(said));
  CHECK(scene.row(said).stand == Stand::open);
  CHECK(has(scene.html(scene.path(said)), "reading room"));
  scene.done("said withdraw", scene.of(said));
  CHECK(scene.refuses("said resume", scene.of(said), Code::wrong_state));
  scene.place.read([&](kernel::Reader& reader) { CHECK(reader.withheld_words(said, "words").state == Text::State::erased); });
  CHECK_FALSE(has(scene.html("/me/said"), "reading room"));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("what sounds like danger is kept back at once, and nobody who reads the record can tell it from a pause") {
  Scene scene;
  const auto heron = scene.member("Heron");
  const Index said = scene.gives(heron, "I cannot go on.");
  const Index paused = scene.gives(heron, "Something else.");
  scene.done("said pause", scene.of(paused));
  const auto moderator = scene.moderator();
  const std::string reading = "/work/" + std::to_string(scene.work.value) + "/reading";
  CHECK(has(scene.html(reading), "Robin Marsh, 01632 960 001, for safeguarding"));
  CHECK(scene.refuses("said danger", scene.of(said), Code::missing));
  scene.done("said danger", Json::object({{"said", said.value}, {"told", "Robin Marsh, 01632 960 001"}}));
  CHECK(scene.row(said).stand == Stand::held);
  CHECK(has(scene.html(reading), "A moderator"));
  CHECK(has(scene.html(reading), "Who was told"));
  scene.nobody();
  const auto same = [&](Index one) {
    std::string page = scene.html(scene.path(one));
    for (const Index index : {said, paused}) {
      for (std::size_t at = page.find(std::to_string(index.value)); at != page.npos; at = page.find(std::to_string(index.value))) page.replace(at, std::to_string(index.value).size(), "N");
    }
    return page.substr(0, page.find("Entry "));
  };
  CHECK(same(said) == same(paused));
  scene.as = heron;
  CHECK(has(scene.html("/me/said"), "We are not a crisis service"));
  CHECK(scene.refuses("said resume", scene.of(said), Code::not_allowed));
  scene.as = moderator;
  scene.done("said release", scene.of(said));
  CHECK(scene.row(said).stand == Stand::waiting);
  scene.as = heron;
  CHECK_FALSE(has(scene.html("/me/said"), "We are not a crisis service"));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("an officer may neither moderate nor see who said what; a moderator may not answer") {
  Scene scene;
  const auto heron = scene.member("Heron");
  const Index said = scene.published(heron, "Keep it open.");
  scene.officer(scene.council, "Council officer");
  for (const char* words : {"said publish", "said refuse", "said danger", "said release", "said ungroup", "said change", "said pause", "said withdraw"}) {
    CHECK(scene.refuses(words, scene.of(said), Code::not_allowed));
  }
  CHECK(has(scene.html("/work/" + std::to_string(scene.work.value) + "/reading"), "REFUSED"));
  CHECK_FALSE(has(scene.html(scene.path(said)), "Heron"));
  const Index other = scene.body("Another Council", true);
  scene.officer(other, "Officer of another");
  CHECK(scene.refuses("said answer", scene.answer({said}), Code::not_allowed));
  scene.moderator();
  CHECK(scene.refuses("said answer", scene.answer({said}), Code::not_allowed));
  scene.member("Wren");
  CHECK(scene.refuses("said withdraw", scene.of(said), Code::not_allowed));
  scene.officer(scene.trust, "Officer of the trust");
  scene.done("said answer", scene.answer({said}));
}

TEST_CASE("many that say the same are answered together, and each has its answer") {
  Scene scene;
  const auto heron = scene.member("Heron");
  const auto wren = scene.member("Wren");
  const Index one = scene.published(heron, "Save our library");
  const Index two = scene.published(wren, "Save our library!");
  const Index unread = scene.gives(wren, "Save our library!!");
  scene.moderator();
  CHECK(scene.refuses("said group", Json::object({{"work", scene.work.value}, {"saids", list_of({unread, one})}}), Code::not_found));
  const Index group = scene.done("said group", Json::object({{"work", scene.work.value}, {"saids", list_of({one, two})}, {"as", "campaign"}}));
  CHECK(scene.row(one).group == group);
  scene.officer(scene.council);
  Json all = scene.answer({});
  all.set("group", group.value);
  all.remove("saids");
  const Index answered = scene.done("said answer", std::move(all));
  for (const Index said : {one, two}) {
    CHECK(scene.row(said).answer == answered);
    CHECK(has(scene.html(scene.path(said)), "The café stays open until ten."));
  }
  CHECK(scene.row(unread).stand == Stand::waiting);
  CHECK(has(scene.html(scene.list(), {{"group", std::to_string(group.value)}}), "Save our library!"));
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("an answer is overdue after twenty working days; one that has to wait, after its day; one opened again is counted anew") {
  Scene scene;
  scene.place.today_is(*Day::parse("2026-11-02"));  // a Monday
  const auto heron = scene.member("Heron");
  const Index said = scene.published(heron, "Keep it open.");
  const auto overdue = [&] { return number(*scene.json(scene.list()).find("counts"), "overdue"); };
  scene.place.today_is(*Day::parse("2026-11-30"));  // the twentieth working day
  CHECK(overdue() == 0);
  scene.place.today_is(*Day::parse("2026-12-01"));
  CHECK(overdue() == 1);
  CHECK(scene.json(scene.list(), {{"state", "overdue"}}).find("lines")->items().size() == 1);
  scene.at_the_house();
  Json waits = scene.answer({said}, "waiting");
  CHECK(scene.refuses("said answer", waits, Code::missing));
  waits.set("until", "2026-12-10");
  const Index answered = scene.done("said answer", waits);
  CHECK(overdue() == 0);
  scene.place.today_is(*Day::parse("2026-12-11"));
  CHECK(overdue() == 1);
  scene.sign_in("Heron", Scene::passphrase);
  scene.done("said judge", Json::object({{"said", said.value}, {"answer", answered.value}, {"answers", "no"}}));
  CHECK(overdue() == 0);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("a draft is kept for its writer alone, falls after thirty days, and goes with what is said") {
  Scene scene;
  scene.member("Heron");
  scene.done("said draft", Json::object({{"work", scene.work.value}, {"saying_kind", "idea"}, {"words", "A half-begun thought"}}));
  CHECK(has(scene.html("/me/said"), "A half-begun thought"));
  scene.member("Wren");
  CHECK_FALSE(has(scene.html("/me/said"), "A half-begun thought"));
  scene.place.today_is(scene.place.today() + 31);
  scene.at_the_house();
  scene.done("due said-drafts", Json::object());
  CHECK(scene.rows("said_drafts") == 0);
  CHECK(scene.rows("private_texts") == 4);  // names and passphrases
  scene.sign_in("Heron", Scene::passphrase);
  scene.done("said draft", Json::object({{"work", scene.work.value}, {"saying_kind", "idea"}, {"words", "Another"}}));
  scene.gives(scene.as, "Another, whole");
  CHECK(scene.rows("said_drafts") == 0);
}

TEST_CASE("who leaves takes their words along, and the counts stay") {
  Scene scene;
  const auto heron = scene.member("Heron");
  const Index said = scene.published(heron, "The pier at dawn.");
  const Index unread = scene.gives(heron, "The pier at dusk.");
  scene.as = heron;
  scene.done("account leave", Json::object({{"sure", true}}));
  scene.at_the_house();
  CHECK(has(scene.html(scene.path(said)), "These words were erased."));
  CHECK(number(*scene.json(scene.list()).find("counts"), "published") == 1);
  CHECK(scene.rows("said_authors") == 0);
  scene.done("due said-left", Json::object());
  CHECK(scene.row(unread).stand == Stand::withdrawn);
  CHECK(scene.rows("said_left") == 0);
  CHECK(scene.place.refold_difference() == "");
}

TEST_CASE("an upload is what its first bytes say, at most 8 MB, with a description, and is seen only once it is published") {
  Scene scene;
  const auto heron = scene.member("Heron");
  const auto given = [&](const std::string& bytes, const char* description) {
    return Json::object({{"work", scene.work.value}, {"saying_kind", "story"}, {"file", Json::object({{"name", "me.jpg"}, {"base64", base64(bytes)}})}, {"description", description}});
  };
  const std::string wav = std::string("RIFF\x24\0\0\0WAVEfmt ", 16) + std::string(28, '\0');
  CHECK(scene.refuses("said give", given("<script>alert(1)</script>", "A bench"), Code::not_supported));
  CHECK(scene.refuses("said give", given(wav + std::string(8 * 1024 * 1024, 'x'), "A bench"), Code::out_of_range));
  CHECK(scene.refuses("said give", given(wav, ""), Code::missing));
  const Index said = scene.done("said give", given(wav, "I say why the bench matters."));
  CHECK(scene.row(said).media == Media::wav);
  scene.nobody();
  CHECK(has(scene.html(scene.path(said, "/file")), "REFUSED"));
  scene.at_the_house();
  scene.done("said publish", scene.of(said));
  scene.nobody();
  CHECK_FALSE(has(scene.html(scene.path(said, "/file")), "REFUSED"));
  CHECK(has(scene.html(scene.path(said)), "I say why the bench matters."));
  scene.as = heron;
  scene.done("said withdraw", scene.of(said));
  CHECK(has(scene.html(scene.path(said, "/file")), "REFUSED"));
  CHECK(scene.place.refold_difference() == "");
}

}  // namespace alongside::said
