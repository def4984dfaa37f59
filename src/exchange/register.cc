#include "exchange/register.h"

#include <algorithm>

#include "base/text.h"

namespace alongside::import {
namespace {

enum Counts { bodies, offices, holders, left, unchanged };

bool has_word(const std::string& words, const char* word) { return words.find(word) != std::string::npos; }

// From its source's kind and its name; "other" where neither says so.
place::BodyKind kind_of(const formats::ReadBody& read, bool is_part) {
  const std::string words = folded(read.kind + " " + read.name);
  for (const char* word : {"committee", "ausschuss", "panel"}) {
    if (has_word(words, word)) return place::BodyKind::committee;
  }
  if (is_part) return place::BodyKind::committee;
  if (has_word(words, "parish") || has_word(words, "town council")) return place::BodyKind::parish;
  if (has_word(words, "council") || has_word(words, "legislature")) return place::BodyKind::council;
  if (has_word(words, "trust")) return place::BodyKind::trust;
  return place::BodyKind::other;
}

}  // namespace

Register::Register(kernel::Changes& changes, const ImportOfficesFacts& facts) : changes_(changes), facts_(facts) {
  for (const KnownBody& one : facts.bodies) bodies_.emplace(one.name, one);
  for (const KnownOffice& one : facts.offices) offices_.emplace(std::pair(one.body, one.title), one.office);
  for (const KnownHolder& one : facts.holders) holders_.emplace(std::pair(one.office, one.name), one);
}

Index Register::find(const std::string& name, const std::string& source_id, Index part_of, bool is_anywhere) const {
  const auto [begin, end] = bodies_.equal_range(folded(name));
  for (auto at = begin; at != end; ++at) {
    const KnownBody& one = at->second;
    if (!is_anywhere && one.part_of != part_of) continue;
    if (source_id.empty() || one.source_id.empty() || one.source_id == source_id) return one.body;
  }
  return {};
}

Index Register::body(const formats::ReadBody& read) {
  if (const auto found = of_this_file_.find(read.source_id); found != of_this_file_.end() && !read.source_id.empty()) {
    return found->second;
  }
  Index part_of = facts_.part_of;
  if (!read.part_of.empty() && under_way_.insert(read.source_id).second) {
    const auto above = std::find_if(read_->bodies.begin(), read_->bodies.end(),
                                    [&](const formats::ReadBody& one) { return one.source_id == read.part_of; });
    if (above != read_->bodies.end()) part_of = body(*above);
  }
  Index index = find(read.name, read.source_id, part_of, !facts_.bodies_alone);
  if (index.is_set()) {
    ++counts_[unchanged];
  } else {
    const auto kind = kind_of(read, part_of.is_set());
    index = put(place::BodyRegistered{.name = said(read.name),
                                      .body_kind = kind,
                                      .part_of = part_of,
                                      .decides = kind == place::BodyKind::council,
                                      .source_id = said(read.source_id),
                                      .from = read.from,
                                      .to = read.to,
                                      .expired = read.expired});
    bodies_.emplace(folded(read.name), KnownBody{index, part_of, folded(read.name), read.source_id});
    ++counts_[bodies];
  }
  if (!read.source_id.empty()) of_this_file_.emplace(read.source_id, index);
  return index;
}

Index Register::body_of(const std::string& source_id, const std::string& name) {
  if (const auto found = of_this_file_.find(source_id); found != of_this_file_.end()) return found->second;
  return body({.source_id = source_id, .name = name.empty() ? source_id : name});
}

Index Register::office(Index of, const formats::ReadOffice& read) {
  const auto key = std::pair(of, folded(read.title));
  if (const auto found = offices_.find(key); found != offices_.end()) return found->second;
  const Index index = put(place::OfficeRegistered{
      .body = of, .title = said(read.title), .source_id = said(read.source_id), .from = read.from, .to = read.to});
  offices_.emplace(key, index);
  ++counts_[offices];
  return index;
}

void Register::holder(const formats::ReadHolder& read) {
  const Index of = office(body_of(read.body, read.body_name), {.title = read.office});
  const auto key = std::pair(of, folded(read.name));
  const auto [begin, end] = holders_.equal_range(key);
  for (auto at = begin; at != end; ++at) {
    KnownHolder& one = at->second;
    if (one.from && read.from && *one.from != *read.from) continue;
    if (!one.to && read.to) {
      put(place::OfficeLeft{.held = one.held, .to = *read.to});
      one.to = read.to;
      ++counts_[left];
    } else {
      ++counts_[unchanged];
    }
    return;
  }
  const Index held = put(place::OfficeHeld{
      .office = of, .name = said(read.name), .source_id = said(read.source_id), .from = read.from, .to = read.to});
  holders_.emplace(key, KnownHolder{held, of, key.second, read.from, read.to});
  ++counts_[holders];
}

void Register::take(const formats::Read& read) {
  read_ = &read;
  of_this_file_.clear();
  under_way_.clear();
  for (const formats::ReadBody& one : read.bodies) {
    if (!one.is_party) body(one);
  }
  if (facts_.bodies_alone) return;
  for (const formats::ReadOffice& one : read.offices) office(body_of(one.body, one.body_name), one);
  for (const formats::ReadHolder& one : read.holders) holder(one);
}

void Register::tell() {
  import::tell(changes_, "bodies", counts_[bodies]);
  if (!facts_.bodies_alone) {
    import::tell(changes_, "offices", counts_[offices]);
    import::tell(changes_, "holders", counts_[holders]);
    import::tell(changes_, "left", counts_[left]);
  }
  import::tell(changes_, "unchanged", counts_[unchanged]);
  std::size_t read = 0;
  for (const FileRead& file : facts_.files) {
    for (const formats::ReadBody& one : file.read.bodies) read += one.is_party ? 0 : 1;
    if (!facts_.bodies_alone) read += file.read.holders.size();
  }
  import::tell(changes_, "read", read);
}

}  // namespace alongside::import
