// One of each kind of person in the sample, signed in over HTTP, with what is theirs and what is somebody else's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "whole/served.h"

namespace alongside::whole {

// What a request or an address is about: values for fields such as "decision", "ask", "body".
using About = std::map<std::string, std::int64_t>;

struct Somebody {
  std::string kind;  // a column of tests/policy.txt
  Browser browser;
  About own;    // their question; an officer's body and its decisions
  About other;  // the same kinds of things, somebody else's
};

// Joins with a name of this kind and is signed in.
Browser joined(const Served& served, const std::string& name, const std::string& key = "");
// Asks the keeper for what an account may ask ("officer", "moderator"), and the keeper says yes.
Answer approved(Served& served, Browser& asking, Browser& keeper, const std::string& wish, const Browser::Fields& with);

// visitor, asker, member, officer (of the council), moderator, keeper.
std::vector<Somebody> people(Served& served);

}  // namespace alongside::whole
