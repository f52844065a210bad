/* Which facts are missing, and what is left unstated: of dockets of any size. */

#include "tests/rules/law.h"

#include <stdio.h>
#include <string.h>

#define DAY 20250601
#define MANY 90 /* more than the words of bits of a ballot hold */
#define TEXT_SIZE 512
#define REQUIRE .effect = EFFECT_LICENSE_REQUIRED, ANYWHERE
#define IF_STRONG .predicate = AT_LEAST(ITEM_TPP, 4800)
#define IF_WIDE .predicate = AT_LEAST(ITEM_MEMORY_BANDWIDTH_GB_S, 500)
#define IF_LISTED .predicate = IS(FIELD_LISTED, YES)
#define IF_APPROVED .predicate = IS(FIELD_APPROVED, YES)
#define CLASSIFIES(eccn, priority_)                                                                          \
    .effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS(eccn), .priority = (priority_)

struct row {
    struct written law[6];
    const char *told; /* what is possible; fields with their provisions; caveats */
};

static void tell(const struct decision *decision, char text[static TEXT_SIZE])
{
    const struct leg *leg = &decision->legs[0];
    size_t used = (size_t)snprintf(text, TEXT_SIZE, "%x;", leg->possible);
    for (size_t i = 0; i < leg->missing.count; i++)
        used += (size_t)snprintf(text + used, TEXT_SIZE - used, " %s: %s;", leg->missing.items[i].field->name,
                                 law_list(&leg->missing.items[i].provisions));
    for (size_t i = 0; i < decision->caveat_count; i++)
        used += (size_t)snprintf(text + used, TEXT_SIZE - used, " %s?", decision->caveats[i]->name);
}

static void expect_told(const struct row *row, const struct written *written, size_t count)
{
    struct law law = law_open(written, count);
    char text[TEXT_SIZE];
    for (int again = 0; again < 2; again++) {
        const struct decision decision = law_ask(&law, "dark", "CN", DAY);
        tell(&decision, text);
        cr_expect_str_eq(text, row->told, "of %zu provisions", count);
    }
    law_close(&law);
}

static size_t count_of(const struct row *row)
{
    size_t count = 0;
    while (count < sizeof row->law / sizeof row->law[0] && row->law[count].provision.include.count > 0)
        count++;
    return count;
}

/* The same law again among exceptions that can never be used, or among classifications that
 * never govern. */
static void expect_told_among(const struct row *row, const struct provision *idle)
{
    struct written written[MANY];
    const size_t count = count_of(row);
    memcpy(written, row->law, sizeof row->law);
    for (size_t i = count; i < MANY; i++)
        written[i] = (struct written){.provision = *idle};
    expect_told(row, written, MANY);
}

Test(missing, is_what_the_outcome_turns_on_however_large_the_docket)
{
    static const struct condition terms[] = {{.type = "kyc", .text = "Know whom."}};
    const struct provision exception = {
        .effect = EFFECT_LICENSE_EXCEPTION, ANYWHERE, .conditions = terms, .condition_count = 1};
    const struct provision classification = {CLASSIFIES("idle", -1)};
    const struct row rows[] = {
        {{{.provision = {REQUIRE, IF_STRONG}}}, "a; tpp: a#1;"},
        {{{.provision = {REQUIRE, IF_STRONG}},
          {.provision = {REQUIRE, IF_WIDE}},
          {.provision = {REQUIRE, IF_STRONG, .policy = POLICY_CASE_BY_CASE}}},
         "a; memory_bandwidth_gb_s: b#1; tpp: a#1 c#1;"},
        {{{.provision = {REQUIRE, IF_STRONG, .policy = POLICY_CASE_BY_CASE, .priority = 9}},
          {.provision = {.effect = EFFECT_LICENSE_POLICY,
                         ANYWHERE,
                         IF_WIDE,
                         .policy = POLICY_OF_DENIAL,
                         .priority = 5}},
          {.provision = {REQUIRE, IF_LISTED}},
          {.provision = {REQUIRE, IF_APPROVED, .policy = POLICY_CASE_BY_CASE}},
          {.provision = {REQUIRE, .headquartered_in = TOKENS("SG")}}},
         "a; tpp: a#1; b_approved? hq? hr_listed?"},
        {{{.provision = {CLASSIFIES("low", 1)}},
          {.provision = {CLASSIFIES("high", 2), IF_STRONG}},
          {.provision = {REQUIRE, IF_WIDE, .eccns = TOKENS("low")}},
          {.provision = {REQUIRE, .eccns = TOKENS("high"), .no_exceptions = true}},
          {.provision = {REQUIRE, IF_LISTED, .eccns = TOKENS("high")}}},
         "a; memory_bandwidth_gb_s: c#1; tpp: b#1;"},
        {{{.provision = {REQUIRE}},
          {.provision = {.effect = EFFECT_SUSPEND, ANYWHERE, IF_WIDE, .targets = TOKENS("a")}},
          {.provision = {.effect = EFFECT_SUSPEND, ANYWHERE, IF_APPROVED, .targets = TOKENS("b")}},
          {.provision = {.effect = EFFECT_SUSPEND, TO("SG"), IF_STRONG, .targets = TOKENS("a")}}},
         "a; memory_bandwidth_gb_s: a#1; b_approved?"},
        {{{.provision = {CLASSIFIES("low", 1)}},
          {.provision = {CLASSIFIES("high", 2), IF_STRONG}},
          {.provision = {REQUIRE, .eccns = TOKENS("low")}},
          {.provision = {REQUIRE, .eccns = TOKENS("high")}}},
         "8; tpp: b#1;"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        expect_told(&rows[i], rows[i].law, count_of(&rows[i]));
        expect_told_among(&rows[i], &exception);
        if (rows[i].law[0].provision.effect == EFFECT_CLASSIFY)
            expect_told_among(&rows[i], &classification);
    }
}

Test(missing, headquarters_are_a_caveat_where_no_circumstance_is_known)
{
    const struct provision provision = {
        .id = "a#1", .any_chip = true, REQUIRE, .headquartered_in = TOKENS("CN")};
    const struct ruling ruling = {.id = "a",
                                  .jurisdiction = "US",
                                  .title = "a",
                                  .standing = STANDING_OPERATIVE,
                                  .provisions = &provision,
                                  .provision_count = 1};
    const struct chip chip = {.id = "chip", .product = "chip", .name = "chip"};
    struct rules_builder *builder = rules_builder_open(1);
    cr_assert(rules_add_ruling(builder, &ruling) && rules_add_chip(builder, &chip, NULL, 0));
    static const char *const codes[] = {"CN", "SG", "US"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        cr_assert(rules_add_place(builder, &(struct place){.code = codes[i], .name = codes[i]}, NULL, 0));
    struct law law = {.rules = rules_compile(builder)};
    rules_builder_close(builder);
    law.scratch = scratch_open(law.rules);
    const struct decision decision = law_ask(&law, "chip", "SG", DAY);
    cr_assert_eq(decision.caveat_count, 1);
    cr_expect_str_eq(decision.caveats[0]->name, "hq");
    law_close(&law);
}
