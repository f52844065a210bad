/* Atom feeds of lists through api_handle: what an entry says, in which order, and that no clock is in it. */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdio.h>
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

TestSuite(atom_feed, .init = open_stored, .fini = close_stored);

static const char *feed_at(const char *target)
{
    cr_assert_eq(stored_ask(stored, target), 200, "%s: %s", target, stored->reply.out.text);
    cr_assert_str_eq(stored->reply.content_type, "application/atom+xml; charset=utf-8");
    return stored->reply.out.text;
}

static bool holds(const char *feed, const char *part)
{
    return strstr(feed, part) != NULL;
}

/* The text of the first element of that name at or after `from`, in a buffer that the next call overwrites.
 */
static const char *element(const char *from, const char *name)
{
    static char text[2048];
    char begin[64];
    snprintf(begin, sizeof begin, "<%s>", name);
    const char *at = strstr(from, begin);
    cr_assert(at, "no %s in %s", begin, from);
    at += strlen(begin);
    const size_t size = strcspn(at, "<");
    cr_assert_lt(size, sizeof text);
    memcpy(text, at, size);
    text[size] = '\0';
    return text;
}

static const char *entry(const char *feed, unsigned index)
{
    for (unsigned i = 0; i <= index; i++) {
        feed = strstr(i > 0 ? feed + 1 : feed, "<entry>");
        cr_assert(feed, "no entry %u", index);
    }
    return feed;
}

static void put_event(const char *id, const char *rest, const char *recorded_at)
{
    char json[2048];
    snprintf(json, sizeof json,
             "{'id':'%s','category':'court','claims':[],'countries':[],'organizations':[],'people':[],"
             "'reliability':'official','confidence':'high',%s}",
             id, rest);
    cr_assert(stored_follow(stored, stored_put(stored, KIND_EVENT, json, recorded_at)));
}

static void put_plain_event(const char *id, const char *date, const char *recorded_at)
{
    char rest[512];
    snprintf(rest, sizeof rest,
             "'headline':'H','date':'%s','date_precision':'day','summary':'S','chips':[],'rulings':[],"
             "'sources':[]",
             date);
    put_event(id, rest, recorded_at);
}

Test(atom_feed, an_entry_says_what_the_event_says)
{
    put_event(
        "2026-01-05-court",
        "'headline':'A < B & \\\"C\\\"','date':'2026-01-05','date_precision':'day','summary':'It\\u0027s "
        "so.\\u0001','chips':['acme-one','best'],'rulings':['us-acme-rule'],'sources':[{'title':'T "
        "& U','url':'https://x.example/?a=1&b=2','language':'en'},{'title':'None','url':null,"
        "'language':'en'}]",
        "2026-01-06T07:08:09.100Z");
    static const char *const parts[] = {
        "<id>tag:navicert,2026:/v1/events/2026-01-05-court</id>\n",
        "<title>A &lt; B &amp; &quot;C&quot;</title>\n",
        "<published>2026-01-05T00:00:00Z</published>\n",
        "<summary>It&#39;s so.\xEF\xBF\xBD</summary>\n",
        "<link rel=\"alternate\" type=\"application/json\" href=\"/v1/events/2026-01-05-court\"/>\n",
        "<link rel=\"via\" hreflang=\"en\" title=\"T &amp; U\" href=\"https://x.example/?a=1&amp;b=2\"/>\n",
        "<link rel=\"related\" type=\"application/json\" href=\"/v1/chips/acme-one\"/>\n",
        "<link rel=\"related\" type=\"application/json\" href=\"/v1/chips/best\"/>\n",
        "<link rel=\"related\" type=\"application/json\" href=\"/v1/rulings/us-acme-rule\"/>\n",
        "<category scheme=\"tag:navicert,2026:category\" term=\"court\"/>\n",
        "<category scheme=\"tag:navicert,2026:reliability\" term=\"official\"/>\n",
        "<category scheme=\"tag:navicert,2026:confidence\" term=\"high\"/>\n",
        "<updated>2026-01-06T07:08:09.100Z</updated>\n",
        "<author>\n<name>test</name>\n</author>\n",
    };
    const char *feed = feed_at("/v1/events?format=atom&category=court");
    const char *only = entry(feed, 0);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        cr_expect(holds(only, parts[i]), "%s is not in %s", parts[i], only);
    cr_expect_not(holds(only, "None"), "a source without an address is no link");
}

