// "record verify": a record from a web address or a folder, checked offline with nothing of the house that made it.

#include <curl/curl.h>

#include <memory>

#include "base/text.h"
#include "faces/cli/words.h"
#include "kernel/verify_export.h"

namespace alongside::cli {
namespace {

constexpr std::size_t file_bytes_max = 64u << 20;

struct EndCurl {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};

std::size_t gather(const char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& out = *static_cast<std::string*>(into);
  if (out.size() + size * count > file_bytes_max) return 0;
  out.append(bytes, size * count);
  return size * count;
}

record::Files from_web(const std::string& url) {
  const std::shared_ptr<CURL> curl(curl_easy_init(), EndCurl());
  return [curl, url](const std::string& path) -> std::optional<std::string> {
    std::string out;
    curl_easy_setopt(curl.get(), CURLOPT_URL, (url + "/" + path).c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, gather);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &out);
    return curl_easy_perform(curl.get()) == CURLE_OK ? std::optional(std::move(out)) : std::nullopt;
  };
}

bool is_on_the_web(const std::string& from) { return from.starts_with("http://") || from.starts_with("https://"); }

record::Files files_at(std::string from) {
  while (from.ends_with('/')) from.pop_back();
  return is_on_the_web(from) ? from_web(from) : kernel::files_in(from);
}

Json to_json(const record::Verified& verified, const std::string& tables) {
  Json findings = Json::array();
  for (const record::Finding& one : verified.findings) findings.push(Json::object({{"file", one.file}, {"what", in_english(one.what)}, {"where", one.where}}));
  return Json::object({{"commitments", verified.commitments}, {"entries", verified.entries}, {"erased", verified.erased},
                       {"findings", std::move(findings)}, {"holds", verified.holds()}, {"opened", verified.opened},
                       {"origin", verified.head.origin}, {"root", base64(view(verified.head.root))},
                       {"signer_checked", verified.signer_checked}, {"size", verified.head.size}, {"tables", tables},
                       {"withheld", verified.withheld}});
}

std::string in_words(const record::Verified& verified, const std::string& tables) {
  std::string out = verified.head.origin + ": " + std::to_string(verified.entries) + " acts, root " + base64(view(verified.head.root)) + "\n";
  out += std::to_string(verified.commitments) + " words are committed to: " + std::to_string(verified.opened) + " open and as committed, " +
         std::to_string(verified.erased) + " erased with a notice, " + std::to_string(verified.withheld) + " not public.\n";
  out += "Tables folded anew: " + tables + "\n";
  if (!verified.signer_checked) out += "consistent with itself; signer not checked\n";
  return out + (verified.holds() ? "It holds." : "It does NOT hold: " + std::to_string(verified.findings_count) + " findings, see above.");
}

// The older head must be a beginning of this record: its root is the root of as many first entries.
struct Older {
  record::Checkpoint head;
  record::CompactRange range;
  bool reached = false;
};

}  // namespace

// The key that lies beside the record itself says nothing of who signed, and still shows a head that was changed.
Status own_key(const record::Files& files, std::vector<record::Verifier>& known) {
  auto text = files("key");
  if (!text) return Done{};  // another's log may have none
  if (text->ends_with('\n')) text->pop_back();
  auto verifier = record::parse_verifier_key(*text);
  if (!verifier) return Problem{.code = Code::malformed, .file = "key", .expected = verifier.problems().list().front().expected};
  known.push_back(std::move(verifier).value());
  return Done{};
}

int record_verify(const kernel::House& house, const std::string& from, const std::string& key, const std::string& against, const Output& output) {
  const record::Files files = files_at(from);
  std::vector<record::Verifier> known;
  if (key.empty()) {
    if (const Status own = own_key(files, known); !own) return output.cannot(own.problems());
  } else {
    auto verifier = record::parse_verifier_key(key);
    if (!verifier) return output.cannot(verifier.problems());
    known.push_back(std::move(verifier).value());
  }
  std::optional<Older> older;
  if (!against.empty()) {
    const auto bytes = files_at(against)("checkpoint");
    const auto head = bytes ? record::read_checkpoint_unchecked(*bytes) : Result<record::Checkpoint>(problem(Code::cannot_read, "against", msg("Give a folder that holds a checkpoint."), against));
    if (!head) return output.cannot(head.problems());
    older = Older{.head = *head};
  }

  const auto each = [&](std::int64_t, std::string_view bytes, const record::Entry&) -> Status {
    if (older && older->range.size() < older->head.size) older->range.append(record::leaf_hash(bytes));
    return Done{};
  };
  Bar bar(output.as_json());
  auto folded = kernel::verify_and_fold(house, {.files = files, .known = known, .each = each, .lies_still = !is_on_the_web(from)}, bar);
  if (!folded) return output.cannot(folded.problems());
  record::Verified& verified = folded->verified;
  if (key.empty()) verified.signer_checked = false;
  if (older && (older->range.size() < older->head.size || older->range.root() != older->head.root)) {
    verified.find("checkpoint of " + against, "", msg("This record does not begin with the older one: something was changed or taken out."));
  }
  const std::string tables = hex(view(folded->tables));
  if (!output.as_json()) {
    for (const record::Finding& one : verified.findings) {
      std::fprintf(stderr, "%s: %s%s\n", one.file.c_str(), one.where.empty() ? "" : (one.where + ": ").c_str(), in_english(one.what).c_str());
    }
  }
  output.done(to_json(verified, tables), in_words(verified, tables));
  return verified.holds() ? exit_done : exit_does_not_hold;
}

}  // namespace alongside::cli
