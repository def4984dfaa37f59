#include "formats/page.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"
#include "formats/dates.h"

namespace alongside::formats {
namespace {

// Gumbo frees its tree by recursion, and so do we read it: a page that nests deeper than this is refused before it is
// parsed.
constexpr int page_depth_max = 2000;

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_container(GumboTag tag) {
  return is_one_of(
      tag,
      {GUMBO_TAG_DIV,     GUMBO_TAG_P,       GUMBO_TAG_UL,     GUMBO_TAG_OL,     GUMBO_TAG_LI,   GUMBO_TAG_TABLE,
       GUMBO_TAG_TBODY,   GUMBO_TAG_THEAD,   GUMBO_TAG_TR,     GUMBO_TAG_TD,     GUMBO_TAG_TH,   GUMBO_TAG_H1,
       GUMBO_TAG_H2,      GUMBO_TAG_H3,      GUMBO_TAG_H4,     GUMBO_TAG_H5,     GUMBO_TAG_H6,   GUMBO_TAG_SECTION,
       GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,    GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_NAV,  GUMBO_TAG_FORM,
       GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_DD,     GUMBO_TAG_BODY,   GUMBO_TAG_HTML, GUMBO_TAG_BLOCKQUOTE,
       GUMBO_TAG_CAPTION, GUMBO_TAG_FIELDSET});
}

bool is_silent(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_HEAD, GUMBO_TAG_IMG,
                         GUMBO_TAG_TEMPLATE, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA});
}

std::string attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? "" : found->value;
}

bool has_class(const GumboNode* node, std::string_view wanted) {
  const std::string classes = attribute(node, "class");
  for (const std::string_view one : split(classes, ' ')) {
    if (one == wanted) return true;
  }
  return false;
}

std::vector<GumboNode*> children(const GumboNode* node) {
  const GumboVector& list = node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
  auto** first = reinterpret_cast<GumboNode**>(list.data);
  return {first, first + list.length};
}

bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE; }
bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

bool holds_container(const GumboNode* node) {
  if (!is_element(node)) return false;
  for (const GumboNode* child : children(node)) {
    if (is_element(child) && (is_container(child->v.element.tag) || holds_container(child))) return true;
  }
  return false;
}

// A line break that a person made; white space in the source is none.
constexpr char line_break = '\x1E';

// The words of an element. What is hidden, a file's size and a restriction go to the block, not into its words.
void gather(const GumboNode* node, Block& block, std::string& out) {
  if (is_text(node)) {
    out += node->v.text.text;
    return;
  }
  if (!is_element(node) || is_silent(node->v.element.tag)) return;
  if (node->v.element.tag == GUMBO_TAG_BR) {
    out += line_break;
    return;
  }
  // A link is put down before its inside is read: what is hidden in it belongs to it.
  const bool is_link = node->v.element.tag == GUMBO_TAG_A && !attribute(node, "href").empty();
  if (is_link) block.links.push_back({.address = attribute(node, "href")});
  const std::size_t link = block.links.size();
  std::string inner;
  for (const GumboNode* child : children(node)) gather(child, block, inner);
  if (is_link) block.links[link - 1].words = squeezed(inner);
  if (has_class(node, "mgHide")) {
    if (!block.links.empty()) block.links.back().hidden = squeezed(inner);
  } else if (has_class(node, "mgFileSize")) {
    if (!block.links.empty()) block.links.back().size = squeezed(inner);
  } else if (has_class(node, "mgRestricted")) {
    block.restricted = true;
  } else if (has_class(node, "mgLabel") && block.label.empty()) {
    block.label = squeezed(inner);
    block.kind = BlockKind::label;
  } else {
    out += inner;
  }
}

class Reader {
 public:
  explicit Reader(Page& page) : page_(page) {}

