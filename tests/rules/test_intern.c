/* Distinct keys and their numbers. */

#include "rules/intern.h"

#include <criterion/criterion.h>
#include <stdint.h>

#define KEYS 5000

static uint64_t key_of(unsigned i)
{
    return i * UINT64_C(0x100000001);
}

Test(intern, keys_are_numbered_as_they_come_and_found_again)
{
    struct intern intern = {.key_size = sizeof(uint64_t), .most = KEYS};
    for (unsigned i = 0; i < 2 * KEYS; i++) {
        const uint64_t key = key_of(i % KEYS);
        unsigned number;
        cr_assert(intern_key(&intern, &key, &number));
        cr_assert_eq(number, i % KEYS);
    }
    cr_expect_eq(intern.count, KEYS);
    intern_done(&intern);
}

Test(intern, what_is_new_when_it_is_full_has_no_number)
{
    struct intern intern = {.key_size = sizeof(uint64_t), .most = 2};
    const unsigned wanted[] = {0, 1, INTERN_FULL, 0, INTERN_FULL};
    const unsigned keys[] = {7, 8, 9, 7, 9};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const uint64_t key = key_of(keys[i]);
        unsigned number;
        cr_assert(intern_key(&intern, &key, &number));
        cr_expect_eq(number, wanted[i], "key %zu", i);
    }
    intern_done(&intern);
}
