/* Ids of requests differ, sort by time and need no escaping anywhere. */
#include "server/clock.h"
#include "server/request_id.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define COUNT 3000

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

Test(request_id, many_are_all_different_and_plain)
{
    static char made[COUNT][REQUEST_ID_SIZE];
    struct request_ids ids = {.left = 0};
    for (size_t i = 0; i < COUNT; i++) {
        request_id_make(&ids, clock_read_unix_ms(), made[i]);
        cr_assert_eq(strlen(made[i]), 26);
        cr_assert_eq(strspn(made[i], "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), 26, "%s", made[i]);
        if (i > 0)
            cr_assert_leq(strncmp(made[i - 1], made[i], 10), 0, "time went backwards");
    }
    qsort(made, COUNT, REQUEST_ID_SIZE, compare);
    for (size_t i = 1; i < COUNT; i++)
        cr_assert_neq(strcmp(made[i - 1], made[i]), 0);
}

Test(request_id, the_first_ten_characters_are_the_time)
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    struct request_ids ids = {.left = 0};
    char id[REQUEST_ID_SIZE];
    const uint64_t unix_ms = 1763848800123;
    request_id_make(&ids, unix_ms, id);
    uint64_t time = 0;
    for (size_t i = 0; i < 10; i++)
        time = time << 5 | (uint64_t)(strchr(alphabet, id[i]) - alphabet);
    cr_expect_eq(time, unix_ms);
}
