#include "base/message.h"

namespace alongside {

Message msg(const char* id, std::vector<Argument> arguments) { return {id, std::move(arguments)}; }

std::string fill_in(std::string_view pattern, const std::vector<Argument>& arguments) {
  std::string out;
  out.reserve(pattern.size() + 16 * arguments.size());
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    out += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const Argument* found = nullptr;
    for (const Argument& argument : arguments) {
      if (argument.name == name) found = &argument;
    }
    if (found != nullptr) {
      out += found->value;
    } else {
      out += pattern.substr(open, close - open + 1);
    }
    at = close + 1;
  }
  out += pattern.substr(at);
  return out;
}

std::string in_english(const Message& message) { return fill_in(message.id, message.arguments); }

}  // namespace alongside
