// Boost.Locale stays in this file: its reader of .mo files and its plural rules, over bytes that we hand to it. No
// system locale and no file is asked for.
#include "html/catalogue.h"

#include <boost/locale/gnu_gettext.hpp>
#include <locale>
#include <stdexcept>

namespace alongside::html {
namespace {

namespace gettext = boost::locale::gnu_gettext;

class BoostCatalogue final : public Catalogue {
 public:
  // The locale owns the facet.
  explicit BoostCatalogue(boost::locale::message_format<char>* texts)
      : owner_(std::locale::classic(), texts), texts_(*texts) {}
  const char* find(const char* id) const override { return texts_.get(0, nullptr, id); }
  const char* find(const char* one, const char* /*many*/, std::int64_t n) const override {
    // The plural rule takes an int; no language's rule asks beyond the last six digits.
    const std::int64_t positive = n < 0 ? -n : n;
    const std::int64_t small = positive > 1'000'000'000 ? 1'000'000 + positive % 1'000'000 : positive;
    return texts_.get(0, nullptr, one, static_cast<int>(small));
  }

 private:
  std::locale owner_;
  const boost::locale::message_format<char>& texts_;
};

}  // namespace

std::shared_ptr<const Catalogue> read_catalogue(std::string_view language, std::string_view mo) {
  gettext::messages_info info;
  info.language = std::string(language);
  info.encoding = "UTF-8";
  info.paths = {"built in"};
  info.domains = {gettext::messages_info::domain("alongside")};
  info.callback = [mo](const std::string&, const std::string&) { return std::vector<char>(mo.begin(), mo.end()); };
  try {
    boost::locale::message_format<char>* texts = gettext::create_messages_facet<char>(info);
    return texts == nullptr ? nullptr : std::make_shared<BoostCatalogue>(texts);
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace alongside::html
