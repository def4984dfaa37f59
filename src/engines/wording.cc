#include "engines/wording.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

namespace alongside::engines {
namespace {

constexpr std::size_t tokens_max = 20'000;
constexpr int edits_max = 1'500;

using Tokens = std::vector<std::string_view>;

enum class Kind { word, space, mark };

Kind kind(char c) {
  const auto u = static_cast<unsigned char>(c);
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r') return Kind::space;
  const bool is_word =
      u >= 128 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'';
  return is_word ? Kind::word : Kind::mark;
}

Tokens words_of(std::string_view text) {
  Tokens tokens;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    if (kind(text[i]) != Kind::mark) {
      while (end < text.size() && kind(text[end]) == kind(text[i])) ++end;
    }
    tokens.push_back(text.substr(i, end - i));
    i = end;
  }
  return tokens;
}

// Each with its line end.
Tokens lines_of(std::string_view text) {
  Tokens lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == text.npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// Numbers in place of texts, equal where the texts are.
struct Numbered {
  std::vector<std::uint32_t> before;
  std::vector<std::uint32_t> after;
};

Numbered number(const Tokens& before, const Tokens& after) {
  std::unordered_map<std::string_view, std::uint32_t> known;
  const auto numbers = [&](const Tokens& tokens) {
    std::vector<std::uint32_t> found;
    found.reserve(tokens.size());
    for (const std::string_view token : tokens) {
      found.push_back(known.try_emplace(token, static_cast<std::uint32_t>(known.size())).first->second);
    }
    return found;
  };
  return {numbers(before), numbers(after)};
}

// The furthest x that `edits` steps reach on each diagonal, kept for the way back: row d holds diagonals -d to d.
class Reached {
 public:
  void add_row(int edits, const std::vector<int>& furthest, int middle) {
    rows_.emplace_back(furthest.begin() + middle - edits, furthest.begin() + middle + edits + 1);
  }
  int at(int edits, int diagonal) const {
    return rows_[static_cast<std::size_t>(edits)][static_cast<std::size_t>(diagonal + edits)];
  }

 private:
  std::vector<std::vector<int>> rows_;
};

// Whether the step onto `diagonal` comes from the one above (a token added) rather than from below (one removed).
template <class Furthest>
bool comes_from_above(int diagonal, int edits, const Furthest& furthest) {
  return diagonal == -edits || (diagonal != edits && furthest(diagonal - 1) < furthest(diagonal + 1));
}

// The fate of each token, from the end back to the start.
std::vector<Fate> way_back(const Reached& reached, int edits, int x, int y) {
  std::vector<Fate> steps;
  for (int d = edits; d > 0; --d) {
    const int diagonal = x - y;
    const bool added = comes_from_above(diagonal, d, [&](int k) { return reached.at(d - 1, k); });
    const int old_x = reached.at(d - 1, added ? diagonal + 1 : diagonal - 1);
    const int old_y = old_x - (added ? diagonal + 1 : diagonal - 1);
    for (; x > old_x && y > old_y; --x, --y) steps.push_back(Fate::same);
    steps.push_back(added ? Fate::added : Fate::removed);
    x = old_x;
    y = old_y;
  }
  steps.insert(steps.end(), static_cast<std::size_t>(x), Fate::same);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

// Nothing if they are more than edits_max apart.
std::optional<std::vector<Fate>> shortest_edit(const std::vector<std::uint32_t>& before,
                                               const std::vector<std::uint32_t>& after) {
  const int n = static_cast<int>(before.size());
  const int m = static_cast<int>(after.size());
  const int most = std::min(n + m, edits_max);
  const int middle = most + 1;
  std::vector<int> furthest(static_cast<std::size_t>(2 * most + 3), -1);
  furthest[static_cast<std::size_t>(middle + 1)] = 0;
  const auto at = [&](int k) -> int& { return furthest[static_cast<std::size_t>(middle + k)]; };
  Reached reached;
  for (int d = 0; d <= most; ++d) {
    for (int k = -d; k <= d; k += 2) {
      int x = comes_from_above(k, d, at) ? at(k + 1) : at(k - 1) + 1;
      int y = x - k;
      while (x < n && y < m && before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(y)]) {
        ++x;
        ++y;
      }
      at(k) = x;
      if (x >= n && y >= m) return way_back(reached, d, n, m);
    }
    reached.add_row(d, furthest, middle);
  }
  return std::nullopt;
}

// What stands between the places where both agree. A change has text on either side or both; a same piece has it in
// both.
struct Piece {
  bool same;
  std::string removed;
  std::string added;
};

void append(std::vector<Piece>& pieces, Fate fate, std::string_view text) {
  const bool same = fate == Fate::same;
  if (pieces.empty() || pieces.back().same != same) pieces.push_back({same, {}, {}});
  if (fate != Fate::added) pieces.back().removed += text;
  if (fate != Fate::removed) pieces.back().added += text;
}

std::size_t equal_at_start(const Tokens& a, const Tokens& b) {
  std::size_t count = 0;
  while (count < a.size() && count < b.size() && a[count] == b[count]) ++count;
  return count;
}

// Without running into the equal start.
std::size_t equal_at_end(const Tokens& a, const Tokens& b, std::size_t start) {
  const std::size_t most = std::min(a.size(), b.size()) - start;
  std::size_t count = 0;
  while (count < most && a[a.size() - 1 - count] == b[b.size() - 1 - count]) ++count;
  return count;
}

// Nothing if they are too long or too far apart, unless `whole` allows to give up between start and end.
std::optional<std::vector<Piece>> compare(const Tokens& before, const Tokens& after, bool whole) {
  const std::size_t start = equal_at_start(before, after);
  const std::size_t end = equal_at_end(before, after, start);
  const auto middle = [&](const Tokens& tokens) {
    return Tokens(tokens.begin() + static_cast<std::ptrdiff_t>(start), tokens.end() - static_cast<std::ptrdiff_t>(end));
  };
  const Tokens old_middle = middle(before);
  const Tokens new_middle = middle(after);
  std::optional<std::vector<Fate>> steps;
  if (old_middle.size() <= tokens_max && new_middle.size() <= tokens_max) {
    const Numbered numbers = number(old_middle, new_middle);
    steps = shortest_edit(numbers.before, numbers.after);
  }
  if (!steps && !whole) return std::nullopt;
  if (!steps) {
    steps.emplace(old_middle.size(), Fate::removed);
    steps->insert(steps->end(), new_middle.size(), Fate::added);
  }
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < start; ++i) append(pieces, Fate::same, before[i]);
  std::size_t x = 0;
  std::size_t y = 0;
  for (const Fate fate : *steps) {
    append(pieces, fate, fate == Fate::added ? new_middle[y] : old_middle[x]);
    x += fate != Fate::added ? 1 : 0;
    y += fate != Fate::removed ? 1 : 0;
  }
  for (std::size_t i = before.size() - end; i < before.size(); ++i) append(pieces, Fate::same, before[i]);
  return pieces;
}

bool is_space(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return kind(c) == Kind::space; });
}

