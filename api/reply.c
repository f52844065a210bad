/* Replies: set up, and turned into problems. */
#include "api/reply.h"

#include "api/member.h"
#include "db/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char problem_type[] = "application/problem+json";

void reply_init(struct reply *reply, const struct request *request)
{
    *reply = (struct reply){
        .status = 200, .operation = "", .content_type = "application/json", .data_version = -1};
    reply->request = request;
}

void reply_undress(struct reply *reply)
{
    free(reply->link);
    reply->link = NULL;
    free(reply->location);
    reply->location = NULL;
    free(reply->counts);
    reply->counts = NULL;
    if (reply->source)
        reply->source->free(reply->source);
    reply->source = NULL;
    reply->minimal = false;
    reply->download_csv = false;
    reply->revision = 0;
}

void reply_done(struct reply *reply)
{
    json_out_done(&reply->out);
    reply_undress(reply);
}

struct json_out *reply_json(struct reply *reply)
{
    reply->status = 200;
    reply->content_type = "application/json";
    return &reply->out;
}

/* What is quoted in it may have been cut within a character. */
static void write_sentence(struct json_out *out, const char *name, const char *sentence)
{
    char *whole = strdup(sentence);
    if (whole)
        text_drop_broken(whole);
    member_text(out, name, whole);
    free(whole);
}

/* Everything up to `errors`; the object stays open. */
static struct json_out *begin_problem(struct reply *reply, enum problem problem, const char *detail)
{
    const bool pretty = reply->out.pretty;
    json_out_done(&reply->out);
    reply->out = (struct json_out){.pretty = pretty};
    reply->problem = problem;
    reply->status = problems[problem].status;
    reply->content_type = problem_type;
    reply->constant = NULL;
    reply->constant_gzip = NULL;
    reply->headers = NULL;
    reply->cache = CACHE_NO_STORE;
    reply->etag[0] = '\0';
    reply->challenge[0] = '\0';
    reply_undress(reply);
    if (reply->status == 503)
        reply->retry_after_s = 1;

    char code[PROBLEM_CODE_SIZE];
    problem_code(problem, code);
    char type[sizeof "/problems/" + PROBLEM_CODE_SIZE];
    snprintf(type, sizeof type, "/problems/%s", code);

    struct json_out *out = &reply->out;
    json_out_begin_object(out);
    member_text(out, "type", type);
    member_text(out, "title", problems[problem].title);
    member_integer(out, "status", reply->status);
    member_text(out, "code", code);
    write_sentence(out, "detail", detail);
    member_text(out, "instance", reply->request ? reply->request->id : NULL);
    return out;
}

enum problem reply_fail(struct reply *reply, enum problem problem, const char *detail, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, detail);
    const int length = vasprintf(&text, detail, arguments);
    va_end(arguments);

    struct json_out *out = begin_problem(reply, problem, length < 0 ? problems[problem].mend : text);
    json_out_end_object(out);
    if (length >= 0)
        free(text);
    return problem;
}

/* A pointer begins with a slash; a parameter does so only where one was sent that is none of ours. */
static void write_where(struct json_out *out, const struct request *request, const char *where)
{
    const bool pointer = *where == '/' && !(request && request_find(request, where));
    member_text(out, pointer ? "pointer" : "parameter", where);
}

static void write_fault(struct json_out *out, const struct request *request,
                        const struct parameter_fault *fault)
{
    json_out_begin_object(out);
    write_where(out, request, fault->parameter);
    if (fault->value) {
        member_text(out, "value", fault->value);
    }
    write_sentence(out, "detail", fault->detail);
    if (fault->suggestion[0]) {
        member_text(out, "suggestion", fault->suggestion);
    }
    json_out_end_object(out);
}

enum problem reply_fail_parameters(struct reply *reply, enum problem problem,
                                   const struct parameter_fault *faults, size_t count)
{
    struct json_out *out =
        begin_problem(reply, problem, count == 1 ? faults[0].detail : problems[problem].mend);
    json_out_key(out, "errors");
    json_out_begin_array(out);
    for (size_t i = 0; i < count; i++)
        write_fault(out, reply->request, &faults[i]);
    json_out_end_array(out);
    json_out_end_object(out);
    return problem;
}

enum problem reply_fail_names(struct reply *reply, enum problem problem, const struct name_fault *fault)
{
    char *detail = NULL;
    const int length = fault->count > 0
                           ? asprintf(&detail, "%s '%s' %s; did you mean '%s'?", fault->parameter,
                                      fault->value, fault->what, fault->candidates[0])
                           : asprintf(&detail, "%s '%s' %s.", fault->parameter, fault->value, fault->what);
    struct json_out *out = begin_problem(reply, problem, length < 0 ? problems[problem].mend : detail);
    json_out_key(out, "errors");
    json_out_begin_array(out);
    for (size_t i = 0; i < fault->count || i == 0; i++) {
        json_out_begin_object(out);
        write_where(out, reply->request, fault->parameter);
        member_text(out, "value", fault->value);
        if (fault->count > 0)
            member_text(out, "suggestion", fault->candidates[i]);
        else
            write_sentence(out, "detail", length < 0 ? problems[problem].mend : detail);
        json_out_end_object(out);
    }
    json_out_end_array(out);
    json_out_end_object(out);
    if (length >= 0)
        free(detail);
    return problem;
}

enum problem reply_fail_faults(struct reply *reply, enum problem problem, const struct faults *faults)
{
    if (faults->short_of_memory)
        return reply_fail(reply, PROBLEM_OVERLOADED, "There is no memory to check that at the moment.");
    struct json_out *out =
        begin_problem(reply, problem, faults->total == 1 ? faults->items[0].detail : problems[problem].mend);
    json_out_key(out, "errors");
    json_out_begin_array(out);
    for (size_t i = 0; i < faults->count; i++) {
        json_out_begin_object(out);
        member_text(out, "pointer", faults->items[i].pointer);
        member_text(out, "detail", faults->items[i].detail);
        json_out_end_object(out);
    }
    json_out_end_array(out);
    json_out_end_object(out);
    return problem;
}
