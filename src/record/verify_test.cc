#include "record/verify.h"

#include <doctest/doctest.h>

#include <map>

#include "base/text.h"
#include "record/tile.h"

namespace alongside::record {
namespace {

SigningKey the_key() {
  return SigningKey::from_seed("record.example.org/eastmere", KeyKind::ed25519, std::string(32, 'k')).value();
}

Salt salt_for(std::int64_t index) { return sha256("salt " + std::to_string(index)); }

// A published record of `size` acts, each with one committed reason. Of every three, the first is open, the second not
// public, the third erased; the last act is the notice of that.
struct Published {
  std::map<std::string, std::string> files;
  std::int64_t open = 0;
  std::int64_t erased = 0;

  Files reader() const {
    return [this](const std::string& path) -> std::optional<std::string> {
      const auto at = files.find(path);
      return at == files.end() ? std::nullopt : std::optional(at->second);
    };
  }
};

std::string act(std::int64_t index) {
  const Digest commitment = commit(salt_for(index), "reasons", "Because " + std::to_string(index));
  return print(Entry{.kind = "decision.taken",
                     .at = Day(20'000),
                     .body = Json::object({{"body", 0}, {"reasons", commitment_json(commitment)}})})
      .value();
}

std::string notice(std::int64_t size) {
  Json erased = Json::array();
  for (std::int64_t i = 2; i < size - 1; i += 3) erased.push(Json::object({{"act", i}, {"field", "reasons"}}));
  return print(Entry{.kind = "content.erased", .at = Day(20'001), .body = Json::object({{"erased", erased}})}).value();
}

Published publish(std::int64_t size) {
  Published out;
  std::vector<std::string> entries;
  std::map<std::int64_t, std::vector<Opening>> openings;
  for (std::int64_t i = 0; i + 1 < size; ++i) {
    entries.push_back(act(i));
    if (i % 3 == 2) ++out.erased;
    if (i % 3 != 0) continue;
    ++out.open;
    openings[i / tile_width].push_back(
        {.index = i, .field = "reasons", .salt = salt_for(i), .words = "Because " + std::to_string(i)});
  }
  entries.push_back(notice(size));
  CompactRange tree;
  std::map<std::pair<int, std::int64_t>, Digest> nodes;
  for (const std::string& entry : entries) {
    tree.append(leaf_hash(entry), [&](int level, std::int64_t index, const Digest& hash) {
      nodes[{level, index}] = hash;
    });
  }
  const NodeSource source = [&](int level, std::int64_t index) { return nodes.at({level, index}); };
  for (const Tile& tile : tiles_of(size)) {
    const auto first = std::size_t(tile.index) * tile_width;
    out.files[tile_path(tile)] = tile.is_bundle()
                                     ? bundle_bytes(std::span(entries).subspan(first, std::size_t(tile.width)))
                                     : tile_bytes(tile, source);
  }
  for (auto& [bundle, list] : openings) out.files[openings_path(bundle)] = print_openings(list);
  out.files["checkpoint"] = signed_checkpoint({the_key().verifier().name, size, tree.root()}, the_key());
  return out;
}

Verified check(const Published& record) {
  Quiet quiet;
  return verify_record(record.reader(), {&the_key().verifier(), 1}, {}, quiet).value();
}

}  // namespace

TEST_CASE("a sound record holds, and its words are counted as open, erased and not public") {
  for (const std::int64_t size : {1, 2, 255, 256, 257, 600, 1024}) {
    CAPTURE(size);
    const Published record = publish(size);
    const Verified verified = check(record);
    CHECK(verified.holds());
    CHECK(verified.signer_checked);
    CHECK(verified.entries == size);
    CHECK(verified.commitments == size - 1);
    CHECK(verified.opened == record.open);
    CHECK(verified.erased == record.erased);
    CHECK(verified.withheld == size - 1 - record.open - record.erased);
  }
}

TEST_CASE("the empty record holds") {
  Published record;
  record.files["checkpoint"] = signed_checkpoint({the_key().verifier().name, 0, empty_root()}, the_key());
  CHECK(check(record).holds());
}

TEST_CASE("one changed byte in any file of a record is found") {
  const Published sound = publish(300);
  for (const auto& [name, bytes] : sound.files) {
    const std::string& path = name;
    for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 40) {
      CAPTURE(path);
      CAPTURE(at);
      Published spoilt = sound;
      spoilt.files[path][at] = static_cast<char>(spoilt.files[path][at] ^ 1);
      Quiet quiet;
      const auto verified = verify_record(spoilt.reader(), {&the_key().verifier(), 1}, {}, quiet);
      CHECK((!verified.ok() || !verified->holds()));
    }
  }
}

TEST_CASE("a record with another act in one place is found by the signed root, though all its tiles fit") {
  Published record = publish(300);
  Published longer = publish(301);  // its act 299 is not the notice
  longer.files["checkpoint"] = signed_checkpoint(
      {the_key().verifier().name, 301, read_checkpoint_unchecked(record.files["checkpoint"])->root}, the_key());
  const Verified verified = check(longer);
  REQUIRE(verified.findings.size() == 1);
  CHECK(verified.findings[0].file == "checkpoint");
}

TEST_CASE("a file that is missing is named") {
  const Published sound = publish(300);
  for (const char* path : {"checkpoint", "tile/entries/000", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"}) {
    CAPTURE(path);
    Published record = sound;
    REQUIRE(record.files.erase(path) == 1);
    Quiet quiet;
    const auto verified = verify_record(record.reader(), {&the_key().verifier(), 1}, {}, quiet);
    if (verified.ok()) {
      REQUIRE(verified->findings.size() == 1);
      CHECK(verified->findings[0].file == path);
    } else {
      CHECK(verified.problems().list().front().file == path);
    }
  }
}

TEST_CASE("openings that were taken down are no fault: their words are counted as not public") {
  Published record = publish(300);
  record.files.erase("openings/000");
  record.files.erase("openings/001");
  CHECK(check(record).holds());
  CHECK(check(record).opened == 0);
}

TEST_CASE("a head that somebody else signed is found, and without a key it is said that nobody was checked") {
  const Published record = publish(10);
  const auto other = SigningKey::from_seed(the_key().verifier().name, KeyKind::ed25519, std::string(32, 'o')).value();
  Quiet quiet;
  CHECK_FALSE(verify_record(record.reader(), {&other.verifier(), 1}, {}, quiet).value().holds());
  const Verified unsigned_for = verify_record(record.reader(), {}, {}, quiet).value();
  CHECK(unsigned_for.holds());
  CHECK_FALSE(unsigned_for.signer_checked);
}

TEST_CASE("whoever reads along gets each entry once, in order, and can object") {
  const Published record = publish(300);
  std::int64_t next = 0;
  const EachEntry each = [&](std::int64_t index, std::string_view, const Entry& entry) -> Status {
    CHECK(index == next++);
    if (entry.kind != "content.erased") return Done{};
    return problem(Code::not_found, "act", msg("There is no such act."));
  };
  Quiet quiet;
  const auto verified = verify_record(record.reader(), {}, each, quiet).value();
  CHECK(next == 300);
  REQUIRE(verified.findings.size() == 1);
  CHECK(verified.findings[0].where == "entry 299");
}

}  // namespace alongside::record
