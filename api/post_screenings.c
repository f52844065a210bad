/* POST /v1/screenings: a file of questions, answered line by line. */
#include "operations.h"

#include "api/body.h"
#include "api/circumstances.h"
#include "api/intake.h"
#include "api/screening.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Seconds after which some file may be done. */
#define RETRY_AFTER_S 2

struct file {
    struct intake intake;
    struct quota *quota;
    struct screening *screening;
};

static bool take(struct intake *intake, const char *bytes, size_t size)
{
    struct file *file = (struct file *)intake;
    const bool wanted = screening_take(file->screening, bytes, size);
    intake->refusal = screening_refusal(file->screening, &intake->problem);
    return wanted;
}

static void free_file(struct intake *intake)
{
    struct file *file = (struct file *)intake;
    screening_close(file->screening);
    quota_give(file->quota);
    free(file);
}

static const struct {
    const char *type;
    enum lines_form form;
} media_types[] = {
    {"application/x-ndjson", LINES_NDJSON},
    {"application/ndjson", LINES_NDJSON},
    {"application/jsonl", LINES_NDJSON},
    {"application/json", LINES_ARRAY},
    {"text/csv", LINES_CSV},
};

/* Whatever parameters follow. */
static bool read_type(const char *content_type, enum lines_form *form)
{
    if (!content_type)
        return false;
    const size_t size = strcspn(content_type, "; \t");
    for (size_t i = 0; i < sizeof media_types / sizeof media_types[0]; i++) {
        if (strlen(media_types[i].type) != size || strncasecmp(content_type, media_types[i].type, size) != 0)
            continue;
        *form = media_types[i].form;
        return true;
    }
    return false;
}

static enum problem open_screening(const struct post_screenings_args *args, const struct context *context,
                                   struct screening **screening, struct reply *reply)
{
    struct screening_terms terms = {
        .format = args->list.format,
        .info = args->list.info,
        .destination = args->destination,
        .hq = args->hq,
        .export_from = args->export_from,
        .date = args->date,
    };
    const char *content_type = context->request->content_type;
    if (!read_type(content_type, &terms.form))
        return reply_fail(
            reply, PROBLEM_UNSUPPORTED_MEDIA_TYPE,
            "The body is sent %s%.100s%s; send lines of JSON as application/x-ndjson, an array as "
            "application/json, or text/csv.",
            content_type ? "as '" : "without saying what it is", content_type ? content_type : "",
            content_type ? "'" : "");
    if (!body_is_utf8(content_type))
        return reply_fail(
            reply, PROBLEM_UNSUPPORTED_MEDIA_TYPE,
            "The body is sent as '%.100s'; only UTF-8 is understood: convert it, as with iconv -f "
            "WINDOWS-1252 -t UTF-8.",
            content_type);
    const enum problem problem = circumstances_of_query(context, &terms.circumstances, reply);
    return problem == PROBLEM_NONE ? screening_open(context, &terms, screening, reply) : problem;
}

static enum problem open_file(const struct post_screenings_args *args, const struct context *context,
                              struct intake **intake, struct reply *reply)
{
    struct file *file = calloc(1, sizeof *file);
    if (!file)
        return reply_fail(reply, PROBLEM_OVERLOADED, "There is no memory for that file at the moment.");
    *file = (struct file){.intake = {.take = take, .free = free_file}, .quota = context->screenings};
    const enum problem problem = open_screening(args, context, &file->screening, reply);
    if (problem == PROBLEM_NONE)
        *intake = (struct intake *)file;
    else
        free(file);
    return problem;
}

enum problem begin_post_screenings(const struct post_screenings_args *args, const struct context *context,
                                   struct intake **intake, struct reply *reply)
{
    if (!quota_take(context->screenings)) {
        reply_fail(reply, PROBLEM_QUOTA_EXCEEDED,
                   "This server screens %u files at once, and as many are under way.",
                   context->screenings->most);
        reply->retry_after_s = RETRY_AFTER_S;
        return PROBLEM_QUOTA_EXCEEDED;
    }
    const enum problem problem = open_file(args, context, intake, reply);
    if (problem != PROBLEM_NONE)
        quota_give(context->screenings);
    return problem;
}

/* RFC 7240: preferences separated by commas, each with parameters after a semicolon. */
static bool prefers_minimal(const char *prefer)
{
    static const char minimal[] = "return=minimal", quoted[] = "return=\"minimal\"";
    while (prefer && *prefer) {
        prefer += strspn(prefer, " \t,");
        const size_t size = strcspn(prefer, ",; \t");
        if ((size == sizeof minimal - 1 && strncasecmp(prefer, minimal, size) == 0) ||
            (size == sizeof quoted - 1 && strncasecmp(prefer, quoted, size) == 0))
            return true;
        prefer += strcspn(prefer, ",");
    }
    return false;
}

static bool answer_rows(const struct post_screenings_args *args, struct screening *screening,
                        struct reply *reply)
{
    static const char *const types[LIST_FORMAT_COUNT] = {
        [LIST_JSON] = "application/json",
        [LIST_NDJSON] = "application/x-ndjson",
        [LIST_CSV] = "text/csv; charset=utf-8",
    };
    reply->source = screening_source(screening);
    reply->content_type = types[args->list.format];
    reply->download_csv = args->list.format == LIST_CSV;
    return reply->source != NULL;
}

enum problem post_screenings(const struct post_screenings_args *args, const struct context *context,
                             struct reply *reply)
{
    struct screening *screening = ((struct file *)context->request->intake)->screening;
    const enum problem problem = screening_finish(screening, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    reply->data_version = screening_version(screening);
    reply->counts = screening_counts(screening);
    reply->minimal = prefers_minimal(context->request->prefer);
    bool made = reply->counts != NULL;
    if (made && reply->minimal)
        screening_summarize(screening, reply_json(reply));
    else if (made)
        made = answer_rows(args, screening, reply);
    return made ? PROBLEM_NONE
                : reply_fail(reply, PROBLEM_OVERLOADED, "There is no memory for that answer at the moment.");
}
