/* POST /v1/eligibility: many questions, hypothetical chips, circumstances, law as it might have been. */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TARGET "/v1/eligibility"
/* A ruling with one provision: an effect and a predicate, both as JSON with ' for ". */
#define RULING(id, number, effect, predicate)                                                                \
    "{'id':'" id "','title':'The " id " ruling','standing':'operative','jurisdiction':'US','issuer':'BIS',"  \
    "'kind':'rule','amends':[],'supersedes':[],'suspends':[],'citations':[],'confidence':'high',"            \
    "'announced_on':null,'published_on':null,'effective_from':'2025-01-01','effective_until':null,"          \
    "'verified_through':'2026-06-01','notes':null,'summary':'A rule.',"                                      \
    "'sources':[{'title':'A','publisher':'B','published_on':null,'url':null}],"                              \
    "'provisions':[{'id':'" id "#" number "','effect':'" effect "','chips':null,'eccns':[],'cite':null,"     \
    "'conditions':[],'destinations':{'include':['*'],'exclude':[],'headquartered_in':[]},"                   \
    "'effective_from':null,'effective_until':null,'exception':null,'export_from':null,"                      \
    "'import_status':null,'no_exceptions':false,'policy':null,'predicate':" predicate ",'priority':1,"       \
    "'targets':[],'text':'So it is.'}]}"
#define LISTED "{'field':'listed','op':'==','value':true}"
#define END_USE "{'field':'end_use','op':'in','value':['arms','oracle']}"

static struct stored *stored;

static void open_stored(void)
{
    stored = stored_open();
}

static void close_stored(void)
{
    stored_close(stored);
}

TestSuite(post_eligibility, .init = open_stored, .fini = close_stored, .timeout = 60);

/* Posts, wants 200; the caller releases the answer. */
static json_t *post(const char *body)
{
    json_t *answer = stored_post(stored, TARGET, body);
    cr_assert_eq(stored->reply.status, 200, "%s: %s", body, stored->reply.out.text);
    return answer;
}

/* The decision on a single query, given as what follows {'queries':[{ */
static json_t *decide(const char *rest)
{
    char body[16384];
    snprintf(body, sizeof body, "{'queries':[{%s}", rest);
    json_t *answer = post(body);
    json_t *decision =
        json_incref(json_object_get(json_array_get(json_object_get(answer, "items"), 0), "decision"));
    cr_assert(decision, "%s: %s", body, stored->reply.out.text);
    json_decref(answer);
    return decision;
}

static bool lists(const json_t *texts, const char *text)
{
    size_t i;
    const json_t *item;
    json_array_foreach(texts, i, item)
    {
        if (strstr(json_string_value(item), text))
            return true;
    }
    return false;
}

static bool has_error(const json_t *problem, const char *pointer, const char *detail)
{
    size_t i;
    const json_t *error;
    json_array_foreach(json_object_get(problem, "errors"), i, error)
    {
        const char *at = stored_text(error, "pointer"), *text = stored_text(error, "detail");
        const char *suggestion = stored_text(error, "suggestion");
        if (at && strcmp(at, pointer) == 0 &&
            ((text && strstr(text, detail)) || (suggestion && strstr(suggestion, detail))))
            return true;
    }
    return false;
}

static void add_ruling(const char *json)
{
    stored_put(stored, KIND_RULING, json, "2026-02-01T00:00:00Z");
    cr_assert(stored_follow(stored, 2));
}

Test(post_eligibility, answers_in_order_with_index_and_label)
{
    json_t *answer =
        post("{'destination':'CN','date':'2025-03-01','queries':["
             "{'name':'first','chip':'acme-one'},{'chip':'acme-two'},{'name':'third','chip':'x'}]}");
    cr_expect_eq(json_array_size(json_object_get(answer, "items")), 3);
    cr_expect_str_eq(stored_text(answer, "items.0.name"), "first");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "license_required");
    cr_expect_eq(json_integer_value(stored_at(answer, "items.1.index")), 1);
    cr_expect_null(stored_at(answer, "items.1.name"));
    cr_expect_str_eq(stored_text(answer, "items.1.decision.outcome"), "no_license_required");
    cr_expect_str_eq(stored_text(answer, "items.2.name"), "third");
    cr_expect_null(stored_at(answer, "items.2.decision"));
    cr_expect_str_eq(stored_text(answer, "items.2.problem.code"), "unknown_chip");
    cr_expect_str_eq(stored_text(answer, "items.2.problem.instance"), "TEST");
    cr_expect_eq(json_integer_value(stored_at(answer, "meta.data_version")), 1);
    cr_expect_str_eq(stored_text(answer, "meta.verified_through"), "2025-06-01");
    json_decref(answer);
}

