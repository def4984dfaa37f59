// A saved web page as a list of blocks in reading order: headings, labels with their values, paragraphs, list items,
// rows of tables. What the page looks like, and how it nests, is gone; what it says is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/file.h"

namespace alongside::formats {

struct Link {
  std::string words;
  std::string address;
  std::string hidden;  // span.mgHide inside it: "ref: 13567"
  std::string size;    // span.mgFileSize inside it: "PDF 119 KB"
};

enum class BlockKind { heading, label, paragraph, item, row };
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;            // of a heading: 1 to 6
  std::string class_words;  // of the element
  std::string label;        // of a label block
  std::string words;        // without hidden words and file sizes
  bool restricted = false;  // holds span.mgRestricted
  std::vector<Link> links;
  std::vector<std::string> cells;  // of a row
  std::size_t line = 0;
};

struct Page {
  std::vector<Block> blocks;
};

// Never fails on odd HTML, as no browser does. Out of range: elements nested deeper than any real page.
Result<Page> read_page(const std::string& file, std::string_view text);

// Paragraphs of a piece of HTML, as it stands escaped inside ModernGov's XML. Plain text gives its lines joined.
std::vector<std::string> paragraphs_of_html(std::string_view html);

}  // namespace alongside::formats
