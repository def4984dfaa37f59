// The machinery of an act, with a concern made for the test: notes that somebody puts on a wall.
#include <doctest/doctest.h>

#include <fstream>

#include "kernel/testing.h"
#include "record/opening.h"
#include "record/proof.h"

namespace alongside::kernel {
namespace wall {

struct Noted {
  static constexpr std::string_view kind = "wall.noted";
  Said words;
  std::optional<When> on;
  static void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("words", self.words);
  }
};
struct NoteRow {
  static constexpr std::string_view table = "notes";
  Index note;
  std::optional<When> on;
  static void fields(auto& self, auto&& column) {
    column("note", self.note);
    column("on_when", self.on);
  }
};
void apply(const Noted& act, const Entry& entry, Tables& tables) { tables.put(NoteRow{entry.index, act.on}); }

struct Open {
  static void fields(auto&, auto&&) {}
};
struct Nothing {};
Nothing look(const Situation&, const Open&) { return {}; }
Result<Changes> decide(Nothing, Open) { return Changes(); }

struct PutNote {
  Said words;
  std::optional<When> on;
  bool withheld = false;
  bool by_somebody_new = false;
  static void fields(auto& self, auto&& field) {
    field("by_somebody_new", self.by_somebody_new);
    field("on", self.on);
    field("withheld", self.withheld);
    field("words", self.words);
  }
};
struct NoteFacts {
  Person next;
};
NoteFacts look(const Situation& situation, const PutNote&) { return {situation.next_person}; }
Result<Changes> decide(const NoteFacts& facts, PutNote asked) {
  if (asked.words.empty()) return problem(Code::missing, "words", msg("Write something."));
  Changes changes;
  Wordsmith by{.withheld = asked.withheld};
  if (asked.by_somebody_new) {
    changes.create_person(facts.next);
    changes.keep_private("wall/" + std::to_string(facts.next.value), facts.next, "a private text of this person");
    by.person = facts.next;
  }
  changes.add(Noted{.words = std::move(asked.words), .on = asked.on}, by);
  return changes;
}

struct Forget {
  std::int64_t person = 0;
  static void fields(auto& self, auto&& field) { field("person", self.person); }
};
Nothing look(const Situation&, const Forget&) { return {}; }
Result<Changes> decide(Nothing, Forget asked) {
  Changes changes;
  changes.forget({asked.person}, Ground::own_wish);
  return changes;
}

std::vector<Concern> concerns() {
  std::vector<Concern> out;
  out.push_back(Concern("wall", "CREATE TABLE notes (note INTEGER PRIMARY KEY, on_when TEXT);", "")
                    .acts<Noted>()
                    .command<Open>({.words = "place open", .path = "/open", .may = may::keeper})
                    .command<PutNote>({.words = "note", .path = "/note", .may = may::anyone})
                    .command<Forget>({.words = "forget", .path = "/forget", .may = may::keeper}));
  return out;
}

}  // namespace wall

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

Json note(std::string words) { return Json::object({{"words", std::move(words)}}); }

}  // namespace

TEST_CASE("an order that is done is in the record, and its words can be read") {
  TestPlace place(wall::concerns(), Json::object());
  const Outcome outcome = place.done("note", note("Mind the step"));
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
  const Outcome first = place.order("note", note("Once"), "one-key");
  const Outcome again = place.order("note", note("Once"), "one-key");
  const Outcome other = place.order("note", note("Twice"), "one-key");
  CHECK(again.again);
  CHECK(again.acts == first.acts);
  CHECK(other.problems.has(Code::same_key));
  place.read([](Reader& reader) { CHECK(reader.size().value == 1); });
}

TEST_CASE("words that were erased are gone from reading, openings and every file; the record verifies as before") {
  TestPlace place(wall::concerns(), Json::object());
  const std::string secret = "My neighbour at number twelve told me so, in confidence";
  const Index index = place.done("note", note(secret)).acts[0];
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

TEST_CASE("a record that was signed further than its database goes signs nothing more") {
  TestPlace place(wall::concerns(), Json::object());
  place.done("note", note("One"));
  const std::string backup = place.place().files().folder + "/backup";
  place.place().database().backup(backup);
  place.done("note", note("Two"));
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
  for (int i = 0; i < 300; ++i) last = place.done("note", note("Note " + std::to_string(i))).acts[0];
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
