#include "api/meter.h"

#include "api/operation.h"
#include "db/instant.h"

#include <stdlib.h>
#include <time.h>

const uint32_t meter_bounds_us[METER_BOUNDS] = {50,     100,     250,     500,     1000,   2500,
                                                5000,   10000,   25000,   50000,   100000, 250000,
                                                500000, 1000000, 2500000, 10000000};

void meters_init(struct meters *meters, unsigned connections_max)
{
    *meters = (struct meters){.started_ms = instant_now(), .connections_max = connections_max};
    pthread_mutex_init(&meters->lock, NULL);
}

void meters_done(struct meters *meters)
{
    pthread_mutex_destroy(&meters->lock);
}

struct meter *meter_open(struct meters *meters)
{
    struct meter *meter =
        calloc(1, sizeof *meter + (METER_OPERATIONS + operation_count) * sizeof *meter->routes);
    if (!meter)
        return NULL;
    pthread_mutex_lock(&meters->lock);
    meter->next = meters->loops;
    meters->loops = meter;
    pthread_mutex_unlock(&meters->lock);
    return meter;
}

void meter_close(struct meters *meters, struct meter *meter)
{
    pthread_mutex_lock(&meters->lock);
    for (struct meter **at = &meters->loops; *at; at = &(*at)->next) {
        if (*at == meter) {
            *at = meter->next;
            break;
        }
    }
    pthread_mutex_unlock(&meters->lock);
    free(meter);
}

static size_t bucket_of(uint64_t us)
{
    size_t bucket = 0;
    while (bucket < METER_BOUNDS && us > meter_bounds_us[bucket])
        bucket++;
    return bucket;
}

void meter_record(struct meter *meter, const struct meter_request *request)
{
    struct meter_operation *operation = &meter->routes[request->route];
    const unsigned class = request->status / 100;
    meter_add(&operation->by_class[class < METER_CLASSES ? class : 0], 1);
    meter_add(&operation->bytes, request->bytes);
    meter_add(&operation->time.counts[bucket_of(request->us)], 1);
    meter_add(&operation->time.sum_us, request->us);
    if (request->problem != PROBLEM_NONE)
        meter_add(&meter->problems[request->problem], 1);
}

void meter_time(struct meter_histogram *histogram, uint64_t us)
{
    atomic_fetch_add_explicit(&histogram->counts[bucket_of(us)], 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&histogram->sum_us, us, memory_order_relaxed);
}

uint64_t meter_now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}
