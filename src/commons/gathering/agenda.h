// Items of an agenda: proposed by anybody in the room, read by a moderator, and published or refused.
//
// Which side an item came from stands beside it only where it could be of many (work::named_side).
#pragma once

#include "commons/gathering/reading.h"
#include "commons/work/danger.h"

namespace alongside::gathering {

inline constexpr int unread_max = 5;  // of one person, at a time

struct ProposeItem {
  Index work;
  Index gathering;
  std::optional<Side> side;  // where the keeper writes down what came on paper or by phone
  std::optional<int> minutes;
  Said title;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("minutes", self.minutes);
    field("side", self.side);
    field("title", self.title);
    field("work", self.work);
  }
};
struct ProposeFacts {
  MeetingFacts meeting;
  std::int64_t unread = 0;  // of this person
};
ProposeFacts look(const kernel::Situation& situation, const ProposeItem& asked);
Result<kernel::Changes> decide(const ProposeFacts& facts, ProposeItem asked);

struct ItemFacts {
  std::optional<ItemRow> item;
  bool in_danger = false;  // it sounds like danger (work/danger.h)
};
struct PublishItem {
  Index work;
  Index gathering;
  Index item;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("item", self.item);
    field("work", self.work);
  }
};
ItemFacts look(const kernel::Situation& situation, const PublishItem& asked);
Result<kernel::Changes> decide(const ItemFacts& facts, PublishItem asked);

struct RefuseItem {
  Index work;
  Index gathering;
  Index item;
  std::optional<Refusal> reason;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("item", self.item);
    field("reason", self.reason);
    field("work", self.work);
  }
};
ItemFacts look(const kernel::Situation& situation, const RefuseItem& asked);
Result<kernel::Changes> decide(const ItemFacts& facts, RefuseItem asked);

struct ItemDanger {
  Index work;
  Index gathering;
  Index item;
  Said told;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("item", self.item);
    field("told", self.told);
    field("work", self.work);
  }
};
work::DangerFacts look(const kernel::Situation& situation, const ItemDanger& asked);
Result<kernel::Changes> decide(const work::DangerFacts& facts, ItemDanger asked);

struct ReleaseItem {
  Index work;
  Index gathering;
  Index item;
  static void fields(auto& self, auto&& field) {
    field("gathering", self.gathering);
    field("item", self.item);
    field("work", self.work);
  }
};
work::DangerFacts look(const kernel::Situation& situation, const ReleaseItem& asked);
Result<kernel::Changes> decide(const work::DangerFacts& facts, ReleaseItem asked);

}  // namespace alongside::gathering
