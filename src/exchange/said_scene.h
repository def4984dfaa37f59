// For tests of what people said elsewhere: a piece of work that is open, with this room's imports beside its concerns.
#pragma once

#include "commons/said/scene.h"
#include "exchange/import_scene.h"

namespace alongside::import {

inline std::vector<kernel::Concern> concerns_of_sayings() {
  std::vector<kernel::Concern> out = said::concerns();
  out.push_back(concern());
  return out;
}

struct ImportedSaid : said::Scene {
  ImportedSaid() : said::Scene(concerns_of_sayings()) { at_the_house(); }
  kernel::Outcome import(const std::string& name, const std::string& bytes, Json more = Json::object()) {
    more.set("work", work.value);
    more.set("file", import::Scene::file(name, bytes));
    return order("import said", std::move(more));
  }
  std::int64_t count(const std::string& sql) {
    std::int64_t out = -1;
    place.read([&](kernel::Reader& reader) { out = reader.count(sql); });
    return out;
  }
};

}  // namespace alongside::import
