/* Law of thousands of provisions: more than a word of words of bits holds, and more days than eras. */

#include "rules/build.h"
#include "rules/decide.h"
#include "rules/verdicts.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define RULINGS 6000
#define LASTS 4 /* days */
#define FIRST ((struct date){20230101})

static const char *const codes[] = {"CN", "DE", "SG", "US"};
#define DESTINATIONS 3

static struct rules *rules;
static struct scratch *first, *second;

/* Ruling i requires a license to one of three places on some days from the i-th on; every fifth asks for the
 * approval of somebody, which is not stated. */
static void add_ruling(struct rules_builder *builder, unsigned field, size_t i)
{
    char id[32], provision_id[40];
    snprintf(id, sizeof id, "r%05zu", i);
    snprintf(provision_id, sizeof provision_id, "%s#1", id);
    const struct value yes = {.type = VALUE_BOOLEAN, .boolean = true};
    const struct predicate approved = {.field = field, .values = &yes, .value_count = 1};
    const struct provision provision = {
        .id = provision_id,
        .effect = EFFECT_LICENSE_REQUIRED,
        .include = {&codes[i % DESTINATIONS], 1},
        .predicate = i % 5 == 0 ? &approved : NULL,
        .in_force = {date_add_days(FIRST, (int)i), date_add_days(FIRST, (int)i + LASTS)},
    };
    const struct ruling ruling = {.id = id,
                                  .jurisdiction = "US",
                                  .title = id,
                                  .standing = STANDING_OPERATIVE,
                                  .verified_through = {20500101},
                                  .provisions = &provision,
                                  .provision_count = 1};
    cr_assert(rules_add_ruling(builder, &ruling));
}

static void open_rules(void)
{
    struct rules_builder *builder = rules_builder_open(1);
    const unsigned field = rules_field(builder, "approved", VALUE_BOOLEAN);
    const struct chip chip = {.id = "chip", .product = "chip", .name = "chip"};
    cr_assert(rules_add_chip(builder, &chip, NULL, 0));
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        const struct place place = {.code = codes[i], .name = codes[i]};
        cr_assert(rules_add_place(builder, &place, NULL, 0));
    }
    for (size_t i = 0; i < RULINGS; i++)
        add_ruling(builder, field, i);
    rules = rules_compile(builder);
    rules_builder_close(builder);
    first = scratch_open(rules);
    second = scratch_open(rules);
    cr_assert(rules && first && second);
}

static void close_rules(void)
{
    scratch_close(first);
    scratch_close(second);
    rules_release(rules);
}

TestSuite(many, .init = open_rules, .fini = close_rules);

static struct question question_on(int day, size_t place)
{
    return (struct question){.chip = rules->chips,
                             .destination = rules_find_place(rules, codes[place]),
                             .export_from = rules_find_place(rules, "US"),
                             .date = date_add_days(FIRST, day)};
}

/* Rulings that decide on that day; the lowest first. */
static size_t list_deciding(int day, size_t place, const char **ids)
{
    size_t count = 0;
    for (int i = day < LASTS ? 0 : day - LASTS + 1; i <= day && i < RULINGS; i++) {
        if ((size_t)i % DESTINATIONS == place && i % 5 != 0)
            ids[count++] = rules->rulings[i].id;
    }
    return count;
}

Test(many, those_of_the_day_decide_and_no_others)
{
    struct verdicts *verdicts = verdicts_open(rules, NULL);
    for (int day = 0; day < RULINGS + LASTS; day++) {
        const char *ids[LASTS];
        const size_t place = (size_t)day % 7 % DESTINATIONS, count = list_deciding(day, place, ids);
        const struct question question = question_on(day, place);
        const struct decision decision = decide_eligibility(rules, &question, first);
        const struct provision_list *because = &decision.legs[0].because;
        cr_assert_eq(because->count, count, "day %d", day);
        for (size_t i = 0; i < count; i++)
            cr_assert_str_eq(because->items[i]->ruling->id, ids[i], "day %d", day);
        const struct ruled *ruled = verdicts_find(verdicts, &question);
        cr_assert_eq(ruled->deciding, count ? because->items[0] : NULL, "day %d", day);
    }
    verdicts_close(verdicts);
}

Test(many, a_circumstance_is_a_caveat_only_on_its_days)
{
    for (int day = 0; day < 300; day++) {
        const struct question question = question_on(day, 0);
        const struct decision decision = decide_eligibility(rules, &question, first);
        bool asked = false, required = decision.outcome == STATUS_LICENSE_REQUIRED;
        for (int i = day < LASTS ? 0 : day - LASTS + 1; i <= day; i++)
            asked = asked || (i % DESTINATIONS == 0 && i % 5 == 0);
        cr_assert_eq(decision.caveat_count, asked && !required, "day %d", day);
    }
}

/* The first later day on which the list is another. */
static int next_day(int day, size_t place)
{
    const char *now[LASTS], *then[LASTS];
    const size_t count = list_deciding(day, place, now);
    for (int later = day + 1; later < RULINGS + LASTS; later++) {
        const size_t counted = list_deciding(later, place, then);
        if (counted != count || memcmp(now, then, count * sizeof *now) != 0)
            return later;
    }
    return -1;
}

Test(many, the_next_change_is_the_next_day_with_another_answer)
{
    for (int day = 0; day < RULINGS + LASTS; day += 13) {
        const struct question question = question_on(day, 1);
        const struct decision now = decide_without_caveats(rules, &question, first);
        const struct next_change change = decide_next_change(rules, &question, &now, second);
        const int wanted = next_day(day, 1);
        cr_assert_eq(change.date.ymd, wanted < 0 ? 0 : date_add_days(FIRST, wanted).ymd, "day %d", day);
    }
}
