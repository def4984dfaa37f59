// The page of a draft: what was read of each decision, what is missing, what stands in its text, and what is on the
// record of it already.
#pragma once

#include <string>
#include <vector>

#include "exchange/drafts.h"
#include "html/components.h"

namespace alongside::import {

enum class HeldAs { fresh, same, otherwise, coming_first };
constexpr auto words_of(HeldAs) {
  using namespace std::string_view_literals;
  return std::array{"new"sv, "same"sv, "otherwise"sv, "coming_first"sv};
}

struct Offered {     // words that stand in the text: a person may take them over
  std::string part;  // "reasons", "options", "interests", "powers"
  std::string heading;
  std::string words;
  static void fields(auto& self, auto&& field) {
    field("heading", self.heading);
    field("part", self.part);
    field("words", self.words);
  }
};
struct DraftDecision {
  std::int64_t nth = 0;
  std::string file;
  std::string title;
  bool is_coming = false;
  bool is_put_right = false;
  std::vector<std::string> read;     // parts
  std::vector<std::string> missing;  // parts
  std::vector<std::string> flags;    // what a careful reader would notice
  std::vector<Offered> offered;
  HeldAs held_as = HeldAs::fresh;
  Index decision;  // on the record
  std::vector<Index> perhaps;
  static void fields(auto& self, auto&& field) {
    field("decision", self.decision);
    field("file", self.file);
    field("flags", self.flags);
    field("held_as", self.held_as);
    field("is_coming", self.is_coming);
    field("is_put_right", self.is_put_right);
    field("missing", self.missing);
    field("nth", self.nth);
    field("offered", self.offered);
    field("perhaps", self.perhaps);
    field("read", self.read);
    field("title", self.title);
  }
};
struct DraftPage {
  decision::DraftLine draft;
  std::vector<DraftDecision> decisions;  // of this page
  std::int64_t would_be_new = 0;
  std::int64_t would_change = 0;
  int page = 1;
  bool has_more = false;
  static constexpr std::int64_t a_page = 20;
  static void fields(auto& self, auto&& field) {
    field("decisions", self.decisions);
    field("draft", self.draft);
    field("has_more", self.has_more);
    field("page", self.page);
    field("would_be_new", self.would_be_new);
    field("would_change", self.would_change);
  }
  static Result<DraftPage> see(const kernel::Seeing& seeing);
};
std::string title(const DraftPage& view, const html::Say& say);
html::Html show(const DraftPage& view, const kernel::Showing& at);

struct DraftList {
  std::vector<decision::DraftLine> drafts;
  static void fields(auto& self, auto&& field) { field("drafts", self.drafts); }
  static Result<DraftList> see(const kernel::Seeing& seeing);
};
std::string title(const DraftList& view, const html::Say& say);
html::Html show(const DraftList& view, const kernel::Showing& at);

}  // namespace alongside::import
