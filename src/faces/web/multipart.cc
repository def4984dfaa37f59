#include "faces/web/multipart.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "faces/web/http.h"

namespace alongside::web {
namespace {

Problems malformed(const char* expected, std::string found = {}) {
  return problem(Code::malformed, "", msg(expected), std::move(found));
}

struct Parameter {
  std::string_view name;
  std::string value;
};

// Reads `; name=value` or `; name="value"` off the front of `rest`. In quotes, browsers write a quote as %22 and leave
// a backslash as it is (HTML, "multipart/form-data encoding algorithm"), so `\"` is the one escape that older ones
// send.
std::optional<Parameter> next_parameter(std::string_view& rest) {
  rest = trimmed(rest);
  if (!rest.starts_with(';')) return std::nullopt;
  rest = trimmed(rest.substr(1));
  const std::size_t equals = rest.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  Parameter parameter{.name = trimmed(rest.substr(0, equals)), .value = {}};
  rest.remove_prefix(equals + 1);
  if (!rest.starts_with('"')) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    parameter.value = trimmed(rest.substr(0, end));
    rest.remove_prefix(end);
    return parameter;
  }
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != '"'; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size() && rest[at + 1] == '"') ++at;
    parameter.value += rest[at];
  }
  if (at == rest.size()) return std::nullopt;
  rest.remove_prefix(at + 1);
  return parameter;
}

std::string with_quotes(std::string text) {
  for (std::size_t at = 0; (at = text.find("%22", at)) != std::string::npos; ++at) text.replace(at, 3, "\"");
  return text;
}

std::optional<std::string> boundary_in(std::string_view content_type) {
  const std::size_t semicolon = content_type.find(';');
  if (semicolon == std::string_view::npos) return std::nullopt;
  if (!same_name(trimmed(content_type.substr(0, semicolon)), "multipart/form-data")) return std::nullopt;
  std::string_view rest = content_type.substr(semicolon);
  while (const auto parameter = next_parameter(rest)) {
    if (!same_name(parameter->name, "boundary")) continue;
    // RFC 2046, 5.1.1: 1 to 70 characters.
    if (parameter->value.empty() || parameter->value.size() > 70) return std::nullopt;
    return parameter->value;
  }
  return std::nullopt;
}

bool read_disposition(std::string_view value, Part& part, bool& has_name) {
  const std::size_t semicolon = std::min(value.find(';'), value.size());
  if (!same_name(trimmed(value.substr(0, semicolon)), "form-data")) return false;
  std::string_view rest = value.substr(semicolon);
  while (auto parameter = next_parameter(rest)) {
    if (same_name(parameter->name, "name")) {
      if (has_name) return false;
      has_name = true;
      part.name = with_quotes(std::move(parameter->value));
    } else if (same_name(parameter->name, "filename")) {
      part.is_file = true;
      std::string name = with_quotes(std::move(parameter->value));
      const std::size_t slash = name.find_last_of("/\\");
      part.file_name = slash == std::string::npos ? std::move(name) : name.substr(slash + 1);
    }
  }
  return trimmed(rest).empty();
}

Result<Part> read_part(std::string_view headers, std::string_view content) {
  Part part;
  bool has_name = false;
  while (!headers.empty()) {
    const std::size_t end = std::min(headers.find("\r\n"), headers.size());
    const std::string_view line = headers.substr(0, end);
    headers.remove_prefix(std::min(end + 2, headers.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_header_value(line)) {
      return malformed("A part of an upload has header lines such as Content-Type: text/csv.",
                       shortened(hex(line), 80));
    }
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (same_name(line.substr(0, colon), "Content-Disposition")) {
      if (!read_disposition(value, part, has_name)) {
        return malformed("A part of an upload says form-data and its name once.", shortened(hex(value), 80));
      }
    } else if (same_name(line.substr(0, colon), "Content-Type")) {
      part.type = value;
    }
  }
  if (!has_name) return malformed("A part of an upload has a name.");
  if (!is_utf8(part.name) || !is_utf8(part.file_name)) return malformed("Names in an upload are UTF-8.");
  part.content = content;
  return part;
}

}  // namespace

Result<std::vector<Part>> parse_multipart(std::string_view content_type, std::string_view body) {
  const auto boundary = boundary_in(content_type);
  if (!boundary) return malformed("An upload is multipart/form-data with a boundary of 1 to 70 characters.");
  const std::string line = "--" + *boundary;
  const std::string next = "\r\n" + line;
  if (!body.starts_with(line)) return malformed("An upload begins with its boundary.");
  body.remove_prefix(line.size());

  std::vector<Part> parts;
  while (true) {
    if (body.starts_with("--")) {
      body.remove_prefix(2);
      if (!body.empty() && body != "\r\n") return malformed("An upload ends with its last boundary.");
      return parts;
    }
    if (!body.starts_with("\r\n")) return malformed("A boundary in an upload stands on a line of its own.");
    if (parts.size() == parts_max) {
      return problem(Code::too_many, "", msg("An upload has at most {max} parts.", {{"max", "2000"}}));
    }
    body.remove_prefix(2);
    const std::size_t headers_end = body.substr(0, part_header_bytes_max).find("\r\n\r\n");
    if (headers_end == std::string_view::npos) return malformed("A part of an upload has headers, then an empty line.");
    const std::size_t content_at = headers_end + 4;
    const std::size_t end = body.find(next, content_at);
    if (end == std::string_view::npos) return malformed("An upload ends with its boundary: this one was cut short.");
    auto part = read_part(body.substr(0, headers_end), body.substr(content_at, end - content_at));
    if (!part.ok()) return std::move(part).problems();
    parts.push_back(std::move(*part));
    body.remove_prefix(end + next.size());
  }
}

}  // namespace alongside::web
