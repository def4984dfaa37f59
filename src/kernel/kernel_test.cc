// The machinery of an act, on a concern made for the test.
#include <doctest/doctest.h>

#include <fstream>
#include <future>

#include "kernel/testing.h"
#include "kernel/wall_for_tests.h"
#include "record/opening.h"
#include "record/proof.h"

namespace alongside::kernel {
namespace {

// Every byte of every file of a folder, one after another.
std::string all_bytes(const std::string& folder) {
  std::string out;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    out.append((std::istreambuf_iterator<char>(in)), {});
  }
  return out;
}

}  // namespace

TEST_CASE("an order that is done is in the record, and its words can be read") {
  TestPlace place(wall::concerns(), Json::object());
  const Outcome outcome = place.done("note", wall::note("Mind the step"));
  REQUIRE(outcome.acts.size() == 1);
  place.read([&](Reader& reader) {
    CHECK(reader.size().value == 1);
    CHECK(reader.words(outcome.acts[0], "words").words == "Mind the step");
    const std::string entry = *reader.entry(outcome.acts[0]);
    CHECK(entry.find("Mind") == std::string::npos);
    CHECK(entry.find("\"act\":\"wall.noted\"") != std::string::npos);
  });
  CHECK(place.refold_difference() == "");
}

TEST_CASE("an order that is refused says every problem and leaves nothing") {
  TestPlace place(wall::concerns(), Json::object());
  const Outcome outcome = place.order("note", Json::object({{"words", ""}, {"on", "2026-13"}, {"colour", "red"}}));
  CHECK(outcome.problems.list().size() == 2);
  CHECK(outcome.problems.has(Code::unknown_field));
  place.read([](Reader& reader) { CHECK(reader.size().value == 0); });
}

TEST_CASE("an order with the same key is carried out once, and refused with another request") {
  TestPlace place(wall::concerns(), Json::object());
  const Outcome first = place.order("note", wall::note("Once"), "one-key");
  const Outcome again = place.order("note", wall::note("Once"), "one-key");
  const Outcome other = place.order("note", wall::note("Twice"), "one-key");
  CHECK(again.again);
  CHECK(again.acts == first.acts);
  CHECK(other.problems.has(Code::same_key));
  place.read([](Reader& reader) { CHECK(reader.size().value == 1); });
}

TEST_CASE("an order that fails half way takes no other with it, and leaves nothing") {
  TestPlace place(wall::concerns(), Json::object());
  constexpr int orders = 40;
  std::vector<std::promise<Outcome>> promises(orders);
  for (int i = 0; i < orders; ++i) {
    Json request = Json::object({{"fails_at_last", i % 7 == 3}, {"words", "Note " + std::to_string(i)}});
    place.place().submit({.command = "note", .credential = {}, .key = "key-" + std::to_string(i), .request = std::move(request)},
                         [&promises, i](Outcome outcome) { promises[static_cast<std::size_t>(i)].set_value(std::move(outcome)); });
  }
  std::int64_t done = 0;
  for (int i = 0; i < orders; ++i) {
    const Outcome outcome = promises[static_cast<std::size_t>(i)].get_future().get();
    CAPTURE(i);
    REQUIRE(outcome.ok() == (i % 7 != 3));
    if (!outcome.ok()) continue;
    REQUIRE(outcome.acts.size() == 1);
    CHECK(outcome.acts[0].value == done++);
    place.read([&](Reader& reader) { CHECK(reader.words(outcome.acts[0], "words").words == "Note " + std::to_string(i)); });
  }
  place.read([&](Reader& reader) { CHECK(reader.size().value == done); });
  CHECK(place.refold_difference() == "");
}

TEST_CASE("words that were erased are gone from reading, openings and every file; the record verifies as before") {
  TestPlace place(wall::concerns(), Json::object());
  const std::string secret = "My neighbour at number twelve told me so, in confidence";
  const Index index = place.done("note", wall::note(secret)).acts[0];
  CHECK(all_bytes(place.place().files().folder).find(secret.substr(0, 32)) == std::string::npos);
  const Head before = place.place().head();
  const auto opened = record::parse_openings(*place.place().record_file("openings/000"));
  REQUIRE(opened.ok());
  REQUIRE(opened->size() == 1);
  const std::string salt(view((*opened)[0].salt));

  place.done("erase", Json::object({{"act", index.value}, {"field", "words"}, {"ground", "named_person"}}));

  place.read([&](Reader& reader) {
    const Text text = reader.words(index, "words");
    CHECK(text.state == Text::State::erased);
    CHECK(text.ground == "named_person");
  });
  CHECK(place.place().record_file("openings/000")->find("neighbour") == std::string::npos);
  CHECK(place.place().head().root == before.root);
  CHECK(place.place().head().version > before.version);
  CHECK(all_bytes(place.place().files().folder).find(salt) == std::string::npos);
}

