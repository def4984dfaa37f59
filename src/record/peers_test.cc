// What others have written down about these formats, in ../shared/data/tlog/ (its README has origins and licences).
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/json.h"
#include "base/text.h"
#include "record/checkpoint.h"
#include "record/tile.h"
#include "record/tree.h"

namespace alongside::record {
namespace {

namespace fs = std::filesystem;

const fs::path data = "../shared/data/tlog";

std::optional<std::string> file(const fs::path& path) {
  std::ifstream in(data / path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// Null, with a message, where the data is not there.
Json json_of(const fs::path& path) {
  const auto bytes = file(path);
  if (!bytes) {
    MESSAGE("skipped: no " << (data / path).string());
    return {};
  }
  return parse_json(*bytes).value();
}

Digest hash_of_hex(const std::string& text) { return as_digest(from_hex(text).value()); }

// Its "…": an array of hashes, or null for none. Nothing: one of them does not have 32 bytes.
std::optional<std::vector<Digest>> hashes_of(const Json& list) {
  std::vector<Digest> hashes;
  if (list.is_null()) return hashes;
  for (const Json& item : list.items()) {
    const auto hash = hash_of_base64(item.string(), "proof");
    if (!hash) return std::nullopt;
    hashes.push_back(*hash);
  }
  return hashes;
}

bool accepts(const Json& vector) {
  const auto proof = hashes_of(*vector.find("proof"));
  const auto text = [&](const char* key) { return vector.find(key)->string(); };
  const auto number = [&](const char* key) { return vector.find(key)->number(); };
  if (!proof) return false;
  if (vector.find("leafIdx") != nullptr) {
    const auto leaf = hash_of_base64(text("leafHash"), "leaf");
    const auto root = hash_of_base64(text("root"), "root");
    return leaf && root && verify_inclusion(*leaf, number("leafIdx"), number("treeSize"), *proof, *root).ok();
  }
  const auto old_root = hash_of_base64(text("root1"), "root1");
  const auto new_root = hash_of_base64(text("root2"), "root2");
  return old_root && new_root &&
         verify_consistency(number("size1"), number("size2"), *proof, *old_root, *new_root).ok();
}

std::vector<fs::path> vectors_under(const char* folder) {
  std::vector<fs::path> paths;
  if (!fs::exists(data / "merkle/testdata" / folder)) return paths;
  for (const auto& found : fs::recursive_directory_iterator(data / "merkle/testdata" / folder)) {
    if (found.path().extension() == ".json") paths.push_back(fs::relative(found.path(), data));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string padded(std::int64_t number, std::size_t length) {
  std::string entry = "entry " + std::to_string(number);
  entry.resize(length, ' ');
  return entry;
}

std::vector<Verifier> verifiers_of(const Json& keys) {
  std::vector<Verifier> verifiers;
  for (const Json& key : keys.items()) verifiers.push_back(parse_verifier_key(key.string()).value());
  return verifiers;
}

NodeSource source_of(const std::vector<Digest>& leaves) {
  return [&leaves](int level, std::int64_t index) {
    CompactRange part;
    for (std::int64_t i = index << level; i < (index + 1) << level; ++i) part.append(leaves.at(std::size_t(i)));
    return part.root();
  };
}

}  // namespace

TEST_CASE(
    "196 proofs of transparency-dev/merkle, good and bad, are judged as they say, but for one with 12-byte roots") {
  auto paths = vectors_under("inclusion");
  const auto more = vectors_under("consistency");
  paths.insert(paths.end(), more.begin(), more.end());
  if (paths.empty()) {
    MESSAGE("skipped: no " << (data / "merkle").string());
    return;
  }
  // Its roots are the words "don't care 2": a verifier of SHA-256 trees has to refuse them.
  const std::string refused_on_purpose = "additional/sizes-are-equal-one-and-proof-is-empty.json";

  std::vector<std::string> judged_otherwise;
  int judged = 0;
  for (const fs::path& path : paths) {
    ++judged;
    const auto vector = parse_json(file(path).value());
    // One index is 2^64 - 1, which is no index of ours: refusing to read it refuses the proof.
    const bool accepted = vector.ok() && accepts(*vector);
    const bool wanted = vector.ok() && !vector->find("wantErr")->boolean();
    if (accepted != wanted) judged_otherwise.push_back(path.generic_string());
  }
  CHECK(judged == 196);
  REQUIRE(judged_otherwise.size() == 1);
  CHECK(judged_otherwise[0].ends_with(refused_on_purpose));
}

TEST_CASE("the reference tree of Certificate Transparency has the roots and proofs that Google published") {
  const Json kat = json_of("derived/rfc6962_kat.json");
  if (kat.is_null()) return;
  CHECK(empty_root() == hash_of_hex(kat.find("empty_root")->string()));
  std::vector<Digest> leaves;
  std::vector<Digest> roots = {empty_root()};
  CompactRange tree;
  for (const Json& input : kat.find("inputs")->items()) {
    leaves.push_back(leaf_hash(from_hex(input.string()).value()));
    tree.append(leaves.back());
    roots.push_back(tree.root());
    CHECK(roots.back() == hash_of_hex(kat.find("roots_size_1_to_8")->items()[roots.size() - 2].string()));
  }
  const auto published = [](const Json& list) {
    std::vector<Digest> hashes;
    for (const Json& item : list.items()) hashes.push_back(hash_of_hex(item.string()));
    return hashes;
  };
  for (const Json& one : kat.find("inclusion")->items()) {
    const std::int64_t index = one.find("leaf_index")->number();
    const std::int64_t size = one.find("tree_size")->number();
    const auto path = inclusion_proof(index, size, source_of(leaves)).value();
    CHECK(path == published(*one.find("path")));
    CHECK(verify_inclusion(leaves[std::size_t(index)], index, size, path, roots[std::size_t(size)]).ok());
  }
  for (const Json& one : kat.find("consistency")->items()) {
    const std::int64_t m = one.find("size1")->number();
    const std::int64_t n = one.find("size2")->number();
    const auto proof = consistency_proof(m, n, source_of(leaves)).value();
    CHECK(proof == published(*one.find("proof")));
    CHECK(verify_consistency(m, n, proof, roots[std::size_t(m)], roots[std::size_t(n)]).ok());
  }
}

TEST_CASE("trees of up to a million entries have the roots that three other programs give") {
  const Json kat = json_of("derived/large_roots_kat.json");
  if (kat.is_null()) return;
  for (const Json& one : kat.find("roots")->items()) {
    const std::int64_t size = one.find("entries")->number();
    const auto length = static_cast<std::size_t>(one.find("entry_len")->number());
    CAPTURE(size);
    CompactRange tree;
    for (std::int64_t i = 0; i < size; ++i) tree.append(leaf_hash(padded(i, length)));
    CHECK(tree.root() == hash_of_hex(one.find("root_hex")->string()));
  }
}

TEST_CASE("27 notes that others signed, cosigned or spoilt are opened or rejected as they say") {
  const Json kat = json_of("derived/notes_kat.json");
  if (kat.is_null()) return;
  int judged = 0;
  for (const Json& one : kat.items()) {
    CAPTURE(one.find("name")->string());
    const std::string& bytes = one.find("note")->string();
    const auto opened = open_note(bytes, verifiers_of(*one.find("vkeys")));
    CHECK(opened.ok() == (one.find("want")->string() == "valid"));
    if (opened.ok()) CHECK(print(opened->note) == bytes);
    if (const Json* seed = one.find("ed25519_seed_hex")) {
      const std::string name(split(bytes, '\n')[0]);
      const auto key = SigningKey::from_seed(name, KeyKind::ed25519, from_hex(seed->string()).value()).value();
      CHECK(signed_note(opened.value().note.text, {&key, 1}) == bytes);
    }
    ++judged;
  }
  CHECK(judged == 27);
}

TEST_CASE("a mirror's cosignature says the moment at which it was made") {
  const Json kat = json_of("derived/notes_kat.json");
  if (kat.is_null()) return;
  int seen = 0;
  for (const Json& one : kat.items()) {
    if (one.find("name")->string() != "skylight mirror cosignature/v1") continue;
    const auto opened = open_checkpoint(one.find("note")->string(), verifiers_of(*one.find("vkeys"))).value();
    CHECK(opened.note.signatures.at(0).seconds == 1'767'139'200);
    CHECK(opened.checkpoint.size == 300);
    ++seen;
  }
  CHECK(seen == 1);
}

TEST_CASE("verifier keys of Go's note package are read or refused as Go does") {
  const Json kat = json_of("derived/vkeys_kat.json");
  if (kat.is_null()) return;
  for (const Json& one : kat.find("keys")->items()) {
    const std::string& text = one.find("vkey")->string();
    CAPTURE(text);
    const auto verifier = parse_verifier_key(text);
    CHECK(verifier.ok() == (one.find("want")->string() == "valid"));
    if (verifier.ok()) CHECK(verifier_key_text(*verifier) == text);
  }
  // PRIVATE+KEY+NAME+ID+base64(kind || seed)
  const std::string secret = kat.find("secret_for_peter")->string();
  const auto parts = split(secret, '+');
  const std::string seed = from_base64(secret.substr(secret.rfind(parts[3]) + parts[3].size() + 1)).value().substr(1);
  const auto key = SigningKey::from_seed(std::string(parts[2]), KeyKind::ed25519, seed).value();
  CHECK(verifier_key_text(key.verifier()) == kat.find("keys")->items()[0].find("vkey")->string());
}

TEST_CASE("35 tile paths of Tessera are printed, read and refused as Tessera does") {
  const Json kat = json_of("derived/tile_paths_kat.json");
  if (kat.is_null()) return;
  int judged = 0;
  const auto printed = [&](const Json& one, int level) {
    const Tile tile{
        .level = level, .index = one.find("index")->number(), .width = static_cast<int>(one.find("width")->number())};
    CHECK(tile_path(tile) == one.find("path")->string());
    CHECK(parse_tile_path(one.find("path")->string()).value() == tile);
    ++judged;
  };
  for (const Json& one : kat.find("tile")->items()) printed(one, static_cast<int>(one.find("level")->number()));
  for (const Json& one : kat.find("entries")->items()) printed(one, entries_level);
  for (const Json& one : kat.find("seq")->items()) {
    const Tile bundle = bundle_of(one.find("seq")->number(), one.find("log_size")->number());
    CHECK(tile_path(bundle) == one.find("path")->string());
    ++judged;
  }
  for (const Json& one : kat.find("parse")->items()) {
    const auto tile = parse_tile_path("tile/" + one.find("level")->string() + "/" + one.find("index")->string());
    CAPTURE(one.canonical());
    CHECK(tile.ok() == (one.find("want") == nullptr));
    if (tile.ok()) {
      CHECK(tile->level == one.find("Level")->number());
      CHECK(tile->index == one.find("Index")->number());
      CHECK(tile->width % tile_width == one.find("P")->number());
    }
    ++judged;
  }
  CHECK(judged == 35);
}

TEST_CASE("Tessera's log is the same to the byte: its bundles, tiles and signed heads at every size") {
  const Json kat = json_of("derived/notes_kat.json");
  if (kat.is_null() || !file("tessera/testdata/log/checkpoint")) return;
  std::vector<Verifier> known;
  for (const Json& one : kat.items()) {
    if (one.find("name")->string() == "tessera testdata checkpoint.0") known = verifiers_of(*one.find("vkeys"));
  }
  const std::string log = "tessera/testdata/log/";
  const auto last = open_checkpoint(file(log + "checkpoint").value(), known).value();
  REQUIRE(last.checkpoint.size == 15);
  const std::string all = file(log + "tile/entries/000.p/15").value();
  const auto entries = parse_bundle(all, 15).value();
  CHECK(entries[0] == "one");
  std::vector<Digest> leaves;
  CompactRange tree;
  std::string bundle;
  for (std::int64_t size = 0; size <= 15; ++size) {
    CAPTURE(size);
    if (size > 0) {
      const std::string_view entry = entries[std::size_t(size - 1)];
      append_to_bundle(bundle, entry);
      leaves.push_back(leaf_hash(entry));
      tree.append(leaves.back());
      for (const Tile& tile : tiles_added(size - 1, size)) {
        const std::string ours = tile.is_bundle() ? bundle : tile_bytes(tile, source_of(leaves));
        CHECK(ours == file(log + tile_path(tile)).value());
      }
    }
    const auto head = open_checkpoint(file(log + "checkpoint." + std::to_string(size)).value(), known).value();
    CHECK(head.checkpoint == Checkpoint{.origin = "example.com/log/testdata", .size = size, .root = tree.root()});
    CHECK(text(head.checkpoint) == head.note.note.text);
  }
}

TEST_CASE("914 strange Ed25519 signatures crash nothing, and are judged as they were before") {
  const Json vectors = json_of("cctv/ed25519/ed25519vectors.json");
  if (vectors.is_null()) return;
  std::string verdicts;
  for (const Json& one : vectors.items()) {
    PublicKey key;
    Signature signature;
    const std::string key_bytes = from_hex(one.find("key")->string()).value();
    const std::string signature_bytes = from_hex(one.find("sig")->string()).value();
    std::copy(key_bytes.begin(), key_bytes.end(), key.begin());
    std::copy(signature_bytes.begin(), signature_bytes.end(), signature.begin());
    verdicts += verifies(key, one.find("msg")->string(), signature) ? '1' : '0';
  }
  CHECK(verdicts.size() == 914);
  // If a new libsodium judges one of them otherwise, old notes may be judged otherwise too: look before freezing anew.
  CHECK(hex(view(sha256(verdicts))) == "9111cd3acbe211e15031707588bc9d68cb7b0c2d8f500fad1ebfedfc4362ffab");
}

}  // namespace alongside::record
