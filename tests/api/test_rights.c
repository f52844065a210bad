/* Rights within a change set: of each kind its scope, judged before any document in it. */
#include "tests/api/stored.h"

#include "db/tokens.h"

#include <criterion/criterion.h>
#include <string.h>

static struct stored *stored;
static char header[80];

static void start(void)
{
    stored = stored_open();
}

static void stop(void)
{
    stored_close(stored);
}

static void hold(const char *name, unsigned scopes)
{
    char text[TOKEN_TEXT_SIZE], reason[STORE_REASON_SIZE];
    cr_assert(tokens_create(stored->writer, name, scopes, NULL, text, reason), "%s", reason);
    snprintf(header, sizeof header, "Bearer %s", text);
    stored->request.authorization = header;
}

#define DELETION(kind) "{'op':'delete','kind':'" kind "','id':'there-is-none','replaces':1}"

static unsigned post(const char *changes)
{
    char body[1024];
    snprintf(body, sizeof body, "{'note':'n','changes':[%s]}", changes);
    return stored_send(stored, METHOD_POST, "/v1/changes", body);
}

Test(rights, a_change_set_needs_the_scope_of_each_kind_in_it, .init = start, .fini = stop)
{
    static const struct {
        unsigned scopes;
        const char *changes;
        const char *needed; /* NULL: it is let in */
    } rows[] = {
        {SCOPE_WRITE_EVENTS, DELETION("event"), NULL},
        {SCOPE_WRITE_EVENTS, DELETION("event") "," DELETION("chip"), "write:chips"},
        {SCOPE_WRITE_EVENTS, DELETION("ruling") "," DELETION("event"), "write:rulings"},
        {SCOPES_DEFAULT, DELETION("ruling") "," DELETION("event") "," DELETION("chip"), NULL},
        {SCOPES_DEFAULT, DELETION("event") "," DELETION("group"), "admin"},
        {SCOPES_DEFAULT, DELETION("destination"), "admin"},
        {SCOPES_DEFAULT, DELETION("dispute"), "admin"},
        {SCOPES_DEFAULT, DELETION("dataset"), "admin"},
        {SCOPE_ADMIN, DELETION("dispute") "," DELETION("chip"), NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char name[16];
        snprintf(name, sizeof name, "row %zu", i);
        hold(name, rows[i].scopes);
        const unsigned status = post(rows[i].changes);
        if (!rows[i].needed) {
            cr_expect(status == 412 || status == 422, "row %zu: %s", i, stored->reply.out.text);
            continue;
        }
        json_t *problem = stored_body(stored);
        char detail[96];
        snprintf(detail, sizeof detail, "That needs a token with the scope %s.", rows[i].needed);
        cr_expect_eq(status, 403, "row %zu: %s", i, stored->reply.out.text);
        cr_expect_str_eq(stored_text(problem, "detail"), detail);
        cr_expect(strstr(stored->reply.challenge, rows[i].needed), "%s", stored->reply.challenge);
        json_decref(problem);
    }
}

Test(rights, a_token_without_any_scope_writes_nothing, .init = start, .fini = stop)
{
    hold("nobody", 0);
    cr_expect_eq(post(DELETION("event")), 403);
    cr_expect_eq(stored_send(stored, METHOD_POST, "/v1/changes", "no JSON"), 403, "before the body is read");
    cr_expect_eq(stored_send(stored, METHOD_DELETE, "/v1/chips/acme-one?unknown=1", ""), 403);
}

/* The token that wrote is the actor, and what was let in is told its outcome also when it is revoked. */
Test(rights, the_name_of_the_token_is_the_actor, .init = start, .fini = stop)
{
    hold("ann the analyst", SCOPE_ADMIN);
    cr_assert_eq(post("{'op':'put','kind':'group','id':'X:1','replaces':null,'document':{'id':'X:1','name':"
                      "'X','description':'d','source':null}}"),
                 201, "%s", stored->reply.out.text);
    json_t *receipt = stored_body(stored);
    cr_expect_str_eq(stored_text(receipt, "actor"), "ann the analyst");
    json_decref(receipt);
}
