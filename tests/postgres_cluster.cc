#include "postgres_cluster.h"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>
#include <vector>

#include "temporary_folder.h"

namespace alongside {
namespace {

std::string programs_folder() {
  for (int version = 18; version >= 14; --version) {
    std::string folder = "/usr/lib/postgresql/" + std::to_string(version) + "/bin";
    if (std::filesystem::exists(folder + "/initdb")) return folder;
  }
  return {};
}

// PostgreSQL refuses to run as root: then the user `postgres` runs it.
struct Owner {
  uid_t user = 0;
  gid_t group = 0;
};
std::optional<Owner> owner() {
  if (::geteuid() != 0) return Owner{::geteuid(), ::getegid()};
  const passwd* postgres = ::getpwnam("postgres");
  if (postgres == nullptr) return std::nullopt;
  return Owner{postgres->pw_uid, postgres->pw_gid};
}

pid_t start(const std::vector<std::string>& words, Owner as, const std::string& log, const std::string& folder) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child != 0) return child;
  if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(as.group) != 0 || ::setuid(as.user) != 0))
    ::_exit(126);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);  // a test program that is killed takes its server with it
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

class Cluster {
 public:
  Cluster() {
    const std::string programs = programs_folder();
    const std::optional<Owner> as = owner();
    if (programs.empty() || !as) {
      reason_ = "PostgreSQL's server is not installed";
      return;
    }
    const std::string data = folder_ / "data";
    const std::string log = folder_ / "log";
    if (::chown(folder_.path().c_str(), as->user, as->group) != 0) {
      reason_ = "the temporary folder cannot be given to the user postgres";
      return;
    }
    const pid_t making = start({programs + "/initdb", "-D", data, "-U", "alongside", "-A", "trust", "-E", "UTF8", "-N",
                                "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-GB"},
                               *as, log, folder_.path());
    int status = 0;
    ::waitpid(making, &status, 0);
    if (status != 0) {
      reason_ = "initdb failed";
      return;
    }
    server_ = start({programs + "/postgres", "-D", data, "-k", folder_.path(), "-c", "listen_addresses=", "-c",
                     "max_connections=60", "-c", "log_parameter_max_length=0"},
                    *as, log, folder_.path());
    url_ = "postgresql:///postgres?user=alongside&host=" + folder_.path();
    wait_until_it_answers();
  }

  ~Cluster() {
    if (server_ <= 0) return;
    ::kill(server_, SIGQUIT);  // at once: its files go anyway
    ::waitpid(server_, nullptr, 0);
  }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  const std::string& reason() const { return reason_; }
  const std::string& url() const { return url_; }

 private:
  void wait_until_it_answers() {
    for (int tries = 0; tries < 600; ++tries) {
      if (PQping(url_.c_str()) == PQPING_OK) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    reason_ = "PostgreSQL's server did not start";
  }

  TemporaryFolder folder_;  // outlives the server, which is ended in the destructor's body
  pid_t server_ = 0;
  std::string url_;
  std::string reason_;
};

const Cluster& cluster() {
  static const Cluster only;
  return only;
}

}  // namespace

std::optional<std::string> postgres_url() {
  return cluster().reason().empty() ? std::optional(cluster().url()) : std::nullopt;
}

std::string why_no_postgres() { return cluster().reason(); }

void break_postgres_connections() {
  const std::unique_ptr<PGconn, void (*)(PGconn*)> line(PQconnectdb(cluster().url().c_str()), PQfinish);
  PQclear(PQexec(line.get(),
                 "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                 "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"));
}

}  // namespace alongside