/* What GET can ask, by its query string, is answered in the same bytes. */
Test(post_eligibility, says_what_get_says_to_the_byte)
{
    static const struct {
        const char *query;
        const char *body;
    } rows[] = {
        {"chip=acme-one&destination=CN&date=2025-03-01",
         "{'queries':[{'chip':'acme-one','destination':'CN','date':'2025-03-01'}]}"},
        {"chip=Uno&destination=china&hq=DE&export_from=US&date=2025-03-01&known_at=1&explain=full",
         "{'queries':[{'chip':'Uno','destination':'china','hq':'DE','export_from':'US','date':'2025-03-01'}],"
         "'known_at':1,'explain':'full'}"},
        {"chip=best&destination=CN&explain=none",
         "{'queries':[{'chip':'best','destination':'CN','hq':null,'date':null}],'explain':'none'}"},
        {"chip=acme-dark&destination=DE&date=today", "{'queries':[{'chip':'acme-dark','destination':'DE','"
                                                     "date':'today','circumstances':{}}],'assume':{}}"},
        {"chip=acme-one&destination=CN&circumstance.listed=true&circumstance.end_use=arms",
         "{'queries':[{'chip':'acme-one','destination':'CN','circumstances':{'end_use':'arms'}}],"
         "'circumstances':{'listed':true}}"},
    };
    add_ruling(RULING("us-more", "1", "prohibit", "{'any':[" LISTED "," END_USE "]}"));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[256];
        snprintf(target, sizeof target, TARGET "?%s", rows[i].query);
        json_decref(stored_get(stored, target));
        char *alone = strndup(stored->reply.out.text, stored->reply.out.size - 1);
        json_decref(post(rows[i].body));
        cr_expect(strstr(stored->reply.out.text, alone), "%s is\n%s\nand not\n%s", target,
                  stored->reply.out.text, alone);
        free(alone);
    }
}

Test(post_eligibility, members_of_the_body_hold_for_all)
{
    json_t *answer = post("{'chip':'acme-one','destination':'CN','hq':'DE','date':'2025-03-01','queries':["
                          "{},{'hq':null},{'hq':'US','destination':'DE','date':'2025-04-01'}]}");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.question.hq"), "DE");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.question.date"), "2025-03-01");
    cr_expect(json_is_null(stored_at(answer, "items.1.decision.question.hq")));
    cr_expect_str_eq(stored_text(answer, "items.2.decision.question.hq"), "US");
    cr_expect_str_eq(stored_text(answer, "items.2.decision.question.destination"), "DE");
    cr_expect_str_eq(stored_text(answer, "items.2.decision.question.date"), "2025-04-01");
    json_decref(answer);
}

