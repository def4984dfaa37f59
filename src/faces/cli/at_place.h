// A place as the command line reaches it: opened here, or through the socket of the process that holds it.
#pragma once

#include <memory>
#include <string>

#include "kernel/open_place.h"

namespace alongside::cli {

struct Where {
  std::string data = "./data";
  std::string place;
  std::string database;
  std::string vault_mirror;
};

// DATA/alongside.sock, where a serving process listens for us.
std::string socket_of(const std::string& data);
bool is_served(const std::string& data);

kernel::OpenOptions options_for(const Where& where);
Result<std::unique_ptr<kernel::OpenPlace>> open_here(const kernel::House& house, const Where& where);

// Carries out a command as the keeper: here, or by the serving process. The outcome as the API's answer
// ({"acts": […], "told": {…}}).
Result<Json> carry_out(const kernel::House& house, const Where& where, const std::string& command, Json request, const std::string& key);

// The places of a data folder, sorted.
std::vector<std::string> places_in(const std::string& data);

}  // namespace alongside::cli
