// Two pieces of work side by side: when each side came in, what had been decided by then, what was promised and what is lost.
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

struct OneOfTwo {
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

struct BesidePage {
  OneOfTwo one;
  OneOfTwo other;
  static void fields(auto& self, auto&& field) {
    field("one", self.one);
    field("other", self.other);
  }
  static Result<BesidePage> see(const kernel::Seeing& seeing);
};
std::string title(const BesidePage& view, const html::Say& say);
html::Html show(const BesidePage& view, const kernel::Showing& at);

}  // namespace alongside::home
