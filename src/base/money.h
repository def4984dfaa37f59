// Money in whole minor units (pence), with its currency (ISO 4217).
#pragma once

#include <cstdint>
#include <string>

namespace alongside {

struct Money {
  std::string currency = "GBP";
  std::int64_t minor = 0;
  friend bool operator==(const Money&, const Money&) = default;
};

// "£340,000" or "£18.50"; other currencies as "NOK 18.50".
std::string in_words(const Money& money);

}  // namespace alongside
