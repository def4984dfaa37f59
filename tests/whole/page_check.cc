#include "whole/page_check.h"

#include <gumbo.h>

#include <pugixml.hpp>

namespace alongside::whole {
namespace {

using Wrong = std::vector<std::string>;

// Where a link or a form may lead: to us, to a part of the page, to the web, to a telephone.
bool is_harmless(std::string_view address) {
  if (address.empty() || address.starts_with('#') || address.starts_with('?')) return true;
  if (address.starts_with('/')) return !address.starts_with("//") && address.find('\\') == address.npos;
  return address.starts_with("https://") || address.starts_with("http://") || address.starts_with("tel:");
}

void look_at_element(const GumboElement& element, Vocabulary& into, Wrong& wrong) {
  GumboStringPiece written = element.original_tag;
  if (element.tag == GUMBO_TAG_UNKNOWN) gumbo_tag_from_original_text(&written);
  const std::string tag = element.tag == GUMBO_TAG_UNKNOWN ? std::string(written.data, written.length)
                                                           : gumbo_normalized_tagname(element.tag);
  into.insert("html " + tag);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const std::string name = attribute->name;
    into.insert("html " + tag + " " + name);
    if (name.starts_with("on") || name == "style") wrong.push_back("a " + tag + " has " + name);
    const bool leads = name == "href" || name == "src" || name == "action" || name == "formaction";
    if (leads && !is_harmless(attribute->value)) wrong.push_back("a " + tag + " leads to " + attribute->value);
  }
}

void look_at_node(const GumboNode* node, Vocabulary& into, Wrong& wrong) {
  if (node->type == GUMBO_NODE_COMMENT) wrong.emplace_back("there is a comment");
  if (node->type != GUMBO_NODE_ELEMENT) return;
  look_at_element(node->v.element, into, wrong);
  for (unsigned i = 0; i < node->v.element.children.length; ++i) {
    look_at_node(static_cast<const GumboNode*>(node->v.element.children.data[i]), into, wrong);
  }
}

void look_at_html(const std::string& body, Vocabulary& into, Wrong& wrong) {
  GumboOutput* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, body.data(), body.size());
  if (parsed->errors.length > 0) wrong.emplace_back("the HTML does not parse without an error");
  look_at_node(parsed->root, into, wrong);
  gumbo_destroy_output(&kGumboDefaultOptions, parsed);
}

void look_at_atom(const std::string& body, Vocabulary& into, Wrong& wrong) {
  pugi::xml_document document;
  if (!document.load_buffer(body.data(), body.size(), pugi::parse_full)) wrong.emplace_back("the XML does not parse");
  struct Walk : pugi::xml_tree_walker {
    Vocabulary& into;
    explicit Walk(Vocabulary& words) : into(words) {}
    bool for_each(pugi::xml_node& node) override {
      if (node.type() != pugi::node_pcdata) into.insert(std::string("atom ") + node.name());
      for (const pugi::xml_attribute attribute : node.attributes()) {
        into.insert(std::string("atom ") + node.name() + " " + attribute.name());
      }
      return true;
    }
  } walk(into);
  document.traverse(walk);
}

void look_at_csv(std::string_view body, Wrong& wrong) {
  bool quoted = false;
  bool begins = true;
  for (const char c : body) {
    if (begins && !quoted && c == '"') {
      quoted = true;
      continue;
    }
    if (begins && std::string_view("=+-@\t\r").find(c) != std::string_view::npos && (quoted || c != '\r')) {
      wrong.emplace_back("a cell begins with a formula");
    }
    begins = false;
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == ',' || c == '\n')) begins = true;
  }
}

// Lines as RFC 5545 has them; what stands before the first ; or : of an unfolded one is a name.
void look_at_calendar(std::string_view body, Vocabulary& into, Wrong& wrong) {
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = body.find("\r\n", at);
    const std::string_view line = body.substr(at, end == body.npos ? body.npos : end - at);
    if (end == body.npos || line.size() > 75 || line.find('\n') != line.npos) wrong.push_back("no line of a calendar: " + std::string(line));
    if (!line.starts_with(' ')) into.insert("calendar " + std::string(line.substr(0, line.find_first_of(":;"))));
    at = end == body.npos ? body.size() : end + 2;
  }
}

}  // namespace

std::vector<std::string> look_at(const Answer& answer, Vocabulary& into) {
  Wrong wrong;
  const std::string type = answer.header("Content-Type");
  if (answer.status >= 500 || answer.status == 0) wrong.push_back("the status is " + std::to_string(answer.status));
  if (answer.head.find(mark) != answer.head.npos) wrong.push_back("a header holds the mark: " + answer.head);
  if (type.starts_with("text/html")) look_at_html(answer.body, into, wrong);
  if (type.starts_with("application/atom")) look_at_atom(answer.body, into, wrong);
  if (type.starts_with("text/csv")) look_at_csv(answer.body, wrong);
  if (type.starts_with("text/calendar")) look_at_calendar(answer.body, into, wrong);
  if (type.starts_with("application/json") && !parse_json(answer.body).ok())
    wrong.emplace_back("the JSON does not parse");
  return wrong;
}

}  // namespace alongside::whole
