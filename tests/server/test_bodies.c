/* Bodies never take more together than they may, and what is given back can be taken again. */
#include "server/bodies.h"

#include <criterion/criterion.h>
#include <pthread.h>

Test(bodies, all_of_it_and_not_a_byte_more)
{
    struct bodies bodies;
    bodies_init(&bodies, 100);
    cr_expect(bodies_take(&bodies, 60));
    cr_expect_not(bodies_take(&bodies, 41));
    cr_expect_not(bodies_take(&bodies, (size_t)-1), "a sum that wraps around");
    cr_expect(bodies_take(&bodies, 40));
    cr_expect_not(bodies_take(&bodies, 1));
    cr_expect(bodies_take(&bodies, 0));
    bodies_give_back(&bodies, 60);
    cr_expect_not(bodies_take(&bodies, 61));
    cr_expect(bodies_take(&bodies, 60));
}

static void *take_and_give_back(void *context)
{
    struct bodies *bodies = context;
    for (int i = 0; i < 200000; i++) {
        if (bodies_take(bodies, 3))
            bodies_give_back(bodies, 3);
    }
    return NULL;
}

Test(bodies, loops_lose_none_of_it_to_each_other)
{
    struct bodies bodies;
    pthread_t threads[4];
    bodies_init(&bodies, 7);
    for (size_t i = 0; i < 4; i++)
        cr_assert_eq(pthread_create(&threads[i], NULL, take_and_give_back, &bodies), 0);
    for (size_t i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    cr_expect_eq(atomic_load(&bodies.held), 0);
    cr_expect(bodies_take(&bodies, 7));
}
