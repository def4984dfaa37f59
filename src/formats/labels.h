// The labels of ModernGov's pages, in every spelling that councils were seen to use.
#pragma once

#include <string>
#include <string_view>

namespace alongside::formats {

enum class Label {
  unknown,
  reference,
  maker,
  status,
  key,
  call_in,
  purpose,
  decision,
  wards,
  portfolio,
  consulted,
  contact,
  author,
  published,
  decided,
  meeting,
  effective,
  effective_at_end,
  documents,
  reasons,
  alternatives,
  interests,
  dispensation,
  exempt,
  urgency,
  actions,
  due,
  notice,
  decision_type,
  key_reason,
  lead_member,
  lead_officer,
  department,
  consultation,
  representations,
  scrutiny,
  restriction,
  agenda_items,
  issue_title,
  advice,
};

// Case, colons, question marks, "(s)" and spaces do not matter.
Label label_of(std::string_view words);
// What is compared: lower case, no marks.
std::string label_key(std::string_view words);

}  // namespace alongside::formats
