// The whole house with its sample, served on a free port, and people who come to it over real HTTP.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "faces/web/server.h"
#include "faces/web/site.h"
#include "temporary_folder.h"

namespace alongside::whole {

struct Answer {
  int status = 0;
  std::string head;  // the status line and the headers
  std::string body;
  std::string header(const std::string& name) const;  // the first of this name; empty when there is none
};

class Served {
 public:
  // `database_url`: PostgreSQL; empty: SQLite.
  explicit Served(std::string database_url = "");
  ~Served();

  const kernel::House& house() const { return house_; }
  kernel::OpenPlace& place() { return *place_; }
  int port() const { return server_->port(); }
  std::string socket() const { return folder_ / "alongside.sock"; }  // where the command line is heard
  std::string origin() const { return "http://127.0.0.1:" + std::to_string(port()); }
  // Carried out as at the data directory: throws with every problem in words.
  kernel::Outcome done(const std::string& command, Json request);
  // The first number that this query finds; throws when it finds none.
  std::int64_t number(const std::string& sql);

 private:
  kernel::House house_;
  TemporaryFolder folder_;
  std::shared_ptr<kernel::OpenPlace> place_;
  std::unique_ptr<web::Site> site_;
  std::unique_ptr<web::Server> server_;
};

// Somebody with a browser of their own: keeps cookies, says where a form came from, follows nothing by itself.
class Browser {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;
  explicit Browser(const Served& served) : origin_(served.origin()), port_(served.port()) {}

  Answer get(const std::string& path);
  Answer send(const std::string& path, const Fields& form);         // a form
  Answer ask_api(const std::string& command, const Json& request);  // "decision take"
  Answer say(const std::string& method, const std::string& path, const std::string& headers, const std::string& body);
  const std::map<std::string, std::string>& cookies() const { return cookies_; }
  void forget_cookies() { cookies_.clear(); }
  void comes_from(std::string address) { address_ = std::move(address); }  // as a proxy would say it: for limits

 private:
  std::string origin_;
  int port_;
  std::string address_ = "192.0.2.1";
  std::map<std::string, std::string> cookies_;
};

}  // namespace alongside::whole
