// Structs to JSON and back, by their fields (fields.h).
//
// The same walk serves three ways: an act into an entry (words become commitments), a request out of JSON (words are
// words; a form's "12" and "yes" are read as what the field is), a view into JSON (words shown, or why not).
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "base/text.h"
#include "kernel/fields.h"

namespace alongside::kernel {

// Words met on the way into an entry: where they stand ("options/0/why_not"), and what they are.
struct SaidAt {
  std::string path;
  std::string words;
};
using SaidList = std::vector<SaidAt>;

std::string under(const std::string& path, std::string_view key);

// --- writing ---------------------------------------------------------------------------------------------------------

Json to_json(const Text& text);
Json to_json(const Said& said, const std::string& path, SaidList* words);
Json to_json(const Money& money);
Json to_json(const File& file);

// Omitted in the object that holds it: an absent optional, an empty list, empty words.
template <class T>
bool is_omitted(const T& value) {
  if constexpr (is_optional<T>) {
    return !value.has_value();
  } else if constexpr (is_list<T> || std::is_same_v<T, Said>) {
    return value.empty();
  } else if constexpr (std::is_same_v<T, Index>) {
    return !value.is_set();
  } else if constexpr (std::is_same_v<T, Text>) {
    return value.state == Text::State::absent;
  } else if constexpr (std::is_same_v<T, Token>) {
    return value.value.empty();
  } else {
    return false;
  }
}

// `words` gathers the Said met; null where the struct holds none (views).
template <class T>
Json to_json(const T& value, const std::string& path, SaidList* words) {
  if constexpr (is_optional<T>) {
    return value ? to_json(*value, path, words) : Json();
  } else if constexpr (is_list<T>) {
    Json list = Json::array();
    for (std::size_t i = 0; i < value.size(); ++i) list.push(to_json(value[i], under(path, std::to_string(i)), words));
    return list;
  } else if constexpr (std::is_same_v<T, Index>) {
    return value.is_set() ? Json(value.value) : Json();
  } else if constexpr (std::is_same_v<T, Token>) {
    return Json(value.value);
  } else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, When> || std::is_same_v<T, Instant>) {
    return Json(value.iso());
  } else if constexpr (std::is_same_v<T, Digest>) {
    return Json(base64url(view(value)));
  } else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, std::string>) {
    return Json(value);
  } else if constexpr (std::is_integral_v<T>) {
    return Json(static_cast<std::int64_t>(value));
  } else if constexpr (Worded<T>) {
    return Json(word_of(value));
  } else if constexpr (std::is_same_v<T, Text> || std::is_same_v<T, Money> || std::is_same_v<T, File>) {
    return to_json(value);
  } else if constexpr (std::is_same_v<T, Json>) {
    return value;
  } else {
    static_assert(Fielded<T>, "give it a static fields(self, field)");
    Json object = Json::object();
    T::fields(value, [&](const char* name, const auto& member) {
      if (!is_omitted(member)) object.set(name, to_json(member, under(path, name), words));
    });
    return object;
  }
}

template <class T>
Json view_json(const T& value) {
  return to_json(value, "", nullptr);
}

// --- reading ---------------------------------------------------------------------------------------------------------

enum class From { entry, request };

// Each adds a problem with the field's path when it cannot read, and goes on.
void read(const Json& from, Said& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, Money& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, File& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, Index& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, Token& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, Day& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, When& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, Digest& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, bool& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, std::int64_t& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, int& into, const std::string& path, Problems& problems, From kind);
void read(const Json& from, std::string& into, const std::string& path, Problems& problems, From kind);
void unknown_word(const Json& from, const std::string& path, const std::vector<std::string>& known, Problems& problems);
void unknown_fields(const Json& object, const std::vector<std::string>& known, const std::string& path, Problems& problems);
// A whole number: as a number, or in a request as a form and the command line write it.
std::optional<std::int64_t> whole_number_in(const Json& from, From kind);
bool is_blank(const Json& from);  // null, or an empty string: as a form leaves a field that nobody filled in

template <Worded E>
void read(const Json& from, E& into, const std::string& path, Problems& problems, From) {
  if (from.is_string()) {
    if (const auto value = with_word<E>(from.string())) {
      into = *value;
      return;
    }
  }
  const auto words = words_of(E{});
  unknown_word(from, path, std::vector<std::string>(words.begin(), words.end()), problems);
}

