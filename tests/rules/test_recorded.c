/* What two data versions record of a provision or a chip, compared. */

#include "rules/recorded.h"
#include "tests/rules/law.h"

static const struct condition report = {.type = "report", .text = "Report it.", .value = 5};

#define REQUIRED .effect = EFFECT_LICENSE_REQUIRED
#define PREDICATE .predicate = AT_LEAST(ITEM_TPP, 4800)
#define BASE REQUIRED, TO("CN"), PREDICATE

struct variant {
    const char *what;
    struct written written;
    bool same_effect;
};

static const struct variant variants[] = {
    {"effect", {.provision = {.effect = EFFECT_LICENSE_POLICY, TO("CN"), PREDICATE}}, false},
    {"policy", {.provision = {BASE, .policy = POLICY_OF_DENIAL}}, false},
    {"priority", {.provision = {BASE, .priority = 4}}, false},
    {"no_exceptions", {.provision = {BASE, .no_exceptions = true}}, false},
    {"import_status", {.provision = {BASE, .import_status = IMPORT_INSPECTION}}, false},
    {"exception", {.provision = {BASE, .exception = "ENC"}}, false},
    {"conditions", {.provision = {BASE, .conditions = &report, .condition_count = 1}}, false},
    {"include", {.provision = {REQUIRED, TO("SG"), PREDICATE}}, true},
    {"exclude", {.provision = {BASE, .exclude = TOKENS("HK")}}, true},
    {"headquartered_in", {.provision = {BASE, .headquartered_in = TOKENS("SG")}}, true},
    {"export_from", {.provision = {BASE, .export_from = TOKENS("SG")}}, true},
    {"eccns", {.provision = {BASE, .eccns = TOKENS("3A090.b")}}, true},
    {"chips", {.provision = {BASE, .chips = TOKENS("slow")}}, true},
    {"targets", {.provision = {BASE, .targets = TOKENS("b")}}, true},
    {"from", {.provision = {BASE, .in_force = {{20250102}, {0}}}}, true},
    {"until", {.provision = {BASE, .in_force = {{0}, {20260102}}}}, true},
    {"a number", {.provision = {REQUIRED, TO("CN"), .predicate = AT_LEAST(ITEM_TPP, 4801)}}, true},
    {"a comparison",
     {.provision = {REQUIRED, TO("CN"), .predicate = COMPARE(ITEM_TPP, COMPARE_MORE, NUMBER(4800))}},
     true},
    {"a field",
     {.provision = {REQUIRED, TO("CN"), .predicate = AT_LEAST(ITEM_INTERCONNECT_GB_S, 4800)}},
     true},
    {"a word", {.provision = {REQUIRED, TO("CN"), .predicate = IS(ITEM_TPP, WORD("4800"))}}, true},
    {"no predicate", {.provision = {REQUIRED, TO("CN")}}, true},
    {"jurisdiction", {.jurisdiction = "CN", .provision = {BASE}}, true},
    {"standing", {.proposed = true, .provision = {BASE}}, true},
};

static const struct provision *first_of(const struct law *law)
{
    return law->rules->provisions[0];
}

Test(recorded, the_same_words_are_the_same_law)
{
    LAW(one, {.provision = {BASE, .text = "Some words."}});
    LAW(other, {.provision = {BASE, .text = "Other words."}});
    cr_expect(recorded_same_provision(one.rules, first_of(&one), other.rules, first_of(&other)));
    cr_expect(recorded_same_effect(first_of(&one), first_of(&other)), "what it says to people aside");
    law_close(&one);
    law_close(&other);
}

Test(recorded, each_word_that_decides_makes_it_another)
{
    LAW(base, {.provision = {BASE}});
    for (size_t i = 0; i < sizeof variants / sizeof variants[0]; i++) {
        struct law other = law_open(&variants[i].written, 1);
        cr_expect_not(recorded_same_provision(base.rules, first_of(&base), other.rules, first_of(&other)),
                      "%s", variants[i].what);
        cr_expect_eq(recorded_same_effect(first_of(&base), first_of(&other)), variants[i].same_effect, "%s",
                     variants[i].what);
        law_close(&other);
    }
    law_close(&base);
}

Test(recorded, chips_are_compared_by_what_is_known_of_them)
{
    LAW(one, {.provision = {BASE}});
    LAW(other, {.provision = {BASE}});
    const struct chip *fast = rules_find_chip(one.rules, "fast");
    cr_expect(recorded_same_chip(fast, rules_find_chip(other.rules, "fast")));
    cr_expect_not(recorded_same_chip(fast, rules_find_chip(other.rules, "slow")), "another number");
    cr_expect_not(recorded_same_chip(fast, rules_find_chip(other.rules, "dark")), "nothing is known");
    struct chip renamed = *fast;
    renamed.product = "faster";
    cr_expect_not(recorded_same_chip(fast, &renamed), "a ruling may name its product");
    law_close(&one);
    law_close(&other);
}
