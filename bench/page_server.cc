// Serves one constant page of about 12 kB, for comparing our server with nginx on the same bytes.
// page_server PORT FILE: until standard input ends.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "faces/web/server.h"

int main(int count, char** words) {
  using namespace std::string_literals;
  if (count != 3) return std::fputs("usage: page_server PORT FILE\n", stderr), 2;
  std::ifstream file(words[2], std::ios::binary);
  const auto page =
      std::make_shared<const std::string>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());

  alongside::web::Options options;
  options.port = std::atoi(words[1]);
  options.limits.requests_per_second_per_address = 0;
  options.limits.connections_per_address_max = 0;
  const auto server =
      alongside::web::Server::start(options, [page](alongside::web::Request, const alongside::web::Reply& reply) {
        alongside::web::Response response;
        response.add("Content-Type", "text/html; charset=utf-8");
        response.body = page;
        reply(std::move(response));
      });
  if (!server.ok()) {
    return std::fprintf(stderr, "%s\n", alongside::in_english(server.problems().list().front()).c_str()), 2;
  }
  std::printf("http://127.0.0.1:%d/\n", (*server)->port());
  std::fflush(stdout);
  while (std::getchar() != EOF) {
  }
  return 0;
}
