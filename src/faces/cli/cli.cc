// CLI11 stays in this file: its header costs ten seconds of compiling.
#include "faces/cli/cli.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <list>

#include "base/text.h"
#include "exchange/house.h"
#include "faces/cli/words.h"

namespace alongside::cli {
namespace {

// What the options of one command are read into, until it is carried out.
struct Given {
  const kernel::Command* command = nullptr;
  std::map<std::string, std::vector<std::string>> fields;
  Where where;
  std::string key;
};

class Program {
 public:
  explicit Program(const kernel::House& house) : house_(house) {
    app_.description("Alongside: people who use services and people who buy them decide together, on a record that anyone can check.");
    app_.require_subcommand(1);
    app_.add_flag("--json", json_, "Say it as one JSON document")->configurable(false);
    app_.fallthrough();
    add_serve();
    add_place();
    add_record();
    add_backup();
    for (const kernel::Concern& concern : house_.concerns()) {
      for (const kernel::Command& command : concern.commands()) {
        const std::string_view words = command.row.words;
        if (words.starts_with("import ")) {
          add_import(command);
        } else if (words != "place open") {
          add_command(command);
        }
      }
    }
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      const int code = app_.exit(error);
      return code == 0 ? exit_done : exit_cannot;
    }
    const Output output(json_);
    try {
      return chosen_(output);
    } catch (const std::exception& wrong) {
      return output.cannot(problem(Code::cannot_read, "", msg("This stopped: {why}.", {{"why", wrong.what()}})));
    }
  }

 private:
  // "ask open" is the word "open" under the word "ask".
  CLI::App* word(const std::string& words, const std::string& description) {
    CLI::App* at = &app_;
    const auto parts = split(words, ' ');
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string part(parts[i]);
      CLI::App* next = nullptr;
      for (CLI::App* one : at->get_subcommands([](CLI::App*) { return true; })) {
        if (one->get_name() == part) next = one;
      }
      if (next == nullptr) next = at->add_subcommand(part, i + 1 == parts.size() ? description : "Words about: " + part);
      next->fallthrough();
      at = next;
    }
    if (parts.size() > 1) at->get_parent()->require_subcommand(1);
    return at;
  }
  void where_options(CLI::App* at, Where& where, bool place_needed = true) {
    at->add_option("--data", where.data, "The folder of the data")->capture_default_str();
    auto* place = at->add_option("--place", where.place, "The place's id");
    if (place_needed) place->required();
    at->add_option("--database", where.database, "postgresql://…; without it, a SQLite file");
    at->add_option("--vault-mirror", where.vault_mirror, "A folder on another disk for a second copy of the vault");
  }
  void does(CLI::App* at, std::function<int(const Output&)> what) {
    at->callback([this, what = std::move(what)] { chosen_ = what; });
  }

  void add_serve() {
    CLI::App* at = word("serve", "Serve every place of a data folder on the web");
    at->add_option("--data", serve_.data, "The folder of the data")->capture_default_str();
    at->add_option("--port", serve_.port, "The port")->capture_default_str();
    at->add_option("--host", serve_.host, "The address to listen at")->capture_default_str();
    at->add_option("--database", serve_.database, "postgresql://…; without it, a SQLite file a place");
    at->add_option("--vault-mirror", serve_.vault_mirror, "A folder on another disk for second copies of the vaults");
    at->add_option("--public-url", serve_.public_url, "The address that people use, such as https://record.example.org");
    at->add_flag("--trust-proxy", serve_.trust_proxy, "Believe X-Forwarded-For and -Proto");
    at->add_flag("--empty", serve_.empty, "With no place here, serve none: do not open the invented place Eastmere");
    does(at, [this](const Output& output) { return serve(house_, serve_, output); });
  }

