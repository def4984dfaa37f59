#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "faces/cli/words.h"

namespace alongside::cli {
namespace {

constexpr std::uintmax_t bytes_max = 20u << 20;  // as an upload through the web

Result<Json> file_at(const std::string& path) {
  const auto cannot = [&](Code code, Message expected) {
    return Problem{.code = code, .file = path, .expected = std::move(expected)};
  };
  std::error_code wrong;
  if (!std::filesystem::is_regular_file(path, wrong))
    return cannot(Code::cannot_read, msg("Give a file that is there."));
  if (std::filesystem::file_size(path, wrong) > bytes_max) {
    return cannot(Code::out_of_range, msg("Give a file of at most {max} MB.", {{"max", "20"}}));
  }
  std::ifstream in(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in.is_open() || in.bad()) return cannot(Code::cannot_read, msg("Give a file that can be read."));
  return Json::object({{"base64", base64(bytes)}, {"name", std::filesystem::path(path).filename().string()}});
}

// "read: 12", "missing: reasons 3, interests 12".
std::string line_of(const Json::Member& told) {
  const auto& [name, value] = told;
  std::string label = name;
  std::replace(label.begin(), label.end(), '_', ' ');
  if (value.is_number()) return label + ": " + std::to_string(value.number());
  if (!value.is_array() || value.items().empty()) return "";
  if (name == "same_suggested") {
    return "Places that may be on the register twice: " + std::to_string(value.items().size()) +
           ". The keeper says which are one: /valued/same, from the desk.";
  }
  std::string words;
  for (const Json& one : value.items()) {
    const Json* field = one.find("field");
    const Json* count = one.find("count");
    if (field == nullptr || count == nullptr) return label + ": " + std::to_string(value.items().size());
    words += (words.empty() ? "" : ", ") + field->string() + " " + std::to_string(count->number());
  }
  return label + ": " + words;
}

}  // namespace

int import_files(const kernel::House& house, const ImportAsked& asked, const Output& output) {
  Problems problems;
  Json files = Json::array();
  for (const std::string& path : asked.files) {
    auto file = file_at(path);
    if (file) {
      files.push(std::move(*file));
    } else {
      problems.add_all(file.problems());
    }
  }
  if (problems.any()) return output.cannot(problems);
  Json request = Json::object({{"files", std::move(files)}});
  for (const auto& [name, value] : asked.fields) {
    if (!value.empty()) request.set(name, value);
  }
  auto done = carry_out(house, asked.where, asked.command->row.words, std::move(request), asked.key);
  if (!done) return output.cannot(done.problems());
  const Json* acts = done->find("acts");
  const std::size_t count = acts == nullptr ? 0 : acts->items().size();
  std::string words = count == 0 ? "Nothing was new. Nothing was put on the record."
                                 : "Done. Acts put on the record: " + std::to_string(count) + ".";
  // What is told stands in the document beside "acts", as scripts expect it of an import.
  if (const Json* told = done->find("told"); told != nullptr && told->is_object()) {
    const Json copy = *told;
    for (const Json::Member& one : copy.members()) {
      if (const std::string line = line_of(one); !line.empty()) words += "\n" + line;
      done->set(one.first, one.second);
    }
  }
  return output.done(std::move(*done), words);
}

}  // namespace alongside::cli
