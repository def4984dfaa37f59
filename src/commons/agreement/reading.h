// What commands and views both read of an agreement: its row, what each side said, and what the room said of it all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commons/agreement/rows.h"
#include "commons/work/room.h"
#include "kernel/concern.h"

namespace alongside::agreement {

// Of the room: it agreed where each side did; it did not where one did not; else there is no answer, because too few of a
// side answered.
enum class Room { open, agreed, not_agreed, no_answer };
constexpr auto words_of(Room) {
  using namespace std::string_view_literals;
  return std::array{"open"sv, "agreed"sv, "not_agreed"sv, "no_answer"sv};
}
Room room_of(bool is_closed, const std::vector<SideRow>& sides);

std::optional<AgreementRow> row_of(kernel::Reader& reader, Index agreement);
std::optional<DissentRow> dissent_row(kernel::Reader& reader, Index dissent);
std::vector<SideRow> sides_of(kernel::Reader& reader, Index agreement);  // in the order of work::all_sides
Room room_at(kernel::Reader& reader, const AgreementRow& row);
std::vector<Index> options_of(kernel::Reader& reader, Index agreement);

// The body that decides what a piece of work comes to: the one that was named, else the one whose work it is.
Index deciding_body(const work::WorkRow& work);

std::string agreements_path(Index work);
std::string agreement_path(Index work, Index agreement);
std::string dissent_path(const AgreementRow& agreement, Index dissent);

namespace may {
// An officer of the body that decides; the keeper, who records it from a source.
bool decide(const kernel::MayAsk& ask);
}  // namespace may

}  // namespace alongside::agreement
