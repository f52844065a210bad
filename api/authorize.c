#include "api/authorize.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#define REALM "Bearer realm=\"navicert\""

/* What follows "Bearer"; NULL: no token was sent. */
static const char *bearer_of(const struct request *request)
{
    static const char scheme[] = "bearer";
    const char *at = request->authorization;
    if (!at || strncasecmp(at, scheme, sizeof scheme - 1) != 0 || at[sizeof scheme - 1] != ' ')
        return NULL;
    at += sizeof scheme - 1;
    at += strspn(at, " ");
    return *at ? at : NULL;
}

static enum problem challenge(struct reply *reply, const char *words, const char *detail)
{
    reply_fail(reply, PROBLEM_UNAUTHORIZED, "%s", detail);
    snprintf(reply->challenge, sizeof reply->challenge, "%s", words);
    return PROBLEM_UNAUTHORIZED;
}

static enum problem refuse_all(struct reply *reply)
{
    return reply_fail(
        reply, PROBLEM_WRITES_DISABLED,
        "Nobody can write to this instance: no token is valid here. Its operator makes one with "
        "'navicert token create --name NAME'.");
}

static int64_t monotonic_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* One sentence for what is unknown, malformed, not the secret of its id, or revoked: who guesses learns
 * nothing from it. That a token has expired learns only who has all of it. */
static enum problem refuse_token(struct api_worker *worker, const struct request *request, bool expired,
                                 struct reply *reply)
{
    const unsigned wait_s = failures_note(&worker->api->failures, request->client, monotonic_ms());
    if (wait_s == 0)
        return challenge(reply, REALM ", error=\"invalid_token\"",
                         expired ? "The token has expired."
                                 : "The token opens nothing here: it is not known, or was revoked.");
    reply_fail(reply, PROBLEM_QUOTA_EXCEEDED,
               "Too many requests with tokens that open nothing came from this address; reading, and writing "
               "with a valid token, go on.");
    reply->retry_after_s = wait_s;
    return PROBLEM_QUOTA_EXCEEDED;
}

/* Every token is looked up and compared with the operator's, whichever of them it is. */
static enum token_state check(struct api_worker *worker, const char *text, int64_t now_ms,
                              struct bearer *bearer)
{
    const bool is_operator = operator_token_is(&worker->api->operator, text);
    const enum token_state state = tokens_check(worker->store, text, now_ms, bearer);
    if (!is_operator)
        return state;
    *bearer = (struct bearer){OPERATOR_NAME, SCOPE_ADMIN};
    return TOKEN_VALID;
}

enum problem authorize_scopes(const struct bearer *bearer, unsigned wanted, struct reply *reply)
{
    char needed[SCOPES_TEXT_SIZE];
    if (scopes_allow(bearer->scopes, wanted))
        return PROBLEM_NONE;
    scopes_format(wanted, ' ', needed);
    reply_fail(reply, PROBLEM_FORBIDDEN, "That needs a token with the scope %s.", needed);
    snprintf(reply->challenge, sizeof reply->challenge, REALM ", error=\"insufficient_scope\", scope=\"%s\"",
             needed);
    return PROBLEM_FORBIDDEN;
}

enum problem authorize(struct api_worker *worker, const struct operation *operation,
                       const struct request *request, struct bearer *bearer, struct reply *reply)
{
    const char *text = bearer_of(request);
    const int64_t now_ms = instant_go_on(&worker->api->course);
    const enum token_state state = text ? check(worker, text, now_ms, bearer) : TOKEN_UNKNOWN;
    if (state == TOKEN_VALID)
        return authorize_scopes(bearer, operation->scopes, reply);
    bool writable = worker->api->operator.is_given;
    if (state == TOKEN_FAILED || (!writable && !tokens_any_valid(worker->store, now_ms, &writable)))
        return reply_fail(reply, PROBLEM_INTERNAL, "The store could not be read.");
    if (!writable)
        return refuse_all(reply);
    if (!text)
        return challenge(reply, REALM, "Send the header Authorization: Bearer, and a token.");
    return refuse_token(worker, request, state == TOKEN_EXPIRED, reply);
}
