#include "base/money.h"

#include <fmt/format.h>

namespace alongside {

std::string in_words(const Money& money) {
  const bool negative = money.minor < 0;
  const std::uint64_t minor = negative ? 0 - static_cast<std::uint64_t>(money.minor) : static_cast<std::uint64_t>(money.minor);
  std::string whole = std::to_string(minor / 100);
  for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, ",");
  const std::string rest = minor % 100 == 0 ? "" : fmt::format(".{:02}", minor % 100);
  const std::string unit = money.currency == "GBP" ? "£" : money.currency + " ";
  return (negative ? "−" : "") + unit + whole + rest;
}

}  // namespace alongside
