/* A clock that a test sets. */
#include "fake_clock.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* False where it is not installed. */
static bool find_library(char path[static 256])
{
    glob_t found;
    const bool there = glob("/usr/lib*/faketime/libfaketimeMT.so.1", 0, NULL, &found) == 0 ||
                       glob("/usr/lib/*/faketime/libfaketimeMT.so.1", 0, NULL, &found) == 0;
    if (there)
        snprintf(path, 256, "%s", found.gl_pathv[0]);
    globfree(&found);
    return there;
}

static void fill_variables(struct fake_clock *clock, const char *library)
{
    const char *sanitizer = getenv("ASAN_OPTIONS");
    const struct {
        const char *name;
        const char *value;
        const char *more;
    } rows[] = {{"LD_PRELOAD", library, ""},
                {"FAKETIME_TIMESTAMP_FILE", clock->file, ""},
                {"FAKETIME_FMT", "%s", ""},
                {"FAKETIME_NO_CACHE", "1", ""},
                /* Waiting by the clock that is not faked has to be left alone as well. */
                {"FAKETIME_DONT_FAKE_MONOTONIC", "1", ""},
                {"FAKETIME_FORCE_MONOTONIC_FIX", "0", ""},
                {"ASAN_OPTIONS", sanitizer ? sanitizer : "", ":verify_asan_link_order=0"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        snprintf(clock->texts[i], sizeof clock->texts[i], "%s=%s%s", rows[i].name, rows[i].value,
                 rows[i].more);
        clock->variables[i] = clock->texts[i];
    }
}

void fake_clock_open(struct fake_clock *clock, const char *instant)
{
    char library[256];
    if (!find_library(library))
        cr_skip_test("libfaketime is not installed; docker/packages.sh test installs it");
    *clock = (struct fake_clock){.file = "/tmp/navicert-clock-XXXXXX"};
    const int file = mkstemp(clock->file);
    cr_assert_geq(file, 0);
    close(file);
    fill_variables(clock, library);
    fake_clock_set(clock, instant);
}

/* Renamed into its place: who reads it meanwhile sees the old time or the new one. */
void fake_clock_set(const struct fake_clock *clock, const char *instant)
{
    struct tm at = {0};
    char fresh[sizeof clock->file + 4];
    cr_assert(strptime(instant, "%Y-%m-%dT%H:%M:%SZ", &at), "%s", instant);
    snprintf(fresh, sizeof fresh, "%s.new", clock->file);
    FILE *file = fopen(fresh, "w");
    cr_assert(file);
    cr_assert_gt(fprintf(file, "%lld\n", (long long)timegm(&at)), 0);
    cr_assert_eq(fclose(file), 0);
    cr_assert_eq(rename(fresh, clock->file), 0);
}

void fake_clock_close(const struct fake_clock *clock)
{
    unlink(clock->file);
}
