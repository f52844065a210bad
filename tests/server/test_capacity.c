/* Whatever the system grants, all that may be open at once fits into it. */
#include "server/capacity.h"

#include <criterion/criterion.h>

Test(capacity, a_usual_limit_leaves_all_connections)
{
    struct capacity capacity;
    cr_expect(capacity_fit(&capacity, 4096, 2, 20000));
    cr_expect_eq(capacity.connections, 4096);
    cr_expect_eq(capacity.spare, 64);
    cr_expect_eq(capacity.lingering, 256);
    cr_expect(capacity_fit(&capacity, 4096, 2, UINT64_MAX));
    cr_expect_eq(capacity.connections, 4096);
}

Test(capacity, a_low_one_leaves_fewer_and_says_so)
{
    struct capacity capacity;
    cr_expect_not(capacity_fit(&capacity, 4096, 2, 1024));
    cr_expect_gt(capacity.connections, 500);
    cr_expect_not(capacity_fit(&capacity, 4096, 2, 10));
    cr_expect_eq(capacity.connections, 1, "it does not start with none");
}

Test(capacity, everything_fits)
{
    for (unsigned threads = 1; threads <= 64; threads *= 4) {
        for (uint64_t descriptors = 40 + 20 * threads; descriptors < 100000; descriptors += descriptors / 7) {
            struct capacity capacity;
            capacity_fit(&capacity, 100000, threads, descriptors);
            const uint64_t most = capacity.connections + (2 * capacity.spare + capacity.lingering) * threads;
            cr_expect_leq(most + 40 + 16 * threads, descriptors, "%u threads, %lu descriptors", threads,
                          (unsigned long)descriptors);
        }
    }
}
