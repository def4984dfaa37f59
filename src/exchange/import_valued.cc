#include "exchange/import_valued.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "commons/place/views.h"

namespace alongside::import {
namespace {

using formats::Format;
using kernel::Changes;
using kernel::Reader;

constexpr std::string_view purpose = "valued";

std::string key_of(const Reader& reader, std::string_view kind, std::initializer_list<std::string_view> parts) {
  std::string text(kind);
  for (const std::string_view part : parts) text.append(1, '\0').append(folded(part));
  return reader.lookup(purpose, text);
}

ValuedRow look_row(Reader& reader, const formats::ReadValued& read, bool is_alone) {
  ValuedRow row;
  row.keys = keys_of(reader, read, is_alone);
  row.by_row = valued::known_by(reader, row.keys.row);
  row.by_account = valued::stands_as(reader, valued::known_by(reader, row.keys.account));
  row.by_place = valued::stands_as(reader, valued::known_by(reader, row.keys.place));
  if (!row.by_row.is_set()) return row;
  row.now = valued::status_now(reader, row.by_row);
  row.stands_as = valued::stands_as(reader, row.by_row);
  row.stands_now = valued::status_now(reader, row.stands_as);
  return row;
}

void check(ImportValuedFacts& facts, const FileRead& file) {
  if (file.read.valued.empty()) {
    add(facts.problems, file, 0, "file", Code::missing, msg("There is no place in this file."));
  }
  for (const formats::ReadValued& read : file.read.valued) {
    if (read.name.empty()) add(facts.problems, file, read.line, "name", Code::missing, msg("Say what people call it."));
    if (read.edition != "own") continue;  // what others published is taken as far as it can be true
    if (!kernel::with_word<valued::SupportKind>(read.support)) {
      add(facts.problems, file, read.line, "support", Code::unknown_word,
          msg("Give one of: {kinds}.", {{"kinds",
                                         [] {
                                           std::string words;
                                           for (const auto word : valued::words_of(valued::SupportKind{})) {
                                             words += (words.empty() ? "" : ", ") + std::string(word);
                                           }
                                           return words;
                                         }()}}),
          read.support);
    }
    const auto day = [&](const char* field, const std::optional<When>& when) {
      if (when && when->first() > facts.today) {
        add(facts.problems, file, read.line, field, Code::in_the_future, msg("Give a day that has come."), when->iso());
      }
    };
    day("opened", read.opened);
    for (const formats::ValuedState& one : read.states) day("on", one.on);
  }
}

}  // namespace

const std::vector<Format>& valued_formats() {
  static const std::vector<Format> kinds{Format::valued_csv, Format::libraries_csv, Format::libraries_2023_csv};
  return kinds;
}

// A postcode is written with a space or without.
std::string shared_name(const formats::ReadValued& read) {
  std::string postcode = read.postcode.empty() ? read.where : read.postcode;
  std::erase(postcode, ' ');
  return folded(read.authority) + '\n' + folded(read.name) + '\n' + folded(postcode);
}

ValuedKeys keys_of(const Reader& reader, const formats::ReadValued& read, bool is_alone) {
  const std::string id = read.source_id.empty() ? shared_name(read) : read.source_id;
  return {.row = key_of(reader, "row", {read.edition, id}),
          .account = key_of(reader, "account", {read.edition, id}),
          .place = is_alone ? key_of(reader, "place", {shared_name(read)}) : ""};
}

std::vector<Likeness> keyed_likenesses(const Reader& reader, const std::vector<formats::ReadValued>& rows) {
  std::vector<Likeness> out = likenesses(rows);
  for (Likeness& one : out) {
    if (!one.address.empty()) one.address = key_of(reader, "address", {one.address});
    if (!one.name.empty()) one.name = key_of(reader, "name", {one.name});
  }
  return out;
}

ImportValuedFacts look(const kernel::Situation& situation, const ImportValued& asked) {
  ImportValuedFacts facts{.next_index = situation.next_index, .today = situation.today};
  auto files = read_files({asked.file, asked.files}, valued_formats(), facts.problems);
  for (const FileRead& file : files) check(facts, file);
  if (facts.problems.any()) return facts;
  for (const place::BodyLine& body : place::bodies(situation.reader)) {
    if (body.name.is_shown()) facts.bodies.emplace(folded(body.name.words), body.body);
  }
  facts.told = valued::told(situation.reader);
  facts.pairs = valued::pairs(situation.reader);
  for (FileRead& file : files) {
    std::map<std::string, int> times;
    for (const formats::ReadValued& read : file.read.valued) ++times[shared_name(read)];
    std::vector<ValuedRow> rows;
    rows.reserve(file.read.valued.size());
    const std::vector<Likeness> like = keyed_likenesses(situation.reader, file.read.valued);
    for (std::size_t i = 0; i < file.read.valued.size(); ++i) {
      const formats::ReadValued& read = file.read.valued[i];
      rows.push_back(look_row(situation.reader, read, times[shared_name(read)] == 1));
      rows.back().like = like[i];
    }
    facts.files.push_back({.file = std::move(file), .rows = std::move(rows)});
  }
  return facts;
}

}  // namespace alongside::import