/* The second query is sound: it is answered whatever is wrong with the first. */
Test(post_eligibility, a_problem_in_one_query_spoils_no_other)
{
    static const struct {
        const char *query;
        const char *code;
        const char *pointer;
        const char *detail;
    } rows[] = {
        {"'chip':'acme-on','destination':'CN'", "unknown_chip", "/queries/0/chip", "acme-one"},
        {"'chip':'common','destination':'CN'", "ambiguous_chip", "/queries/0/chip", "best-big"},
        {"'chip':'acme-one','destination':'Chna'", "unknown_destination", "/queries/0/destination", "CN"},
        {"'chip':'acme-one','hq':'Germny'", "unknown_destination", "/queries/0/hq", "DE"},
        {"'chip':'acme-one','export_from':'UX'", "unknown_destination", "/queries/0/export_from", "US"},
        {"'destination':'CN'", "invalid_content", "/queries/0", "'chip' is missing"},
        {"'chp':'acme-one'", "invalid_content", "/queries/0/chp", "did you mean 'chip'"},
        {"'chip':7", "invalid_content", "/queries/0/chip", "Must be a text"},
        {"'chip':null", "invalid_content", "/queries/0/chip", "Must be a text"},
        {"'chip':''", "invalid_content", "/queries/0/chip", "empty"},
        {"'chip':'acme-one\\u0007'", "invalid_content", "/queries/0/chip", "control"},
        {"'chip':'acme-one','date':'2025-02-30'", "invalid_content", "/queries/0/date",
         "2025-02 has 28 days"},
        {"'chip':'acme-one','date':20250301", "invalid_content", "/queries/0/date", "Must be a text"},
        {"'chip':{'like':'acme-on'}", "unknown_chip", "/queries/0/chip/like", "acme-one"},
        {"'chip':{'peak_tops':{'int8':-1}}", "invalid_content", "/queries/0/chip/peak_tops/int8",
         "at least 0"},
        {"'chip':{'peak_tops':{'int9':1}}", "invalid_content", "/queries/0/chip/peak_tops/int9", "int8"},
        {"'chip':{'id':'acme-one'}", "invalid_content", "/queries/0/chip/id", "no member 'id'"},
        {"'chip':{'package_count':0}", "invalid_content", "/queries/0/chip/package_count", "at least 1"},
        {"'chip':{'segment':'datacenter'}", "invalid_content", "/queries/0/chip/segment", "data_center"},
        {"'chip':'acme-one','circumstances':{'listd':true}", "invalid_content",
         "/queries/0/circumstances/listd", "Did you mean 'listed'"},
        {"'chip':'acme-one','circumstances':{'a/b':true}", "invalid_content", "/queries/0/circumstances/a~1b",
         "there are end_use or listed"},
        {"'chip':'acme-one','circumstances':{'tpp':1}", "invalid_content", "/queries/0/circumstances/tpp",
         "fact of the chip"},
        {"'chip':'acme-one','circumstances':{'listed':'yes'}", "invalid_content",
         "/queries/0/circumstances/listed", "true or false"},
        {"'chip':'acme-one','circumstances':{'end_use':true}", "invalid_content",
         "/queries/0/circumstances/end_use", "a text"},
        {"'chip':'acme-one','circumstances':{'end_use':'orakle'}", "invalid_content",
         "/queries/0/circumstances/end_use", "looks like 'oracle'"},
        {"'chip':'acme-one','circumstances':{'end_use':''}", "invalid_content",
         "/queries/0/circumstances/end_use", "empty"},
        {"'chip':'acme-one','circumstances':['listed']", "invalid_content", "/queries/0/circumstances",
         "Must be an object"},
    };
    add_ruling(RULING("us-more", "1", "prohibit", "{'any':[" LISTED "," END_USE "]}"));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char body[512];
        snprintf(body, sizeof body, "{'destination':'DE','queries':[{'name':'bad',%s},{'chip':'acme-one'}]}",
                 rows[i].query);
        json_t *answer = post(body);
        cr_expect_str_eq(stored_text(answer, "items.0.problem.code"), rows[i].code, "%s", rows[i].query);
        cr_expect_str_eq(stored_text(answer, "items.0.name"), "bad");
        cr_expect(has_error(stored_at(answer, "items.0.problem"), rows[i].pointer, rows[i].detail), "%s: %s",
                  rows[i].query, stored->reply.out.text);
        cr_expect_str_eq(stored_text(answer, "items.1.decision.outcome"), "no_license_required");
        json_decref(answer);
    }
}

Test(post_eligibility, what_is_wrong_with_a_default_is_told_where_it_stands)
{
    json_t *answer =
        post("{'chip':'acme-on','destination':'DE','circumstances':{'listed':true},'queries':[{}]}");
    cr_expect(has_error(stored_at(answer, "items.0.problem"), "/circumstances/listed", "No provision asks"));
    json_decref(answer);
    answer = post("{'chip':'acme-on','destination':'DE','queries':[{}]}");
    cr_expect(has_error(stored_at(answer, "items.0.problem"), "/chip", "acme-one"));
    json_decref(answer);
}