bool is_replacement(const Piece& piece) { return !piece.same && !piece.removed.empty() && !piece.added.empty(); }

// Two words replaced, with nothing but a space between them, are one change.
std::vector<Piece> with_spaces_joined(std::vector<Piece> pieces) {
  std::vector<Piece> joined;
  for (Piece& piece : pieces) {
    const std::size_t size = joined.size();
    const bool joins =
        size >= 2 && is_replacement(piece) && is_space(joined[size - 1].removed) && is_replacement(joined[size - 2]);
    if (!joins) {
      joined.push_back(std::move(piece));
      continue;
    }
    const std::string space = std::move(joined.back().removed);
    joined.pop_back();
    joined.back().removed += space + piece.removed;
    joined.back().added += space + piece.added;
  }
  return joined;
}

int count_words(std::string_view text) {
  const Tokens tokens = words_of(text);
  return static_cast<int>(
      std::count_if(tokens.begin(), tokens.end(), [](std::string_view token) { return kind(token[0]) == Kind::word; }));
}

}  // namespace

std::vector<Run> differences(std::string_view before, std::string_view after) {
  std::optional<std::vector<Piece>> pieces = compare(words_of(before), words_of(after), false);
  if (!pieces) pieces = compare(lines_of(before), lines_of(after), true);
  std::vector<Run> runs;
  for (Piece& piece : with_spaces_joined(*std::move(pieces))) {
    if (piece.same) {
      runs.push_back({Fate::same, std::move(piece.removed)});
      continue;
    }
    if (!piece.removed.empty()) runs.push_back({Fate::removed, std::move(piece.removed)});
    if (!piece.added.empty()) runs.push_back({Fate::added, std::move(piece.added)});
  }
  return runs;
}

int alike_per_mille(std::string_view before, std::string_view after) {
  const int longer = std::max(count_words(before), count_words(after));
  if (longer == 0) return before == after ? 1000 : 0;
  int same = 0;
  for (const Run& run : differences(before, after)) same += run.fate == Fate::same ? count_words(run.text) : 0;
  return static_cast<int>(std::int64_t{1000} * same / longer);
}

}  // namespace alongside::engines