  void add_place() {
    CLI::App* at = word("place open", "Open a new place");
    at->add_option("ID", open_.where.place, "2 to 40 small letters, digits and hyphens")->required();
    at->add_option("--name", open_.name, "What people call it")->required();
    at->add_option("--keeper", open_.keeper, "The independent body that hosts and moderates");
    at->add_option("--origin", open_.origin, "The record's name, such as record.example.org/eastmere");
    at->add_option("--zone", open_.zone, "Its time zone")->capture_default_str();
    at->add_option("--helplines", open_.helplines, "Its table of crisis numbers")->capture_default_str();
    at->add_option("--outside-moderator", open_.outside_moderator, "Where the host decides: to whom criticism of it goes");
    at->add_flag("--host-decides", open_.host_decides, "The host is a body that decides; every page says so");
    at->add_flag("--sample", open_.sample, "An invented place; every page says so");
    at->add_option("--data", open_.where.data, "The folder of the data")->capture_default_str();
    at->add_option("--database", open_.where.database, "postgresql://…; without it, a SQLite file");
    at->add_option("--vault-mirror", open_.where.vault_mirror, "A folder on another disk for a second copy of the vault");
    does(at, [this](const Output& output) { return place_open(house_, open_, output); });

    CLI::App* list = word("place list", "List the places of a data folder");
    list->add_option("--data", open_.where.data, "The folder of the data")->capture_default_str();
    does(list, [this](const Output& output) { return place_list(open_.where.data, output); });
  }

  void add_record() {
    CLI::App* verify = word("record verify", "Check a whole record: from a web address, or from a folder that it was exported to");
    verify->add_option("FROM", from_, "https://…/r/<place>, or a folder")->required();
    verify->add_option("--key", vkey_, "The record's verifier key, from somewhere you trust");
    verify->add_option("--against", against_, "A folder with an older export: it must be the beginning of this record");
    does(verify, [this](const Output& output) { return record_verify(house_, from_, vkey_, against_, output); });

    const auto simple = [this](const char* words, const char* description, auto act) {
      CLI::App* at = word(words, description);
      where_options(at, where_);
      does(at, [this, act](const Output& output) { return act(house_, where_, output); });
      return at;
    };
    simple("record check", "Read everything back: entries, leaves, tree, words, vault, tables", record_check);
    simple("record rebuild", "Empty the public tables and fold them anew from the record", record_rebuild);
    add_key_and_import();
    CLI::App* prove = word("record prove", "Print the receipt of one act");
    where_options(prove, where_);
    prove->add_option("INDEX", index_, "Its number in the record")->required();
    does(prove, [this](const Output& output) { return record_prove(house_, where_, index_, output); });
    CLI::App* exporting = word("record export", "Write the public record into a folder");
    where_options(exporting, where_);
    exporting->add_option("--output", folder_, "The folder, new or empty")->required();
    does(exporting, [this](const Output& output) { return record_export(house_, where_, folder_, output); });
  }

  void add_key_and_import() {
    CLI::App* key = word("record key", "Print the record's verifier key");
    where_options(key, key_.where);
    CLI::Option* anew = key->add_flag("--new", key_.anew, "Go on under a new key; the old one never signs again");
    key->add_option("--origin", key_.origin, "The record's name from here on")->needs(anew);
    does(key, [this](const Output& output) { return record_key(house_, key_, output); });

    CLI::App* importing = word("record import", "Open an exported record as a copy that can only be read, or fetch what a restored backup lacks");
    where_options(importing, import_.where);
    importing->add_option("DIR", import_.folder, "The folder of the export")->required()->check(CLI::ExistingDirectory);
    importing->add_option("--key", import_.key, "The record's verifier key, from somewhere you trust");
    CLI::Option* take_over = importing->add_flag("--take-over", import_.take_over, "Go on with it here, under a new origin and key");
    importing->add_option("--origin", import_.origin, "The record's name from here on")->needs(take_over);
    does(importing, [this](const Output& output) { return record_import(house_, import_, output); });
  }

  void add_backup() {
    CLI::App* at = word("backup", "Copy a place's database into a file. The vault and the key are not in it: copy them apart");
    where_options(at, where_);
    at->add_option("FILE", file_, "The file to write")->required();
    does(at, [this](const Output& output) { return backup(house_, where_, file_, output); });
    CLI::App* restoring = word("restore", "Put a backup in place of a place's database; the vault stays as it is");
    where_options(restoring, where_);
    restoring->add_option("FILE", file_, "The backup")->required()->check(CLI::ExistingFile);
    does(restoring, [this](const Output& output) { return restore(where_, file_, output); });
  }