/* A body that is no batch is one error, and nothing is decided. */
Test(post_eligibility, a_body_that_is_no_batch_is_refused_as_a_whole)
{
    static const struct {
        const char *body;
        const char *pointer;
        const char *detail;
    } rows[] = {
        {"{}", "", "'queries' is missing"},
        {"{'queries':[]}", "/queries", "at least 1"},
        {"{'queries':['acme-one']}", "/queries/0", "Must be an object"},
        {"{'queries':[{}],'querys':1}", "/querys", "queries"},
        {"{'queries':[{}],'explain':'some'}", "/explain", "none, summary or full"},
        {"{'queries':[{}],'strict':'true'}", "/strict", "true or false"},
        {"{'queries':[{}],'known_at':0}", "/known_at", "at least 1"},
        {"{'queries':[{}],'known_at':'yesterday'}", "/known_at", "instant"},
        {"{'queries':[{}],'destination':7}", "/destination", "Must be a text"},
        {"{'queries':[{}],'assume':{'witout':[]}}", "/assume/witout", "without"},
        {"{'queries':[{}],'assume':{'without':['us-acme-rul','us-acme-rule#1']}}", "/assume/without/0",
         "'us-acme-rule'"},
        {"{'queries':[{}],'assume':{'without':['us-acme-rule#2']}}", "/assume/without/0", "'us-acme-rule#1'"},
        {"{'queries':[{}],'assume':{'without':['Nonsense!']}}", "/assume/without/0", "id of a ruling"},
        {"{'queries':[{}],'assume':{'with':[{'id':'us-x'}]}}", "/assume/with/0", "'title' is missing"},
        {"{'queries':[{}],'assume':{'with':[" RULING("us-x", "1", "prohibit", "{'field':'tpp'}") "]}}",
         "/assume/with/0/provisions/0/predicate", "must be {"},
        {"{'queries':[{}],'assume':{'with':[" RULING("us-x", "1", "suspend", "null") "]}}",
         "/assume/with/0/provisions/0/targets", "at least one"},
        {"{'queries':[{}],'assume':{'with':[" RULING("us-x", "1", "prohibit", "null") "," RULING(
             "us-x", "1", "prohibit", "null") "]}}",
         "/assume/with/1", "twice"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *problem = stored_post(stored, TARGET, rows[i].body);
        cr_expect_eq(stored->reply.status, 422, "%s: %s", rows[i].body, stored->reply.out.text);
        cr_expect(has_error(problem, rows[i].pointer, rows[i].detail), "%s: %s", rows[i].body,
                  stored->reply.out.text);
        json_decref(problem);
    }
}

Test(post_eligibility, takes_a_hundred_queries_and_no_more)
{
    char body[4096] = "{'chip':'acme-one','destination':'CN','explain':'none','queries':[{}";
    for (int i = 1; i < 100; i++)
        strcat(body, ",{}");
    char *more = NULL;
    cr_assert(asprintf(&more, "%s,{}]}", body) > 0);
    strcat(body, "]}");
    json_t *answer = post(body);
    cr_expect_eq(json_array_size(json_object_get(answer, "items")), 100);
    json_decref(answer);
    answer = stored_post(stored, TARGET, more);
    cr_expect_eq(stored->reply.status, 422);
    cr_expect(has_error(answer, "/queries", "at most 100"));
    json_decref(answer);
    free(more);
}

Test(post_eligibility, what_is_stated_is_echoed_and_no_caveat_any_more)
{
    add_ruling(RULING("us-more", "1", "prohibit", "{'any':[" LISTED "," END_USE "]}"));
    json_t *decision = decide("'chip':'acme-two','destination':'DE','date':'2025-03-01'}]");
    cr_expect_str_eq(stored_ids(stored_at(decision, "caveats")), "end_use,listed");
    cr_expect_null(stored_at(decision, "question.circumstances"));
    json_decref(decision);

    decision = decide("'chip':'acme-two','destination':'DE','date':'2025-03-01','circumstances':"
                      "{'listed':false,'end_use':null}}]");
    cr_expect_str_eq(stored_text(decision, "outcome"), "no_license_required");
    cr_expect_str_eq(stored_ids(stored_at(decision, "caveats")), "end_use");
    cr_expect(json_is_false(stored_at(decision, "question.circumstances.listed")));
    cr_expect_null(stored_at(decision, "question.circumstances.end_use"));
    json_decref(decision);

    decision = decide("'chip':'acme-two','destination':'DE','date':'2025-03-01','circumstances':"
                      "{'listed':null,'end_use':'oracle'}}],'circumstances':{'listed':true}");
    cr_expect_str_eq(stored_text(decision, "outcome"), "prohibited");
    cr_expect_null(stored_at(decision, "question.circumstances.listed"));
    cr_expect_str_eq(
        stored_text(decision, "self"),
        "/v1/eligibility?chip=acme-two&destination=DE&date=2025-03-01&circumstance.end_use=oracle"
        "&known_at=2");
    cr_expect(strstr(stored_text(decision, "summary"), "where end use is oracle"));
    json_decref(decision);
}

Test(post_eligibility, a_value_that_no_provision_knows_is_told)
{
    add_ruling(RULING("us-more", "1", "prohibit", END_USE));
    json_t *decision = decide("'chip':'acme-two','destination':'DE','circumstances':{'end_use':'schools'}}]");
    cr_expect_str_eq(stored_text(decision, "outcome"), "no_license_required");
    cr_expect(lists(stored_at(decision, "assumptions"), "end_use 'schools' is none of the values"));
    json_decref(decision);
    decision = decide("'chip':'acme-two','destination':'DE','circumstances':{'end_use':'arms'}}]");
    cr_expect_not(lists(stored_at(decision, "assumptions"), "none of the values"));
    json_decref(decision);
}

Test(post_eligibility, a_hypothetical_chip_is_decided_by_what_is_given)
{
    json_t *decision =
        decide("'chip':{'name':'Sketch','kind':'gpu','peak_tops':{'int8':130},'die_area_mm2':52},"
               "'destination':'CN','date':'2025-03-01'}]");
    cr_expect_str_eq(stored_text(decision, "outcome"), "license_required");
    cr_expect(json_is_null(stored_at(decision, "question.chip")));
    cr_expect(json_is_null(stored_at(decision, "self")));
    cr_expect_null(stored_at(decision, "matched.chip"));
    cr_expect_str_eq(stored_text(decision, "question.specification.name"), "Sketch");
    cr_expect_eq(json_integer_value(stored_at(decision, "question.specification.metrics.tpp")), 1040);
    cr_expect_eq(
        json_integer_value(stored_at(decision, "question.specification.metrics.performance_density")), 20);
    cr_expect(json_is_null(stored_at(decision, "question.specification.like")));
    cr_expect(json_is_null(stored_at(decision, "question.specification.segment")));
    cr_expect(strstr(stored_text(decision, "summary"), "\"Sketch\", a hypothetical chip, to China"));
    cr_expect(lists(stored_at(decision, "assumptions"), "the chip is a hypothetical one"));
    cr_expect(lists(stored_at(decision, "assumptions"), "package_count not given: taken to be 1"));
    json_decref(decision);
}

Test(post_eligibility, what_is_not_given_is_not_known)
{
    static const struct {
        const char *chip;
        const char *outcome;
    } rows[] = {
        {"{}", "unknown"},
        {"{'peak_tops':{'int8':130}}", "license_required"},
        {"{'peak_tops':{'int8':120}}", "no_license_required"},
        {"{'peak_tops':{'int8':130},'package_count':2}", "no_license_required"},
        {"{'peak_tops':{'int8':130},'package_count':null}", "unknown"},
        {"{'peak_tops':{'int8':null}}", "unknown"},
        {"{'like':'acme-one'}", "license_required"},
        {"{'like':'uno','peak_tops':{'int8':120}}", "no_license_required"},
        {"{'like':'acme-one','peak_tops':{'int8':null}}", "unknown"},
        {"{'like':'acme-one','package_count':null}", "unknown"},
        {"{'like':'acme-two','peak_tops':{'fp8':130}}", "license_required"},
        {"{'like':'acme-dark','package_count':1}", "unknown"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char rest[256];
        snprintf(rest, sizeof rest, "'chip':%s,'destination':'CN','date':'2025-03-01'}]", rows[i].chip);
        json_t *decision = decide(rest);
        cr_expect_str_eq(stored_text(decision, "outcome"), rows[i].outcome, "%s", rows[i].chip);
        json_decref(decision);
    }
}

Test(post_eligibility, says_what_it_took_from_the_chip_that_it_is_like)
{
    json_t *decision = decide("'chip':{'like':'Uno','peak_tops':{'fp8':10}},'destination':'CN'}]");
    cr_expect_str_eq(stored_text(decision, "question.specification.like"), "acme-one");
    cr_expect_str_eq(stored_text(decision, "matched.like.text"), "Uno");
    cr_expect_str_eq(stored_text(decision, "matched.like.how"), "alias");
    cr_expect(lists(stored_at(decision, "assumptions"),
                    "not given, so as recorded of acme-one: vendor, kind, segment, peak_tops.int8, "
                    "die_area_mm2, package_count"));
    cr_expect_not(lists(stored_at(decision, "assumptions"), "taken to be 1"));
    cr_expect(strstr(stored_text(decision, "summary"), "A hypothetical chip like ACME One to China"));
    json_decref(decision);
}

Test(post_eligibility, a_product_means_its_default_variant)
{
    json_t *decision = decide("'chip':{'like':'best','peak_tops':{'fp8':10}},'destination':'CN'}]");
    cr_expect_str_eq(stored_text(decision, "question.specification.like"), "best-big");
    cr_expect(lists(stored_at(decision, "assumptions"), "its default variant best-big is meant"));
    json_decref(decision);
}

Test(post_eligibility, a_provision_that_names_a_chip_names_no_other_like_it)
{
    add_ruling(
        "{'id':'us-name','title':'By name','standing':'operative','jurisdiction':'US','verified_through':"
        "'2026-01-01','provisions':[{'id':'us-name#1','effect':'prohibit','chips':['acme-two'],"
        "'destinations':{'include':['*'],'exclude':[],'headquartered_in':[]},'text':'By name.'}]}");
    json_t *answer =
        post("{'destination':'DE','queries':[{'chip':'acme-two'},{'chip':{'like':'acme-two'}}]}");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "prohibited");
    cr_expect_str_eq(stored_text(answer, "items.1.decision.outcome"), "no_license_required");
    json_decref(answer);
}

#define QUESTION "'queries':[{'chip':'acme-one','destination':'CN','date':'2025-03-01'}]"

Test(post_eligibility, law_left_out_does_not_decide)
{
    static const char *const without[] = {"us-acme-rule", "us-acme-rule#1"};
    for (size_t i = 0; i < sizeof without / sizeof without[0]; i++) {
        char body[256];
        snprintf(body, sizeof body, "{" QUESTION ",'assume':{'without':['%s']}}", without[i]);
        json_t *answer = post(body);
        const json_t *decision = stored_at(answer, "items.0.decision");
        cr_expect_str_eq(stored_text(decision, "outcome"), "no_license_required", "%s", without[i]);
        cr_expect_str_eq(stored_ids(stored_at(decision, "question.assume.without")), without[i]);
        cr_expect_eq(json_array_size(stored_at(decision, "question.assume.with")), 0);
        cr_expect(json_is_null(stored_at(decision, "self")));
        cr_expect(strstr(stored_text(decision, "summary"), "by this data set but without us-acme-rule"));
        cr_expect(lists(stored_at(decision, "assumptions"), "assume.without"));
        json_decref(answer);
    }
}

Test(post_eligibility, law_laid_over_decides_and_is_never_stored)
{
    json_t *answer = post("{" QUESTION ",'assume':{'with':[" RULING("us-new", "1", "prohibit", "null") "]}}");
    const json_t *decision = stored_at(answer, "items.0.decision");
    cr_expect_str_eq(stored_text(decision, "outcome"), "prohibited");
    cr_expect_str_eq(stored_text(decision, "legs.0.because.0.id"), "us-new");
    cr_expect_str_eq(stored_ids(stored_at(decision, "question.assume.with")), "us-new");
    cr_expect(strstr(stored_text(decision, "summary"), "but as if it had us-new"));
    json_decref(answer);

    json_decref(stored_fail(stored, "/v1/rulings/us-new", 404, "unknown_ruling"));
    answer = post("{" QUESTION "}");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "license_required");
    cr_expect_null(stored_at(answer, "items.0.decision.question.assume"));
    json_decref(answer);
}

