#pragma once
/* What stands beside a decision: law that is only announced, and law whose end was not verified. */

#include "rules/decide_leg.h"

struct provision_list decide_pending(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                     struct scratch *scratch);
struct provision_list decide_lapsed(const struct inquiry *inquiry, const struct forum *forums, size_t count,
                                    struct scratch *scratch);
