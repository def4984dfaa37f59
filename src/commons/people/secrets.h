// Passphrases, recovery codes and session tokens.
//
// A passphrase is kept as Argon2id (RFC 9106, libsodium's interactive limits: 64 MiB, two passes). A token and a code
// are told once; only their HMAC under the place's own key is kept, so a copy of the database opens nothing.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "commons/people/rows.h"
#include "kernel/concern.h"

namespace alongside::people {

// About 50 ms of work, and 64 MiB: outside a transaction only.
std::string hash_of_passphrase(std::string_view passphrase);
bool passphrase_fits(std::string_view passphrase, const std::string& hash);
// The same work for nothing, so that a name that is not here takes as long as one that is.
void spend_the_same_time(std::string_view passphrase);
bool is_passphrase_hash(std::string_view text);

// All that is wrong with a name or a passphrase that somebody chose.
void check_name(std::string_view name, Problems& problems);
void check_passphrase(std::string_view passphrase, std::string_view name, const std::string& field, Problems& problems);
inline constexpr std::size_t passphrase_characters_min = 12;
inline constexpr std::size_t passphrase_bytes_max = 1024;
inline constexpr std::size_t name_characters_max = 40;

// "K7QD-2MWX-0ZPA-9HTE-4RVC": 100 bits, in letters and digits that are not taken for one another (Crockford's base 32).
// `secret` is Situation::secret; codes for other purposes differ.
std::string new_code(std::string_view secret, std::string_view purpose);
// A code as it was typed: small letters, spaces, O for 0 and I or L for 1 are read as meant. Empty: it cannot be a
// code.
std::string plain_code(std::string_view typed);

// A session that begins now: `token` is told as "session" and kept nowhere. For an asker, `ask` is the question.
struct NewSession {
  std::string token;
  SessionRow row;
};
inline constexpr std::int64_t session_seconds = std::int64_t{30} * 86400;
NewSession new_session(const kernel::Situation& situation, kernel::Person person, Index ask = {});

// What an account's name is looked up by: two names that differ only in case, accents or spaces are one.
std::string name_digest(const kernel::Reader& reader, std::string_view name);

}  // namespace alongside::people
