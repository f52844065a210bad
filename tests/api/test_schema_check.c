/* The shapes of stored documents: a good one passes, and each single thing wrong with it is told at its
 * place. */
#include "api/document.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

static const char good_chip[] = "{\"id\":\"a-1\",\"name\":\"One\",\"vendor\":\"A\",\"vendor_country\":\"US\","
                                "\"product\":\"a-1\",\"default_variant\":true,"
                                "\"aliases\":[\"Uno\"],\"family\":\"F\",\"kind\":\"gpu\",\"segment\":"
                                "\"edge\",\"market\":\"global\",\"announced_on\":\"2024-02\","
                                "\"released_on\":null,\"peak_tops\":{\"fp64\":null,\"fp32\":1.5,\"tf32\":"
                                "null,\"fp16\":2,\"bf16\":null,\"fp8\":null,\"int8\":null,"
                                "\"fp6\":null,\"fp4\":null,\"int4\":null},\"memory\":{\"type\":\"HBM3\","
                                "\"capacity_gb\":8,\"bandwidth_gb_s\":100},"
                                "\"interconnect\":{\"name\":null,\"bandwidth_gb_s\":null},\"process\":null,"
                                "\"die_area_mm2\":800.5,\"die_count\":1,"
                                "\"package_count\":1,\"transistors_billion\":null,\"tdp_w\":null,\"tpp_"
                                "reported\":null,\"performance_density_reported\":null,"
                                "\"confidence\":\"low\",\"notes\":\"\",\"sources\":[{\"title\":\"T\",\"url\":"
                                "\"https://example.org/\",\"fields\":[\"memory\"]}]}";

static const char good_ruling[] =
    "{\"id\":\"r-1\",\"title\":\"T\",\"jurisdiction\":\"US\",\"issuer\":\"I\",\"kind\":\"rule\",\"standing\":"
    "\"operative\",\"summary\":\"S\","
    "\"announced_on\":null,\"published_on\":null,\"effective_from\":\"2024-02-29\",\"effective_until\":null,"
    "\"citations\":[],\"amends\":[],"
    "\"supersedes\":[],\"suspends\":[],\"confidence\":\"high\",\"verified_through\":\"2026-10-10\",\"notes\":"
    "null,"
    "\"sources\":[{\"title\":\"T\",\"publisher\":\"P\",\"published_on\":\"2024\",\"url\":null}],"
    "\"provisions\":[{\"id\":\"r-1#1\",\"effect\":\"license_required\",\"text\":\"T\",\"cite\":null,"
    "\"effective_from\":null,"
    "\"effective_until\":null,\"eccns\":[\"3A090.a\"],\"chips\":null,\"predicate\":{\"all\":[{\"field\":"
    "\"tpp\",\"op\":\">=\",\"value\":1}]},"
    "\"destinations\":{\"include\":[\"group:D:5\",\"CN\"],\"exclude\":[],\"headquartered_in\":[\"*\"]},"
    "\"export_from\":null,"
    "\"policy\":\"presumption_of_denial\",\"priority\":1,\"import_status\":null,\"exception\":null,\"no_"
    "exceptions\":false,"
    "\"conditions\":[{\"type\":\"kyc\",\"text\":\"T\",\"value\":null}],\"targets\":[]}]}";

