// A sentence for a person, not yet in any language.
//
// Its English text is its key; arguments have names: msg("{days} days late", {{"days", "3"}}). What is shown goes through
// html/say.h, which looks the key up and puts the arguments in. xgettext reads every msg("…") and say("…").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside {

struct Argument {
  std::string name;
  std::string value;
  friend bool operator==(const Argument&, const Argument&) = default;
};

struct Message {
  std::string id;
  std::vector<Argument> arguments;
  friend bool operator==(const Message&, const Message&) = default;
};

Message msg(const char* id, std::vector<Argument> arguments = {});

// Puts the arguments in where "{name}" stands. A name that has no argument stays as it is, so that a slip is seen.
std::string fill_in(std::string_view pattern, const std::vector<Argument>& arguments);

// For logs, scripts and the command line, which speak English.
std::string in_english(const Message& message);

}  // namespace alongside
