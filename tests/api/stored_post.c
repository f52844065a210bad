#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

json_t *stored_post(struct stored *stored, const char *target, const char *json)
{
    char *body = strdup(json);
    for (char *at = body; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    stored->request.method = METHOD_POST;
    stored->request.content_type = "application/json";
    stored->request.body = body;
    stored->request.body_size = strlen(body);
    stored_ask(stored, target);
    stored->request.method = METHOD_GET;
    stored->request.content_type = NULL;
    stored->request.body = NULL;
    stored->request.body_size = 0;
    free(body);
    json_t *answer = json_loadb(stored->reply.out.text, stored->reply.out.size, JSON_REJECT_DUPLICATES, NULL);
    cr_assert(answer, "%s", stored->reply.out.text);
    return answer;
}