static json_t *read(const char *text)
{
    json_error_t error;
    json_t *value = json_loads(text, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    cr_assert_not_null(value, "%s in %s", error.text, text);
    return value;
}

/* Sets the member at a pointer without escapes; with `text` NULL it is removed. */
static void put(json_t *document, const char *pointer, const char *text)
{
    char path[96];
    snprintf(path, sizeof path, "%s", pointer + 1);
    char *rest = NULL;
    json_t *at = document;
    const char *step = strtok_r(path, "/", &rest);
    for (const char *next; (next = strtok_r(NULL, "/", &rest)); step = next)
        at = json_is_array(at) ? json_array_get(at, (size_t)(*step - '0')) : json_object_get(at, step);
    if (json_is_array(at))
        json_array_set_new(at, (size_t)(*step - '0'), read(text));
    else if (text)
        json_object_set_new(at, step, read(text));
    else
        json_object_del(at, step);
}

struct row {
    enum kind kind;
    char pointer[64]; /* what is changed */
    char value[240];  /* to this; "" removes it */
    char fault[64];   /* pointer of the only fault; "-": none */
    char detail[96];  /* how its sentence begins */
};

static void check_row(const struct row *row)
{
    static struct faults faults;
    json_t *document = read(row->kind == KIND_CHIP ? good_chip : good_ruling);
    put(document, row->pointer, row->value[0] ? row->value : NULL);
    document_check_shape(row->kind, document, "/7", &faults);
    if (row->fault[0] == '-') {
        cr_expect_eq(faults.total, 0, "%s", faults.count ? faults.items[0].detail : "");
    } else {
        char pointer[80];
        snprintf(pointer, sizeof pointer, "/7%s", row->fault);
        cr_assert_eq(faults.total, 1, "%zu faults for %s", faults.total, row->pointer);
        cr_expect_str_eq(faults.items[0].pointer, pointer);
        cr_expect_eq(strncmp(faults.items[0].detail, row->detail, strlen(row->detail)), 0, "%s",
                     faults.items[0].detail);
    }
    faults_done(&faults);
    json_decref(document);
}

ParameterizedTestParameters(schema_check, each_wrong_thing_of_a_chip_is_told_at_its_place)
{
    static struct row rows[] = {
        {KIND_CHIP, "/notes", "\"x\"", "-", ""},
        {KIND_CHIP, "/die_count", "2.0", "-", ""},
        {KIND_CHIP, "/process_node_nm", "7", "-", ""},
        {KIND_CHIP, "/market", "\"CN\"", "-", ""},
        {KIND_CHIP, "/vendor", "", "", "The member 'vendor' is missing."},
        {KIND_CHIP, "/vender", "\"A\"", "/vender",
         "There is no member 'vender' here; did you mean 'vendor'?"},
        {KIND_CHIP, "/a~b", "1", "/a~0b", "There is no member"},
        {KIND_CHIP, "/revision", "1", "/revision", "Is computed from other members"},
        {KIND_CHIP, "/metrics", "{}", "/metrics", "Is computed from other members"},
        {KIND_CHIP, "/id", "\"A-1\"", "/id", "Must be small letters"},
        {KIND_CHIP, "/id", "\"a--1\"", "/id", "Must be small letters"},
        {KIND_CHIP, "/notes", "\"a-1\\n\"", "/notes",
         "Must not hold the character U+000A, which is a control"},
        {KIND_CHIP, "/name", "\"\"", "/name", "Must not be empty."},
        {KIND_CHIP, "/name", "\"a\\u202eb\"", "/name",
         "Must not hold the character U+202E, which changes the direction"},
        {KIND_CHIP, "/name", "\"a\\u200bb\"", "/name",
         "Must not hold the character U+200B, which cannot be seen"},
        {KIND_CHIP, "/name", "\"a\xf3\xa0\x81\x81\"", "/name",
         "Must not hold the character U+E0041, which cannot be seen"},
        {KIND_CHIP, "/name", "\"a\\uffff\"", "/name",
         "Must not hold the character U+FFFF, which cannot be seen"},
        {KIND_CHIP, "/name", "\"\\u0085\"", "/name",
         "Must not hold the character U+0085, which is a control"},
        {KIND_CHIP, "/name", "\"\xf0\x9f\x99\x82\"", "-", ""},
        {KIND_CHIP, "/name", "7", "/name", "Must be a text."},
        {KIND_CHIP, "/name", "null", "/name", "Must be a text."},
        {KIND_CHIP, "/kind", "\"cpu\"", "/kind", "Must be gpu, asic, soc or system."},
        {KIND_CHIP, "/market", "\"China\"", "/market", "Must be global or two capital letters."},
        {KIND_CHIP, "/vendor_country", "\"us\"", "/vendor_country", "Must be two capital letters."},
        {KIND_CHIP, "/default_variant", "1", "/default_variant", "Must be true or false."},
        {KIND_CHIP, "/die_count", "1.5", "/die_count", "Must be a whole number or null."},
        {KIND_CHIP, "/die_count", "1e300", "/die_count", "Must be a whole number or null."},
        {KIND_CHIP, "/package_count", "0", "/package_count", "Must be at least 1."},
        {KIND_CHIP, "/package_count", "null", "/package_count", "Must be a whole number."},
        {KIND_CHIP, "/die_area_mm2", "-1", "/die_area_mm2", "Must be at least 0."},
        {KIND_CHIP, "/peak_tops/fp16", "\"2\"", "/peak_tops/fp16", "Must be a number or null."},
        {KIND_CHIP, "/peak_tops/fp16", "", "/peak_tops", "The member 'fp16' is missing."},
        {KIND_CHIP, "/peak_tops/fp12", "1", "/peak_tops/fp12",
         "There is no member 'fp12' here; did you mean"},
        {KIND_CHIP, "/memory", "[]", "/memory", "Must be an object."},
        {KIND_CHIP, "/aliases", "{}", "/aliases", "Must be a list."},
        {KIND_CHIP, "/aliases", "[\"a\",\"b\",\"a\"]", "/aliases/2", "Stands in the list already."},
        {KIND_CHIP, "/sources", "[]", "/sources", "Must have at least 1 items."},
        {KIND_CHIP, "/sources/0/url", "\"ftp://example.org/\"", "/sources/0/url",
         "Must be an http or https address."},
        {KIND_CHIP, "/sources/0/url", "\"https://example.org/a b\"", "/sources/0/url",
         "Must be an http or https address."},
        {KIND_CHIP, "/announced_on", "\"2024-02-30\"", "/announced_on",
         "Must be a day, month or year that exists"},
        {KIND_CHIP, "/announced_on", "\"2024-2\"", "/announced_on",
         "Must be a day, month or year that exists"},
        {KIND_CHIP, "/announced_on", "\"2024\"", "-", ""},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, schema_check, each_wrong_thing_of_a_chip_is_told_at_its_place)
{
    check_row(row);
}

ParameterizedTestParameters(schema_check, each_wrong_thing_of_a_ruling_is_told_at_its_place)
{
    static struct row rows[] = {
        {KIND_RULING, "/notes", "\"x\"", "-", ""},
        {KIND_RULING, "/effective_from", "\"2023-02-29\"", "/effective_from", "Must be a day that exists"},
        {KIND_RULING, "/effective_from", "\"2023-02\"", "/effective_from", "Must be a day that exists"},
        {KIND_RULING, "/verified_through", "null", "/verified_through", "Must be a text."},
        {KIND_RULING, "/standing", "\"law\"", "/standing", "Must be operative, announced or proposed."},
        {KIND_RULING, "/state", "\"in_force\"", "/state", "Is computed from other members"},
        {KIND_RULING, "/provisions/0/id", "\"r-1\"", "/provisions/0/id",
         "Must be the id of its ruling, '#' and a number."},
        {KIND_RULING, "/provisions/0/id", "\"r-1#0\"", "/provisions/0/id",
         "Must be the id of its ruling, '#' and a number."},
        {KIND_RULING, "/provisions/0/effect", "\"ban\"", "/provisions/0/effect", "Must be classify,"},
        {KIND_RULING, "/provisions/0/eccns/0", "\"EAR99\"", "/provisions/0/eccns/0", "Must be an ECCN"},
        {KIND_RULING, "/provisions/0/chips", "[]", "/provisions/0/chips", "Must have at least 1 items."},
        {KIND_RULING, "/provisions/0/policy", "null", "-", ""},
        {KIND_RULING, "/provisions/0/policy", "\"denial\"", "/provisions/0/policy",
         "Must be policy_of_denial,"},
        {KIND_RULING, "/provisions/0/priority", "1001", "/provisions/0/priority", "Must be at most 1000."},
        {KIND_RULING, "/provisions/0/predicate", "null", "-", ""},
        {KIND_RULING, "/provisions/0/predicate", "[]", "/provisions/0/predicate",
         "Must be an object or null."},
        {KIND_RULING, "/provisions/0/destinations/include/0", "\"group:\"",
         "/provisions/0/destinations/include/0", "Must be a two-letter"},
        {KIND_RULING, "/provisions/0/conditions/0/type", "\"KYC\"", "/provisions/0/conditions/0/type",
         "Must be small letters"},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, schema_check, each_wrong_thing_of_a_ruling_is_told_at_its_place)
{
    check_row(row);
}

Test(schema_check, good_documents_pass)
{
    static struct faults faults;
    json_t *chip = read(good_chip);
    json_t *ruling = read(good_ruling);
    document_check_shape(KIND_CHIP, chip, "", &faults);
    document_check_shape(KIND_RULING, ruling, "", &faults);
    cr_expect_eq(faults.total, 0, "%s", faults.count ? faults.items[0].detail : "");
    faults_done(&faults);
    json_decref(chip);
    json_decref(ruling);
}

Test(schema_check, all_faults_are_counted_past_the_bound)
{
    static struct faults faults;
    json_t *chip = read(good_chip);
    for (int i = 0; i < FAULTS_MAX + 20; i++) {
        char name[24];
        snprintf(name, sizeof name, "nothing_%d", i);
        json_object_set_new(chip, name, json_null());
    }
    document_check_shape(KIND_CHIP, chip, "", &faults);
    cr_expect_eq(faults.count, FAULTS_MAX);
    cr_expect_eq(faults.total, FAULTS_MAX + 20);
    faults_done(&faults);
    json_decref(chip);
}

Test(schema_check, a_name_too_long_for_the_pointer_is_told_at_its_holder)
{
    static struct faults faults;
    char name[2000];
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    json_t *chip = read(good_chip);
    json_object_set_new(chip, name, json_null());
    document_check_shape(KIND_CHIP, chip, "/3", &faults);
    cr_assert_eq(faults.total, 1);
    cr_expect_str_eq(faults.items[0].pointer, "/3");
    faults_done(&faults);
    json_decref(chip);
}

Test(schema_check, the_whole_data_set_passes)
{
    static struct faults faults;
    size_t checked = 0;
    for (enum kind kind = 0; kind < KIND_COUNT; kind++) {
        char path[64];
        snprintf(path, sizeof path, "db/data/%s.json",
                 kind == KIND_GROUP ? "destinations" : kinds[kind].plural);
        json_t *file = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
        cr_assert_not_null(file, "%s", path);
        const json_t *documents = json_is_object(file) ? json_object_get(file, kinds[kind].plural) : file;
        size_t i;
        json_t *document;
        json_array_foreach(documents, i, document)
        {
            char pointer[32];
            snprintf(pointer, sizeof pointer, "/%zu", i);
            document_check_shape(kind, document, pointer, &faults);
            checked++;
        }
        json_decref(file);
    }
    for (size_t i = 0; i < faults.count; i++)
        cr_expect_fail("%s %s", faults.items[i].pointer, faults.items[i].detail);
    cr_expect_gt(checked, 800);
    faults_done(&faults);
}
