#pragma once
/* What stands beside a decision: law that is only announced, law that is suspended, and law whose end was not
 * verified. */

#include "rules/decide_leg.h"

struct provision_list decide_pending(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                     struct scratch *scratch);
struct provision_list decide_lapsed(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                    struct scratch *scratch);
/* `legs` are those decided, one a forum: a provision that asks for another ECCN than its leg's does not
 * count. */
struct provision_list decide_suspended(const struct inquiry *inquiry, const struct forum *forums,
                                       const struct leg *legs, size_t count, struct scratch *scratch);
