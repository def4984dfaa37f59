// Work done in a process of its own, which may be killed, starved of disk or robbed of its rights.
#pragma once

#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <exception>
#include <functional>

namespace alongside {

// What became of it: its exit status, or minus the signal that ended it. A child's exception is status 99.
inline int in_a_process(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    int status = 99;
    try {
      status = work();
    } catch (const std::exception&) {
    }
    ::_exit(status);  // no destructors: it ends as a crash would
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

[[noreturn]] inline void die_at_once() {
  ::kill(::getpid(), SIGKILL);
  for (;;) ::pause();
}

// Files of this process cannot grow past `bytes`: writing on fails as a full disk does.
inline void no_file_longer_than(rlim_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

// Somebody without rights. False: this process already is, and cannot become another.
inline bool become_nobody() {
  constexpr uid_t nobody = 65534;
  return ::geteuid() != 0 || (::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0);
}

}  // namespace alongside
