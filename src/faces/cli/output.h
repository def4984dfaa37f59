// What the command line says: for people in sentences, for scripts as one JSON document (--json).
//
// Exit codes: 0; 1: checked, and it does not hold; 2: cannot be used as given.
#pragma once

#include <cstdio>
#include <string>

#include "base/json.h"
#include "base/progress.h"
#include "base/result.h"

namespace alongside::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_does_not_hold = 1;
inline constexpr int exit_cannot = 2;

class Output {
 public:
  explicit Output(bool as_json) : as_json_(as_json) {}
  static Output silent() {  // says nothing but problems
    Output output(false);
    output.silent_ = true;
    return output;
  }
  bool as_json() const { return as_json_; }
  void say(const std::string& line) const;           // to people only
  int done(Json document, const std::string& words) const;
  int cannot(const Problems& problems) const;        // exit_cannot; all of them

 private:
  bool as_json_;
  bool silent_ = false;
};

// A bar on a terminal, a line now and then elsewhere.
class Bar final : public Progress {
 public:
  explicit Bar(bool quiet) : quiet_(quiet) {}
  ~Bar() override;
  bool at(std::int64_t done, std::int64_t total, const std::string& what) override;

 private:
  bool quiet_;
  bool drawn_ = false;
  int percent_ = -1;
};

}  // namespace alongside::cli
