#include "record/entry.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/hash.h"
#include "base/text.h"
#include "record/commitment.h"
#include "record/opening.h"
#include "record/proof.h"

namespace alongside::record {
namespace {

Salt salt_of(char c) {
  Salt salt;
  salt.fill(static_cast<std::uint8_t>(c));
  return salt;
}

}  // namespace

TEST_CASE("an entry is printed as the record's page shows it, and read back the same") {
  const Entry entry{.kind = "decision.taken", .at = *Day::parse("2026-11-23"), .body = Json::object({{"body", 3}})};
  const std::string bytes = R"({"act":"decision.taken","at":"2026-11-23","body":{"body":3},"v":1})";
  CHECK(print(entry).value() == bytes);
  CHECK(parse_entry(bytes).value() == entry);
}

TEST_CASE("an entry that would not be printed with the same bytes is refused, and told so") {
  for (const char* bytes :
       {R"({"act":"a.b","at":"2026-11-23","body":{}, "v":1})", R"({"at":"2026-11-23","act":"a.b","body":{},"v":1})",
        R"({"act":"\u0061.b","at":"2026-11-23","body":{},"v":1})",
        R"({"act":"a.b","at":"2026-11-23","body":{"b":1,"a":2},"v":1})",
        R"({"act":"a.b","at":"2026-11-23","body":{"a":-0},"v":1})"}) {
    CAPTURE(bytes);
    CHECK(parse_entry(bytes).problems().has(Code::does_not_match));
  }
}

TEST_CASE("all that is wrong with an entry is said at once") {
  const auto result = parse_entry(R"({"act":"A b","at":"2026-02-30","more":1,"v":0})");
  CHECK(result.problems().list().size() == 5);
  CHECK(result.problems().has(Code::missing));        // body
  CHECK(result.problems().has(Code::unknown_field));  // more
  CHECK_FALSE(parse_entry("[]").ok());
  CHECK_FALSE(parse_entry("").ok());
  CHECK_FALSE(parse_entry(R"({"act":"a.b","at":"2026-11-23","body":{"a":1.5},"v":1})").ok());
  CHECK_FALSE(parse_entry(R"({"act":"a.b","at":"2026-11-23","body":{"a":1,"a":1},"v":1})").ok());
}

TEST_CASE("an entry of 65,535 bytes is taken, one of 65,536 is not") {
  const auto sized = [](std::size_t words) {
    return Entry{.kind = "a.b", .at = Day(0), .body = Json::object({{"x", std::string(words, 'x')}})};
  };
  const std::size_t frame = print(sized(0)).value().size();
  CHECK(parse_entry(print(sized(65'535 - frame)).value()).ok());
  CHECK(print(sized(65'536 - frame)).problems().has(Code::out_of_range));
  CHECK(parse_entry(std::string(65'536, ' ')).problems().has(Code::out_of_range));
}

TEST_CASE("a commitment is HMAC-SHA256 of its tag, field path, a zero and the words") {
  // The same with Python: hmac.new(b"a"*32, b"alongside/commit/v1\nreasons\0It closed.", "sha256")
  const Digest commitment = commit(salt_of('a'), "reasons", "It closed.");
  CHECK(commitment ==
        hmac_sha256(std::string(32, 'a'), std::string_view("alongside/commit/v1\nreasons\0It closed.", 38)));
  CHECK(hex(view(commitment)) == "0831f94a335090b421891195f14a382281cf3b630fd944fa173bdfc0e729f29e");
  CHECK(commitment_text(commitment).size() == 43);
  CHECK(parse_commitment(commitment_text(commitment)).value() == commitment);
  CHECK(commit(salt_of('b'), "reasons", "It closed.") != commitment);
  CHECK(commit(salt_of('a'), "reason", "sIt closed.") != commitment);
}

TEST_CASE("the commitments of a body are found with their paths, and nothing else is taken for one") {
  const Digest one = sha256("1");
  const Digest two = sha256("2");
  const Json body = Json::object({{"title", commitment_json(one)},
                                  {"options", Json::Array{Json::object({{"why_not", commitment_json(two)}}), Json(4)}},
                                  {"plain", Json::object({{"c", "too short"}})},
                                  {"more", Json::object({{"c", commitment_text(one)}, {"d", 1}})},
                                  {"number", Json::object({{"c", 3}})}});
  const auto found = commitments(body);
  CHECK(found == std::vector<Committed>{{"options/0/why_not", two}, {"title", one}});
}

TEST_CASE("openings are printed in order, read back the same, and open what they belong to") {
  const std::vector<Opening> openings = {{.index = 9, .field = "a", .salt = salt_of('x'), .words = "nine \"é\"\n"},
                                         {.index = 1, .field = "b", .salt = salt_of('y'), .words = ""},
                                         {.index = 1, .field = "a", .salt = salt_of('z'), .words = "one"}};
  const auto parsed = parse_openings(print_openings(openings)).value();
  CHECK(parsed == std::vector<Opening>{openings[2], openings[1], openings[0]});
  CHECK(opens(openings[0], commit(salt_of('x'), "a", "nine \"é\"\n")));
  CHECK_FALSE(opens(openings[0], commit(salt_of('x'), "a", "ten")));
  CHECK(print_openings({}) == R"({"openings":[]})");
  CHECK_THROWS_AS(print_openings({openings[0], openings[0]}), std::logic_error);
}

TEST_CASE("openings in another order, twice, or with anything more are refused") {
  const std::string salt(43, 'A');
  const auto one = [&](int index) {
    return R"({"field":"a","index":)" + std::to_string(index) + R"(,"salt":")" + salt + R"(","words":"w"})";
  };
  CHECK(parse_openings(R"({"openings":[)" + one(1) + "," + one(2) + "]}").ok());
  CHECK_FALSE(parse_openings(R"({"openings":[)" + one(2) + "," + one(1) + "]}").ok());
  CHECK_FALSE(parse_openings(R"({"openings":[)" + one(1) + "," + one(1) + "]}").ok());
  CHECK_FALSE(parse_openings(R"({"openings":[)" + one(1) + "] }").ok());
  CHECK_FALSE(parse_openings(R"({"openings":[)" + one(-1) + "]}").ok());
  CHECK_FALSE(parse_openings(R"({"more":1,"openings":[]})").ok());
  CHECK_FALSE(parse_openings(R"({"openings":[{"field":"a","index":1,"salt":"AA","words":"w"}]})").ok());
  CHECK_FALSE(parse_openings(R"({"openings":{}})").ok());
  CHECK_FALSE(parse_openings("[]").ok());
}

TEST_CASE("a file of openings has the number of its bundle, written as in a tile's path") {
  CHECK(openings_path(0) == "openings/000");
  CHECK(openings_path(1'234'067) == "openings/x001/x234/067");
}

TEST_CASE("whatever openings are printed are read back the same") {
  CHECK(rc::check([] {
    std::vector<Opening> openings;
    std::int64_t index = 0;
    const int count = *rc::gen::inRange(0, 20);
    for (int i = 0; i < count; ++i) {
      index += *rc::gen::inRange(1, 1000);
      openings.push_back({.index = index,
                          .field = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z'))),
                          .salt = sha256(std::to_string(index)),
                          .words = *rc::gen::container<std::string>(rc::gen::inRange('\1', '\x7f'))});
    }
    RC_ASSERT(parse_openings(print_openings(openings)).value() == openings);
  }));
}

TEST_CASE("a receipt holds against the record's key, and not for another entry, place or key") {
  const SigningKey key =
      SigningKey::from_seed("record.example.org/eastmere", KeyKind::ed25519, std::string(32, 's')).value();
  std::vector<Digest> leaves;
  CompactRange tree;
  for (int i = 0; i < 7; ++i) {
    leaves.push_back(leaf_hash(std::to_string(i)));
    tree.append(leaves.back());
  }
  const NodeSource source = [&](int level, std::int64_t at) {
    CompactRange part;
    for (std::int64_t i = at << level; i < (at + 1) << level; ++i) part.append(leaves.at(std::size_t(i)));
    return part.root();
  };
  Proof proof{.extra = "salt",
              .index = 4,
              .path = inclusion_proof(4, 7, source).value(),
              .checkpoint = signed_checkpoint({"record.example.org/eastmere", 7, tree.root()}, key)};

  CHECK(parse_proof(print(proof)).value() == proof);
  CHECK(verify_proof(proof, leaves[4], {&key.verifier(), 1}).value().checkpoint.size == 7);
  CHECK_FALSE(verify_proof(proof, leaves[5], {&key.verifier(), 1}).ok());
  CHECK_FALSE(verify_proof(proof, leaves[4], {}).ok());
  proof.index = 5;
  CHECK_FALSE(verify_proof(proof, leaves[4], {&key.verifier(), 1}).ok());
}

TEST_CASE("what is not quite a receipt is refused") {
  const SigningKey key = SigningKey::from_seed("k", KeyKind::ed25519, std::string(32, 's')).value();
  const std::string note = signed_checkpoint({"o", 7, sha256("x")}, key);
  const std::string hash = base64(view(sha256("y"))) + "\n";
  const std::string first = "c2sp.org/tlog-proof@v1\n";
  CHECK(parse_proof(first + "index 3\n" + hash + "\n" + note).ok());
  CHECK(parse_proof(first + "extra \nindex 0\n\n" + note).value().extra == "");
  CHECK_FALSE(parse_proof("").ok());
  CHECK_FALSE(parse_proof("c2sp.org/tlog-proof@v2\nindex 3\n\n" + note).ok());
  CHECK_FALSE(parse_proof(first + "index 03\n\n" + note).ok());
  CHECK_FALSE(parse_proof(first + "index -0\n\n" + note).ok());
  CHECK_FALSE(parse_proof(first + "extra !\nindex 3\n\n" + note).ok());
  CHECK_FALSE(parse_proof(first + "index 3\nextra AA==\n\n" + note).ok());
  CHECK_FALSE(parse_proof(first + "index 3\nAAAA\n\n" + note).ok());
  CHECK_FALSE(parse_proof(first + "index 3\n" + note).ok());
  CHECK_FALSE(parse_proof(first + "index 3\n\n").ok());
  std::string many = first + "index 3\n";
  for (int i = 0; i < 64; ++i) many += hash;
  CHECK_FALSE(parse_proof(many + "\n" + note).ok());
}

}  // namespace alongside::record
