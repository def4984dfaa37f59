// Who asks: made anew for each order and each page, inside the same snapshot in which the rest is read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "kernel/fields.h"

namespace alongside::kernel {

// A private number for somebody we hold rows about: an account, or someone who asked with a code. Never in an act.
struct Person {
  std::int64_t value = 0;  // 0: nobody
  bool is_set() const { return value != 0; }
  friend auto operator<=>(Person, Person) = default;
};

enum class Standing { visitor, asker, member, officer, moderator, keeper, erased };
constexpr auto words_of(Standing) {
  using namespace std::string_view_literals;
  return std::array{"visitor"sv, "asker"sv, "member"sv, "officer"sv, "moderator"sv, "keeper"sv, "erased"sv};
}

// What somebody shows to be known by: the session of a cookie, or being at the data directory itself.
struct Credential {
  std::string session;         // the cookie's token; empty: none
  bool at_the_house = false;   // the command line on the data directory, or its 0600 socket
  std::string address_digest;  // of the peer's address, keyed and rotated daily: for limits, never stored with an act
};

struct Actor {
  Standing standing = Standing::visitor;
  Person person = {};
  std::vector<Index> bodies = {};  // an officer's, with the committees below them
  Index ask = {};                  // an asker's: the ask that the code opens
  bool at_the_house = false;
  std::string address_digest = {};
  Person typist = {};               // a moderator or keeper who types for this person, by phone or from paper
  std::string session_digest = {};  // which session this is, for signing out of it; never the token

  bool is_keeper() const { return standing == Standing::keeper; }
  bool moderates() const { return standing == Standing::moderator || standing == Standing::keeper; }
  bool acts_for(Index body) const { return std::find(bodies.begin(), bodies.end(), body) != bodies.end(); }
  bool is_officer_of(Index body) const { return standing == Standing::officer && acts_for(body); }
  // Bodies, offices and what people value: a keeper registers them, an officer proposes to.
  bool may_register() const { return is_keeper() || standing == Standing::officer; }
  bool is_signed_in() const { return person.is_set() || at_the_house; }
};

}  // namespace alongside::kernel