TEST_CASE("yesterday's database beside today's vault revives nothing that was erased since") {
  TestPlace place(wall::concerns(), Json::object());
  const Index index = place.done("note", Json::object({{"words", "Gone tomorrow"}, {"by_somebody_new", true}})).acts[0];
  const std::string backup = place.place().files().folder + "/backup";
  place.place().database().backup(backup);
  place.done("forget", Json::object({{"person", 1}}));
  place.close();
  store::restore_sqlite(backup, place.files().database());
  place.reopen();
  place.read([&](Reader& reader) {
    CHECK(reader.words(index, "words").state == Text::State::erased);
    CHECK(!reader.private_text("wall/1").has_value());
    CHECK(reader.count("SELECT COUNT(*) FROM persons") == 0);
  });
}

TEST_CASE("a folder that lost its key is not taken for a free name: nothing in it is touched") {
  TestPlace place(wall::concerns(), Json::object());
  place.done("note", wall::note("One"));
  const PlaceFiles files = place.files();
  const House& house = place.place().house();
  const OpenOptions options{.data = files.folder + "/..", .place = place.place().id()};
  place.close();
  std::filesystem::rename(files.key(), files.folder + "/../kept");
  const auto made = OpenPlace::create(house, options, {});
  REQUIRE(!made.ok());
  CHECK(made.problems().list()[0].code == Code::already_there);
  std::filesystem::rename(files.folder + "/../kept", files.key());
  place.reopen();
  CHECK(place.place().head().size == 1);
}

TEST_CASE("a record that was signed further than its database goes signs nothing more") {
  TestPlace place(wall::concerns(), Json::object());
  place.done("note", wall::note("One"));
  const std::string backup = place.place().files().folder + "/backup";
  place.place().database().backup(backup);
  place.done("note", wall::note("Two"));
  REQUIRE(place.place().checkpoint().ok());
  place.close();
  store::restore_sqlite(backup, place.files().database());
  place.reopen();
  CHECK(!place.place().checkpoint().ok());
  CHECK(place.place().warnings().size() >= 1);
}

TEST_CASE("withheld words are shown to nobody until they are released") {
  TestPlace place(wall::concerns(), Json::object());
  const Index index = place.done("note", Json::object({{"words", "Not yet"}, {"withheld", true}})).acts[0];
  place.read([&](Reader& reader) {
    CHECK(reader.words(index, "words").state == Text::State::withheld);
    CHECK(reader.withheld_words(index, "words").words == "Not yet");
  });
  CHECK(place.place().record_file("openings/000")->find("Not yet") == std::string::npos);
}

TEST_CASE("a receipt proves that an act is in the record, with nothing but the key") {
  TestPlace place(wall::concerns(), Json::object());
  Index last;
  for (int i = 0; i < 300; ++i) last = place.done("note", wall::note("Note " + std::to_string(i))).acts[0];
  const auto receipt = place.place().receipt({17});
  REQUIRE(receipt.ok());
  const auto proof = record::parse_proof(*receipt);
  REQUIRE(proof.ok());
  const auto verifier = record::parse_verifier_key(place.place().verifier_key());
  REQUIRE(verifier.ok());
  std::string entry;
  place.read([&](Reader& reader) { entry = *reader.entry({17}); });
  const std::vector<record::Verifier> known{*verifier};
  CHECK(record::verify_proof(*proof, record::leaf_hash(entry), known).ok());
  CHECK(!record::verify_proof(*proof, record::leaf_hash(entry + " "), known).ok());
  CHECK(place.place().record_file("tile/0/000")->size() == 8192);
  CHECK(place.place().record_file("tile/1/000.p/1")->size() == 32);
  CHECK(!place.place().record_file("tile/1/000.p/2").has_value());
}

TEST_CASE("a second process is told who holds the place") {
  TestPlace place(wall::concerns(), Json::object());
  const auto second = store::PlaceLock::take(place.files().lock());
  REQUIRE(!second.ok());
  CHECK(second.problems().has(Code::wrong_state));
}

}  // namespace alongside::kernel
