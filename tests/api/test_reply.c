/* Problems in each of their shapes, whatever was written before them. */
#include "api/reply.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const struct request request = {.id = "TEST"};
static struct reply reply;

static void open_reply(void)
{
    reply_init(&reply, &request);
}

static void close_reply(void)
{
    reply_done(&reply);
}

TestSuite(reply, .init = open_reply, .fini = close_reply);

static void expect_body(const char *wanted)
{
    cr_assert(json_out_finish(&reply.out));
    cr_expect_str_eq(reply.out.text, wanted);
    cr_expect_str_eq(reply.content_type, "application/problem+json");
}

Test(reply, a_problem_replaces_what_was_written_and_what_was_said_of_it)
{
    struct json_out *out = reply_json(&reply);
    json_out_begin_object(out);
    json_out_key(out, "half");
    reply.cache = CACHE_PINNED;
    reply.download_csv = true;
    reply.revision = 3;
    reply.link = strdup("</next>; rel=\"next\"");
    strcpy(reply.etag, "\"1\"");
    static const struct reply_header headers[] = {{"Of", "the page"}, {NULL, NULL}};
    reply.constant = reply.constant_gzip = "a page";
    reply.headers = headers;
    cr_assert_eq(reply_fail(&reply, PROBLEM_GONE, "%s is 100%% gone.", "It"), PROBLEM_GONE);
    expect_body("{\"type\":\"/problems/gone\",\"title\":\"Gone\",\"status\":410,\"code\":\"gone\","
                "\"detail\":\"It is 100% gone.\",\"instance\":\"TEST\"}");
    cr_expect_eq(reply.status, 410);
    cr_expect_eq(reply.problem, PROBLEM_GONE);
    cr_expect_eq(reply.cache, CACHE_NO_STORE);
    cr_expect_not(reply.download_csv);
    cr_expect_eq(reply.revision, 0);
    cr_expect_null(reply.link);
    cr_expect_null(reply.constant);
    cr_expect_null(reply.constant_gzip);
    cr_expect_null(reply.headers);
    cr_expect_str_empty(reply.etag);
    cr_expect_eq(reply.retry_after_s, 0);
}

Test(reply, of_two_problems_the_last_is_told)
{
    reply_fail(&reply, PROBLEM_GONE, "First.");
    reply_fail(&reply, PROBLEM_OVERLOADED, "Second.");
    expect_body(
        "{\"type\":\"/problems/overloaded\",\"title\":\"Overloaded\",\"status\":503,\"code\":\"overloaded\","
        "\"detail\":\"Second.\",\"instance\":\"TEST\"}");
    cr_expect_eq(reply.retry_after_s, 1, "a 503 says when to come back");
}

Test(reply, parameters_are_named_with_value_and_suggestion)
{
    const struct parameter_fault faults[] = {{.parameter = "vendr",
                                              .value = "a\"b",
                                              .detail = "No parameter has that name.",
                                              .suggestion = "vendor"},
                                             {.parameter = "chip", .detail = "It is required."}};
    reply_fail_parameters(&reply, PROBLEM_MISSING_PARAMETER, faults, 2);
    expect_body("{\"type\":\"/problems/missing_parameter\",\"title\":\"Missing parameter\",\"status\":400,"
                "\"code\":\"missing_parameter\",\"detail\":\"A required parameter was not given. The error "
                "names it.\","
                "\"instance\":\"TEST\",\"errors\":[{\"parameter\":\"vendr\",\"value\":\"a\\\"b\","
                "\"detail\":\"No parameter has that name.\",\"suggestion\":\"vendor\"},"
                "{\"parameter\":\"chip\",\"detail\":\"It is required.\"}]}");
}

Test(reply, a_single_fault_is_the_detail)
{
    const struct parameter_fault fault = {.parameter = "chip", .detail = "It is required."};
    reply_fail_parameters(&reply, PROBLEM_MISSING_PARAMETER, &fault, 1);
    cr_assert(json_out_finish(&reply.out));
    cr_expect(strstr(reply.out.text, "\"detail\":\"It is required.\",\"instance\""));
}

Test(reply, a_name_comes_with_its_candidates)
{
    static const char *const candidates[] = {"acme-one", "acme-two"};
    const struct name_fault fault = {
        .parameter = "chip", .value = "acme", .what = "is not known", .candidates = candidates, .count = 2};
    reply_fail_names(&reply, PROBLEM_UNKNOWN_CHIP, &fault);
    expect_body(
        "{\"type\":\"/problems/unknown_chip\",\"title\":\"No such "
        "chip\",\"status\":404,\"code\":\"unknown_chip\","
        "\"detail\":\"chip 'acme' is not known; did you mean 'acme-one'?\",\"instance\":\"TEST\",\"errors\":["
        "{\"parameter\":\"chip\",\"value\":\"acme\",\"suggestion\":\"acme-one\"},"
        "{\"parameter\":\"chip\",\"value\":\"acme\",\"suggestion\":\"acme-two\"}]}");
}

Test(reply, a_name_without_candidates_is_named_all_the_same)
{
    const struct name_fault fault = {.parameter = "hq", .value = "%s", .what = "is not known"};
    reply_fail_names(&reply, PROBLEM_UNKNOWN_DESTINATION, &fault);
    cr_assert(json_out_finish(&reply.out));
    cr_expect(
        strstr(reply.out.text,
               "\"detail\":\"hq '%s' is not known.\",\"instance\":\"TEST\",\"errors\":[{\"parameter\":\"hq\","
               "\"value\":\"%s\",\"detail\":\"hq '%s' is not known.\"}]}"));
}

/* What looks like a pointer is the name of a parameter where such a one was sent. */
Test(reply, a_parameter_may_begin_with_a_slash)
{
    const struct pair pair = {"/x", "1"};
    const struct request sent = {.id = "TEST", .query = &pair, .query_count = 1};
    const struct parameter_fault faults[] = {{.parameter = "/x", .detail = "No."},
                                             {.parameter = "/y", .detail = "caf\xc3"}};
    reply_done(&reply);
    reply_init(&reply, &sent);
    reply_fail_parameters(&reply, PROBLEM_UNKNOWN_PARAMETER, faults, 2);
    cr_assert(json_out_finish(&reply.out));
    cr_expect(strstr(reply.out.text, "{\"parameter\":\"/x\""), "%s", reply.out.text);
    cr_expect(strstr(reply.out.text, "{\"pointer\":\"/y\",\"detail\":\"caf\"}"), "%s", reply.out.text);
}

Test(reply, faults_of_a_document_have_pointers)
{
    struct faults faults = {0};
    faults_add(&faults, "/0/id", "must be given");
    reply_fail_faults(&reply, PROBLEM_INVALID_CONTENT, &faults);
    cr_assert(json_out_finish(&reply.out));
    cr_expect(strstr(reply.out.text, "\"errors\":[{\"pointer\":\"/0/id\",\"detail\":\"must be given\"}]}"));
    cr_expect_eq(reply.status, 422);
    faults_done(&faults);
}

Test(reply, a_problem_stays_as_pretty_as_the_answer_would_have_been)
{
    reply.out.pretty = true;
    reply_fail(&reply, PROBLEM_GONE, "Gone.");
    cr_assert(json_out_finish(&reply.out));
    cr_expect(strstr(reply.out.text, "{\n  \"type\": \"/problems/gone\""));
}