  void read(const GumboNode* node) {
    if (!is_element(node) || is_silent(node->v.element.tag)) return;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_TR) return row(node);
    if (is_container(tag) && !holds_container(node)) return block(node, {node});
    std::vector<const GumboNode*> loose;  // text and spans between the elements
    for (const GumboNode* child : children(node)) {
      if (is_element(child) && (is_container(child->v.element.tag) || holds_container(child))) {
        block(node, loose);
        loose.clear();
        read(child);
      } else {
        loose.push_back(child);
      }
    }
    block(node, loose);
  }

 private:
  void block(const GumboNode* at, const std::vector<const GumboNode*>& nodes) {
    if (nodes.empty()) return;
    Block block{.class_words = attribute(at, "class"), .line = at->v.element.start_pos.line};
    std::string text;
    for (const GumboNode* node : nodes) {
      if (node == at && has_class(at, "mgLabel")) {
        for (const GumboNode* child : children(at)) gather(child, block, block.label);
        block.label = squeezed(block.label);
        block.kind = BlockKind::label;
      } else if (node == at) {
        for (const GumboNode* child : children(at)) gather(child, block, text);
      } else {
        gather(node, block, text);
      }
    }
    const GumboTag tag = at->v.element.tag;
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 && block.kind != BlockKind::label) {
      block.kind = BlockKind::heading;
      block.level = 1 + (tag - GUMBO_TAG_H1);
    }
    if (tag == GUMBO_TAG_LI && block.kind != BlockKind::label) block.kind = BlockKind::item;
    if (block.kind != BlockKind::paragraph) {
      std::replace(text.begin(), text.end(), line_break, ' ');
      block.words = squeezed(text);
      put(std::move(block));
      return;
    }
    for (const std::string_view line : split(text, line_break)) {
      Block one = block;
      one.words = squeezed(line);
      put(std::move(one));
      block.links.clear();
    }
  }

  void row(const GumboNode* node) {
    Block block{
        .kind = BlockKind::row, .class_words = attribute(node, "class"), .line = node->v.element.start_pos.line};
    for (const GumboNode* child : children(node)) {
      if (!is_element(child)) continue;
      std::string text;
      gather(child, block, text);
      std::replace(text.begin(), text.end(), line_break, ' ');
      block.cells.push_back(squeezed(text));
    }
    page_.blocks.push_back(std::move(block));
  }

  void put(Block block) {
    const bool empty = block.words.empty() && block.label.empty() && block.links.empty() && !block.restricted;
    if (!empty) page_.blocks.push_back(std::move(block));
  }

  Page& page_;
};

// The most elements that could be open at once, from the tags alone. Elements that close themselves do not count.
int nesting_of(std::string_view text) {
  int depth = 0;
  int most = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '<') continue;
    const bool closing = text[i + 1] == '/';
    std::size_t end = i + 1 + (closing ? 1 : 0);
    const std::size_t start = end;
    while (end < text.size() && end - start < 12 && ((text[end] | 32) >= 'a' && (text[end] | 32) <= 'z')) ++end;
    const std::string name = lower_ascii(text.substr(start, end - start));
    static constexpr std::array<std::string_view, 20> never = {"",   "br",   "img", "input", "meta",   "link",   "hr",
                                                               "p",  "li",   "td",  "tr",    "th",     "option", "dd",
                                                               "dt", "area", "col", "wbr",   "source", "param"};
    if (std::find(never.begin(), never.end(), name) != never.end()) continue;
    depth = std::max(0, depth + (closing ? -1 : 1));
    most = std::max(most, depth);
  }
  return most;
}

struct Freed {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

Result<Page> read_page(const std::string& file, std::string_view text) {
  if (nesting_of(text) > page_depth_max) {
    return Problem{.code = Code::out_of_range,
                   .file = file,
                   .found = "elements inside elements, too deep",
                   .expected = msg("Give a page with at most {count} elements inside each other.",
                                   {{"count", std::to_string(page_depth_max)}})};
  }
  const std::unique_ptr<GumboOutput, Freed> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()));
  Page page;
  Reader(page).read(output->root);
  return page;
}

std::vector<std::string> paragraphs_of_html(std::string_view html) {
  std::vector<std::string> out;
  const auto page = read_page("", html);
  if (!page) return out;
  for (const Block& block : page->blocks) {
    std::string words = block.label.empty() ? block.words : squeezed(block.label + " " + block.words);
    for (const std::string& cell : block.cells) words += (words.empty() ? "" : " | ") + cell;
    if (!words.empty()) out.push_back(std::move(words));
  }
  return out;
}

}  // namespace alongside::formats
