#pragma once
/* What is counted while requests are served: by each loop in cells that it alone writes and GET /metrics
 * reads, so that counting takes neither lock nor locked instruction; and by the threads beside the loops. */

#include "api/problem.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

/* Upper ends, inclusive, of a duration's buckets; one more has no end. */
#define METER_BOUNDS 16
extern const uint32_t meter_bounds_us[METER_BOUNDS];

struct meter_histogram {
    atomic_uint_fast64_t counts[METER_BOUNDS + 1];
    atomic_uint_fast64_t sum_us;
};

/* 1xx to 5xx by their first digit; 0: the connection ended before there was a status. */
#define METER_CLASSES 6

struct meter_operation {
    atomic_uint_fast64_t by_class[METER_CLASSES];
    atomic_uint_fast64_t bytes;
    struct meter_histogram time;
};

enum meter_cell {
    /* As they stood at the end of the loop's last turn, in the order of the server's phases: */
    METER_IDLE,
    METER_ARRIVING,
    METER_WAITING,
    METER_POLLING,
    METER_ANSWERING,
    METER_SPARE,
    METER_LEAVING,
    METER_LOG_DROPPED, /* lines, so far */
    /* Counted: */
    METER_ACCEPTED,
    METER_REFUSED, /* connections that came above a limit */
    METER_OLDER_HIT,
    METER_OLDER_MISS,
    METER_OLDER_REFUSED,
    METER_OLDER_FAILED,
    METER_CELL_COUNT
};

/* What is counted together; an operation is METER_OPERATIONS and its place in operations[]. */
enum meter_route { METER_NO_ROUTE, METER_DASHBOARD, METER_OPERATIONS };

/* One a loop. */
struct meter {
    struct meter *next;
    atomic_uint_fast64_t cells[METER_CELL_COUNT];
    atomic_uint_fast64_t problems[PROBLEM_COUNT];
    struct meter_operation routes[]; /* by reply->route */
};

#define METER_WRITES 8 /* enum write_outcome, and after those what changed nothing */

/* Of the whole process; counted from any thread. */
struct meters {
    pthread_mutex_t lock; /* of the list */
    struct meter *loops;
    int64_t started_ms; /* since 1970 */
    unsigned connections_max;
    struct meter_histogram compile;
    struct meter_histogram commit;
    atomic_uint_fast64_t compile_failures;
    atomic_uint_fast64_t evictions;
    atomic_uint_fast64_t writes[METER_WRITES];
};

/* The end of a request. */
struct meter_request {
    unsigned route;
    unsigned status;
    enum problem problem;
    uint64_t us;
    size_t bytes;
};

void meters_init(struct meters *meters, unsigned connections_max);
void meters_done(struct meters *meters);
/* A meter among them, or NULL. */
struct meter *meter_open(struct meters *meters);
void meter_close(struct meters *meters, struct meter *meter);

void meter_record(struct meter *meter, const struct meter_request *request);
/* From any thread. */
void meter_time(struct meter_histogram *histogram, uint64_t us);

/* Only the loop itself writes: a plain addition. */
static inline void meter_add(atomic_uint_fast64_t *cell, uint64_t amount)
{
    atomic_store_explicit(cell, atomic_load_explicit(cell, memory_order_relaxed) + amount,
                          memory_order_relaxed);
}

static inline void meter_count(struct meter *meter, enum meter_cell cell)
{
    meter_add(&meter->cells[cell], 1);
}

static inline void meter_set(struct meter *meter, enum meter_cell cell, uint64_t value)
{
    atomic_store_explicit(&meter->cells[cell], value, memory_order_relaxed);
}

static inline uint64_t meter_read(const atomic_uint_fast64_t *cell)
{
    return atomic_load_explicit(cell, memory_order_relaxed);
}

/* Monotonic, to measure by. */
uint64_t meter_now_us(void);
static inline uint64_t meter_now_ms(void)
{
    return meter_now_us() / 1000;
}
