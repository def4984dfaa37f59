// Said is anybody's words: a reason, a name, a title. It can be sealed or shown; nothing prints it into an act in clear.
//
// On its way in it holds the words. Read back from an entry it holds only the commitment that stands for them.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace alongside {

class Said {
 public:
  Said() = default;
  explicit Said(std::string words) : words_(std::move(words)) {}
  static Said committed(std::string commitment) {
    Said said;
    said.commitment_ = std::move(commitment);
    return said;
  }

  bool empty() const { return words_.empty() && commitment_.empty(); }
  bool is_committed() const { return !commitment_.empty(); }
  const std::string& words() const { return words_; }            // empty once it is only a commitment
  const std::string& commitment() const { return commitment_; }  // 32 bytes, or empty while it is only words
  friend bool operator==(const Said&, const Said&) = default;

 private:
  std::string words_;
  std::string commitment_;
};

// Nothing but white space.
bool is_blank(const Said& said);

}  // namespace alongside
