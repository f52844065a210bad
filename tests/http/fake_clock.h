#pragma once
/* A clock that a test sets, for the program under test: libfaketime stands between it and the system. How
 * long something takes is measured by another clock, which stays as it is. */

struct fake_clock {
    char file[64]; /* holds the time that it shows */
    char texts[7][384];
    const char *variables[8]; /* for the environment of who shall see it; ends with NULL */
};

/* Stands still at the instant ("2026-11-10T00:00:00Z") until it is set anew. Skips the test, and says so,
 * where the library is not installed. */
void fake_clock_open(struct fake_clock *clock, const char *instant);
void fake_clock_set(const struct fake_clock *clock, const char *instant);
void fake_clock_close(const struct fake_clock *clock);
