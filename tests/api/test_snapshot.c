/* Data versions as loops see them: published after a change, older ones compiled once, waiters woken, nobody
 * left waiting. */
#include "tests/api/stored.h"

#include "api/snapshot.h"
#include "api/view.h"
#include "rules/build.h"

#include <criterion/criterion.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static struct stored *stored;
static struct snapshots *snapshots;
static struct meters meters;

static void open_all(void)
{
    stored = stored_open();
    for (int i = 0; i < 4; i++) {
        char json[] = "{'id':'g-0','title':'A group','cite':null,'notes':null}";
        json[strlen("{'id':'g-")] = (char)('0' + i);
        stored_put(stored, KIND_GROUP, json, NULL);
    }
    meters_init(&meters, 1);
    snapshots = snapshots_open(stored->writer, 2, &meters);
    cr_assert_not_null(snapshots);
}

static void close_all(void)
{
    snapshots_close(snapshots);
    meters_done(&meters);
    stored_close(stored);
}

TestSuite(snapshot, .init = open_all, .fini = close_all, .timeout = 60);

struct bell {
    atomic_uint rung;
};

static void ring(void *context)
{
    struct bell *bell = context;
    atomic_fetch_add(&bell->rung, 1);
}

static void nap(void)
{
    nanosleep(&(const struct timespec){.tv_nsec = 2000000}, NULL);
}

static bool hears(struct bell *bell, unsigned times)
{
    for (int i = 0; i < 5000 && atomic_load(&bell->rung) < times; i++)
        nap();
    return atomic_load(&bell->rung) == times;
}

static enum snapshot_outcome ask(int64_t version, struct bell *bell)
{
    struct rules *rules = NULL;
    const enum snapshot_outcome outcome =
        snapshots_older(snapshots, version, (struct api_waiter){ring, bell}, &rules);
    cr_expect_eq(outcome == SNAPSHOT_READY, rules != NULL);
    if (rules)
        cr_expect_eq(rules->data_version, version);
    rules_release(rules);
    return outcome;
}

/* Asks until it is there, as a loop does that is woken. */
static void have(int64_t version)
{
    enum snapshot_outcome outcome;
    for (unsigned i = 0; i < 50; i++) {
        struct bell bell = {0};
        if ((outcome = ask(version, &bell)) != SNAPSHOT_WAIT)
            break;
        cr_assert(hears(&bell, 1));
    }
    cr_assert_eq(outcome, SNAPSHOT_READY);
}

static int64_t latest(void)
{
    struct rules *rules = snapshots_latest(snapshots);
    const int64_t version = rules->data_version;
    rules_release(rules);
    return version;
}

Test(snapshot, a_change_of_another_connection_is_published)
{
    const unsigned generation = snapshots_generation(snapshots);
    cr_assert_eq(latest(), 5);
    stored_delete(stored, KIND_CHIP, "acme-one", NULL);
    for (int i = 0; i < 5000 && snapshots_generation(snapshots) == generation; i++)
        nap();
    cr_assert_eq(snapshots_generation(snapshots), generation + 1);
    cr_assert_eq(latest(), 6);
    struct rules *rules = snapshots_latest(snapshots);
    cr_expect_null(rules_find_chip(rules, "acme-one"));
    rules_release(rules);
}

/* A version in which no law changed answers with the law of the one before, and knows which it is. */
Test(snapshot, what_is_no_law_is_published_beside_the_same_law)
{
    struct rules *before = snapshots_latest(snapshots);
    const int64_t head =
        stored_put(stored, KIND_EVENT, "{'id':'e-1','date':'2025-01-01','headline':'E'}", NULL);
    cr_assert(snapshots_publish(snapshots, stored->writer));
    struct rules *after = snapshots_latest(snapshots);
    cr_expect_eq(after->data_version, head);
    cr_expect_eq(after->compiled, before->compiled);
    rules_release(before);
    cr_expect_str_eq(rules_find_chip(after, "acme-one")->name, "One");
    rules_release(after);
    stored_delete(stored, KIND_CHIP, "acme-one", NULL);
    stored_delete(stored, KIND_EVENT, "e-1", NULL);
    cr_assert(snapshots_publish(snapshots, stored->writer));
    after = snapshots_latest(snapshots);
    cr_expect_eq(after->data_version, head + 2);
    cr_expect_null(rules_find_chip(after, "acme-one"), "the last of two revisions is not all there is");
    rules_release(after);
    have(head);
}