Test(post_eligibility, a_recorded_ruling_can_be_asked_as_if_it_read_otherwise)
{
    json_t *answer = post("{" QUESTION ",'assume':{'with':[" RULING(
        "us-acme-rule", "7", "license_required", "{'field':'tpp','op':'>','value':1600}") "]}}");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "no_license_required");
    json_decref(answer);
}

/* What is only shown, and derived from the rest, does not stand in the way. */
Test(post_eligibility, a_ruling_can_be_sent_as_get_shows_it)
{
    add_ruling(RULING("us-more", "1", "prohibit", "{'field':'tpp','op':'<','value':100}"));
    json_t *shown = stored_get(stored, "/v1/rulings/us-more");
    cr_assert(stored_at(shown, "chips_caught"));
    json_t *provision = json_array_get(json_object_get(shown, "provisions"), 0);
    json_object_set_new(provision, "predicate", json_null());
    char *ruling = json_dumps(shown, JSON_COMPACT), *body = NULL;
    cr_assert(asprintf(&body, "{" QUESTION ",'assume':{'with':[%s]}}", ruling) > 0);
    json_t *answer = post(body);
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "prohibited");
    free(body);
    free(ruling);
    json_decref(answer);
    json_decref(shown);
}

Test(post_eligibility, law_laid_over_may_ask_for_new_circumstances)
{
    json_t *answer =
        post("{'queries':[{'chip':'acme-two','destination':'DE','circumstances':{'listed':true}},"
             "{'chip':'acme-two','destination':'DE'}],"
             "'assume':{'with':[" RULING("us-new", "1", "prohibit", LISTED) "]}}");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "prohibited");
    cr_expect_str_eq(stored_ids(stored_at(answer, "items.1.decision.caveats")), "listed");
    json_decref(answer);
}

