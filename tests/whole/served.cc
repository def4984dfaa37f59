#include "whole/served.h"

#include <cstdlib>
#include <stdexcept>

#include "base/text.h"
#include "exchange/house.h"
#include "faces/cli/words.h"
#include "faces/web/socket_for_tests.h"

namespace alongside::whole {
namespace {

std::string in_words(const Problems& problems) {
  std::string out;
  for (const Problem& problem : problems.list()) out += in_english(problem) + "\n";
  return out;
}

// "alongside_eastmere=abc; Path=/…": kept under its name; an empty value takes it away.
void keep(std::map<std::string, std::string>& cookies, std::string_view line) {
  const std::size_t equals = line.find('=');
  const std::string name(line.substr(0, equals));
  cookies[name] = std::string(line.substr(equals + 1, line.find(';') - equals - 1));
  if (cookies[name].empty()) cookies.erase(name);
}

}  // namespace

std::string Answer::header(const std::string& name) const {
  const std::size_t at = head.find("\r\n" + name + ": ");
  if (at == head.npos) return {};
  const std::size_t from = at + name.size() + 4;
  return head.substr(from, head.find("\r\n", from) - from);
}

Served::Served(std::string database_url) : house_(the_house()) {
  ::setenv("ALONGSIDE_TODAY", "2026-11-24", 1);  // the sample heeds it, so that its story has the same days each time
  const cli::Where where{.data = folder_.path(), .place = "eastmere", .database = std::move(database_url)};
  if (cli::place_open_sample(house_, where, cli::Output::silent()) != cli::exit_done) {
    throw std::runtime_error("the sample cannot be opened");
  }
  auto place = cli::open_here(house_, where);
  if (!place) throw std::runtime_error(in_words(place.problems()));
  place_ = std::move(*place);
  site_ = std::make_unique<web::Site>(house_, web::SiteOptions{});
  site_->add(place_);
  web::Options options{.port = 0, .socket_path = socket(), .threads = 2, .trust_proxy = true};
  options.limits.requests_per_second_per_address = 0;
  options.body_bytes_max = [this](const web::Request& head) { return site_->body_bytes_max(head); };
  options.error_page = web::Site::plain_trouble;
  server_ = web::Server::start(std::move(options), [this](web::Request request, web::Reply reply) {
              site_->handle(std::move(request), std::move(reply));
            }).value();
  site_->public_url_is(origin());
}

Served::~Served() { server_->stop(); }

kernel::Outcome Served::done(const std::string& command, Json request) {
  kernel::Outcome outcome = place_->submit_and_wait(
      {.command = command, .credential = {.at_the_house = true}, .request = std::move(request)});
  if (!outcome.ok()) throw std::runtime_error(command + ": " + in_words(outcome.problems));
  return outcome;
}

std::int64_t Served::number(const std::string& sql) {
  std::int64_t found = -1;
  place_->read([&](kernel::Reader& reader) {
    reader.each(sql.c_str(), {}, [&](const store::Row& row) { found = found < 0 ? row.integer(0) : found; });
  });
  if (found < 0) throw std::runtime_error("nothing is found by " + sql);
  return found;
}

Answer Browser::say(const std::string& method, const std::string& path, const std::string& headers,
                    const std::string& body) {
  std::string cookie;
  for (const auto& [name, value] : cookies_) cookie += (cookie.empty() ? "Cookie: " : "; ") + name + "=" + value;
  if (!cookie.empty()) cookie += "\r\n";
  web::TestSocket socket(port_);
  socket.say(method + " " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nX-Forwarded-For: " + address_ +
             "\r\n" + cookie + headers +
             (body.empty() && method == "GET" ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n") +
             "\r\n" + body);
  const std::string heard = socket.hear_all();
  const std::size_t end = heard.find("\r\n\r\n");
  if (end == heard.npos) return {};
  Answer answer{.status = web::status_of(heard), .head = heard.substr(0, end + 2), .body = heard.substr(end + 4)};
  constexpr std::string_view set_cookie = "\r\nSet-Cookie: ";
  for (std::size_t at = answer.head.find(set_cookie); at != answer.head.npos;
       at = answer.head.find(set_cookie, at + 1)) {
    keep(cookies_, std::string_view(answer.head).substr(at + set_cookie.size()));
  }
  return answer;
}

Answer Browser::get(const std::string& path) { return say("GET", path, "", ""); }

Answer Browser::send(const std::string& path, const Fields& form) {
  std::vector<web::FormField> fields;
  for (const auto& [name, value] : form) fields.push_back({name, value});
  return say("POST", path, "Origin: " + origin_ + "\r\nContent-Type: application/x-www-form-urlencoded\r\n",
             web::print_form(fields));
}

Answer Browser::ask_api(const std::string& command, const Json& request) {
  std::string path = "/api/eastmere/" + command;
  for (char& c : path) {
    if (c == ' ') c = '/';
  }
  return say("POST", path, "Origin: " + origin_ + "\r\nContent-Type: application/json\r\n", request.canonical());
}

}  // namespace alongside::whole
