#include "html/say.h"

#include <algorithm>
#include <array>

#include "html/catalogue.h"

namespace alongside::html {
namespace {

std::string grouped(std::int64_t value) {
  const bool negative = value < 0;
  // Through unsigned, so that the least number has an absolute value too.
  std::string digits =
      std::to_string(negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return negative ? "−" + digits : digits;
}

std::string without_tags(std::string_view html) {
  std::string out;
  bool in_tag = false;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '<') in_tag = true;
    if (!in_tag) out += html[at];
    if (html[at] == '>') in_tag = false;
  }
  constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};
  for (const auto& [entity, c] : entities) {
    for (std::size_t at = 0; (at = out.find(entity, at)) != std::string::npos; ++at)
      out.replace(at, entity.size(), 1, c);
  }
  return out;
}

// Walks over a pattern: what stands between braces goes to `named`, the rest to `plain`.
template <class Plain, class Named>
void walk(std::string_view pattern, Plain plain, Named named) {
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
    if (close == pattern.npos) break;
    plain(pattern.substr(at, open - at));
    if (!named(pattern.substr(open + 1, close - open - 1))) plain(pattern.substr(open, close - open + 1));
    at = close + 1;
  }
  plain(pattern.substr(at));
}

std::vector<Arg> borrowed(const std::vector<Argument>& arguments) {
  std::vector<Arg> args;
  args.reserve(arguments.size());
  for (const Argument& one : arguments) args.emplace_back(one.name, one.value);
  return args;
}

}  // namespace

const Say& Say::english() {
  static const Say english("en-GB", nullptr);
  return english;
}

Say Say::in(std::string_view language) {
  for (const Language& one : built_in_languages()) {
    if (one.code != language) continue;
    if (auto texts = read_catalogue(one.code, one.mo)) return Say(std::string(one.code), std::move(texts));
  }
  return english();
}

std::vector<std::string> Say::languages() {
  std::vector<std::string> codes = {"en"};
  for (const Language& one : built_in_languages()) codes.emplace_back(one.code);
  return codes;
}

std::string_view Say::text_of(std::string_view id) const {
  if (texts_ == nullptr || id.empty()) return id;
  // Message ids come as std::string or as literals: both end with a zero.
  const char* found = texts_->find(id.data());
  return found == nullptr ? id : std::string_view(found);
}

std::string_view Say::text_of(std::string_view one, std::string_view many, std::int64_t n) const {
  if (texts_ != nullptr) {
    if (const char* found = texts_->find(one.data(), many.data(), n)) return found;
  }
  return n == 1 || n == -1 ? one : many;
}

void Say::append(std::string& out, const Arg& arg) const {
  struct Append {
    const Say& say;
    std::string& out;
    void operator()(std::string_view words) const { out += words; }
    void operator()(std::int64_t number) const { out += say.number(number); }
    void operator()(const Html* html) const { out += without_tags(html->str()); }
    void operator()(const When& when) const { out += say.when(when); }
    void operator()(const Money* money) const { out += say.money(*money); }
  };
  std::visit(Append{*this, out}, arg.value);
}

Html Say::filled(std::string_view pattern, const Arg* first, const Arg* last) const {
  Html out;
  out.reserve(pattern.size() + 24 * static_cast<std::size_t>(last - first));
  walk(
      pattern, [&out](std::string_view words) { out += words; },
      [&](std::string_view name) {
        const Arg* found = std::find_if(first, last, [name](const Arg& arg) { return arg.name == name; });
        if (found == last) return false;
        if (const auto* html = std::get_if<const Html*>(&found->value)) {
          out += **html;
        } else if (const auto* day = std::get_if<When>(&found->value)) {
          out += time(*day);
        } else {
          std::string words;
          append(words, *found);
          out += std::string_view(words);
        }
        return true;
      });
  return out;
}

std::string Say::filled_plain(std::string_view pattern, const Arg* first, const Arg* last) const {
  std::string out;
  walk(
      pattern, [&out](std::string_view words) { out += words; },
      [&](std::string_view name) {
        const Arg* found = std::find_if(first, last, [name](const Arg& arg) { return arg.name == name; });
        if (found == last) return false;
        append(out, *found);
        return true;
      });
  return out;
}

Html Say::operator()(Literal id, Args args) const { return filled(text_of(id.text), args.begin(), args.end()); }
std::string Say::plain(Literal id, Args args) const { return filled_plain(text_of(id.text), args.begin(), args.end()); }

Html Say::operator()(const Message& message) const {
  const std::vector<Arg> args = borrowed(message.arguments);
  return filled(text_of(message.id), args.data(), args.data() + args.size());
}
std::string Say::plain(const Message& message) const {
  const std::vector<Arg> args = borrowed(message.arguments);
  return filled_plain(text_of(message.id), args.data(), args.data() + args.size());
}

Html Say::count(Literal one, Literal many, std::int64_t n, Args args) const {
  std::vector<Arg> all(args);
  all.emplace_back("n", n);
  return filled(text_of(one.text, many.text, n), all.data(), all.data() + all.size());
}
std::string Say::count_plain(Literal one, Literal many, std::int64_t n, Args args) const {
  std::vector<Arg> all(args);
  all.emplace_back("n", n);
  return filled_plain(text_of(one.text, many.text, n), all.data(), all.data() + all.size());
}

std::string Say::number(std::int64_t value) const { return grouped(value); }

std::string Say::money(const Money& money) const { return in_words(money); }

}  // namespace alongside::html
