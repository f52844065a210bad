/* A ruling that nobody knew of yet. On Monday, 7 December 2026, at nine, the analyst records a rule that will
 * ask for a license to Singapore from 1 January on. On Tuesday at nine she corrects it: the review is case
 * by case, not presumed to be approved. What was answered before each of these can still be asked for, on
 * either side of the first of January. Told to a real server under a clock that is set. */
#include "tests/scenarios/story.h"

#include "db/tokens.h"
#include "tests/http/fake_clock.h"
#include "tests/http/wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RULE "us-bis-2026-12-07-singapore"

/* Sunday night, Monday noon, Tuesday noon. */
#define BEFORE "2026-12-06T22:00:00Z"
#define BETWEEN "2026-12-07T12:00:00Z"
#define AFTER "2026-12-08T12:00:00Z"

#define DRAFT                                                                                                \
    "{'id':'" RULE "','title':'Chips for Singapore','standing':'operative','jurisdiction':'US',"             \
    "'issuer':'Bureau of Industry and Security','kind':'rule','amends':[],'supersedes':[],'suspends':[],"    \
    "'citations':[{'text':'91 FR 99999','url':null}],'confidence':'high','announced_on':'2026-12-07',"       \
    "'published_on':null,'effective_from':'2027-01-01','effective_until':null,"                              \
    "'verified_through':'2026-12-07','notes':null,'summary':'Asks for a license to Singapore.',"             \
    "'sources':[{'title':'Chips for Singapore','publisher':'Federal "                                        \
    "Register','published_on':'2026-12-07','url':'https://www.federalregister.gov/'}],"                      \
    "'provisions':[{'id':'" RULE "#1','effect':'license_required','chips':null,"                             \
    "'eccns':['3A090.a','4A090.a'],'cite':'15 CFR 742.6','conditions':[],"                                   \
    "'destinations':{'include':['SG'],'exclude':[],'headquartered_in':[]},'effective_from':null,"            \
    "'effective_until':null,'exception':null,'export_from':null,'import_status':null,"                       \
    "'no_exceptions':false,'policy':'presumption_of_approval','predicate':null,'priority':1,"                \
    "'targets':[],'text':'A license to Singapore.'}]}"

static struct server server;
static struct fake_clock wall;
static char token[TOKEN_TEXT_SIZE];

/* The text with the data version for each '#': so many after those that come with the program. Four stay
 * valid at a time. */
static const char *versioned(const char *text, long long after)
{
    static char texts[8][160];
    static size_t last;
    char *to = texts[last = (last + 1) % 8];
    size_t size = 0;
    for (; *text && size < sizeof texts[0] - 24; text++)
        size += (size_t)(*text == '#' ? snprintf(to + size, 24, "%lld", BUNDLED_HEAD + after)
                                      : snprintf(to + size, 2, "%c", *text));
    return to;
}

static unsigned fetch_served(const char *target, char **body)
{
    char request[2048];
    struct answer answer;
    snprintf(request, sizeof request, "GET %.1900s HTTP/1.1\r\nHost: t\r\n\r\n", target);
    wire_ask(&server, request, &answer);
    *body = answer.body;
    return answer.status;
}

static void make_token(void)
{
    struct store *store = NULL;
    char reason[STORE_REASON_SIZE];
    cr_assert(store_open(server.database, STORE_WRITE, &store, reason), "%s", reason);
    cr_assert(tokens_create(store, "analyst", SCOPES_DEFAULT, NULL, token, reason), "%s", reason);
    store_close(store);
}

static void start(void)
{
    fake_clock_open(&wall, BEFORE);
    harness_start_under(&server, NULL, wall.variables);
    make_token();
    story_open_elsewhere(fetch_served);
}

static void stop(void)
{
    story_close_elsewhere();
    cr_expect_eq(harness_stop(&server), 0, "the server did not end in order");
    fake_clock_close(&wall);
}

