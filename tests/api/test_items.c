/* Single documents: by whatever name, with what only they show, gone, or unknown with what might be meant. */
#include "tests/api/stored.h"

#include "api/operation.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct stored *stored;

static void open_stored(void)
{
    stored = stored_open();
}

static void close_stored(void)
{
    stored_close(stored);
}

TestSuite(items, .init = open_stored, .fini = close_stored);

Test(items, a_chip_answers_to_id_product_name_and_alias)
{
    static const struct {
        const char *target;
        const char *id;
    } rows[] = {{"/v1/chips/acme-one", "acme-one"}, {"/v1/chips/ACME%20One", "acme-one"},
                {"/v1/chips/uno", "acme-one"},      {"/v1/chips/Solo%20%26%20Co", "acme-one"},
                {"/v1/chips/best", "best-big"},     {"/v1/chips/best-small", "best-small"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *body = stored_get(stored, rows[i].target);
        cr_expect_str_eq(stored_text(body, "id"), rows[i].id, "%s", rows[i].target);
        json_decref(body);
    }
}

Test(items, a_chip_shows_its_metrics_and_how_they_come_about)
{
    json_t *body = stored_get(stored, "/v1/chips/acme-one");
    cr_expect_eq(json_number_value(stored_at(body, "metrics.tpp")), 1600);
    cr_expect_eq(json_number_value(stored_at(body, "metrics.performance_density")), 16);
    cr_expect_str_eq(
        stored_text(body, "metrics.derivation"),
        "tpp = 200 TOPS at int8 x 8 bit / 1 package; performance_density = tpp / (100 mm2 / 1 package)");
    json_decref(body);
    body = stored_get(stored, "/v1/chips/acme-dark");
    cr_expect(json_is_null(stored_at(body, "metrics.tpp")), "what is not known is not zero");
    cr_expect_str_eq(stored_text(body, "metrics.derivation"), "tpp is not known: no throughput is published");
    json_decref(body);
}

Test(items, an_ambiguous_chip_lists_those_meant)
{
    json_t *body = stored_fail(stored, "/v1/chips/common", 400, "ambiguous_chip");
    cr_expect_eq(json_array_size(stored_at(body, "errors")), 2);
    cr_expect_str_eq(stored_text(body, "errors.0.suggestion"), "acme-two");
    cr_expect_str_eq(stored_text(body, "errors.1.suggestion"), "best-big");
    json_decref(body);
}

Test(items, unknown_ones_are_404_with_near_ids)
{
    static const struct {
        const char *target;
        const char *code;
        const char *suggestion;
    } rows[] = {{"/v1/chips/acme-oen", "unknown_chip", "acme-one"},
                {"/v1/rulings/us-acme-rul", "unknown_ruling", "us-acme-rule"},
                {"/v1/events/2025-07-01-new", "not_found", "2025-07-01-news"},
                {"/v1/disputes/one-dispote", "not_found", "one-dispute"},
                {"/v1/destinations/Germani", "unknown_destination", "DE"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *body = stored_fail(stored, rows[i].target, 404, rows[i].code);
        cr_expect_str_eq(stored_text(body, "errors.0.suggestion"), rows[i].suggestion, "%s", rows[i].target);
        json_decref(body);
    }
    json_t *body = stored_fail(stored, "/v1/events/nothing-like-it-at-all", 404, "not_found");
    cr_expect_str_eq(stored_text(body, "errors.0.value"), "nothing-like-it-at-all");
    cr_expect_null(stored_text(body, "errors.0.suggestion"));
    json_decref(body);
}

Test(items, a_deleted_one_is_gone_now_and_there_before)
{
    stored_delete(stored, KIND_EVENT, "2025-07-01-news", NULL);
    const int64_t head = stored_delete(stored, KIND_CHIP, "acme-two", NULL);
    cr_assert(stored_follow(stored, head));
    json_t *body = stored_fail(stored, "/v1/events/2025-07-01-news", 410, "gone");
    cr_expect_str_eq(stored_text(body, "detail"),
                     "2025-07-01-news was deleted in revision 2; ask with known_at=1 to see it.");
    json_decref(body);
    json_decref(stored_fail(stored, "/v1/chips/acme-two", 410, "gone"));
    body = stored_get(stored, "/v1/chips/acme-two?known_at=2");
    cr_expect_str_eq(stored_text(body, "id"), "acme-two");
    json_decref(body);
    body = stored_get(stored, "/v1/events/2025-07-01-news?known_at=1");
    json_decref(body);
}

Test(items, a_ruling_shows_what_it_catches_and_what_was_said_of_it)
{
    json_t *body = stored_get(stored, "/v1/rulings/us-acme-rule?date=2025-03-01");
    cr_expect_str_eq(stored_text(body, "state"), "in_force");
    cr_expect_str_eq(stored_ids(stored_at(body, "chips_caught")), "acme-one,best-big");
    cr_expect_str_eq(stored_ids(stored_at(body, "chips_perhaps_caught")), "acme-dark");
    cr_expect_str_eq(stored_ids(stored_at(body, "events")),
                     "2024-12-01-rumor,2025-03-01-filing,2025-07-01-news");
    cr_expect_str_eq(stored_text(body, "events.0.headline"), "A rumor");
    cr_expect_str_eq(stored_ids(stored_at(body, "amended_by")), "");
    json_decref(body);
    body = stored_get(stored, "/v1/rulings/us-acme-rule?date=2024-12-31");
    cr_expect_str_eq(stored_text(body, "state"), "scheduled");
    cr_expect_str_eq(stored_ids(stored_at(body, "chips_caught")), "");
    json_decref(body);
}

Test(items, groups_of_a_destination_are_those_of_the_day)
{
    json_t *body = stored_get(stored, "/v1/destinations/china?date=2024-06-01");
    cr_expect_str_eq(stored_text(body, "groups_on_date.0"), "D:5");
    json_decref(body);
    body = stored_get(stored, "/v1/destinations/CN?date=2024-05-31");
    cr_expect_eq(json_array_size(stored_at(body, "groups_on_date")), 0);
    json_decref(body);
}

/* The revision is the one that wrote this document, not the last there is. */
Test(items, revision_is_that_of_the_document)
{
    const int64_t head = stored_delete(stored, KIND_EVENT, "2025-07-01-news", NULL);
    cr_assert(stored_follow(stored, head));
    json_t *body = stored_get(stored, "/v1/chips/acme-one");
    cr_expect_eq(json_integer_value(stored_at(body, "revision")), 1);
    cr_expect_eq(stored->reply.data_version, head);
    cr_expect_eq(strncmp(stored->reply.etag, "\"r1.2-", 6), 0, "%s", stored->reply.etag);
    json_decref(body);
}

Test(items, the_service_document_links_to_every_operation)
{
    json_t *body = stored_get(stored, "/v1");
    cr_expect_str_eq(stored_text(body, "service"), "navicert");
    cr_expect_str_eq(stored_text(body, "versions.first.recorded_at"), "2026-01-01T00:00:00.000Z");
    cr_expect_eq(json_integer_value(stored_at(body, "counts.chips")), 5);
    cr_expect_str_eq(stored_text(body, "title"), "A test");
    cr_expect_str_eq(stored_text(body, "doubts.0.id"), "big-doubt");
    cr_expect_eq(json_array_size(stored_at(body, "links")), operation_count);
    json_decref(body);
}

Test(items, readiness_warns_of_old_data_but_is_ready)
{
    stored->request.today.ymd = 20250830; /* 90 days after the last check */
    json_t *body = stored_get(stored, "/readyz");
    cr_expect_str_eq(stored_text(body, "status"), "ok");
    json_decref(body);
    stored->request.today.ymd = 20250831;
    body = stored_get(stored, "/readyz");
    cr_expect_str_eq(stored_text(body, "status"), "warn");
    cr_expect_str_eq(stored_text(body, "checks.0.status"), "ok");
    cr_expect_str_eq(stored_text(body, "checks.1.status"), "warn");
    cr_expect_str_eq(stored_text(body, "checks.1.text"), "rulings verified through 2025-06-01");
    cr_expect_eq(stored->reply.cache, CACHE_NO_STORE);
    json_decref(body);
}

Test(items, problems_are_all_listed_and_each_has_its_page)
{
    json_t *list = stored_get(stored, "/problems");
    cr_expect_eq(json_array_size(stored_at(list, "items")), PROBLEM_COUNT - 1);
    size_t i;
    const json_t *listed;
    json_array_foreach(stored_at(list, "items"), i, listed)
    {
        json_t *page = stored_get(stored, stored_text(listed, "type"));
        cr_expect(json_equal(page, listed), "%s", stored_text(listed, "code"));
        json_decref(page);
    }
    json_decref(list);
    json_decref(stored_fail(stored, "/problems/none", 404, "not_found"));
}
