// All of one piece of work, from every concern that it has: for pages that put it beside another, or beside the law.
#pragma once

#include <vector>

#include "commons/agreement/views.h"
#include "commons/said/views.h"
#include "commons/valued/views.h"
#include "commons/work/views.h"
#include "html/html.h"
#include "kernel/concern.h"

namespace alongside::home {

// What became of a place that the work touches.
struct TouchedPlace {
  valued::ValuedLine line;
  std::vector<valued::Item> items;
  static void fields(auto& self, auto&& field) {
    field("items", self.items);
    field("line", self.line);
  }
};

// What the room was asked, and what the body made of it.
struct AskedRoom {
  agreement::AgreementLine line;
  std::vector<agreement::DecidedLine> decided;
  static void fields(auto& self, auto&& field) {
    field("decided", self.decided);
    field("line", self.line);
  }
};

struct WholeWork {
  work::WorkPage work;
  std::vector<AskedRoom> agreements;
  said::SaidCounts said;
  std::vector<TouchedPlace> touched;
  static void fields(auto& self, auto&& field) {
    field("agreements", self.agreements);
    field("said", self.said);
    field("touched", self.touched);
    field("work", self.work);
  }
};

Result<WholeWork> whole_work(const kernel::Seeing& seeing, Index work);

// Three numbers of what people said, never one.
std::vector<html::Html> three_numbers(const said::SaidCounts& counts, const html::Say& say);
// The sentence that a room was asked, what it said, and what the body made of it.
html::Html asked_room(const AskedRoom& room, const kernel::Showing& at);

}  // namespace alongside::home