TestSuite(new_ruling, .init = start, .fini = stop, .timeout = 60);

/* Sends the rule with that review policy at that instant, as who holds the token. */
static void put_rule(const char *instant, const char *policy, const char *precondition, unsigned status)
{
    json_t *rule = stored_json(DRAFT);
    json_object_set_new(json_array_get(json_object_get(rule, "provisions"), 0), "policy",
                        json_string(policy));
    char *body = json_dumps(rule, JSON_COMPACT);
    json_decref(rule);
    char *request = NULL;
    cr_assert_gt(asprintf(&request,
                          "PUT /v1/rulings/" RULE " HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer %s\r\n%s\r\n"
                          "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
                          token, precondition, strlen(body), body),
                 0);
    struct answer answer;
    fake_clock_set(&wall, instant);
    wire_ask(&server, request, &answer);
    cr_assert_eq(answer.status, status, "%s at %s: %u %s", precondition, instant, answer.status, answer.body);
    answer_done(&answer);
    free(request);
    free(body);
}

static void record_on_monday(void)
{
    put_rule("2026-12-07T09:00:00Z", "presumption_of_approval", "If-None-Match: *", 201);
}

static void correct_on_tuesday(void)
{
    put_rule("2026-12-08T09:00:00Z", "case_by_case", versioned("If-Match: \"r#\"", 1), 200);
}

Test(new_ruling, three_moments_of_knowledge_on_both_sides_of_its_day)
{
    static const struct {
        const char *known_at;
        const char *date;
        const char *outcome;
        const char *policy;
        const char *because;
        const char *next_change;
    } rows[] = {
        {BEFORE, "2026-12-31", "no_license_required", NULL, "", NULL},
        {BEFORE, "2027-01-01", "no_license_required", NULL, "", NULL},
        {BETWEEN, "2026-12-31", "no_license_required", NULL, "", "2027-01-01"},
        {BETWEEN, "2027-01-01", "license_required", "presumption_of_approval", RULE, NULL},
        {AFTER, "2026-12-31", "no_license_required", NULL, "", "2027-01-01"},
        {AFTER, "2027-01-01", "license_required", "case_by_case", RULE, NULL},
        {NULL, "2026-12-31", "no_license_required", NULL, "", "2027-01-01"},
        {NULL, "2027-01-01", "license_required", "case_by_case", RULE, NULL},
    };
    record_on_monday();
    correct_on_tuesday();
    fake_clock_set(&wall, "2026-12-22T12:00:00Z");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        as_known_at(rows[i].known_at);
        ask("b200", "SG", rows[i].date);
        expect_outcome(rows[i].outcome);
        expect_policy(rows[i].policy);
        expect_because(rows[i].because);
        expect_next_change(rows[i].next_change, RULE);
    }
}

/* At nine she records it, and at one past nine every answer shows it. */
Test(new_ruling, it_is_seen_by_the_next_request)
{
    ask("b200", "SG", "2027-01-01");
    expect_outcome("no_license_required");
    record_on_monday();
    ask("b200", "SG", "2027-01-01");
    expect_outcome("license_required");
    ask("b200", "SG", NULL);
    expect_outcome("no_license_required");
    expect_next_change("2027-01-01", RULE);
    fake_clock_set(&wall, "2027-01-01T00:00:00Z");
    ask("b200", "SG", NULL);
    expect_outcome("license_required");
}

