/* What is done beside the loops: data versions compiled, changes written, files screened. */
#include "api/metrics.h"

#include "api/exposition.h"
#include "api/snapshot.h"

#include <stdio.h>

static void write_shared(struct json_out *out, const char *name, const char *help,
                         const struct meter_histogram *histogram)
{
    uint64_t counts[METER_BOUNDS + 1];
    for (size_t i = 0; i <= METER_BOUNDS; i++)
        counts[i] = meter_read(&histogram->counts[i]);
    exposition_family(out, name, "histogram", help);
    exposition_histogram(out, name, NULL, counts, meter_read(&histogram->sum_us));
}

static void write_versions(struct json_out *out, const struct context *context)
{
    static const struct {
        const char *label;
        enum meter_cell cell;
    } results[] = {
        {"result=\"hit\"", METER_OLDER_HIT},
        {"result=\"miss\"", METER_OLDER_MISS},
        {"result=\"refused\"", METER_OLDER_REFUSED},
        {"result=\"failed\"", METER_OLDER_FAILED},
    };
    struct meters *meters = context->meters;
    exposition_family(out, "navicert_snapshot_lookups_total", "counter",
                      "Requests at an older data version: compiled already, waited for, or in vain.");
    for (size_t i = 0; i < sizeof results / sizeof results[0]; i++)
        exposition_sample(out, "navicert_snapshot_lookups_total", results[i].label,
                          (double)metrics_sum(meters, results[i].cell));
    exposition_single(out, "navicert_snapshots_held", "gauge", "Older data versions kept compiled.",
                      (double)snapshots_held(context->snapshots));
    exposition_single(out, "navicert_snapshot_evictions_total", "counter",
                      "Older data versions given up for others.", (double)meter_read(&meters->evictions));
    exposition_single(out, "navicert_snapshot_compile_failures_total", "counter",
                      "Data versions that could not be compiled.",
                      (double)meter_read(&meters->compile_failures));
    write_shared(out, "navicert_snapshot_compile_duration_seconds", "To compile a data version.",
                 &meters->compile);
}

static void write_writes(struct json_out *out, const struct meters *meters)
{
    static const char *const results[METER_WRITES] = {"recorded", "stale", "invalid", "still_referenced",
                                                      "no_space", "busy",  "failed",  "unchanged"};
    exposition_family(out, "navicert_writes_total", "counter",
                      "Change sets that came over HTTP, by what became of them.");
    for (size_t i = 0; i < METER_WRITES; i++) {
        char label[40];
        snprintf(label, sizeof label, "result=\"%s\"", results[i]);
        exposition_sample(out, "navicert_writes_total", label, (double)meter_read(&meters->writes[i]));
    }
    write_shared(out, "navicert_write_commit_duration_seconds",
                 "To record a change set durably, with its tables.", &meters->commit);
}

static void write_jobs(struct json_out *out, const struct context *context)
{
    static const char *const lanes[LANE_COUNT] = {
        [LANE_READ] = "lane=\"read\"", [LANE_WRITE] = "lane=\"write\""};
    struct jobs_state states[LANE_COUNT] = {{0}};
    for (unsigned lane = 0; lane < LANE_COUNT; lane++) {
        if (context->lanes[lane])
            states[lane] = jobs_look(context->lanes[lane]);
    }
    exposition_family(out, "navicert_jobs", "gauge", "Work beside the loops, queued or under way.");
    for (unsigned lane = 0; lane < LANE_COUNT; lane++)
        exposition_sample(out, "navicert_jobs", lanes[lane], (double)states[lane].count);
    exposition_single(out, "navicert_jobs_max", "gauge", "The most of it in each lane.", JOBS_MAX);
    exposition_family(out, "navicert_jobs_refused_total", "counter", "Work for which the queue was full.");
    for (unsigned lane = 0; lane < LANE_COUNT; lane++)
        exposition_sample(out, "navicert_jobs_refused_total", lanes[lane], (double)states[lane].refused);
}

static void write_screenings(struct json_out *out, const struct quota *screenings)
{
    exposition_single(out, "navicert_screenings", "gauge", "Files that are being screened.",
                      (double)atomic_load(&screenings->used));
    exposition_single(out, "navicert_screenings_max", "gauge", "The most at once.", (double)screenings->most);
    exposition_single(out, "navicert_screenings_refused_total", "counter", "Files refused because of that.",
                      (double)atomic_load(&screenings->refused));
}

void metrics_write_work(struct json_out *out, const struct context *context)
{
    write_versions(out, context);
    write_writes(out, context->meters);
    write_jobs(out, context);
    write_screenings(out, context->screenings);
}