Test(post_eligibility, assumptions_are_laid_over_the_state_that_is_asked_for)
{
    add_ruling(RULING("us-late", "1", "prohibit", "null"));
    json_t *answer = post("{" QUESTION ",'known_at':1,'assume':{'without':['us-acme-rule']}}");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "no_license_required");
    cr_expect_eq(json_integer_value(stored_at(answer, "meta.data_version")), 1);
    cr_expect_eq(stored->reply.data_version, 1);
    json_decref(answer);
    answer = post("{" QUESTION ",'assume':{'without':['us-acme-rule']}}");
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "prohibited");
    json_decref(answer);
    answer = stored_post(stored, TARGET, "{" QUESTION ",'known_at':1,'assume':{'without':['us-late']}}");
    cr_expect_eq(stored->reply.status, 422);
    json_decref(answer);
    answer =
        stored_post(stored, TARGET,
                    "{" QUESTION ",'known_at':1,'assume':{'with':["
                    "{'id':'us-x','title':'X','standing':'operative','jurisdiction':'US','issuer':'BIS',"
                    "'kind':'rule','amends':['us-late'],'supersedes':[],'suspends':[],'citations':[],"
                    "'confidence':'high','announced_on':null,'published_on':null,'effective_from':null,"
                    "'effective_until':null,'verified_through':'2026-06-01','notes':null,'summary':'A rule.',"
                    "'sources':[{'title':'A','publisher':'B','published_on':null,'url':null}],"
                    "'provisions':[]}]}}");
    cr_expect(has_error(answer, "/assume/with/0/amends/0", "not known"), "%s", stored->reply.out.text);
    json_decref(answer);
}

