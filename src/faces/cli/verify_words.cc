// "record verify": a record from a web address or a folder, checked offline with nothing of the house that made it.

#include <curl/curl.h>

#include <memory>

#include "base/text.h"
#include "faces/cli/words.h"
#include "kernel/carry_out.h"
#include "kernel/migrate.h"
#include "record/verify.h"

namespace alongside::cli {
namespace {

constexpr std::size_t file_bytes_max = 64u << 20;

record::Files from_folder(const std::string& folder) {
  return [folder](const std::string& path) -> std::optional<std::string> {
    auto bytes = kernel::read_whole_file(folder + "/" + path, file_bytes_max);
    return bytes ? std::optional(std::move(bytes).value()) : std::nullopt;
  };
}

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

record::Files files_at(std::string from) {
  while (from.ends_with('/')) from.pop_back();
  return from.starts_with("http://") || from.starts_with("https://") ? from_web(from) : from_folder(from);
}

Json to_json(const record::Verified& verified, const std::string& tables) {
  Json findings = Json::array();
  for (const record::Finding& one : verified.findings) findings.push(Json::object({{"what", in_english(one.what)}, {"where", one.where}}));
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

int record_verify(const kernel::House& house, const std::string& from, const std::string& key, const std::string& against, const Output& output) {
  std::vector<record::Verifier> known;
  if (!key.empty()) {
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

  const auto database = store::open_memory();
  const auto into = database->writer();
  into->begin();
  kernel::create_public_tables(house, *into);
  const auto each = [&](std::int64_t index, std::string_view bytes, const record::Entry& entry) -> Status {
    if (older && older->range.size() < older->head.size) older->range.append(record::leaf_hash(bytes));
    // A kind that this program does not know is still checked as bytes; only its tables cannot be recounted.
    if (!house.knows_act(entry.kind, entry.version)) return Done{};
    return kernel::fold_entry(house, {index}, bytes, *into);
  };
  Bar bar(output.as_json());
  auto verified = record::verify_record(files_at(from), known, each, bar);
  if (!verified) return output.cannot(verified.problems());
  into->commit();
  if (older && (older->range.size() < older->head.size || older->range.root() != older->head.root)) {
    ++verified->findings_count;
    verified->findings.push_back({"checkpoint of " + against, msg("This record does not begin with the older one: something was changed or taken out.")});
  }
  const std::string tables = hex(view(kernel::digest_of(kernel::digests(house, *into))));
  if (!output.as_json()) {
    for (const record::Finding& one : verified->findings) std::fprintf(stderr, "%s: %s\n", one.where.c_str(), in_english(one.what).c_str());
  }
  output.done(to_json(*verified, tables), in_words(*verified, tables));
  return verified->holds() ? exit_done : exit_does_not_hold;
}

}  // namespace alongside::cli
