/* What was acknowledged is there after the writer was killed at any moment. */
#include "tests/db/fixture.h"

#include "db/verify.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 25

/* Writes without end; each head goes into the shared page as soon as it was acknowledged. */
static void write_for_ever(const struct fixture *fixture, volatile int64_t *acknowledged)
{
    struct store *store = fixture_open(fixture, STORE_WRITE);
    for (int64_t i = 0;; i++) {
        char json[400];
        snprintf(json, sizeof json, "{'id':'event-%d','headline':'%0*d','n':%lld}", (int)(i % 7),
                 (int)(i % 97) + 1, 0, (long long)random());
        *acknowledged = fixture_put(store, KIND_EVENT, json);
    }
}

Test(crash, a_killed_writer_loses_nothing_that_it_acknowledged, .timeout = 60)
{
    const struct fixture fixture = fixture_begin();
    volatile int64_t *acknowledged =
        mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    srandom(11);
    for (int round = 0; round < ROUNDS; round++) {
        const pid_t child = fork();
        if (child == 0)
            write_for_ever(&fixture, acknowledged);
        const struct timespec pause = {.tv_nsec = 20000000 + random() % 80000000};
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        struct store *store = fixture_open(&fixture, STORE_WRITE);
        cr_assert_geq(store_head(store), *acknowledged, "round %d", round);
        store_close(store);
    }
    cr_assert_gt(*acknowledged, ROUNDS, "the writer did write");
    struct store *store = fixture_open(&fixture, STORE_READ);
    struct verification verification;
    cr_assert(store_verify(store, &verification));
    cr_assert(verification.sound, "%s", verification.fault);
    store_close(store);
    fixture_end(&fixture);
}