static void raise_flag(void *context)
{
    atomic_store((atomic_bool *)context, true);
}

static void await_flag(atomic_bool *flag)
{
    const struct timespec moment = {.tv_nsec = 1000000};
    while (!atomic_load(flag))
        nanosleep(&moment, NULL);
}

/* What is recorded while the law assumed is compiled does not get into the answer. */
Test(post_eligibility, an_assumption_stays_with_the_state_that_it_was_laid_over)
{
    static const char body[] = "{\"queries\":[{\"chip\":\"acme-one\",\"destination\":\"CN\"}],"
                               "\"assume\":{\"without\":[\"us-acme-rule\"]}}";
    struct request request = {.method = METHOD_POST,
                              .path = TARGET,
                              .target = TARGET,
                              .body = body,
                              .body_size = sizeof body - 1,
                              .id = "TEST",
                              .today = {20260201}};
    struct reply reply;
    atomic_bool done = false;
    const struct api_waiter waiter = {raise_flag, &done};
    cr_assert_eq(api_handle(stored->worker, &request, waiter, &reply), WAIT_JOB);
    add_ruling(RULING("us-late", "1", "prohibit", "null"));
    await_flag(&done);
    request.waited = WAIT_JOB;
    cr_assert_eq(api_handle(stored->worker, &request, waiter, &reply), WAIT_NONE);
    json_t *answer = json_loads(reply.out.text, 0, NULL);
    cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "no_license_required");
    cr_expect_eq(json_integer_value(stored_at(answer, "items.0.decision.question.known_at")), 1);
    cr_expect_eq(json_integer_value(stored_at(answer, "meta.known_at")), 1);
    cr_expect_eq(reply.data_version, 1);
    json_decref(answer);
    reply_done(&reply);
}

