#include "commons/home/concern.h"

#include "commons/home/beside.h"
#include "commons/home/named.h"
#include "commons/home/pack.h"
#include "commons/home/pages.h"
#include "commons/home/tables.sql.h"

namespace alongside::home {
namespace may = kernel::may;

kernel::Concern concern() {
  return kernel::Concern("home", tables_sql, "")
      .page<FrontPage>({.path = "", .may = may::anyone})
      .page<SearchPage>({.path = "/search", .may = may::anyone, .cached = false})
      .page<PackPage>({.path = "/work/{work}/pack", .may = may::anyone})
      .page<BesidePage>({.path = "/work/{work}/beside/{other}", .may = may::anyone})
      .page<Desk>({.path = "/desk", .may = may::moderators, .cached = false})
      .page<NamedPage>({.path = "/desk/named", .may = may::keeper, .cached = false});
}

}  // namespace alongside::home
