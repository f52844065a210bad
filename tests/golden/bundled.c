#include "tests/golden/bundled.h"

#include "api/import.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

struct bundled bundled_open(void)
{
    struct bundled bundled = {.directory = "/tmp/navicert-golden-XXXXXX"};
    struct import_report report;
    char reason[STORE_REASON_SIZE] = "";
    cr_assert_not_null(mkdtemp(bundled.directory));
    snprintf(bundled.path, sizeof bundled.path, "%s/store.db", bundled.directory);
    cr_assert(store_open(bundled.path, STORE_WRITE, &bundled.store, reason), "%s", reason);
    cr_assert(import_bundled(bundled.store, IMPORT_TELL_NEW, &report));
    return bundled;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

void bundled_close(struct bundled *bundled)
{
    store_close(bundled->store);
    nftw(bundled->directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}
