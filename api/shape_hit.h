#pragma once
/* One result of a search, as the API shows it. */

#include "db/json_out.h"
#include "db/search.h"

/* `at` is the data version that its address is pinned to; 0: none. */
void shape_hit(struct json_out *out, const struct search_hit *hit, int64_t at);
