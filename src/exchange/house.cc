#include "exchange/house.h"

#include "commons/place/concern.h"

namespace alongside {

kernel::House the_house() {
  std::vector<kernel::Concern> concerns;
  concerns.push_back(place::concern());
  return kernel::House(std::move(concerns));
}

}  // namespace alongside
