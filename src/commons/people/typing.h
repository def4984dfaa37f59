// Typing for somebody who speaks by phone or wrote on paper: a moderator or the keeper types, and all of it is theirs who
// spoke. They have a number in this house as everybody who takes part, so they are on one side, answer once, are answered,
// and can leave. The letter that goes to them carries a code, with which they can come in by themselves later.
//
// The same person typed twice is caught by how they are reached (a telephone number, an address): known by that and by their
// name, they are gone on with; known by one of the two, whoever types says whether it is somebody else.
#pragma once

#include "commons/people/rows.h"
#include "kernel/concern.h"

namespace alongside::people {

inline constexpr std::int64_t typing_seconds = std::int64_t{2} * 3600;

// "01632 960 140", "+44 1632 960140" and "(01632) 960140" are one; of an address case and spaces do not matter.
std::string plain_reach(std::string_view typed);

struct TypeFor {
  std::string name;   // what they want to be called
  std::string reach;  // a telephone number or an address
  HelpedHow how = HelpedHow::phone;
  bool agreed = false;   // that somebody types for them, after hearing what is kept
  bool another = false;  // reached there as somebody who is here, and yet somebody else
  static void fields(auto& self, auto&& field) {
    field("agreed", self.agreed);
    field("another", self.another);
    field("how", self.how);
    field("name", self.name);
    field("reach", self.reach);
  }
};
struct TypeForFacts {
  kernel::Person next;
  kernel::Person known;       // by name and by how they are reached
  bool name_is_taken = false;
  bool reach_is_known = false;
  store::Blob reach_digest;
  store::Blob name_digest;
  std::string code;
  store::Blob code_digest;
  std::string session_digest;
  Day today;
  Instant now;
};
TypeForFacts look(const kernel::Situation& situation, const TypeFor& asked);
Result<kernel::Changes> decide(const TypeForFacts& facts, TypeFor asked);

struct StopTyping {
  static void fields(auto&, auto&&) {}
};
struct StopTypingFacts {
  std::string session_digest;
};
StopTypingFacts look(const kernel::Situation& situation, const StopTyping& asked);
Result<kernel::Changes> decide(const StopTypingFacts& facts, StopTyping asked);

kernel::CommandRow type_for_row();
kernel::CommandRow stop_typing_row();

}  // namespace alongside::people
