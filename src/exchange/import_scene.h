// For this room's tests: a place with a council, and files that are imported into it.
#pragma once

#include "base/text.h"
#include "commons/decision/concern.h"
#include "commons/people/concern.h"
#include "commons/place/concern.h"
#include "commons/valued/concern.h"
#include "exchange/import_concern.h"
#include "kernel/testing.h"

namespace alongside::import {

inline std::vector<kernel::Concern> concerns() {
  std::vector<kernel::Concern> out;
  out.push_back(place::concern());
  out.push_back(people::concern());
  out.push_back(valued::concern());
  out.push_back(decision::concern());
  out.push_back(concern());
  return out;
}

struct Scene {
  kernel::TestPlace place{concerns(), Json::object({{"name", "Eastmere"}})};
  Index council =
      place.done("body register", Json::object({{"name", "Eastmere Council"}, {"body_kind", "council"}})).acts.front();

  static Json file(const std::string& name, const std::string& bytes) {
    return Json::object({{"base64", base64(bytes)}, {"name", name}});
  }
  kernel::Outcome import(Json files) {
    return place.order("import decisions", Json::object({{"body", council.value}, {"files", std::move(files)}}));
  }
  // Another import, of one file.
  kernel::Outcome import(const char* words, const std::string& name, const std::string& bytes) {
    return place.order(words, Json::object({{"file", file(name, bytes)}}));
  }
  kernel::Outcome import(const std::string& name, const std::string& bytes) {
    Json files = Json::array();
    files.push(file(name, bytes));
    return import(std::move(files));
  }
};

inline std::int64_t count(Scene& scene, const std::string& sql) {
  std::int64_t out = -1;
  scene.place.read([&](kernel::Reader& reader) { out = reader.count(sql); });
  return out;
}
inline std::int64_t told(const kernel::Outcome& outcome, const char* name) {
  const Json* at = outcome.told.find(name);
  return at == nullptr ? -1 : at->number();
}
inline std::string why(const kernel::Outcome& outcome) {
  std::string out;
  for (const Problem& one : outcome.problems.list()) out += in_english(one) + "\n";
  return out;
}

}  // namespace alongside::import
