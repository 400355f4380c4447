/*
 * A preload library that shifts the wall clock of one process by CLOCK_SHIFT_SECONDS, so that dbt
 * itself writes the times of the sample's story. Time still passes as it does: a run that takes
 * 40 seconds takes 40 seconds. Monotonic clocks, which durations are measured with, stay true.
 *
 * Debian's libfaketime does the same and more, but makes dbt with DuckDB ten times slower: too
 * slow to tell what a model really took. Here the clock is one addition.
 *
 * cc -shared -fPIC -O2 -o shift-clock.so shift-clock.c -ldl -lpthread
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

/* Before this many seconds an absolute time is one of a monotonic clock, not of the wall clock. */
#define LOOKS_LIKE_WALL_CLOCK 1000000000L

static long shift;

__attribute__((constructor)) static void read_shift(void) {
  const char *text = getenv("CLOCK_SHIFT_SECONDS");
  shift = text ? atol(text) : 0;
}

static int true_clock(clockid_t clock, struct timespec *now) {
  static int (*next)(clockid_t, struct timespec *);
  if (!next) next = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  return next(clock, now);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = true_clock(clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    now->tv_sec += shift;
  return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec precise;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *out) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (out) *out = now.tv_sec;
  return now.tv_sec;
}

/* The kernel knows nothing of the shift: deadlines reckoned with the shifted clock go back. */
static struct timespec unshifted(const struct timespec *deadline) {
  struct timespec copy = *deadline;
  if (copy.tv_sec > LOOKS_LIKE_WALL_CLOCK) copy.tv_sec -= shift;
  return copy;
}

int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict deadline) {
  static int (*next)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  struct timespec copy = unshifted(deadline);
  if (!next) {
    void *symbol = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    if (!symbol) symbol = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    next = (int (*)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *))symbol;
  }
  return next(cond, mutex, &copy);
}

int pthread_cond_clockwait(pthread_cond_t *cond, pthread_mutex_t *mutex, clockid_t clock,
                           const struct timespec *deadline) {
  static int (*next)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
  struct timespec copy = clock == CLOCK_REALTIME ? unshifted(deadline) : *deadline;
  if (!next)
    next = (int (*)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *))
        dlsym(RTLD_NEXT, "pthread_cond_clockwait");
  return next(cond, mutex, clock, &copy);
}

int sem_timedwait(sem_t *restrict sem, const struct timespec *restrict deadline) {
  static int (*next)(sem_t *, const struct timespec *);
  struct timespec copy = unshifted(deadline);
  if (!next) next = (int (*)(sem_t *, const struct timespec *))dlsym(RTLD_NEXT, "sem_timedwait");
  return next(sem, &copy);
}

int sem_clockwait(sem_t *restrict sem, clockid_t clock, const struct timespec *restrict deadline) {
  static int (*next)(sem_t *, clockid_t, const struct timespec *);
  struct timespec copy = clock == CLOCK_REALTIME ? unshifted(deadline) : *deadline;
  if (!next)
    next = (int (*)(sem_t *, clockid_t, const struct timespec *))dlsym(RTLD_NEXT, "sem_clockwait");
  return next(sem, clock, &copy);
}