/* A receipt of Monday noon is the same on Tuesday, to the byte, though the ruling was corrected. */
Test(new_ruling, what_was_answered_in_between_stays_what_it_was)
{
    const char *const receipts[] = {
        versioned("/v1/eligibility?chip=b200&destination=SG&date=2027-01-01&known_at=#", 1),
        versioned("/v1/eligibility?chip=b200&destination=SG&date=2027-01-01&known_at=#", 0),
        versioned("/v1/history?chip=b200&destination=SG&from=2026-01-01&known_at=#", 1),
        versioned("/v1/rulings/" RULE "?date=2026-12-07&known_at=#", 1)};
    enum { RECEIPTS = sizeof receipts / sizeof receipts[0] };
    char *monday[RECEIPTS];
    record_on_monday();
    for (size_t i = 0; i < RECEIPTS; i++)
        cr_assert_eq(story_fetch(receipts[i], &monday[i]), 200, "%s: %s", receipts[i], monday[i]);
    correct_on_tuesday();
    for (size_t i = 0; i < RECEIPTS; i++) {
        char *tuesday = NULL;
        story_fetch(receipts[i], &tuesday);
        cr_expect_str_eq(tuesday, monday[i], "%s", receipts[i]);
        free(tuesday);
        free(monday[i]);
    }
}

/* Who still holds Monday's text cannot undo Tuesday's correction, and nobody can without saying what he
 * replaces. */
Test(new_ruling, a_correction_is_not_overwritten_unseen)
{
    record_on_monday();
    correct_on_tuesday();
    put_rule("2026-12-08T10:00:00Z", "policy_of_denial", versioned("If-Match: \"r#\"", 1), 412);
    put_rule("2026-12-08T10:00:00Z", "policy_of_denial", "If-None-Match: *", 412);
    put_rule("2026-12-08T10:00:00Z", "policy_of_denial", "X-None: 1", 428);
    token[TOKEN_TEXT_SIZE - 2] ^= 1;
    put_rule("2026-12-08T10:00:00Z", "policy_of_denial", versioned("If-Match: \"r#\"", 2), 401);
    ask("b200", "SG", "2027-01-01");
    expect_policy("case_by_case");
}

/* Its own page tells the same: not there, as first written, as corrected, each with the moment at which it
 * was recorded. */
Test(new_ruling, its_page_has_three_states)
{
    const struct {
        const char *known_at;
        const char *holds[3];
    } rows[] = {{BEFORE, {"\"unknown_ruling\""}},
                {BETWEEN,
                 {"\"policy\":\"presumption_of_approval\"", versioned("\"revision\":#", 1), "\"scheduled\""}},
                {AFTER, {"\"policy\":\"case_by_case\"", versioned("\"revision\":#", 2), "\"scheduled\""}}};
    record_on_monday();
    correct_on_tuesday();
    for (size_t i = 0; i < 3; i++) {
        char target[160];
        char *page = NULL;
        snprintf(target, sizeof target, "/v1/rulings/" RULE "?date=2026-12-31&known_at=%s", rows[i].known_at);
        cr_expect_eq(story_fetch(target, &page), i == 0 ? 404 : 200, "%s", target);
        for (size_t k = 0; k < 3 && rows[i].holds[k]; k++)
            cr_expect(strstr(page, rows[i].holds[k]), "%s: no %s in %s", target, rows[i].holds[k], page);
        free(page);
    }
}

Test(new_ruling, the_feed_tells_when_it_was_recorded_and_by_whom)
{
    char *feed = NULL;
    record_on_monday();
    correct_on_tuesday();
    cr_assert_eq(story_fetch(versioned("/v1/changes?seq.gt=#", 0), &feed), 200, "%s", feed);
    json_t *changes = json_loads(feed, 0, NULL);
    static const char *const recorded[] = {"2026-12-07T09:00:00.000Z", "2026-12-08T09:00:00.000Z"};
    cr_assert_eq(json_array_size(stored_at(changes, "items")), 2, "%s", feed);
    for (size_t i = 0; i < 2; i++) {
        const json_t *change = json_array_get(stored_at(changes, "items"), i);
        cr_expect_str_eq(stored_text(change, "id"), RULE);
        cr_expect_str_eq(stored_text(change, "recorded_at"), recorded[i]);
        cr_expect_str_eq(stored_text(change, "actor"), "analyst");
    }
    json_decref(changes);
    free(feed);
}
