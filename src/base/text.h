// Text: UTF-8 in, UTF-8 out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace alongside {

using Bytes = std::vector<std::uint8_t>;

bool is_utf8(std::string_view text);

// Words as they are committed to: CRLF and CR become LF; controls other than LF and tab are refused, as is what is not
// UTF-8; NFC. Never trimmed. Source: docs/record.md, "Words".
Result<std::string> as_words(std::string_view text);

// For looking things up: NFKC with case folded and marks dropped, white space runs as one space, ends trimmed.
std::string folded(std::string_view text);

// White space (no-break spaces too) off both ends.
std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char at);
std::string join(const std::vector<std::string>& parts, std::string_view between);
bool starts_with_ignoring_case(std::string_view text, std::string_view start);  // ASCII
std::string lower_ascii(std::string_view text);
// The first `count` characters (not bytes), with "…" if something was left out.
std::string shortened(std::string_view text, std::size_t count);

std::string hex(std::string_view bytes);
Result<std::string> from_hex(std::string_view text);
std::string base64(std::string_view bytes);                 // RFC 4648 section 4, padded
std::string base64url(std::string_view bytes);              // section 5, unpadded
Result<std::string> from_base64(std::string_view text);     // strict: padded, no stray bits
Result<std::string> from_base64url(std::string_view text);  // strict: unpadded, no stray bits
std::string percent_encoded(std::string_view text);         // RFC 3986: all but unreserved
Result<std::string> percent_decoded(std::string_view text, bool plus_is_space);

Result<std::int64_t> whole_number(std::string_view text);  // decimal, no leading zero, optional minus

}  // namespace alongside