/* A reader that holds a version keeps it, whatever is published meanwhile. */
Test(snapshot, what_is_held_lives_on)
{
    struct rules *held = snapshots_latest(snapshots);
    const unsigned generation = snapshots_generation(snapshots);
    stored_delete(stored, KIND_CHIP, "acme-one", NULL);
    while (snapshots_generation(snapshots) == generation)
        nap();
    cr_expect_str_eq(rules_find_chip(held, "acme-one")->name, "One");
    rules_release(held);
}

Test(snapshot, an_older_version_is_waited_for_once_and_then_there)
{
    struct bell first = {0};
    struct bell second = {0};
    cr_assert_eq(ask(1, &first), SNAPSHOT_WAIT);
    const enum snapshot_outcome again = ask(1, &second);
    cr_assert(hears(&first, 1));
    cr_assert(again == SNAPSHOT_READY || hears(&second, 1));
    cr_assert_eq(ask(1, &first), SNAPSHOT_READY);
    cr_expect_eq(atomic_load(&first.rung), 1, "whoever is answered at once is not woken");
}

Test(snapshot, the_least_recently_used_makes_room)
{
    struct bell bell = {0};
    have(1);
    have(2);
    have(1);
    have(3);
    cr_expect_eq(ask(1, &bell), SNAPSHOT_READY);
    cr_expect_eq(ask(3, &bell), SNAPSHOT_READY);
    cr_expect_eq(ask(2, &bell), SNAPSHOT_WAIT);
    cr_assert(hears(&bell, 1));
}

/* As many versions as there are places, all asked for again and again: each asker gets his. */
Test(snapshot, more_versions_than_places_are_all_served)
{
    for (int round = 0; round < 3; round++) {
        for (int64_t version = 1; version <= 4; version++)
            have(version);
    }
}

/* What was rung before it was forgotten is nobody's fault; afterwards there is silence. */
Test(snapshot, whoever_is_forgotten_is_not_woken)
{
    struct bell gone = {0};
    struct bell stays = {0};
    cr_assert_eq(ask(1, &stays), SNAPSHOT_WAIT);
    cr_assert_eq(ask(2, &gone), SNAPSHOT_WAIT);
    snapshots_forget(snapshots, &gone);
    const unsigned rung = atomic_load(&gone.rung);
    cr_assert(hears(&stays, 1));
    have(2);
    cr_expect_eq(atomic_load(&gone.rung), rung);
}

/* At most so many wait; a version that is there is still given. */
Test(snapshot, the_queue_is_bounded)
{
    struct bell bell = {0};
    have(1);
    unsigned waiting = 0;
    bool busy = false;
    for (int i = 0; i < 5000 && !busy; i++) {
        const enum snapshot_outcome outcome = ask(2 + i % 3, &bell);
        waiting += outcome == SNAPSHOT_WAIT;
        busy = outcome == SNAPSHOT_BUSY;
    }
    cr_assert(busy, "of three versions only two can be under way");
    cr_assert(hears(&bell, waiting), "all who were told to wait are woken");
}

/* Two revisions: a ruling that cannot be read back (for its NUL), recorded past every check, and its removal.
 * Returns the first. */
static int64_t break_one_version(void)
{
    const int64_t broken = stored_put(
        stored, KIND_RULING,
        "{'id':'us-broken','title':'Broken','standing':'operative','jurisdiction':'US','effective_from':null,"
        "'effective_until':null,'verified_through':'2025-06-01','provisions':[{'id':'us-broken#1',"
        "'effect':'guidance','text':'\\u0000'}]}",
        NULL);
    stored_delete(stored, KIND_RULING, "us-broken", NULL);
    while (latest() != broken + 1)
        nap();
    return broken;
}

