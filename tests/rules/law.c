/* Compiles the small world of the tests. */

#include "tests/rules/law.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct home {
    const char *code;
    const char *first; /* what it is called besides; NULL: nothing */
    struct interval held;
    const char *second;
};

static const struct home homes[] = {
    {.code = "US"},
    {.code = "PR", .first = "US"},
    {.code = "CN", .first = "group:D:5"},
    {.code = "HK", .first = "CN", .held = {.from = {20210101}}, .second = "group:D:5"},
    {.code = "DE", .first = "group:EU", .second = "group:A:5"},
    {.code = "FR", .first = "group:EU", .second = "group:A:5"},
    {.code = "CY", .first = "group:D:5", .held = {.until = {20240101}}},
    {.code = "AE", .first = "group:D:5", .held = {{20240101}, {20250101}}},
    {.code = "MY"},
    {.code = "SG"},
};

static void add_places(struct rules_builder *builder)
{
    for (size_t i = 0; i < sizeof homes / sizeof homes[0]; i++) {
        const struct home *home = &homes[i];
        const struct membership memberships[] = {{home->first, home->held}, {home->second, home->held}};
        const struct place place = {
            .code = home->code,
            .name = home->code,
            .memberships = memberships,
            .membership_count = (home->first ? 1u : 0u) + (home->second ? 1u : 0u),
        };
        cr_assert(rules_add_place(builder, &place, NULL, 0));
    }
}

static struct chip blank(const char *id, const char *product)
{
    struct chip chip = {
        .id = id, .product = product, .name = id, .default_variant = strcmp(id, product) == 0};
    for (unsigned i = 0; i < PRECISION_COUNT; i++)
        chip.specification.peak_tops[i] = (double)NAN;
    chip.specification.die_area_mm2 = chip.specification.package_count = (double)NAN;
    chip.specification.memory_bandwidth_gb_s = chip.specification.interconnect_gb_s = (double)NAN;
    chip.specification.memory_bandwidth_density = chip.specification.process_node_nm = (double)NAN;
    return chip;
}

static void add_chips(struct rules_builder *builder)
{
    struct chip fast = blank("fast", "fast"), lite = blank("fast-lite", "fast"), slow = blank("slow", "slow");
    const struct chip dark = blank("dark", "dark");
    fast.specification.peak_tops[PRECISION_FP8] = 1000;
    fast.specification.package_count = 1;
    fast.specification.die_area_mm2 = 800;
    fast.specification.memory_bandwidth_gb_s = 1000;
    fast.specification.segment = "data_center";
    lite.specification = slow.specification = fast.specification;
    slow.specification.peak_tops[PRECISION_FP8] = 100;
    cr_assert(rules_add_chip(builder, &fast, NULL, 0) && rules_add_chip(builder, &lite, NULL, 0) &&
              rules_add_chip(builder, &slow, NULL, 0) && rules_add_chip(builder, &dark, NULL, 0));
}

static void add_ruling(struct rules_builder *builder, const struct written *written, size_t number)
{
    char id[8], provision_id[16];
    snprintf(id, sizeof id, number < 26 ? "%c" : "%c%zu", (char)('a' + number % 26), number / 26);
    snprintf(provision_id, sizeof provision_id, "%s#1", id);
    struct provision provision = written->provision;
    provision.id = provision_id;
    provision.any_chip = provision.chips.count == 0;
    const struct ruling ruling = {
        .id = id,
        .jurisdiction = written->jurisdiction ? written->jurisdiction : "US",
        .title = id,
        .standing = written->proposed ? STANDING_PROPOSED : STANDING_OPERATIVE,
        .in_force = {.from = {written->proposed ? 0 : 20200101}},
        .announced = written->announced,
        .verified_through = written->verified.ymd ? written->verified : (struct date){20261010},
        .provisions = &provision,
        .provision_count = 1,
    };
    cr_assert(rules_add_ruling(builder, &ruling));
}

struct law law_open(const struct written *written, size_t count)
{
    struct rules_builder *builder = rules_builder_open(1);
    cr_assert_not_null(builder);
    cr_assert_eq(rules_field(builder, "hr_listed", VALUE_BOOLEAN), FIELD_LISTED);
    cr_assert_eq(rules_field(builder, "b_approved", VALUE_BOOLEAN), FIELD_APPROVED);
    cr_assert_eq(rules_field(builder, "a_end_use", VALUE_TEXT), FIELD_END_USE);
    for (size_t i = 0; i < count; i++)
        add_ruling(builder, &written[i], i);
    add_places(builder);
    add_chips(builder);
    struct law law = {.rules = rules_compile(builder)};
    rules_builder_close(builder);
    cr_assert_not_null(law.rules);
    law.scratch = scratch_open(law.rules);
    law.other = scratch_open(law.rules);
    cr_assert(law.scratch && law.other);
    return law;
}

void law_close(struct law *law)
{
    scratch_close(law->scratch);
    scratch_close(law->other);
    rules_release(law->rules);
}

struct question law_question(const struct law *law, const char *chip, const char *destination, int day)
{
    const struct question question = {
        .chip = rules_find_chip(law->rules, chip),
        .destination = rules_find_place(law->rules, destination),
        .export_from = rules_find_place(law->rules, "US"),
        .date = {day},
    };
    cr_assert(question.chip && question.destination);
    return question;
}

struct decision law_ask(struct law *law, const char *chip, const char *destination, int day)
{
    const struct question question = law_question(law, chip, destination, day);
    return decide_eligibility(law->rules, &question, law->scratch);
}

const char *law_list(const struct provision_list *list)
{
    static char text[256];
    text[0] = '\0';
    for (size_t i = 0; i < list->count; i++) {
        const size_t used = strlen(text);
        cr_assert_lt(used + strlen(list->items[i]->id) + 1, sizeof text);
        memcpy(text + used, i ? " " : "", 1);
        memcpy(text + used + (i > 0), list->items[i]->id, strlen(list->items[i]->id) + 1);
    }
    return text;
}
