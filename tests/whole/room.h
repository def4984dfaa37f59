// A room of a piece of work and its whole story, told twice over: people come, propose, answer, meet, change sides and go, and
// everything that anyone can read is written down after each step.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace alongside::whole {

inline constexpr int nothing = -1;

// What others can see of somebody.
struct Visible {
  int joins = 0;        // in this round, 0 or 1
  int leaves = 9;       // after this round
  bool is_met = false;  // came to the meeting
  friend bool operator==(const Visible&, const Visible&) = default;
};
// What nobody sees. Numbers are places in the lists above.
struct Secret {
  int side = 0;
  int later = nothing;                              // the side they change to
  std::array<int, 2> wording{nothing, nothing};     // of two wordings
  std::array<int, 2> agreement{nothing, nothing};   // of two agreements
  int notes = nothing;
  bool proposes = false, says = false, dissents = false, adds_item = false;
};
struct Room {
  std::vector<Visible> seen;
  std::vector<Secret> hidden;  // hidden[who[person]] is this person's
  std::vector<std::size_t> who;
};

// What it is ("release 3 member /work/2.json"), and what it says there; and how much the database had to do for a page, which
// a clock outside could tell. What chance made (salts) is left out.
using Shown = std::vector<std::pair<std::string, std::string>>;

// Read by anybody, by an officer, by a moderator, and by this one of the people.
Shown story_of(const Room& room, std::size_t reader);

}  // namespace alongside::whole