template <class T>
void read(const Json& from, std::optional<T>& into, const std::string& path, Problems& problems, From kind) {
  if (kind == From::request && is_blank(from)) return;
  read(from, into.emplace(), path, problems, kind);
}

template <Fielded T>
void read(const Json& from, T& into, const std::string& path, Problems& problems, From kind);

template <class T>
void read(const Json& from, std::vector<T>& into, const std::string& path, Problems& problems, From kind) {
  // One value where a list may stand is a list of one: a form sends a single tick so, the command line a single word.
  if (!from.is_array()) {
    if (kind == From::request && is_blank(from)) return;
    if (kind == From::request && !from.is_object()) return read(from, into.emplace_back(), path, problems, kind);
    return problems.add(path, Code::malformed, msg("Give a list."));
  }
  for (std::size_t i = 0; i < from.items().size(); ++i) {
    if (kind == From::request && is_blank(from.items()[i])) continue;
    read(from.items()[i], into.emplace_back(), under(path, std::to_string(i)), problems, kind);
  }
}

template <Fielded T>
void read(const Json& from, T& into, const std::string& path, Problems& problems, From kind) {
  if (!from.is_object()) return problems.add(path, Code::malformed, msg("Give an object with named fields."));
  std::size_t known = 0;
  T::fields(into, [&](const char* name, auto& member) {
    const Json* found = from.find(name);
    if (found == nullptr) return;
    ++known;
    if (kind == From::request && is_blank(*found)) return;
    read(*found, member, under(path, name), problems, kind);
  });
  if (known == from.members().size()) return;
  std::vector<std::string> names;
  T::fields(into, [&](const char* name, auto&) { names.emplace_back(name); });
  unknown_fields(from, names, path, problems);
}

template <class T>
Result<T> read_as(const Json& from, From kind) {
  T value{};
  Problems problems;
  read(from, value, "", problems, kind);
  if (problems.any()) return problems;
  return value;
}

// --- describing ------------------------------------------------------------------------------------------------------

enum class FieldType { text, words, index, token, day, when, number, tick, choice, money, digest, file, group };

// A request's field, for forms, the command line and the API's description.
struct FieldSpec {
  std::string name;
  FieldType type = FieldType::text;
  bool is_list = false;
  bool is_optional = false;
  std::vector<std::string> choices = {};   // of a choice: its words
  std::vector<FieldSpec> members = {};     // of a group
};

template <class T>
FieldSpec describe_one(std::string name);

template <class T>
std::vector<FieldSpec> describe() {
  std::vector<FieldSpec> out;
  if constexpr (Fielded<T>) {
    T value{};
    T::fields(value, [&](const char* name, auto& member) {
      out.push_back(describe_one<std::remove_cvref_t<decltype(member)>>(name));
    });
  }
  return out;
}

template <class T>
FieldSpec describe_one(std::string name) {
  if constexpr (is_optional<T>) {
    FieldSpec spec = describe_one<typename T::value_type>(std::move(name));
    spec.is_optional = true;
    return spec;
  } else if constexpr (is_list<T>) {
    FieldSpec spec = describe_one<typename T::value_type>(std::move(name));
    spec.is_list = true;
    spec.is_optional = true;
    return spec;
  } else {
    FieldSpec spec{.name = std::move(name)};
    if constexpr (std::is_same_v<T, Said>) spec.type = FieldType::words;
    else if constexpr (std::is_same_v<T, Index>) spec.type = FieldType::index;
    else if constexpr (std::is_same_v<T, Token>) spec.type = FieldType::token;
    else if constexpr (std::is_same_v<T, Day>) spec.type = FieldType::day;
    else if constexpr (std::is_same_v<T, When>) spec.type = FieldType::when;
    else if constexpr (std::is_same_v<T, bool>) spec.type = FieldType::tick;
    else if constexpr (std::is_integral_v<T>) spec.type = FieldType::number;
    else if constexpr (std::is_same_v<T, Money>) spec.type = FieldType::money;
    else if constexpr (std::is_same_v<T, Digest>) spec.type = FieldType::digest;
    else if constexpr (std::is_same_v<T, File>) spec.type = FieldType::file;
    else if constexpr (Worded<T>) {
      spec.type = FieldType::choice;
      for (const std::string_view word : words_of(T{})) spec.choices.emplace_back(word);
    } else if constexpr (Fielded<T>) {
      spec.type = FieldType::group;
      spec.members = describe<T>();
    }
    return spec;
  }
}

}  // namespace alongside::kernel