  void add_command(const kernel::Command& command) {
    Given& given = given_.emplace_back();
    given.command = &command;
    CLI::App* at = word(command.row.words, in_english(command.row.title));
    where_options(at, given.where);
    at->add_option("--idempotency-key", given.key, "An idempotency key: the same order twice is carried out once");
    for (const kernel::FieldSpec& spec : command.specs) {
      std::string description;
      for (const kernel::FieldWords& words : command.row.fields) {
        if (spec.name == words.field) description = in_english(words.label);
      }
      if (!spec.choices.empty()) description += (description.empty() ? "" : ": ") + join(spec.choices, ", ");
      if (spec.type == kernel::FieldType::group) description += " (JSON)";
      std::string option = "--" + spec.name;
      std::replace(option.begin(), option.end(), '_', '-');
      at->add_option(option, given.fields[spec.name], description)->allow_extra_args(spec.is_list);
    }
    does(at, [this, &given](const Output& output) { return order(given, output); });
  }

  void add_import(const kernel::Command& command) {
    ImportAsked& asked = imports_.emplace_back();
    asked.command = &command;
    CLI::App* at = word(command.row.words, in_english(command.row.title));
    where_options(at, asked.where);
    at->add_option("--idempotency-key", asked.key, "An idempotency key: the same order twice is carried out once");
    at->add_option("FILE", asked.files, "The files: all of them are put on the record, or none")->required();
    for (const kernel::FieldSpec& spec : command.specs) {
      if (spec.type == kernel::FieldType::file) continue;
      std::string description;
      for (const kernel::FieldWords& words : command.row.fields) {
        if (spec.name == words.field) description = in_english(words.label);
      }
      std::string option = "--" + spec.name;
      std::replace(option.begin(), option.end(), '_', '-');
      at->add_option(option, asked.fields[spec.name], description);
    }
    does(at, [this, &asked](const Output& output) { return import_files(house_, asked, output); });
  }

  int order(const Given& given, const Output& output) {
    Json request = Json::object();
    for (const kernel::FieldSpec& spec : given.command->specs) {
      const auto& values = given.fields.at(spec.name);
      if (values.empty()) continue;
      const bool as_json = spec.type == kernel::FieldType::group || spec.type == kernel::FieldType::file;
      Json list = Json::array();
      for (const std::string& value : values) {
        auto item = as_json ? parse_json(value) : Result<Json>(Json(value));
        if (!item) return output.cannot(problem(Code::malformed, spec.name, msg("Give JSON."), shortened(value, 60)));
        // A group may be given whole, as a list, or item by item.
        if (item->is_array()) {
          for (const Json& one : item->items()) list.push(one);
        } else {
          list.push(std::move(*item));
        }
      }
      request.set(spec.name, spec.is_list ? std::move(list) : list.items().back());
    }
    auto done = carry_out(house_, given.where, given.command->row.words, std::move(request), given.key);
    if (!done) return output.cannot(done.problems());
    std::string words;
    if (const Json* acts = done->find("acts")) {
      for (const Json& act : acts->items()) words += (words.empty() ? "Done. On the record as " : ", ") + std::to_string(act.number());
    }
    if (words.empty()) words = "Done.";
    if (const Json* told = done->find("told"); told != nullptr && told->is_object()) {
      for (const Json::Member& one : told->members()) {
        if (one.second.is_string()) words += "\n" + one.first + ": " + one.second.string();
      }
    }
    return output.done(std::move(*done), words);
  }

  const kernel::House& house_;
  CLI::App app_;
  std::function<int(const Output&)> chosen_;
  bool json_ = false;
  ServeAsked serve_;
  OpenAsked open_;
  Where where_;
  KeyAsked key_;
  ImportRecordAsked import_;
  std::list<Given> given_;
  std::list<ImportAsked> imports_;
  std::string from_, vkey_, against_, folder_, file_;
  std::int64_t index_ = 0;
};

}  // namespace

int run(int argc, char** argv) {
  const kernel::House house = the_house();
  return Program(house).run(argc, argv);
}

}  // namespace alongside::cli