Test(atom_feed, a_date_that_is_less_than_a_day_says_so)
{
    static const struct {
        const char *precision;
        const char *summary;
    } rows[] = {{"day", "<summary>S</summary>"},
                {"month", "<summary>S (Dated 2026-03; the day is not recorded.)</summary>"},
                {"year", "<summary>S (Dated 2026; the day is not recorded.)</summary>"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char rest[512];
        snprintf(rest, sizeof rest,
                 "'headline':'H','date':'2026-03-01','date_precision':'%s','summary':'S','chips':[],"
                 "'rulings':[],'sources':[]",
                 rows[i].precision);
        put_event("2026-03-01-vague", rest, NULL);
        const char *feed = feed_at("/v1/events?format=atom&category=court");
        cr_expect(holds(feed, "<published>2026-03-01T00:00:00Z</published>"));
        cr_expect(holds(feed, rows[i].summary), "%s: %s", rows[i].precision, feed);
    }
}

Test(atom_feed, what_was_recorded_last_comes_first_however_old_it_is)
{
    put_plain_event("2023-01-01-corrected", "2023-01-01", "2026-01-06T00:00:00.000Z");
    const char *feed = feed_at("/v1/events?format=atom");
    cr_expect_str_eq(element(feed, "updated"), "2026-01-06T00:00:00.000Z");
    cr_expect_str_eq(element(entry(feed, 0), "id"), "tag:navicert,2026:/v1/events/2023-01-01-corrected");
    cr_expect_str_eq(element(entry(feed, 1), "id"), "tag:navicert,2026:/v1/events/2025-07-01-news");
    cr_expect_str_eq(element(entry(feed, 3), "id"), "tag:navicert,2026:/v1/events/2024-12-01-rumor");
    cr_expect_str_eq(element(entry(feed, 3), "updated"), "2026-01-01T00:00:00.000Z");

    feed = feed_at("/v1/events?format=atom&sort=date");
    cr_expect_str_eq(element(feed, "updated"), "2026-01-06T00:00:00.000Z");
    cr_expect_str_eq(element(entry(feed, 1), "id"), "tag:navicert,2026:/v1/events/2024-12-01-rumor");
    feed = feed_at("/v1/events?format=atom&q=h");
    cr_expect_str_eq(element(entry(feed, 0), "id"), "tag:navicert,2026:/v1/events/2023-01-01-corrected",
                     "a search that is followed is told what is new");
}

Test(atom_feed, it_was_updated_with_its_newest_entry_and_not_with_the_data)
{
    put_plain_event("2026-01-05-x", "2026-01-05", "2026-01-06T00:00:00.000Z");
    cr_assert(stored_follow(stored, stored_delete(stored, KIND_GROUP, "D:5", "2026-01-07T00:00:00.000Z")));
    static const char *const targets[] = {"/v1/events?format=atom", "/v1/events?format=atom&sort=date",
                                          "/v1/events?format=atom&sort=-date"};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++)
        cr_expect_str_eq(element(feed_at(targets[i]), "updated"), "2026-01-06T00:00:00.000Z", "%s",
                         targets[i]);
}

Test(atom_feed, a_new_version_keeps_the_id_and_moves_the_update)
{
    put_plain_event("2026-01-05-x", "2026-01-05", "2026-01-06T00:00:00.000Z");
    put_plain_event("2026-01-05-x", "2026-01-04", "2026-01-07T00:00:00.000Z");
    const char *feed = feed_at("/v1/events?format=atom&category=court");
    cr_expect_str_eq(element(entry(feed, 0), "id"), "tag:navicert,2026:/v1/events/2026-01-05-x");
    cr_expect_str_eq(element(entry(feed, 0), "updated"), "2026-01-07T00:00:00.000Z");
    cr_expect_null(strstr(entry(feed, 0) + 1, "<entry>"));
}

