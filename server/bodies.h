#pragma once
/* How much memory the bodies of all requests take together: it is clients who decide how long they hold it.
 */

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct bodies {
    size_t most;
    atomic_size_t held; /* never more than that */
};

void bodies_init(struct bodies *bodies, size_t most);
/* From any thread; false: there is not that much left. */
bool bodies_take(struct bodies *bodies, size_t size);
void bodies_give_back(struct bodies *bodies, size_t size);
