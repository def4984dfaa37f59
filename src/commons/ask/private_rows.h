// The private tables of asks as rows.
#pragma once

#include <optional>
#include <string>

#include "kernel/row.h"

namespace alongside::ask {

struct AskerRow {
  static constexpr std::string_view table = "askers";
  Index ask;
  std::int64_t person = 0;
  std::optional<store::Blob> code_digest;
  static void fields(auto& self, auto&& field) {
    field("ask", self.ask);
    field("person", self.person);
    field("code_digest", self.code_digest);
  }
};

struct AskedTodayRow {
  static constexpr std::string_view table = "asks_of_today";
  std::string address_digest;
  Instant at;
  static void fields(auto& self, auto&& field) {
    field("address_digest", self.address_digest);
    field("at_second", self.at);
  }
};

}  // namespace alongside::ask