Test(snapshot, a_version_that_cannot_be_compiled_fails_for_all_who_waited_and_is_tried_again)
{
    const int64_t broken = break_one_version();
    struct bell bell = {0};
    cr_assert_eq(ask(broken, &bell), SNAPSHOT_WAIT);
    const enum snapshot_outcome second = ask(broken, &bell);
    cr_assert(hears(&bell, second == SNAPSHOT_WAIT ? 2 : 1));
    if (second == SNAPSHOT_WAIT) {
        cr_expect_eq(ask(broken, &bell), SNAPSHOT_FAILED);
        cr_expect_eq(ask(broken, &bell), SNAPSHOT_FAILED,
                     "the second is told as well, not sent to wait again");
    }
    atomic_store(&bell.rung, 0);
    cr_expect_eq(ask(broken, &bell), SNAPSHOT_WAIT);
    cr_assert(hears(&bell, 1));
}

struct reading {
    struct views views;
    struct store *store;
    unsigned answers;
};

static void *read_versions(void *context)
{
    struct reading *reading = context;
    for (int i = 0; i < 300; i++) {
        struct bell bell = {0};
        const struct view *view = views_latest(&reading->views);
        const int64_t version = 1 + i % 5;
        enum snapshot_outcome outcome = SNAPSHOT_READY;
        while (version < view->at &&
               (outcome = views_at(&reading->views, version, (struct api_waiter){ring, &bell}, &view)) ==
                   SNAPSHOT_WAIT)
            hears(&bell, 1), atomic_store(&bell.rung, 0);
        reading->answers += outcome == SNAPSHOT_READY && view->at >= version &&
                            view->rules->data_version == view->at && json_is_object(view->dataset);
        snapshots_forget(snapshots, &bell);
    }
    return NULL;
}

static void open_reading(struct reading *reading)
{
    char reason[STORE_REASON_SIZE] = "";
    cr_assert(store_open_beside(stored->writer, STORE_READ, &reading->store, reason), "%s", reason);
    cr_assert(views_open(&reading->views, snapshots, reading->store));
}

static void close_reading(struct reading *reading)
{
    views_close(&reading->views);
    store_close(reading->store);
}

/* The document about the data set of a view, after what was recorded last. */
static void expect_title(struct reading *reading, const char *title)
{
    cr_assert(snapshots_publish(snapshots, stored->writer));
    const struct view *view = views_latest(&reading->views);
    cr_expect_eq(view->at, store_head(stored->writer));
    cr_expect_str_eq(json_string_value(json_object_get(view->dataset, "title")), title);
}

Test(snapshot, a_view_tells_of_the_data_set_that_stands)
{
    static struct reading reading;
    open_reading(&reading);
    stored_put(stored, KIND_DATASET, "{'id':'a-set','title':'A'}", NULL);
    expect_title(&reading, "A");
    stored_put(stored, KIND_EVENT, "{'id':'e-1','date':'2025-01-01','headline':'E'}", NULL);
    expect_title(&reading, "A");
    stored_put(stored, KIND_DATASET, "{'id':'a-set','title':'Another'}", NULL);
    expect_title(&reading, "Another");
    close_reading(&reading);
}

Test(snapshot, two_loops_read_all_versions_while_a_third_writes)
{
    static struct reading readings[2];
    pthread_t threads[2];
    for (int i = 0; i < 2; i++) {
        open_reading(&readings[i]);
        cr_assert_eq(pthread_create(&threads[i], NULL, read_versions, &readings[i]), 0);
    }
    stored_delete(stored, KIND_GROUP, "g-0", NULL);
    for (int i = 0; i < 2; i++) {
        pthread_join(threads[i], NULL);
        cr_expect_eq(readings[i].answers, 300);
        close_reading(&readings[i]);
    }
}

Test(snapshot, a_view_is_kept_and_swapped_between_requests)
{
    static struct reading reading;
    struct bell bell = {0};
    open_reading(&reading);
    have(1);
    const struct view *first = NULL;
    const struct view *second = NULL;
    const struct api_waiter waiter = {ring, &bell};
    cr_assert_eq(views_at(&reading.views, 1, waiter, &first), SNAPSHOT_READY);
    cr_assert_eq(views_at(&reading.views, 1, waiter, &second), SNAPSHOT_READY);
    cr_expect_eq(first, second);
    cr_expect_eq(views_latest(&reading.views)->at, 5);
    const unsigned generation = snapshots_generation(snapshots);
    stored_delete(stored, KIND_GROUP, "g-0", NULL);
    while (snapshots_generation(snapshots) == generation)
        nap();
    cr_expect_eq(views_latest(&reading.views)->at, 6);
    cr_expect_eq(first->at, 1, "an older one stays");
    close_reading(&reading);
}
