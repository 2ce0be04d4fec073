// Loaded into every process of a sweep by LD_PRELOAD. Where a call that changes a file below CHAOS_ROOT is the one that the control
// block asks for, the process dies before it, in the midst of it, or behind it; and while the block says so the disk is full.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { HOST = 1, WORKER = 2 };
enum { OP_WRITE = 1, OP_SYNC = 2, OP_RENAME = 4, OP_TRUNCATE = 8, OP_LINK = 16, OP_UNLINK = 32 };
enum { BEFORE = 0, MIDST = 1, BEHIND = 2 };
enum { ITSELF = 1, PARENT = 2 };

// test/chaos/control.ts writes and reads the same layout.
struct control {
  _Atomic int armed;
  int roles;
  int ops;
  int manner;
  int victims;
  _Atomic int remaining;
  _Atomic int full;
  _Atomic int refused;
  _Atomic int fired;
  int fired_pid;
  int unused[2];
  char pattern[64];
  char fired_path[512];
};

static struct control *control;
static const char *root;
static size_t root_length;
static int role;

static int role_of_this_process(void) {
  char line[4096];
  int file = open("/proc/self/cmdline", O_RDONLY);
  ssize_t length = file < 0 ? 0 : read(file, line, sizeof line);
  if (file >= 0) close(file);
  if (length <= 0) return 0;
  if (memmem(line, length, "worker-entry.cjs", 16) || memmem(line, length, "worker/entry.js", 15)) return WORKER;
  return memmem(line, length, "bin/ablate.js", 13) || memmem(line, length, "cli/cli.cjs", 11) ? HOST : 0;
}

__attribute__((constructor)) static void begin(void) {
  const char *place = getenv("CHAOS_CONTROL");
  root = getenv("CHAOS_ROOT");
  role = role_of_this_process();
  if (!place || !root || !role) return;
  root_length = strlen(root);
  int file = open(place, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (mapped != MAP_FAILED) control = mapped;
}

static int is_below_root(const char *path) { return strncmp(path, root, root_length) == 0; }

static int is_watching(void) { return control && (control->armed || control->full); }

static int path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below_root(path);
}

// Whether this call is the one. Of all processes one has it.
static int is_struck(int op, const char *path) {
  if (!control->armed || !(control->roles & role) || !(control->ops & op) || !strstr(path, control->pattern)) return 0;
  return atomic_fetch_sub(&control->remaining, 1) == 1 && atomic_exchange(&control->armed, 0) == 1;
}

static void strike(const char *path) {
  strncpy(control->fired_path, path, sizeof control->fired_path - 1);
  control->fired_pid = getpid();
  atomic_store(&control->fired, 1);
  if ((control->victims & PARENT) && getppid() > 1) kill(getppid(), SIGKILL);
  if (control->victims & ITSELF) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
}

static int is_refused(void) {
  if (!control->full) return 0;
  atomic_fetch_add(&control->refused, 1);
  errno = ENOSPC;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// A call that is done or not, without a midst.
#define AROUND(op, path, call)                                  \
  do {                                                          \
    int struck = is_struck(op, path);                           \
    if (struck && control->manner != BEHIND) strike(path);      \
    __typeof__(call) result = call;                             \
    int error = errno;                                          \
    if (struck && control->manner == BEHIND) strike(path);      \
    errno = error;                                              \
    return result;                                              \
  } while (0)

// A write can be half done too, also as the disk becomes full.
#define WRITING(file, count, whole, half)                       \
  do {                                                          \
    char path[PATH_MAX];                                        \
    if (!is_watching() || !path_of(file, path)) return whole;   \
    if (control->full) {                                        \
      if (count > 1 && control->refused % 2 == 0) {             \
        atomic_fetch_add(&control->refused, 1);                 \
        return half;                                            \
      }                                                         \
      if (is_refused()) return -1;                              \
    }                                                           \
    int struck = is_struck(OP_WRITE, path);                     \
    if (struck && control->manner == MIDST) {                   \
      ssize_t part = half;                                      \
      strike(path);                                             \
      return part;                                              \
    }                                                           \
    if (struck && control->manner == BEFORE) strike(path);      \
    ssize_t result = whole;                                     \
    int error = errno;                                          \
    if (struck && control->manner == BEHIND) strike(path);      \
    errno = error;                                              \
    return result;                                              \
  } while (0)

ssize_t write(int file, const void *bytes, size_t count) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = REAL(write);
  WRITING(file, count, real(file, bytes, count), real(file, bytes, (count + 1) / 2));
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = REAL(pwrite64);
  WRITING(file, count, real(file, bytes, count, at), real(file, bytes, (count + 1) / 2, at));
}

static size_t half_of(const struct iovec *parts, int count) { return count > 0 ? (parts[0].iov_len + 1) / 2 : 0; }

ssize_t writev(int file, const struct iovec *parts, int count) {
  static ssize_t (*real)(int, const struct iovec *, int);
  if (!real) real = REAL(writev);
  WRITING(file, half_of(parts, count), real(file, parts, count), REAL(write)(file, parts[0].iov_base, half_of(parts, count)));
}

ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at) {
  static ssize_t (*real)(int, const struct iovec *, int, off64_t);
  if (!real) real = REAL(pwritev64);
  WRITING(file, half_of(parts, count), real(file, parts, count, at), REAL(pwrite64)(file, parts[0].iov_base, half_of(parts, count), at));
}

#define ON_FILE(name, op, file, ...)                            \
  static __typeof__(&name) real;                                \
  if (!real) real = REAL(name);                                 \
  char path[PATH_MAX];                                          \
  if (!is_watching() || !path_of(file, path)) return real(file, ##__VA_ARGS__); \
  AROUND(op, path, real(file, ##__VA_ARGS__))

int fsync(int file) { ON_FILE(fsync, OP_SYNC, file); }
int fdatasync(int file) { ON_FILE(fdatasync, OP_SYNC, file); }
int ftruncate64(int file, off64_t length) { ON_FILE(ftruncate64, OP_TRUNCATE, file, length); }

int rename(const char *from, const char *to) {
  static __typeof__(&rename) real;
  if (!real) real = REAL(rename);
  if (!is_watching() || !is_below_root(to)) return real(from, to);
  AROUND(OP_RENAME, to, real(from, to));
}

int link(const char *from, const char *to) {
  static __typeof__(&link) real;
  if (!real) real = REAL(link);
  if (!is_watching() || !is_below_root(to)) return real(from, to);
  if (is_refused()) return -1;
  AROUND(OP_LINK, to, real(from, to));
}

int unlink(const char *path) {
  static __typeof__(&unlink) real;
  if (!real) real = REAL(unlink);
  if (!is_watching() || !is_below_root(path)) return real(path);
  AROUND(OP_UNLINK, path, real(path));
}

// No name can be made on a full disk either.
int open64(const char *path, int flags, ...) {
  static __typeof__(&open64) real;
  if (!real) real = REAL(open64);
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  if ((flags & O_CREAT) && is_watching() && is_below_root(path) && access(path, F_OK) != 0 && is_refused()) return -1;
  return real(path, flags, mode);
}

int mkdir(const char *path, mode_t mode) {
  static __typeof__(&mkdir) real;
  if (!real) real = REAL(mkdir);
  if (is_watching() && is_below_root(path) && access(path, F_OK) != 0 && is_refused()) return -1;
  return real(path, mode);
}
