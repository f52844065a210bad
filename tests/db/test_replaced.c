/* A file that is replaced while somebody waits to open it, as `navicert restore` does. */
#include "tests/db/fixture.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct opening {
    const char *path;
    enum store_mode mode;
    struct store *store;
    char reason[STORE_REASON_SIZE];
    bool opened;
};

static void *open_it(void *context)
{
    struct opening *opening = context;
    opening->opened = store_open(opening->path, opening->mode, &opening->store, opening->reason);
    return NULL;
}

/* Every lock that SQLite has. */
static int lock(const char *path)
{
    struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000, .l_len = 512};
    const int fd = open(path, O_RDWR | O_CLOEXEC);
    cr_assert_geq(fd, 0);
    cr_assert_eq(fcntl(fd, F_OFD_SETLK, &all), 0);
    return fd;
}

static void replace_while_opened(enum store_mode mode)
{
    const struct fixture fixture = fixture_begin(), other = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    char kept[128];
    fixture_fill(store);
    store_close(store);
    store = fixture_open(&other, STORE_WRITE);
    fixture_fill(store);
    store_close(store);
    snprintf(kept, sizeof kept, "%s.kept", fixture.path);

    struct opening opening = {.path = fixture.path, .mode = mode};
    pthread_t thread;
    const struct timespec pause = {.tv_nsec = 300000000};
    const int locked = lock(fixture.path);
    cr_assert_eq(pthread_create(&thread, NULL, open_it, &opening), 0);
    nanosleep(&pause, NULL);
    cr_assert_eq(link(fixture.path, kept), 0);
    cr_assert_eq(rename(other.path, fixture.path), 0);
    close(locked);
    pthread_join(thread, NULL);
    cr_expect_not(opening.opened, "it has the file that is gone");
    cr_expect(strstr(opening.reason, "was replaced while it was opened"), "%s", opening.reason);
    if (opening.opened)
        store_close(opening.store);
    store_close(fixture_open(&fixture, mode));
    fixture_end(&other);
    fixture_end(&fixture);
}

Test(replaced, who_waited_to_write_does_not_get_the_old_one)
{
    replace_while_opened(STORE_WRITE);
}

Test(replaced, who_waited_to_read_does_not_either)
{
    replace_while_opened(STORE_READ);
}
