/* Which requests are the dashboard's, with a dashboard and without one. */
#include "server/dashboard.h"

#include "api/api.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static const struct dashboard_file files[] = {
    {"/", "text/html; charset=utf-8", "\"p\"", "<p>", 3, NULL, 0},
    {"/assets/main-1.js", "text/javascript; charset=utf-8", "\"s\"", "1;", 2, "z", 1}};
static const char *const addresses[] = {"/", "/chips", "/chips/*", "/a/*/b", "/*/deep"};
static const struct dashboard with = {files, files + 1, 1, addresses, 5};
static const struct dashboard without = {NULL, NULL, 0, addresses, 5};

struct asked {
    bool built;
    enum method method;
    char path[32];
    unsigned status; /* 0: the API answers */
};

ParameterizedTestParameters(dashboard, answers_what_is_its_own_and_nothing_else)
{
    static struct asked rows[] = {
        {true, METHOD_GET, "/", 200},
        {true, METHOD_HEAD, "/", 200},
        {true, METHOD_OPTIONS, "/", 204},
        {true, METHOD_POST, "/", 405},
        {true, METHOD_OTHER, "/chips/h20", 405},
        {true, METHOD_GET, "/chips", 200},
        {true, METHOD_GET, "/chips/h20", 200},
        {true, METHOD_GET, "/chips/*", 200},
        {true, METHOD_GET, "/a/x/b", 200},
        {true, METHOD_GET, "/a/x/c", 0},
        {true, METHOD_GET, "/a//b", 0},
        {true, METHOD_GET, "/chips/", 0},
        {true, METHOD_GET, "/chips/a/b", 0},
        {true, METHOD_GET, "/chip", 0},
        {true, METHOD_GET, "/chipss", 0},
        {true, METHOD_GET, "", 0},
        {true, METHOD_GET, "/nonsense", 0},
        {true, METHOD_GET, "/v1", 0},
        {true, METHOD_GET, "/v1/chips", 0},
        {true, METHOD_GET, "/v1/deep", 0},
        {true, METHOD_GET, "/v2/deep", 200},
        {true, METHOD_GET, "/healthz", 0},
        {true, METHOD_GET, "/assets/main-1.js", 200},
        {true, METHOD_DELETE, "/assets/main-1.js", 405},
        {true, METHOD_GET, "/assets/main-2.js", 404},
        {true, METHOD_GET, "/assets/../assets/main-1.js", 404},
        {true, METHOD_GET, "/assets/", 404},
        {true, METHOD_GET, "/assets", 0},
        {false, METHOD_GET, "/", 404},
        {false, METHOD_GET, "/chips/h20", 404},
        {false, METHOD_GET, "/assets/main-1.js", 404},
        {false, METHOD_PUT, "/", 405},
        {false, METHOD_GET, "/nonsense", 0},
    };
    return cr_make_param_array(struct asked, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct asked *row, dashboard, answers_what_is_its_own_and_nothing_else)
{
    const struct request request = {.method = row->method, .path = row->path, .id = "TEST"};
    struct reply reply = {.status = 0};
    cr_expect_eq(dashboard_answer(row->built ? &with : &without, &request, &reply), row->status != 0, "%s",
                 row->path);
    cr_expect_eq(reply.status, row->status, "%s: %u", row->path, reply.status);
    if (row->status != 0) {
        cr_expect_str_eq(reply.operation, "dashboard");
        cr_expect_eq(reply.route, METER_DASHBOARD);
        cr_expect_str_eq(reply.allow, "GET, HEAD, OPTIONS");
    }
    cr_expect_eq(reply.constant == files[0].bytes && reply.cache == CACHE_REVALIDATE,
                 row->status == 200 && !strstr(row->path, "assets"), "%s", row->path);
    reply_done(&reply);
}

Test(dashboard, a_program_without_it_says_so_and_how_to_get_it)
{
    const struct request request = {.path = "/", .id = "TEST"};
    struct reply reply;
    cr_assert(dashboard_answer(&without, &request, &reply));
    cr_expect_eq(reply.problem, PROBLEM_NOT_FOUND);
    cr_expect(strstr(reply.out.text, "built without the dashboard"));
    cr_expect(strstr(reply.out.text, "make DASHBOARD=yes"));
    cr_expect(strstr(reply.out.text, "GET /v1"));
    reply_done(&reply);
}

struct missing {
    bool built;
    enum method method;
    char path[32];
    char accept[64];
    unsigned route;
    bool page;
};

ParameterizedTestParameters(dashboard, only_a_browser_is_shown_what_is_missing)
{
    static struct missing rows[] = {
        {true, METHOD_GET, "/nonsense", "text/html,*/*;q=0.8", METER_NO_ROUTE, true},
        {true, METHOD_HEAD, "/nonsense", "text/html", METER_NO_ROUTE, true},
        {true, METHOD_GET, "/v10", "text/html", METER_NO_ROUTE, true},
        {true, METHOD_GET, "/nonsense", "*/*", METER_NO_ROUTE, false},
        {true, METHOD_POST, "/nonsense", "text/html", METER_NO_ROUTE, false},
        {true, METHOD_GET, "/v1", "text/html", METER_NO_ROUTE, false},
        {true, METHOD_GET, "/v1/nonsense", "text/html", METER_NO_ROUTE, false},
        {true, METHOD_GET, "/problems/nonsense", "text/html", METER_OPERATIONS, false},
        {true, METHOD_GET, "/assets/nonsense", "text/html", METER_DASHBOARD, false},
        {false, METHOD_GET, "/nonsense", "text/html", METER_NO_ROUTE, false},
    };
    return cr_make_param_array(struct missing, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct missing *row, dashboard, only_a_browser_is_shown_what_is_missing)
{
    const struct request request = {
        .method = row->method, .path = row->path, .accept = row->accept, .id = "TEST"};
    struct reply reply;
    api_fail(&request, PROBLEM_NOT_FOUND, "Nothing.", &reply);
    reply.route = row->route;
    dashboard_show_missing(row->built ? &with : &without, &request, &reply);
    cr_expect_eq(reply.constant == files[0].bytes, row->page, "%s %s", row->path, row->accept);
    cr_expect_eq(reply.status, 404);
    cr_expect_str_empty(reply.etag);
    reply_done(&reply);
}

Test(dashboard, what_is_there_is_never_replaced)
{
    const struct request request = {.path = "/healthz", .accept = "text/html", .id = "TEST"};
    struct reply reply;
    reply_init(&reply, &request);
    dashboard_show_missing(&with, &request, &reply);
    cr_expect_null(reply.constant);
    reply_done(&reply);
}
