/* A ruling that nobody knew of yet. On Monday, 2 November 2026, the analyst records a rule that will ask for
 * a license to Singapore from 1 December on. On Tuesday she corrects it: the review is case by case, not
 * presumed to be approved. What was answered before each of these can still be asked for, on either side of
 * the first of December. */
#include "tests/scenarios/story.h"

#include <stdlib.h>
#include <string.h>

STORY(new_ruling);

#define RULE "us-bis-2026-11-02-singapore"

#define RECORDED "2026-11-02T09:00:00.000Z"
#define CORRECTED "2026-11-03T09:00:00.000Z"

/* Sunday night, Monday noon, Tuesday noon. */
#define BEFORE "2026-11-01T22:00:00Z"
#define BETWEEN "2026-11-02T12:00:00Z"
#define AFTER "2026-11-03T12:00:00Z"

#define DRAFT                                                                                                \
    "{'id':'" RULE "','title':'Chips for Singapore','standing':'operative','jurisdiction':'US',"             \
    "'issuer':'Bureau of Industry and Security','kind':'rule','amends':[],'supersedes':[],'suspends':[],"    \
    "'citations':[{'text':'91 FR 99999','url':null}],'confidence':'high','announced_on':'2026-11-02',"       \
    "'published_on':null,'effective_from':'2026-12-01','effective_until':null,"                              \
    "'verified_through':'2026-11-02','notes':null,'summary':'Asks for a license to Singapore.',"             \
    "'sources':['https://www.federalregister.gov/'],"                                                        \
    "'provisions':[{'id':'" RULE "#1','effect':'license_required','chips':null,"                             \
    "'eccns':['3A090.a','4A090.a'],'cite':'15 CFR 742.6','conditions':[],"                                   \
    "'destinations':{'include':['SG'],'exclude':[],'headquartered_in':[]},'effective_from':null,"            \
    "'effective_until':null,'exception':null,'export_from':null,'import_status':null,"                       \
    "'no_exceptions':false,'policy':'presumption_of_approval','predicate':null,'priority':1,"                \
    "'targets':[],'text':'A license to Singapore.'}]}"

static void record_and_correct(void)
{
    struct stored *store = story_store();
    stored_put(store, KIND_RULING, DRAFT, RECORDED);
    stored_revise(store, KIND_RULING, RULE, "provisions.0.policy", "'case_by_case'", CORRECTED);
    cr_assert(stored_follow(store, 3));
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
        {BEFORE, "2026-11-30", "no_license_required", NULL, "", NULL},
        {BEFORE, "2026-12-01", "no_license_required", NULL, "", NULL},
        {BETWEEN, "2026-11-30", "no_license_required", NULL, "", "2026-12-01"},
        {BETWEEN, "2026-12-01", "license_required", "presumption_of_approval", RULE, NULL},
        {AFTER, "2026-11-30", "no_license_required", NULL, "", "2026-12-01"},
        {AFTER, "2026-12-01", "license_required", "case_by_case", RULE, NULL},
        {NULL, "2026-11-30", "no_license_required", NULL, "", "2026-12-01"},
        {NULL, "2026-12-01", "license_required", "case_by_case", RULE, NULL},
    };
    record_and_correct();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        as_known_at(rows[i].known_at);
        ask("b200", "SG", rows[i].date);
        expect_outcome(rows[i].outcome);
        expect_policy(rows[i].policy);
        expect_because(rows[i].because);
        expect_next_change(rows[i].next_change, RULE);
    }
}

/* A receipt of Monday noon is the same on Tuesday, to the byte, though the ruling was corrected. */
Test(new_ruling, what_was_answered_in_between_stays_what_it_was)
{
    struct stored *store = story_store();
    static const char receipt[] = "/v1/eligibility?chip=b200&destination=SG&date=2026-12-01&known_at=2";
    stored_put(store, KIND_RULING, DRAFT, RECORDED);
    cr_assert(stored_follow(store, 2));
    json_decref(stored_get(store, receipt));
    char *monday = strndup(store->reply.out.text, store->reply.out.size);
    stored_revise(store, KIND_RULING, RULE, "provisions.0.policy", "'case_by_case'", CORRECTED);
    cr_assert(stored_follow(store, 3));
    json_decref(stored_get(store, receipt));
    cr_expect_str_eq(monday, store->reply.out.text);
    free(monday);
}

/* Its own page tells the same: not there, as first written, as corrected. */
Test(new_ruling, its_page_has_three_states)
{
    struct stored *store = story_store();
    record_and_correct();
    json_decref(stored_fail(store, "/v1/rulings/" RULE "?known_at=" BEFORE, 404, "unknown_ruling"));
    static const struct {
        const char *known_at;
        const char *policy;
        int revision;
    } rows[] = {{BETWEEN, "presumption_of_approval", 2}, {AFTER, "case_by_case", 3}};
    for (size_t i = 0; i < 2; i++) {
        char target[160];
        snprintf(target, sizeof target, "/v1/rulings/" RULE "?date=2026-11-30&known_at=%s", rows[i].known_at);
        json_t *page = stored_get(store, target);
        cr_expect_str_eq(stored_text(page, "provisions.0.policy"), rows[i].policy, "%s", target);
        cr_expect_str_eq(stored_text(page, "state"), "scheduled");
        cr_expect_eq(json_integer_value(stored_at(page, "revision")), rows[i].revision);
        json_decref(page);
    }
}
