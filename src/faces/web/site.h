// The web site of one program: its places' pages, forms, API, public records and assets, over one handler.
//
// Routes come from the rows of the concerns (kernel/concern.h); nothing here knows what they are about, but for what
// stands around every page (the place's name, crisis numbers, who is signed in).
#pragma once

#include <map>
#include <memory>
#include <string>

#include "faces/web/http.h"
#include "faces/web/later.h"
#include "faces/web/server.h"
#include "kernel/open_place.h"

namespace alongside::web {

struct SiteOptions {
  std::string public_url;  // "https://record.example.org": for feeds, canonical addresses and the origin check
};

class Site {
 public:
  Site(const kernel::House& house, SiteOptions options) : house_(house), options_(std::move(options)) {}
  void add(std::shared_ptr<kernel::OpenPlace> place) { places_[place->id()] = std::move(place); }

  void handle(Request request, Reply reply);
  // Larger for forms that take files.
  std::size_t body_bytes_max(const Request& head) const;
  static Response plain_trouble(int status);  // what the server itself answers with
  void public_url_is(std::string url) { options_.public_url = std::move(url); }

  const kernel::House& house() const { return house_; }
  const SiteOptions& options() const { return options_; }
  std::shared_ptr<kernel::OpenPlace> place(const std::string& id) const;  // null: there is none
  Later& later() const { return later_; }

 private:
  Response places_page(const Request& request) const;
  Response asset(const Request& request) const;
  const kernel::House& house_;
  SiteOptions options_;
  // Before the places, so that it ends after their Writers, whose answers it draws; what it draws holds its place.
  mutable Later later_;
  std::map<std::string, std::shared_ptr<kernel::OpenPlace>> places_;

};

}  // namespace alongside::web
