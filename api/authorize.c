#include "api/authorize.h"

#include "db/instant.h"

#include <string.h>
#include <strings.h>

/* What follows "Bearer", or NULL. */
static const char *bearer_of(const struct request *request)
{
    static const char scheme[] = "bearer";
    const char *at = request->authorization;
    if (!at || strncasecmp(at, scheme, sizeof scheme - 1) != 0 || at[sizeof scheme - 1] != ' ')
        return NULL;
    at += sizeof scheme - 1;
    return at + strspn(at, " ");
}

static enum problem refuse(const struct api_worker *worker, int64_t now_ms, const char *why,
                           struct reply *reply)
{
    if (!worker->api->operator.is_given && !tokens_any_valid(worker->store, now_ms))
        return reply_fail(
            reply, PROBLEM_WRITES_DISABLED,
            "Nobody can write to this instance: no token is valid here. Its operator makes one with "
            "'navicert token create --name NAME'.");
    return reply_fail(reply, PROBLEM_UNAUTHORIZED, "%s", why);
}

enum problem authorize(const struct api_worker *worker, const struct request *request,
                       char actor[static ACTOR_SIZE], struct reply *reply)
{
    const char *bearer = bearer_of(request);
    const int64_t now_ms = instant_now();
    if (!bearer || !*bearer)
        return refuse(worker, now_ms, "Send the header Authorization: Bearer, and a token.", reply);
    if (operator_token_is(&worker->api->operator, bearer)) {
        memcpy(actor, OPERATOR_NAME, sizeof OPERATOR_NAME);
        return PROBLEM_NONE;
    }
    switch (tokens_check(worker->store, bearer, now_ms, actor)) {
    case TOKEN_VALID:
        return PROBLEM_NONE;
    case TOKEN_EXPIRED:
        return refuse(worker, now_ms, "The token has expired.", reply);
    case TOKEN_REVOKED:
        return refuse(worker, now_ms, "The token was revoked.", reply);
    case TOKEN_UNKNOWN:
        return refuse(worker, now_ms, "The token is not known.", reply);
    case TOKEN_FAILED:
        break;
    }
    return reply_fail(reply, PROBLEM_INTERNAL, "The store could not be read.");
}
