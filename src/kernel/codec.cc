#include "kernel/codec.h"

#include <algorithm>

namespace alongside {

bool is_token(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '/' || c == '+' || c == '-';
  });
}

namespace kernel {
namespace {

std::string shown(const Json& from) { return from.is_string() ? shortened(from.string(), 60) : shortened(from.canonical(), 60); }

}  // namespace

std::optional<std::int64_t> whole_number_in(const Json& from, From kind) {
  if (from.is_number()) return from.number();
  if (kind == From::request && from.is_string()) {
    if (const auto value = whole_number(trimmed(from.string())); value.ok()) return *value;
  }
  return std::nullopt;
}

std::string under(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : path + "/" + std::string(key);
}

Json to_json(const Text& text) {
  switch (text.state) {
    case Text::State::shown: return Json(text.words);
    case Text::State::erased: return Json::object({{"erased", text.ground}});
    case Text::State::withheld: return Json::object({{"withheld", true}});
    case Text::State::absent: break;
  }
  return Json();
}

Json to_json(const Said& said, const std::string& path, SaidList* words) {
  if (said.is_committed()) return Json::object({{"c", base64url(said.commitment())}});
  if (words != nullptr) words->push_back({path, said.words()});
  return Json::object({{"c", ""}});  // the Writer puts the commitment here once it has drawn a salt
}

Json to_json(const Money& money) { return Json::object({{"currency", money.currency}, {"minor", money.minor}}); }

Json to_json(const File& file) { return Json::object({{"base64", base64(file.bytes)}, {"name", file.name}}); }

bool is_blank(const Json& from) { return from.is_null() || (from.is_string() && from.string().empty()); }

void read(const Json& from, Said& into, const std::string& path, Problems& problems, From kind) {
  if (kind == From::entry) {
    const Json* c = from.find("c");
    const auto bytes = c != nullptr && c->is_string() ? from_base64url(c->string()) : from_base64url("!");
    if (!bytes || bytes->size() != 32) return problems.add(path, Code::malformed, msg("Give a commitment of 43 characters."), shown(from));
    into = Said::committed(*bytes);
    return;
  }
  if (!from.is_string()) return problems.add(path, Code::malformed, msg("Give text."), shown(from));
  auto words = as_words(from.string());
  if (!words) {
    for (Problem one : words.problems().list()) {
      one.field = path;
      problems.add(std::move(one));
    }
    return;
  }
  into = Said(std::move(words).value());
}

void read(const Json& from, Money& into, const std::string& path, Problems& problems, From kind) {
  if (from.is_object()) {
    const Json* currency = from.find("currency");
    const Json* minor = from.find("minor");
    const auto value = minor != nullptr ? whole_number_in(*minor, kind) : std::nullopt;
    const bool named = currency != nullptr && currency->is_string() && currency->string().size() == 3;
    if (!value || !(named || (kind == From::request && currency == nullptr))) {
      return problems.add(path, Code::malformed, msg("Give a sum in pence with its currency, such as GBP."), shown(from));
    }
    into = {.currency = named ? currency->string() : "GBP", .minor = *value};
    return;
  }
  // A form and the command line write pounds: "340,000" or "18.50".
  if (kind == From::request && from.is_string()) {
    std::string digits;
    for (const char c : from.string()) {
      if (c != ',' && c != ' ') digits += c;
    }
    if (digits.starts_with("£")) digits.erase(0, 2);
    const std::size_t point = digits.find('.');
    const auto pounds = whole_number(digits.substr(0, point));
    const std::string pence = point == std::string::npos ? "00" : digits.substr(point + 1);
    const bool two = pence.size() == 2 && pence[0] >= '0' && pence[0] <= '9' && pence[1] >= '0' && pence[1] <= '9';
    if (pounds.ok() && *pounds >= 0 && *pounds < 10'000'000'000'000 && two) {
      into = {.currency = "GBP", .minor = *pounds * 100 + (pence[0] - '0') * 10 + (pence[1] - '0')};
      return;
    }
  }
  problems.add(path, Code::malformed, msg("Give a sum in pounds, such as 340,000 or 18.50."), shown(from));
}

void read(const Json& from, File& into, const std::string& path, Problems& problems, From) {
  const Json* bytes = from.find("base64");
  const Json* name = from.find("name");
  const auto decoded = bytes != nullptr && bytes->is_string() ? from_base64(bytes->string()) : from_base64("!");
  if (!decoded) return problems.add(path, Code::malformed, msg("Choose a file."));
  into = {.name = name != nullptr && name->is_string() ? name->string() : "", .bytes = *decoded};
}

void read(const Json& from, Index& into, const std::string& path, Problems& problems, From kind) {
  const auto value = whole_number_in(from, kind);
  if (!value || *value < 0) return problems.add(path, Code::malformed, msg("Give the number of an entry in the record."), shown(from));
  into.value = *value;
}

void read(const Json& from, Token& into, const std::string& path, Problems& problems, From) {
  if (!from.is_string() || !is_token(from.string())) {
    return problems.add(path, Code::malformed, msg("Give a short word of letters, digits and . _ / + - only."), shown(from));
  }
  into.value = from.string();
}

void read(const Json& from, Day& into, const std::string& path, Problems& problems, From) {
  const auto day = from.is_string() ? Day::parse(from.string()) : std::nullopt;
  if (!day) return problems.add(path, Code::malformed, msg("Give a day that exists, such as 2026-11-24."), shown(from));
  into = *day;
}

void read(const Json& from, When& into, const std::string& path, Problems& problems, From) {
  const auto when = from.is_string() ? When::parse(from.string()) : std::nullopt;
  if (!when) {
    return problems.add(path, Code::malformed, msg("Give a day, a month or a year that exists: 2026-11-24, 2026-11 or 2026."), shown(from));
  }
  into = *when;
}

void read(const Json& from, Digest& into, const std::string& path, Problems& problems, From) {
  const auto bytes = from.is_string() ? from_base64url(from.string()) : from_base64url("!");
  if (!bytes || bytes->size() != 32) return problems.add(path, Code::malformed, msg("Give a hash of 43 characters."), shown(from));
  into = as_digest(*bytes);
}

void read(const Json& from, bool& into, const std::string& path, Problems& problems, From kind) {
  if (from.is_bool()) {
    into = from.boolean();
    return;
  }
  if (kind == From::request && from.is_string()) {
    const std::string& word = from.string();
    if (word == "yes" || word == "true" || word == "on" || word == "1") return void(into = true);
    if (word == "no" || word == "false" || word == "0") return void(into = false);
  }
  problems.add(path, Code::malformed, msg("Say yes or no."), shown(from));
}

void read(const Json& from, std::int64_t& into, const std::string& path, Problems& problems, From kind) {
  const auto value = whole_number_in(from, kind);
  if (!value) return problems.add(path, Code::malformed, msg("Give a whole number."), shown(from));
  into = *value;
}

void read(const Json& from, int& into, const std::string& path, Problems& problems, From kind) {
  std::int64_t value = 0;
  const std::size_t before = problems.list().size();
  read(from, value, path, problems, kind);
  if (problems.list().size() != before) return;
  if (value < -2'000'000'000 || value > 2'000'000'000) return problems.add(path, Code::out_of_range, msg("Give a smaller number."), shown(from));
  into = static_cast<int>(value);
}

void read(const Json& from, std::string& into, const std::string& path, Problems& problems, From) {
  if (!from.is_string()) return problems.add(path, Code::malformed, msg("Give text."), shown(from));
  into = from.string();
}

void unknown_word(const Json& from, const std::string& path, const std::vector<std::string>& known, Problems& problems) {
  problems.add(path, Code::unknown_word, msg("Give one of: {words}.", {{"words", join(known, ", ")}}), shown(from));
}

void unknown_fields(const Json& object, const std::vector<std::string>& known, const std::string& path, Problems& problems) {
  for (const Json::Member& member : object.members()) {
    if (std::find(known.begin(), known.end(), member.first) == known.end()) {
      problems.add(under(path, member.first), Code::unknown_field,
                   msg("Leave it out. The fields here are: {fields}.", {{"fields", join(known, ", ")}}));
    }
  }
}

}  // namespace kernel
}  // namespace alongside