Test(post_eligibility, is_answered_from_the_state_that_is_asked_for)
{
    static const char *const moments[] = {"1", "1.0", "1e0", "'1'", "'2026-01-15T00:00:00Z'"};
    add_ruling(RULING("us-late", "1", "prohibit", "null"));
    for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
        char body[256];
        snprintf(body, sizeof body, "{" QUESTION ",'known_at':%s}", moments[i]);
        json_t *answer = post(body);
        cr_expect_str_eq(stored_text(answer, "items.0.decision.outcome"), "license_required", "%s",
                         moments[i]);
        cr_expect_eq(json_integer_value(stored_at(answer, "items.0.decision.question.known_at")), 1);
        json_decref(answer);
    }
    json_t *problem = stored_post(stored, TARGET, "{" QUESTION ",'known_at':3}");
    cr_expect_eq(stored->reply.status, 404);
    cr_expect_str_eq(stored_text(problem, "code"), "unknown_version");
    json_decref(problem);
}

Test(post_eligibility, strict_refuses_what_lapsed_query_by_query)
{
    json_t *answer = post("{'strict':true,'chip':'acme-one','destination':'CN','queries':["
                          "{'date':'2026-02-01'},{'date':'2025-03-01'}]}");
    cr_expect_str_eq(stored_text(answer, "items.0.problem.code"), "stale_data");
    cr_expect(has_error(stored_at(answer, "items.0.problem"), "/strict", "us-acme-rule#1"));
    cr_expect_str_eq(stored_text(answer, "items.1.decision.outcome"), "license_required");
    json_decref(answer);
}

Test(post_eligibility, is_never_kept)
{
    json_decref(post("{" QUESTION ",'known_at':1}"));
    cr_expect_eq(stored->reply.cache, CACHE_NO_STORE);
    cr_expect_str_empty(stored->reply.etag);
    cr_expect_eq(stored->reply.data_version, 1);
}

/* A named party that is written in other letters must not pass for somebody else. */
Test(post_eligibility, a_text_circumstance_is_spelt_as_a_provision_spells_it)
{
    struct stored *bundled = stored_open_bundled();
    json_t *answer = stored_get(bundled, "/v1/eligibility?chip=h100&destination=AE&date=2026-09-01&"
                                         "circumstance.end_user_named=g42");
    cr_expect_str_eq(stored_text(answer, "question.circumstances.end_user_named"), "G42");
    json_decref(answer);
    cr_assert_eq(
        stored_send(bundled, METHOD_POST, "/v1/eligibility",
                    "{'queries':[{'chip':'h100','destination':'AE','circumstances':{'end_user_named':"
                    "'g42'}}]}"),
        200);
    answer = stored_body(bundled);
    cr_expect_str_eq(stored_text(answer, "items.0.decision.question.circumstances.end_user_named"), "G42",
                     "%s", bundled->reply.out.text);
    json_decref(answer);
    stored_close(bundled);
}