Test(atom_feed, its_head_tells_what_it_holds_and_where)
{
    const char *feed =
        feed_at("/v1/events?chip=uno&date.gte=2025-01-01&limit=1&sort=-date&format=atom&known_at=1&pretty");
    static const char *const parts[] = {
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
        "xml:lang=\"en\">\n",
        "<id>tag:navicert,2026:/v1/events?chip=uno&amp;date.gte=2025-01-01</id>\n",
        ": chip=uno, date.gte=2025-01-01</title>\n",
        "<generator version=\"1.0.0\">navicert</generator>\n",
        "<link rel=\"self\" type=\"application/atom+xml\" "
        "href=\"/v1/events?chip=uno&amp;date.gte=2025-01-01&amp;limit=1&amp;sort=-date&amp;known_at=1&amp;"
        "pretty&amp;format=atom\"/>\n",
        "<link rel=\"alternate\" type=\"application/json\" "
        "href=\"/v1/events?chip=uno&amp;date.gte=2025-01-01&amp;limit=1&amp;sort=-date&amp;known_at=1&amp;"
        "pretty\"/>\n",
        "<link rel=\"license\" href=\"/v1\"/>\n",
        "<link rel=\"next\" type=\"application/atom+xml\" "
        "href=\"/v1/events?chip=uno&amp;date.gte=2025-01-01&amp;limit=1&amp;sort=-date&amp;format=atom&amp;"
        "pretty&amp;known_at=1&amp;cursor="};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        cr_expect(holds(feed, parts[i]), "%s is not in %s", parts[i], feed);
    cr_expect_not(holds(feed, "<rights>"), "this data set names no licence");
}

Test(atom_feed, the_licences_of_the_data_are_its_rights)
{
    cr_assert(stored_follow(
        stored,
        stored_put(stored, KIND_DATASET,
                   "{'id':'navicert','title':'A test','summary':'Small.','coverage':{},'conventions':[],"
                   "'doubts':[],'licenses':[{'license':'CC0','applies_to':'all'},{'license':'CC-BY',"
                   "'applies_to':'chips & more'}]}",
                   NULL)));
    cr_expect_str_eq(element(feed_at("/v1/events?format=atom"), "rights"),
                     "CC0: all; CC-BY: chips &amp; more");
}

/* Walks from the feed that Accept brings, without Accept. */
Test(atom_feed, pages_lead_to_each_other_under_one_name)
{
    stored->request.accept = "application/atom+xml";
    char *target = strdup("/v1/events?limit=1");
    char ids[512] = "";
    for (unsigned pages = 0; target; pages++) {
        cr_assert_lt(pages, 4);
        const char *feed = feed_at(target);
        stored->request.accept = NULL;
        cr_expect_str_eq(element(feed, "id"), "tag:navicert,2026:/v1/events");
        strcat(strcat(ids, element(entry(feed, 0), "id") + strlen("tag:navicert,2026:/v1/events/")), " ");
        free(target);
        const char *next = strstr(feed, "<link rel=\"next\" type=\"application/atom+xml\" href=\"");
        next = next ? strstr(next, "/v1") : NULL;
        target = next ? strndup(next, strcspn(next, "\"")) : NULL;
        for (char *at = target; at && (at = strstr(at, "&amp;"));)
            memmove(at + 1, at + 5, strlen(at + 5) + 1);
    }
    cr_expect_str_eq(ids, "2025-07-01-news 2025-03-01-filing 2024-12-01-rumor ");
}

Test(atom_feed, without_entries_it_was_updated_with_the_data)
{
    const char *feed = feed_at("/v1/events?format=atom&category=court");
    cr_expect_str_eq(element(feed, "updated"), "2026-01-01T00:00:00.000Z");
    cr_expect_not(holds(feed, "<entry>"));
}

Test(atom_feed, pinned_to_a_version_it_never_changes)
{
    static const char target[] = "/v1/events?format=atom&known_at=1&limit=2";
    char *before = strdup(feed_at(target));
    put_plain_event("2026-01-05-x", "2026-01-05", NULL);
    stored->request.today = (struct date){20300101};
    cr_expect_str_eq(feed_at(target), before);
    free(before);
    cr_expect_eq(stored->reply.cache, CACHE_PINNED);
}

Test(atom_feed, it_has_an_etag_of_its_own)
{
    feed_at("/v1/events?format=atom&known_at=1");
    char etag[REPLY_ETAG_SIZE];
    snprintf(etag, sizeof etag, "%s", stored->reply.etag);
    cr_assert_eq(stored_ask(stored, "/v1/events?known_at=1"), 200);
    cr_expect_str_neq(stored->reply.etag, etag);
}

Test(atom_feed, revisions_filter_what_is_new)
{
    put_plain_event("2026-01-05-x", "2026-01-05", NULL);
    json_t *body = stored_get(stored, "/v1/events?revision.gt=1");
    cr_expect_str_eq(stored_ids(stored_at(body, "items")), "2026-01-05-x");
    json_decref(body);
}
