/* Any target, asked of the API in process with the bundled data set; search is the same with any words. */
#include "tests/fuzz/judge.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "server/uri.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of two, the same bytes. */
static void judge_again(struct request *request, const struct uri *uri, const struct reply *first)
{
    struct reply second;
    struct request again = *request;
    world_ask(&again, uri, &second);
    MUST(first->status == second.status, "asked again: %u, then %u", first->status, second.status);
    MUST(first->out.size == second.out.size &&
             (first->out.size == 0 || memcmp(first->out.text, second.out.text, first->out.size) == 0),
         "asked again, the answer is another");
    reply_done(&second);
}

static void ask(const char *target, enum method method, const char *accept)
{
    struct uri uri;
    char *room = malloc(strlen(target) + 1);
    MUST(room, "memory");
    if (uri_parse(target, room, &uri)) {
        struct request request = {.method = method, .accept = accept};
        struct reply reply;
        world_ask(&request, &uri, &reply);
        if (method == METHOD_GET)
            judge_again(&request, &uri, &reply);
        judge_reply(&reply, NULL);
    } else {
        MUST(uri.fault[0], "a refusal without a sentence");
    }
    free(room);
}

void target_route(const uint8_t *data, size_t size)
{
    struct choices choices = {data, size};
    static const enum method methods[] = {METHOD_GET,    METHOD_GET,     METHOD_GET,  METHOD_GET,
                                          METHOD_HEAD,   METHOD_OPTIONS, METHOD_POST, METHOD_PUT,
                                          METHOD_DELETE, METHOD_OTHER};
    static const char *const accepted[] = {NULL, "*/*", "text/csv", "application/x-ndjson",
                                           "application/atom+xml"};
    const enum method method = methods[choices_take(&choices, sizeof methods / sizeof methods[0])];
    const char *accept = accepted[choices_take(&choices, sizeof accepted / sizeof accepted[0])];
    char *target = choices_text(&choices);
    ask(target, method, accept);
    free(target);
}

void target_search(const uint8_t *data, size_t size)
{
    static const char *const paths[] = {"/v1/search", "/v1/events", "/v1/chips", "/v1/rulings"};
    struct choices choices = {data, size};
    const char *path = paths[choices_take(&choices, sizeof paths / sizeof paths[0])];
    char *target = malloc(3 * choices.size + 64);
    MUST(target, "memory");
    char *to = target + sprintf(target, "%s?limit=20&q=", path);
    for (size_t i = 0; i < choices.size; i++)
        to += sprintf(to, "%%%02X", choices.data[i]);
    ask(target, METHOD_GET, NULL);
    free(target);
}
