#include "exchange/house.h"

#include "commons/agreement/concern.h"
#include "commons/ask/concern.h"
#include "commons/decision/concern.h"
#include "commons/gathering/concern.h"
#include "commons/home/concern.h"
#include "commons/option/concern.h"
#include "commons/pay/concern.h"
#include "commons/people/concern.h"
#include "commons/place/concern.h"
#include "commons/question/concern.h"
#include "commons/said/concern.h"
#include "commons/valued/concern.h"
#include "commons/work/concern.h"
#include "exchange/import_concern.h"

namespace alongside {

std::vector<kernel::Concern> all_concerns() {
  std::vector<kernel::Concern> concerns;
  concerns.push_back(place::concern());
  concerns.push_back(people::concern());
  concerns.push_back(valued::concern());
  concerns.push_back(decision::concern());
  concerns.push_back(ask::concern());
  concerns.push_back(work::concern());
  concerns.push_back(question::concern());
  concerns.push_back(said::concern());
  concerns.push_back(option::concern());
  concerns.push_back(agreement::concern());
  concerns.push_back(gathering::concern());
  concerns.push_back(pay::concern());
  concerns.push_back(home::concern());
  concerns.push_back(import::concern());
  return concerns;
}

kernel::House the_house() { return kernel::House(all_concerns()); }

}  // namespace alongside
