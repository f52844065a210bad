/* Builds the law of the fixture through rules/build.h. */
#include "fixture.h"

#include "rules/build.h"
#include "rules/metrics.h"

#include <criterion/criterion.h>
#include <math.h>

static struct chip make_chip(const char *id, const char *name, double int8)
{
    struct chip chip = {.id = id, .product = id, .name = name, .default_variant = true};
    for (int i = 0; i < PRECISION_COUNT; i++)
        chip.specification.peak_tops[i] = (double)NAN;
    chip.specification.peak_tops[PRECISION_INT8] = int8;
    chip.specification.die_area_mm2 = 100;
    chip.specification.package_count = 1;
    chip.specification.memory_bandwidth_gb_s = (double)NAN;
    chip.specification.interconnect_gb_s = (double)NAN;
    chip.specification.memory_bandwidth_density = (double)NAN;
    chip.specification.process_node_nm = (double)NAN;
    chip.specification.vendor = "ACME";
    chip.specification.kind = "gpu";
    chip.specification.segment = "data_center";
    metrics_derive(&chip);
    return chip;
}

static void add_chips(struct rules_builder *builder)
{
    const char *aliases[] = {"Biggie"};
    const struct chip big = make_chip("acme-big", "Big", 200);
    const struct chip small = make_chip("acme-small", "Small", 20);
    const struct chip dark = make_chip("acme-dark", "Dark", (double)NAN);
    cr_assert(rules_add_chip(builder, &big, aliases, 1));
    cr_assert(rules_add_chip(builder, &small, NULL, 0));
    cr_assert(rules_add_chip(builder, &dark, NULL, 0));
}

static void add_places(struct rules_builder *builder)
{
    static const struct place places[] = {{.code = "CN", .name = "China"},
                                          {.code = "DE", .name = "Germany"},
                                          {.code = "US", .name = "United States"}};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        cr_assert(rules_add_place(builder, &places[i], NULL, 0));
}

static void add_ruling(struct rules_builder *builder, const char *id, enum standing standing,
                       const struct predicate *predicate)
{
    static const char *const include[] = {"CN"};
    static const struct condition condition = {"kyc", "Know your customer.", (double)NAN};
    char provision_id[64];
    snprintf(provision_id, sizeof provision_id, "%s#1", id);
    const struct provision provision = {
        .id = provision_id,
        .effect = EFFECT_LICENSE_REQUIRED,
        .any_chip = true,
        .predicate = predicate,
        .include = {include, 1},
        .policy = POLICY_CASE_BY_CASE,
        .priority = 1,
        .conditions = &condition,
        .condition_count = 1,
        .text = "A license is needed.",
        .cite = "1 ACME 1",
        .in_force = {{20250101}, {20260101}},
    };
    const struct ruling ruling = {
        .id = id,
        .jurisdiction = "US",
        .title = "The ACME rule",
        .standing = standing,
        .in_force = {{20250101}, {0}},
        .verified_through = {20250601},
        .provisions = &provision,
        .provision_count = 1,
    };
    cr_assert(rules_add_ruling(builder, &ruling));
}

void fixture_open(struct fixture *fixture)
{
    *fixture = (struct fixture){
        .request = {.path = "/v1/test", .target = "/v1/test", .id = "TEST", .today = {20250601}}};
    struct rules_builder *builder = rules_builder_open(7);
    const struct value threshold = {.type = VALUE_NUMBER, .number = 1000};
    const struct predicate at_least = {.kind = PREDICATE_COMPARE,
                                       .comparison = COMPARE_AT_LEAST,
                                       .field = rules_field(builder, "tpp", VALUE_NUMBER),
                                       .values = &threshold,
                                       .value_count = 1};
    add_chips(builder);
    add_places(builder);
    add_ruling(builder, "us-acme-rule", STANDING_OPERATIVE, &at_least);
    add_ruling(builder, "us-acme-plan", STANDING_ANNOUNCED, &at_least);
    fixture->rules = rules_compile(builder);
    rules_builder_close(builder);
    fixture->context = (struct context){
        .request = &fixture->request,
        .rules = fixture->rules,
        .scratch = scratch_open(fixture->rules),
        .second = scratch_open(fixture->rules),
        .at = 7,
        .head = 7,
    };
    reply_init(&fixture->reply, &fixture->request);
}

void fixture_close(struct fixture *fixture)
{
    reply_done(&fixture->reply);
    scratch_close(fixture->context.scratch);
    scratch_close(fixture->context.second);
    rules_release(fixture->rules);
}

json_t *fixture_body(struct fixture *fixture)
{
    cr_assert(json_out_finish(&fixture->reply.out));
    json_error_t error;
    json_t *body = json_loads(fixture->reply.out.text, JSON_REJECT_DUPLICATES, &error);
    cr_assert(body, "%s at %d in %s", error.text, error.position, fixture->reply.out.text);
    char *again = json_dumps(body, JSON_COMPACT | JSON_REAL_PRECISION(15));
    if (!fixture->reply.out.pretty)
        cr_assert_str_eq(again, fixture->reply.out.text);
    free(again);
    return body;
}
