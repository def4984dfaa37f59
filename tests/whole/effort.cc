#include "whole/effort.h"

#include <charconv>
#include <cstdlib>
#include <mutex>

#include <sqlite3.h>

namespace alongside::whole {
namespace {

thread_local long long statements = 0;
thread_local long long steps = 0;

int ended(unsigned, void*, void* statement, void*) {
  ++statements;
  steps += sqlite3_stmt_status(static_cast<sqlite3_stmt*>(statement), SQLITE_STMTSTATUS_VM_STEP, 1);
  return 0;
}

int watch(sqlite3* database, char**, const void*) { return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, ended, nullptr); }

constexpr long long unseen_steps = 10;  // of about 50 ns each

struct Effort {
  long long statements = -1;
  long long steps = -1;
};
Effort read(std::string_view words) {
  Effort out;
  const auto counted = std::from_chars(words.data(), words.data() + words.size(), out.statements);
  const std::size_t comma = words.find(", ");
  if (counted.ec == std::errc() && comma != words.npos) std::from_chars(words.data() + comma + 2, words.data() + words.size(), out.steps);
  return out;
}

}  // namespace

void watch_effort() {
  static std::once_flag once;
  std::call_once(once, [] { sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)); });
}

std::string effort_of(const std::function<void()>& work) {
  statements = steps = 0;
  work();
  return std::to_string(statements) + " statements, " + std::to_string(steps) + " steps";
}

bool takes_as_long(std::string_view one, std::string_view other) {
  const Effort a = read(one), b = read(other);
  return a.statements == b.statements && std::abs(a.steps - b.steps) <= unseen_steps;
}

}  // namespace alongside::whole
