#include "api/compile.h"

struct rules *compile_rules(struct meters *meters, struct store *store, int64_t version, struct rules *held)
{
    const uint64_t began_us = meter_now_us();
    struct rules *rules = rules_load_beside(store, version, held);
    if (rules)
        meter_time(&meters->compile, meter_now_us() - began_us);
    else
        atomic_fetch_add(&meters->compile_failures, 1);
    return rules;
}
