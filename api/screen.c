/* Screens a local file. */
#include "api/screen.h"

#include "operations.h"

#include "api/context.h"
#include "api/params.h"
#include "api/screening.h"
#include "api/view.h"
#include "db/report.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum exit_code { EXIT_OUR_FAULT = 1, EXIT_NOT_UNDERSTOOD };

struct screen {
    struct view view;
    struct screening *screening;
    struct source *source;
};

static struct date today(void)
{
    const time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    return (struct date){(utc.tm_year + 1900) * 10000 + (utc.tm_mon + 1) * 100 + utc.tm_mday};
}

/* The problem's own words, for the terminal. */
static void print_problem(struct reply *reply)
{
    json_t *problem =
        json_out_finish(&reply->out) ? json_loadb(reply->out.text, reply->out.size, 0, NULL) : NULL;
    const char *detail = json_string_value(json_object_get(problem, "detail"));
    report_error("%s", detail ? detail : "the file could not be answered");
    json_decref(problem);
}

/* 0: there is none, which is told. */
static int64_t find_version(struct store *store, const char *known_at)
{
    const int64_t head = store_head(store);
    struct moment moment;
    if (!known_at)
        return head;
    if (!param_parse_moment(known_at, &moment)) {
        report_error("known-at '%s' must be a data version such as 1, or an instant such as "
                     "2026-10-12T00:00:00Z",
                     known_at);
        return 0;
    }
    const int64_t version = moment.instant ? store_version_at(store, moment.instant) : moment.version;
    if (version > 0 && version <= head)
        return version;
    report_error("known-at %s: there is no such data version; the latest is %" PRId64, known_at, head);
    return 0;
}

static const struct list_info *find_columns(void)
{
    for (size_t i = 0; i < operation_count; i++) {
        if (strcmp(operations[i].id, "post_screenings") == 0)
            return operations[i].list;
    }
    assert(!"the operation is in openapi.yaml");
    return NULL;
}

static bool read_date(const char *text, struct date *date)
{
    if (!text || strcmp(text, "today") == 0 || date_parse(text, date))
        return true;
    report_error("date '%s' must be a day such as 2026-06-01, or today", text);
    return false;
}

static bool begin(struct screen *screen, struct store *store, const struct screen_ask *ask)
{
    static const enum list_format formats[] = {
        [SCREEN_NDJSON] = LIST_NDJSON, [SCREEN_CSV] = LIST_CSV, [SCREEN_JSON] = LIST_JSON};
    const struct request request = {.id = "", .today = today()};
    const struct context context = {.request = &request,
                                    .rules = screen->view.rules,
                                    .store = store,
                                    .at = screen->view.at,
                                    .dataset = screen->view.dataset};
    struct screening_terms terms = {
        .form = ask->form,
        .format = formats[ask->format],
        .info = find_columns(),
        .destination = ask->destination,
        .hq = ask->hq,
        .export_from = ask->export_from,
    };
    struct reply reply;
    if (!read_date(ask->date, &terms.date))
        return false;
    reply_init(&reply, &request);
    const enum problem problem = screening_open(&context, &terms, &screen->screening, &reply);
    if (problem != PROBLEM_NONE)
        print_problem(&reply);
    reply_done(&reply);
    return problem == PROBLEM_NONE;
}

struct screen *screen_open(struct store *store, const struct screen_ask *ask, int *code)
{
    *code = EXIT_NOT_UNDERSTOOD;
    const int64_t version = find_version(store, ask->known_at);
    if (version == 0)
        return NULL;
    struct screen *screen = calloc(1, sizeof *screen);
    if (!screen || !view_open(&screen->view, store, version)) {
        *code = EXIT_OUR_FAULT;
        free(screen);
        return NULL;
    }
    if (begin(screen, store, ask))
        return screen;
    screen_close(screen);
    return NULL;
}

void screen_close(struct screen *screen)
{
    if (!screen)
        return;
    if (screen->source)
        screen->source->free(screen->source);
    screening_close(screen->screening);
    view_close(&screen->view);
    free(screen);
}

bool screen_take(struct screen *screen, const char *bytes, size_t size)
{
    return screening_take(screen->screening, bytes, size);
}

uint32_t screen_count(const struct screen *screen)
{
    return screening_count(screen->screening);
}

bool screen_finish(struct screen *screen)
{
    struct reply reply;
    const struct request request = {.id = ""};
    reply_init(&reply, &request);
    const enum problem problem = screening_finish(screen->screening, &reply);
    if (problem != PROBLEM_NONE)
        print_problem(&reply);
    else
        screen->source = screening_source(screen->screening);
    if (problem == PROBLEM_NONE && !screen->source)
        report_error("there is no memory for the answer");
    reply_done(&reply);
    return screen->source != NULL;
}

size_t screen_read(struct screen *screen, char *room, size_t size)
{
    return screen->source->read(screen->source, room, size);
}

bool screen_print_summary(const struct screen *screen, FILE *to)
{
    char *counts = screening_counts(screen->screening);
    fprintf(to, "%s\n", counts ? counts : "there is no memory for the summary");
    free(counts);
    return screening_is_clean(screen->screening);
}
