// An order: what a form, the API, the command line, an import or the clock hands to the Writer. And what comes back.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/json.h"
#include "base/result.h"
#include "kernel/actor.h"

namespace alongside::kernel {

struct Order {
  std::string command;     // its words: "decision take"
  Credential credential;   // who asks; made into an Actor inside the transaction
  std::string key;         // the Idempotency-Key; empty: none was given, nothing is remembered
  Json request = Json::object();
  std::map<std::string, std::string> path = {};  // parameters of the address, for who may
  // Of the request as it came, where something slow changed it before the order (a passphrase into its hash).
  std::optional<Digest> came_as = {};
  Index proposal = {};  // the proposal that this carries out (kernel/proposals.h)
};

// The hash of a command and its request, by which the same key with another body is told apart.
Digest fingerprint(std::string_view command, const Json& request);

struct Outcome {
  Problems problems;        // any: refused, and nothing was changed
  std::vector<Index> acts;  // on the record, in order
  Json told = Json::object();
  std::string then;         // where a form leads, if the command says so itself
  bool again = false;       // the key had been answered: these are the acts of then
  bool proposed = false;    // kept for a keeper to look at: nothing is on the record
  bool counted = false;     // refused, and what the refusal keeps (an attempt) stays
  bool ok() const { return !problems.any(); }
};
using Answer = std::function<void(Outcome)>;

}  // namespace alongside::kernel
