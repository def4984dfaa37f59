#include "commons/people/secrets.h"

#include <sodium.h>

#include <stdexcept>

#include "base/hash.h"
#include "base/random.h"
#include "base/text.h"

namespace alongside::people {
namespace {

constexpr std::string_view code_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_length = 20;
constexpr std::size_t code_group = 4;

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++count;
  }
  return count;
}

}  // namespace

// ---- passphrases ----------------------------------------------------------------------------------------------------

std::string hash_of_passphrase(std::string_view passphrase) {
  sodium_is_ready();
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str_alg(out.data(), passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                            crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::runtime_error("not enough memory for a passphrase");
  }
  return out.data();
}

bool passphrase_fits(std::string_view passphrase, const std::string& hash) {
  sodium_is_ready();
  return hash.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify(hash.c_str(), passphrase.data(), passphrase.size()) == 0;
}

void spend_the_same_time(std::string_view passphrase) {
  static const std::string nobodys = hash_of_passphrase(secret_bytes(32));
  (void)passphrase_fits(passphrase, nobodys);
}

bool is_passphrase_hash(std::string_view text) { return text.starts_with("$argon2id$"); }

void check_name(std::string_view name, Problems& problems) {
  const std::string_view plain = trimmed(name);
  if (plain.empty()) {
    problems.add("name", Code::missing, msg("Choose a name. It can be made up."));
    return;
  }
  if (!as_words(plain).ok() || plain.find('\n') != plain.npos || plain.find('\t') != plain.npos ||
      folded(plain).empty()) {
    problems.add("name", Code::malformed, msg("Use letters, digits and spaces in your name."));
    return;
  }
  if (characters(plain) > name_characters_max) {
    problems.add("name", Code::out_of_range, msg("Choose a name of at most 40 characters."), std::string(plain));
  }
  if (plain.find('@') != plain.npos) {
    problems.add("name", Code::malformed,
                 msg("Choose a name that is not an e-mail address: we do not want to know yours."));
  }
}

void check_passphrase(std::string_view passphrase, std::string_view name, const std::string& field,
                      Problems& problems) {
  if (passphrase.empty()) {
    problems.add(field, Code::missing, msg("Choose a passphrase: four or more words that you will remember."));
  } else if (characters(passphrase) < passphrase_characters_min) {
    problems.add(field, Code::out_of_range,
                 msg("Choose a passphrase of at least 12 characters: four words are easy to remember."));
  } else if (passphrase.size() > passphrase_bytes_max) {
    problems.add(field, Code::out_of_range, msg("Choose a passphrase of at most 1,000 characters."));
  } else if (!folded(name).empty() && folded(passphrase) == folded(name)) {
    problems.add(field, Code::out_of_range, msg("Choose a passphrase that is not your name."));
  }
}

// ---- codes and sessions ---------------------------------------------------------------------------------------------

std::string new_code(std::string_view secret, std::string_view purpose) {
  const Digest chance = hmac_sha256(secret, "code\n" + std::string(purpose));
  std::string out;
  for (std::size_t i = 0; i < code_length; ++i) {
    if (i > 0 && i % code_group == 0) out += '-';
    out += code_letters[chance[i] % code_letters.size()];  // 32 letters divide 256 evenly
  }
  return out;
}

std::string plain_code(std::string_view typed) {
  std::string out;
  for (char c : typed) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    if (code_letters.find(c) != code_letters.npos) {
      out += c;
    } else if (c != ' ' && c != '-' && c != '\t' && c != '\r' && c != '\n') {
      return {};
    }
    if (out.size() > code_length) return {};
  }
  return out.size() == code_length ? out : std::string();
}

NewSession new_session(const kernel::Situation& situation, kernel::Person person, Index ask) {
  NewSession out;
  out.token = base64url(view(hmac_sha256(situation.secret, "session")));
  out.row = {.token_digest = {situation.reader.lookup("session", out.token)},
             .person = person.value,
             .ask = ask,
             .until = {situation.now.seconds + session_seconds}};
  return out;
}

std::string name_digest(const kernel::Reader& reader, std::string_view name) {
  return reader.lookup("pseudonym", folded(name));
}

}  // namespace alongside::people
