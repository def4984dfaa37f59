// The serving process: every place of the data folder, on the web and on the socket for the command line.

#include <sys/resource.h>
#include <sys/prctl.h>

#include <chrono>
#include <csignal>

#include "commons/people/views.h"
#include "faces/cli/words.h"
#include "faces/web/site.h"

namespace alongside::cli {
namespace {

constexpr std::pair<const char*, const char*> security_headers[] = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"}};

// No core dump: it would hold people's words in clear.
void no_core_dumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0);
}

// Blocks the signals that end us, for all threads that come after; wait_for_end() takes them.
sigset_t block_ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return set;
}

// Once an hour: what comes due with time alone.
void run_what_is_due(const kernel::House& house, const std::vector<std::shared_ptr<kernel::OpenPlace>>& places) {
  for (const auto& place : places) {
    for (const kernel::Concern& concern : house.concerns()) {
      for (const kernel::DueRow& row : concern.due_rows()) {
        place->submit({.command = row.words, .credential = {.at_the_house = true}}, [](const kernel::Outcome&) {});
      }
    }
  }
}

}  // namespace

int serve(const kernel::House& house, const ServeAsked& asked, const Output& output) {
  no_core_dumps();
  const sigset_t ending = block_ending_signals();
  std::vector<std::string> ids = places_in(asked.data);
  if (ids.empty() && !asked.empty) {
    const int made = place_open_sample(house, {.data = asked.data, .place = "eastmere", .database = asked.database, .vault_mirror = asked.vault_mirror}, output);
    if (made != exit_done) return made;
    ids = places_in(asked.data);
  }
  web::Site site(house, {.public_url = asked.public_url});
  std::vector<std::shared_ptr<kernel::OpenPlace>> places;
  for (const std::string& id : ids) {
    auto place = open_here(house, {.data = asked.data, .place = id, .database = asked.database, .vault_mirror = asked.vault_mirror});
    if (!place) return output.cannot(place.problems());
    for (const Message& warning : (*place)->warnings()) std::fprintf(stderr, "%s: %s\n", id.c_str(), in_english(warning).c_str());
    places.push_back(std::move(*place));
    site.add(places.back());
  }

  web::Options options{.host = asked.host, .port = asked.port, .socket_path = socket_of(asked.data), .trust_proxy = asked.trust_proxy};
  for (const auto& [name, value] : security_headers) options.headers.emplace_back(name, value);
  options.body_bytes_max = [&site](const web::Request& head) { return site.body_bytes_max(head); };
  options.error_page = web::Site::plain_trouble;
  auto server = web::Server::start(std::move(options), [&site](web::Request request, web::Reply reply) { site.handle(std::move(request), std::move(reply)); });
  if (!server) return output.cannot(server.problems());
  const std::string address = "http://" + asked.host + ":" + std::to_string((*server)->port());
  if (asked.public_url.empty()) site.public_url_is(address);

  std::printf("Alongside is at %s%s\n", address.c_str(), places.size() == 1 ? ("/" + ids.front()).c_str() : "/");
  for (const auto& place : places) {
    if (place->stands_still().any()) continue;
    bool kept = false;
    place->read([&](kernel::Reader& reader) { kept = people::has_keeper(reader); });
    if (kept) continue;  // another keeper is asked for by name: alongside keeper link
    const kernel::Outcome link = place->submit_and_wait({.command = "keeper link", .credential = {.at_the_house = true}});
    if (const Json* told = link.told.find("link")) {
      std::printf("The first visitor of this link becomes the keeper, once: %s%s\n", address.c_str(), told->string().c_str());
    }
  }
  std::fflush(stdout);

  timespec an_hour{3600, 0};
  for (;;) {
    run_what_is_due(house, places);
    const int signal = sigtimedwait(&ending, nullptr, &an_hour);
    if (signal == SIGINT || signal == SIGTERM) break;
    for (const auto& place : places) {
      if (place->is_broken()) {
        std::fprintf(stderr, "%s cannot be written to any more. This process ends; start it again.\n", place->id().c_str());
        return exit_cannot;
      }
    }
  }
  // Running requests end first, then what waits is written.
  (*server)->stop();
  return exit_done;
}

}  // namespace alongside::cli
