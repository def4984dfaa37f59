#include "base/json.h"

#include <algorithm>
#include <charconv>

namespace alongside {
namespace {

auto lower(const Json::Object& members, std::string_view key) {
  return std::lower_bound(members.begin(), members.end(), key,
                          [](const Json::Member& member, std::string_view k) { return member.first < k; });
}

}  // namespace

Json Json::object(std::initializer_list<Member> members) {
  Json out = object();
  for (const Member& member : members) out.set(member.first, member.second);
  return out;
}

Result<Json> Json::object_of(Object members) {
  const auto by_key = [](const Member& a, const Member& b) { return a.first < b.first; };
  if (!std::is_sorted(members.begin(), members.end(), by_key)) std::sort(members.begin(), members.end(), by_key);
  const auto twice = std::adjacent_find(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.first == b.first; });
  if (twice != members.end()) return problem(Code::malformed, "", msg("Give each key once."), twice->first);
  return Json(std::move(members));
}

const Json* Json::find(std::string_view key) const {
  if (!is_object()) return nullptr;
  const auto at = lower(members(), key);
  return at != members().end() && at->first == key ? &at->second : nullptr;
}

Json* Json::find(std::string_view key) { return const_cast<Json*>(std::as_const(*this).find(key)); }

Json& Json::set(std::string key, Json value) {
  auto& members = std::get<Object>(value_);
  if (members.empty() || members.back().first < key) {
    members.emplace_back(std::move(key), std::move(value));
    return members.back().second;
  }
  const auto at = members.begin() + (lower(members, key) - members.cbegin());
  if (at != members.end() && at->first == key) {
    at->second = std::move(value);
    return at->second;
  }
  return members.emplace(at, std::move(key), std::move(value))->second;
}

void Json::remove(std::string_view key) {
  auto& members = std::get<Object>(value_);
  const auto at = members.begin() + (lower(members, key) - members.cbegin());
  if (at != members.end() && at->first == key) members.erase(at);
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  std::size_t plain_from = 0;  // what needs no escape is copied in one piece
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto u = static_cast<unsigned char>(text[i]);
    if (u >= 32 && u != '"' && u != '\\') continue;
    out.append(text, plain_from, i - plain_from);
    plain_from = i + 1;
    switch (text[i]) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        out += "\\u00";
        out += digits[u >> 4];
        out += digits[u & 15];
    }
  }
  out.append(text, plain_from);
  out += '"';
}

void Json::canonical_to(std::string& out) const {
  switch (value_.index()) {
    case 0: out += "null"; return;
    case 1: out += boolean() ? "true" : "false"; return;
    case 2: {
      char digits[24];
      const auto end = std::to_chars(digits, digits + sizeof digits, number());
      out.append(digits, end.ptr);
      return;
    }
    case 3: append_json_string(out, string()); return;
    case 4: {
      out += '[';
      for (std::size_t i = 0; i < items().size(); ++i) {
        if (i > 0) out += ',';
        items()[i].canonical_to(out);
      }
      out += ']';
      return;
    }
    default: {
      out += '{';
      for (std::size_t i = 0; i < members().size(); ++i) {
        if (i > 0) out += ',';
        append_json_string(out, members()[i].first);
        out += ':';
        members()[i].second.canonical_to(out);
      }
      out += '}';
    }
  }
}

std::string Json::canonical() const {
  std::string out;
  canonical_to(out);
  return out;
}

}  // namespace alongside
