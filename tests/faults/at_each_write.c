// Ends a process before one of its writes to the disk. It is preloaded (LD_PRELOAD) and stands before the C library.
//
// Every call that changes a file, a folder or a name under the folder FAULTS_UNDER counts, and so does every sync.
// Sockets, pipes, terminals and memory that is mapped do not. FAULTS_FILE holds two numbers of 8 bytes: how many calls
// were counted, and before which to end (0: none). It is mapped, so a test can read the one and set the other meanwhile.
//
// It ends by SIGKILL: what the process wrote is there, whether it was synced or not.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct Shared {
  _Atomic int64_t counted;
  _Atomic int64_t end_before;
};
static struct Shared* shared;
static const char* under;

// The C library's own.
#define REAL(name)                     \
  static __typeof__(&name) real;       \
  if (real == NULL) real = __extension__(__typeof__(&name)) dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  const char* file = getenv("FAULTS_FILE");
  under = getenv("FAULTS_UNDER");
  if (file == NULL || under == NULL) return;
  const int descriptor = open(file, O_RDWR | O_CLOEXEC);
  void* memory = descriptor < 0 ? MAP_FAILED
                                : mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (memory == MAP_FAILED) {
    fprintf(stderr, "FAULTS_FILE cannot be mapped: %s\n", file);
    _exit(99);
  }
  close(descriptor);
  shared = memory;
}

static int is_under(const char* path) {
  const size_t length = strlen(under);
  return strncmp(path, under, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static int counts(int descriptor) {
  if (shared == NULL) return 0;
  struct stat status;
  if (fstat(descriptor, &status) != 0 || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return 0;
  char link[64];
  char path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  return is_under(path);
}

// A relative path counts if its folder does.
static int counts_at(int folder, const char* path) {
  if (shared == NULL) return 0;
  if (path[0] == '/') return is_under(path);
  if (folder != AT_FDCWD) return counts(folder);
  char here[PATH_MAX];
  return getcwd(here, sizeof here) != NULL && is_under(here);
}

static void count(void) {
  const int64_t number = atomic_fetch_add(&shared->counted, 1) + 1;
  if (number != atomic_load(&shared->end_before)) return;
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

#define BEFORE(whether) \
  if (whether) count()

ssize_t write(int file, const void* bytes, size_t size) {
  REAL(write);
  BEFORE(counts(file));
  return real(file, bytes, size);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  REAL(pwrite);
  BEFORE(counts(file));
  return real(file, bytes, size, offset);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  REAL(pwrite64);
  BEFORE(counts(file));
  return real(file, bytes, size, offset);
}
ssize_t writev(int file, const struct iovec* parts, int many) {
  REAL(writev);
  BEFORE(counts(file));
  return real(file, parts, many);
}
ssize_t pwritev(int file, const struct iovec* parts, int many, off_t offset) {
  REAL(pwritev);
  BEFORE(counts(file));
  return real(file, parts, many, offset);
}
ssize_t pwritev64(int file, const struct iovec* parts, int many, off64_t offset) {
  REAL(pwritev64);
  BEFORE(counts(file));
  return real(file, parts, many, offset);
}
int fsync(int file) {
  REAL(fsync);
  BEFORE(counts(file));
  return real(file);
}
int fdatasync(int file) {
  REAL(fdatasync);
  BEFORE(counts(file));
  return real(file);
}
int ftruncate(int file, off_t size) {
  REAL(ftruncate);
  BEFORE(counts(file));
  return real(file, size);
}
int ftruncate64(int file, off64_t size) {
  REAL(ftruncate64);
  BEFORE(counts(file));
  return real(file, size);
}

int rename(const char* from, const char* to) {
  REAL(rename);
  BEFORE(counts_at(AT_FDCWD, to));
  return real(from, to);
}
int link(const char* from, const char* to) {
  REAL(link);
  BEFORE(counts_at(AT_FDCWD, to));
  return real(from, to);
}
int unlink(const char* path) {
  REAL(unlink);
  BEFORE(counts_at(AT_FDCWD, path));
  return real(path);
}
int unlinkat(int folder, const char* path, int flags) {
  REAL(unlinkat);
  BEFORE(counts_at(folder, path));
  return real(folder, path, flags);
}
int rmdir(const char* path) {
  REAL(rmdir);
  BEFORE(counts_at(AT_FDCWD, path));
  return real(path);
}
int mkdir(const char* path, mode_t mode) {
  REAL(mkdir);
  BEFORE(counts_at(AT_FDCWD, path));
  return real(path, mode);
}

// Opening writes when it makes a file or empties one.
static int opening_writes(const char* path, int flags) {
  if (!counts_at(AT_FDCWD, path)) return 0;
  return (flags & O_TRUNC) != 0 || ((flags & O_CREAT) != 0 && access(path, F_OK) != 0);
}
static mode_t mode_in(int flags, va_list more) { return (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0; }

int open(const char* path, int flags, ...) {
  REAL(open);
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_in(flags, more);
  va_end(more);
  BEFORE(opening_writes(path, flags));
  return real(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  REAL(open64);
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_in(flags, more);
  va_end(more);
  BEFORE(opening_writes(path, flags));
  return real(path, flags, mode);
}
