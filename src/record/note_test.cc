#include "record/note.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/text.h"
#include "record/checkpoint.h"

namespace alongside::record {
namespace {

SigningKey key_named(std::string name, char seed, KeyKind kind = KeyKind::ed25519) {
  return SigningKey::from_seed(std::move(name), kind, std::string(32, seed)).value();
}

}  // namespace

TEST_CASE("a note that we sign opens with our verifier key, sent as text") {
  const SigningKey key = key_named("record.example.org/eastmere", 'a');
  const Verifier verifier = parse_verifier_key(verifier_key_text(key.verifier())).value();
  CHECK(verifier == key.verifier());

  const auto opened = open_note(signed_note("A text\n\nof two parts\n", {&key, 1}), {&verifier, 1});

  CHECK(opened.value().note.text == "A text\n\nof two parts\n");
  CHECK(opened.value().signatures.size() == 1);
  CHECK_FALSE(opened.value().signatures[0].seconds.has_value());
}

TEST_CASE("signing is repeatable, and a changed byte anywhere in the text is noticed") {
  const SigningKey key = key_named("k", 'a');
  const std::string note = signed_note("hello\n", {&key, 1});
  CHECK(note == signed_note("hello\n", {&key, 1}));
  std::string changed = note;
  changed[0] = 'j';
  CHECK(open_note(changed, {&key.verifier(), 1}).problems().has(Code::does_not_match));
}

TEST_CASE("a stranger's signature is ignored, a known key's bad one rejects the whole note") {
  const SigningKey ours = key_named("ours", 'a');
  const SigningKey stranger = key_named("stranger", 'b');
  const SigningKey both[] = {ours, stranger};
  Note note = parse_note(signed_note("hello\n", both)).value();
  CHECK(open_note(print(note), {&ours.verifier(), 1}).value().signatures.size() == 1);

  note.lines[1].bytes[5] ^= 1;
  CHECK(open_note(print(note), {&ours.verifier(), 1}).ok());
  const Verifier known[] = {ours.verifier(), stranger.verifier()};
  CHECK(open_note(print(note), known).problems().has(Code::does_not_match));
}

TEST_CASE("a note that nobody known has signed is rejected") {
  const SigningKey stranger = key_named("stranger", 'b');
  const Verifier known[] = {key_named("ours", 'a').verifier(), key_named("stranger", 'c').verifier()};
  CHECK(open_note(signed_note("hello\n", {&stranger, 1}), known).problems().has(Code::not_found));
}

TEST_CASE("a hundred signature lines are read, a hundred and one are not") {
  const std::vector<SigningKey> hundred(100, key_named("k", 'a'));
  CHECK(open_note(signed_note("hello\n", hundred), {&hundred[0].verifier(), 1}).value().signatures.size() == 1);
  const std::vector<SigningKey> more(101, hundred[0]);
  CHECK(parse_note(signed_note("hello\n", more)).problems().has(Code::out_of_range));
}

TEST_CASE("a note of more than a million bytes is not read") {
  const SigningKey key = key_named("k", 'a');
  CHECK(parse_note(signed_note(std::string(900'000, 'a') + "\n", {&key, 1})).ok());
  CHECK(parse_note(signed_note(std::string(1'000'000, 'a') + "\n", {&key, 1})).problems().has(Code::out_of_range));
}

TEST_CASE("what is not quite a note is refused") {
  const std::string good = signed_note("hello\n", std::vector{key_named("k", 'a')});
  CHECK(parse_note(good).ok());
  CHECK_FALSE(parse_note("").ok());
  CHECK_FALSE(parse_note("\n\n").ok());
  CHECK_FALSE(parse_note("hello\n").ok());
  CHECK_FALSE(parse_note("hello\n\n").ok());
  CHECK_FALSE(parse_note(good.substr(0, good.size() - 1)).ok());
  CHECK_FALSE(parse_note(good + "\n").ok());
  CHECK_FALSE(parse_note("\x01" + good).ok());
  CHECK_FALSE(parse_note("\xff" + good).ok());
  CHECK_FALSE(parse_note("hello\n\n- k AAAAAAAA\n").ok());
  CHECK_FALSE(parse_note("hello\n\n\u2014 k\n").ok());
  CHECK_FALSE(parse_note("hello\n\n\u2014 k AAAA\n").ok());
  CHECK_FALSE(parse_note("hello\n\n\u2014 k+ AAAAAAAA\n").ok());
}

TEST_CASE("a cosignature says when it was made, and does not hold for another text or moment") {
  const SigningKey record = key_named("record.example.org/eastmere", 'a');
  const SigningKey witness = key_named("witness.example.org", 'w', KeyKind::cosignature);
  const Checkpoint checkpoint{.origin = "record.example.org/eastmere", .size = 3, .root = sha256("x")};
  Note note = parse_note(signed_checkpoint(checkpoint, record)).value();
  note.lines.push_back(cosign(note.text, witness, 1'767'139'200));
  const Verifier known[] = {record.verifier(), witness.verifier()};

  const auto opened = open_checkpoint(print(note), known);

  CHECK(opened.value().checkpoint == checkpoint);
  CHECK(opened.value().note.signatures[1].seconds == 1'767'139'200);
  note.lines[1].bytes[7] ^= 1;
  CHECK_FALSE(open_checkpoint(print(note), known).ok());
}

TEST_CASE("a verifier key whose id, length or kind is not right is refused") {
  const std::string good = verifier_key_text(key_named("k", 'a').verifier());
  CHECK(parse_verifier_key(good).ok());
  CHECK(parse_verifier_key("other" + good.substr(1)).problems().has(Code::does_not_match));
  CHECK_FALSE(parse_verifier_key(good + "AAAA").ok());
  CHECK_FALSE(parse_verifier_key("k+00000000").ok());
  CHECK_FALSE(parse_verifier_key(" " + good).ok());
  CHECK(
      parse_verifier_key("k+00000000+" + base64("\x06" + std::string(1312, 'x'))).problems().has(Code::not_supported));
  CHECK_FALSE(SigningKey::from_seed("k", KeyKind::ed25519, "short").ok());
  CHECK_FALSE(SigningKey::from_seed("a key", KeyKind::ed25519, std::string(32, 'a')).ok());
}

TEST_CASE("a checkpoint is three lines and nothing else") {
  const std::string root = base64(view(sha256("x")));
  CHECK(parse_checkpoint("o\n0\n" + root + "\n").ok());
  CHECK(parse_checkpoint("o\n9223372036854775807\n" + root + "\n").ok());
  for (const std::string& text :
       {"\n0\n" + root + "\n", "o\n00\n" + root + "\n", "o\n-1\n" + root + "\n", "o\n-0\n" + root + "\n",
        "o\n+1\n" + root + "\n", "o\n9223372036854775808\n" + root + "\n", "o\n1\n" + root,
        "o\n1\n" + root + "\nmore\n", "o\n1\n" + root + "\n\n", "o\n1\n" + root.substr(4) + "\n",
        "o\n1 \n" + root + "\n", std::string("o\n1\n\n")}) {
    CAPTURE(text);
    CHECK_FALSE(parse_checkpoint(text).ok());
  }
}

TEST_CASE("whatever note is printed is read back the same") {
  CHECK(rc::check([] {
    const auto name = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z')));
    Note note{.text = *rc::gen::container<std::string>(rc::gen::element('a', ' ', '\n', '=')) + "\n", .lines = {}};
    const int lines = *rc::gen::inRange(1, 20);
    for (int i = 0; i < lines; ++i) {
      note.lines.push_back({.name = *name,
                            .key_id = *rc::gen::arbitrary<std::uint32_t>(),
                            .bytes = *rc::gen::nonEmpty(rc::gen::arbitrary<std::string>())});
    }
    RC_ASSERT(parse_note(print(note)).value() == note);
  }));
}

TEST_CASE("whatever checkpoint is printed is read back the same") {
  CHECK(rc::check([] {
    const Checkpoint checkpoint{
        .origin = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('!', '~'))),
        .size = *rc::gen::inRange<std::int64_t>(0, INT64_MAX),
        .root = sha256(*rc::gen::arbitrary<std::string>())};
    RC_ASSERT(parse_checkpoint(text(checkpoint)).value() == checkpoint);
  }));
}

}  // namespace alongside::record
