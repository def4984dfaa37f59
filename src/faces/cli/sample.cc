// The invented place: samples/*.json, carried out by the same commands that everybody uses.
//
// Each file is a list of {"do": words, "with": request, "as": a name for its first act}. In a request, "$name" stands for
// the index of that act, and "@-30" for the day 30 days before today: the sample is always as old as its story.

#include "base/text.h"
#include "faces/cli/sample_files.h"
#include "faces/cli/words.h"

namespace alongside::cli {
namespace {

using Names = std::map<std::string, std::int64_t, std::less<>>;

Result<Json> filled(const Json& value, const Names& names, Day today) {
  if (value.is_string() && value.string().starts_with("$")) {
    const auto at = names.find(value.string().substr(1));
    if (at == names.end()) return problem(Code::not_found, "with", msg("Give a name that an earlier line has."), value.string());
    return Json(at->second);
  }
  if (value.is_string() && value.string().starts_with("@")) {
    const auto days = whole_number(std::string_view(value.string()).substr(1));
    if (!days) return problem(Code::malformed, "with", msg("Give @ and a number of days, such as @-30."), value.string());
    return Json((today + static_cast<std::int32_t>(*days)).iso());
  }
  if (value.is_array()) {
    Json out = Json::array();
    for (const Json& one : value.items()) {
      auto item = filled(one, names, today);
      if (!item) return item;
      out.push(std::move(item).value());
    }
    return out;
  }
  if (value.is_object()) {
    Json out = Json::object();
    for (const Json::Member& member : value.members()) {
      auto item = filled(member.second, names, today);
      if (!item) return item;
      out.set(member.first, std::move(item).value());
    }
    return out;
  }
  return value;
}

Problems at_line(const char* file, std::size_t number, Problems problems) {
  for (Problem& one : problems.list()) {
    one.file = file;
    one.line = static_cast<std::int64_t>(number) + 1;
  }
  return problems;
}

Status carry_out_file(kernel::OpenPlace& place, const char* file, std::string_view text, Names& names) {
  const auto list = parse_json(text);
  if (!list) return at_line(file, 0, list.problems());
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    const Json& one = list->items()[i];
    auto request = filled(*one.find("with"), names, place.today());
    if (!request) return at_line(file, i, request.problems());
    const kernel::Outcome outcome = place.submit_and_wait(
        {.command = one.find("do")->string(), .credential = {.at_the_house = true}, .request = std::move(request).value()});
    if (!outcome.ok()) return at_line(file, i, outcome.problems);
    if (const Json* name = one.find("as"); name != nullptr && !outcome.acts.empty()) names[name->string()] = outcome.acts.front().value;
  }
  return Done{};
}

}  // namespace

int place_open_sample(const kernel::House& house, const Where& where, const Output& output) {
  if (!output.as_json()) std::fprintf(stderr, "Opening the invented place Eastmere…\n");
  const auto tell = [](kernel::OpenPlace& place) -> Status {
    Names names;
    for (const SampleFile& file : sample_files()) {
      if (const Status done = carry_out_file(place, file.name, file.text, names); !done) return done;
    }
    return Done{};
  };
  return place_open(
      house, {.where = where, .name = "Eastmere", .keeper = "Eastmere Voluntary Action", .sample = true, .next = tell},
      Output::silent());
}

}  // namespace alongside::cli
