// What each word of the program does, once its options are read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "faces/cli/at_place.h"
#include "faces/cli/output.h"

namespace alongside::cli {

struct ServeAsked {
  std::string data = "./data";
  std::string database;
  std::string vault_mirror;
  std::string public_url;
  std::string host = "127.0.0.1";
  int port = 8080;
  bool trust_proxy = false;
  bool empty = false;  // with no place here: do not open the sample first
};
int serve(const kernel::House& house, const ServeAsked& asked, const Output& output);

struct OpenAsked {
  Where where;
  std::string name;
  std::string keeper;
  std::string origin;
  std::string zone = "Europe/London";
  std::string helplines = "england";
  std::string outside_moderator;
  bool host_decides = false;
  bool sample = false;
  std::function<Status(kernel::OpenPlace&)> next = {};  // what else belongs to it from the start
};
int place_open(const kernel::House& house, const OpenAsked& asked, const Output& output);
// Builds the invented place of samples/ with the program's own commands.
int place_open_sample(const kernel::House& house, const Where& where, const Output& output);
int place_list(const std::string& data, const Output& output);

int record_check(const kernel::House& house, const Where& where, const Output& output);
int record_rebuild(const kernel::House& house, const Where& where, const Output& output);
int record_prove(const kernel::House& house, const Where& where, std::int64_t index, const Output& output);
int record_export(const kernel::House& house, const Where& where, const std::string& folder, const Output& output);
struct KeyAsked {
  Where where;
  bool anew = false;   // the record goes on under a new key
  std::string origin;  // of the new key; empty: made of it
};
int record_key(const kernel::House& house, const KeyAsked& asked, const Output& output);
struct ImportRecordAsked {
  Where where;
  std::string folder;
  std::string key;  // the record's verifier key, from somewhere else
  bool take_over = false;
  std::string origin;
};
int record_import(const kernel::House& house, const ImportRecordAsked& asked, const Output& output);
int record_verify(const kernel::House& house, const std::string& from, const std::string& key, const std::string& against, const Output& output);

int backup(const kernel::House& house, const Where& where, const std::string& file, const Output& output);
int restore(const Where& where, const std::string& file, const Output& output);

// Reads the files from disk and hands all of them to one "import …" command.
struct ImportAsked {
  const kernel::Command* command = nullptr;
  std::vector<std::string> files;
  std::map<std::string, std::string> fields;
  Where where;
  std::string key;
};
int import_files(const kernel::House& house, const ImportAsked& asked, const Output& output);

}  // namespace alongside::cli
