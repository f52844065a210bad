/* What people type into the search box, over the bundled data set: what must be found, and what must come
 * first. */

#include "tests/golden/sampling.h"

#include "api/import.h"
#include "db/catalogue.h"
#include "db/load.h"
#include "db/search.h"
#include "rules/build.h"
#include "rules/names.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct store *store;
static struct rules *rules;
static char directory[] = "/tmp/navicert-golden-XXXXXX";
static char path[64];

static void open_store(void)
{
    char reason[STORE_REASON_SIZE];
    struct import_report report;
    cr_assert_not_null(mkdtemp(directory));
    (void)snprintf(path, sizeof path, "%s/store.db", directory);
    cr_assert(store_open(path, STORE_WRITE, &store, reason), "%s", reason);
    cr_assert(import_bundled(store, IMPORT_TELL_NEW, &report));
    rules = rules_load(store, 1);
    cr_assert_not_null(rules);
}

static void close_store(void)
{
    char beside[80];
    rules_release(rules);
    store_close(store);
    (void)unlink(path);
    (void)snprintf(beside, sizeof beside, "%s-wal", path);
    (void)unlink(beside);
    (void)snprintf(beside, sizeof beside, "%s-shm", path);
    (void)unlink(beside);
    (void)rmdir(directory);
}

TestSuite(bundled_search, .init = open_store, .fini = close_store, .timeout = 300);

static struct search_result search(const char *text, unsigned limit)
{
    const struct search_query query = {.at = 1, .rules = rules, .text = text, .limit = limit};
    struct search_result result;
    cr_assert_eq(search_run(store, &query, &result), SEARCH_DONE, "%s", text);
    return result;
}

/* At which place it stands, counted from 1; 0: not on the first page. */
static size_t place_of(const struct search_result *result, const char *id)
{
    for (size_t i = 0; i < result->hit_count; i++) {
        if (strcmp(result->hits[i].id, id) == 0)
            return i + 1;
    }
    return 0;
}

struct first {
    const char *text;
    const char *ids[4]; /* in this order, from the first */
};

Test(bundled_search, what_was_meant_comes_first)
{
    static const struct first rows[] = {
        {"H20", {"nvidia-h20", "nvidia-h20-3e"}},
        {"h20", {"nvidia-h20", "nvidia-h20-3e"}},
        {"H-20", {"nvidia-h20", "nvidia-h20-3e"}},
        {"nvidia h20", {"nvidia-h20", "nvidia-h20-3e"}},
        {"NVIDIA-H20", {"nvidia-h20"}},
        {"nvidea h20", {"nvidia-h20"}},
        {"h200", {"nvidia-h200-sxm"}},
        {"mi308x", {"amd-mi308x"}},
        {"mi 308", {"amd-mi308x"}},
        {"nvidia h 20", {"nvidia-h20"}},
        {"ascend 910 b", {"huawei-ascend-910b2"}},
        {"gaudi 3", {"intel-gaudi3-oam"}},
        {"rtx4090", {"nvidia-rtx-4090"}},
        {"4090", {"nvidia-rtx-4090", "nvidia-rtx-4090-d"}},
        {"ascend 910", {"huawei-ascend-910"}},
        {"ascend 910b", {"huawei-ascend-910b2"}},
        {"huawei ascend", {"huawei-ascend-950pr", "huawei-ascend-950dt"}},
        {"hauwei ascend", {"huawei-ascend-950pr", "huawei-ascend-950dt"}},
        {"Emirates", {"AE", "2026-07-10-bis-uae-rule", "us-bis-2026-07-10-uae-rule"}},
        {"UAE", {"AE"}},
        {"U.A.E.", {"AE"}},
        {"uae rule", {"us-bis-2026-07-10-uae-rule"}},
        {"china", {"CN"}},
        {"hong kong", {"HK"}},
        {"turkiye", {"TR"}},
        {"malasia", {"MY"}},
        {"D:5", {"D:5"}},
        {"affiliates rule", {"us-bis-2025-09-29-affiliates-rule"}},
        {"affilates rule", {"us-bis-2025-09-29-affiliates-rule"}},
        {"50% rule", {"2025-09-29-bis-affiliates-rule"}},
        {"ai diffusion", {"us-bis-2025-01-13-ai-diffusion"}},
        {"ai diffusion rule", {"us-bis-2025-01-13-ai-diffusion"}},
        {"entity list", {"us-bis-2026-08-24-entity-list", "us-bis-2025-10-09-entity-list"}},
        {"export control reform act", {"us-congress-2018-08-13-ecra"}},
        {"october 7", {"us-bis-2022-10-07-ac-ifr"}},
        {"us-bis-2025-01-13-ai-diffusion", {"us-bis-2025-01-13-ai-diffusion"}},
        {"license exception nac", {"us-bis-2024-04-04-corrections"}},
        {"chips act", {"us-congress-safe-chips-act"}},
        {"deepseek",
         {"2026-07-30-deepseek-ulanqab-campus", "2026-07-25-deepseek-founder-noncompliant-chips"}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct search_result result = search(rows[i].text, 10);
        for (size_t j = 0; j < 4 && rows[i].ids[j]; j++)
            cr_expect(result.hit_count > j && strcmp(result.hits[j].id, rows[i].ids[j]) == 0,
                      "'%s' finds %s at place %zu, not %s", rows[i].text,
                      result.hit_count > j ? result.hits[j].id : "nothing", j + 1, rows[i].ids[j]);
        search_done(&result);
    }
}

struct among {
    const char *text;
    const char *id;
    size_t place; /* or before it */
};

Test(bundled_search, what_belongs_there_is_on_the_first_page)
{
    static const struct among rows[] = {
        {"Blackwel", "nvidia-b300", 1},
        {"blackwell", "nvidia-gb200", 20},
        {"export controls china", "2025-04-04-china-heavy-rare-earth-controls", 3},
        {"export controls china", "2025-05-21-huang-controls-failure", 15},
        {"presumption of denail", "us-bis-2026-01-13-license-review-rule", 3},
        {"presumption of denial", "us-bis-2023-10-17-acs-ifr", 5},
        {"50% rule", "us-bis-2025-09-29-affiliates-rule", 2},
        {"revenue share", "us-exec-2025-08-11-revenue-share-15", 2},
        {"15%", "2025-08-11-trump-15-percent-deal", 3},
        {"h20 licenses", "2025-08-08-h20-licenses-start", 1},
        {"h20 licenses", "2025-04-09-h20-license-letter", 5},
        {"China's gallium ban", "2025-11-09-china-lifts-gallium-ban", 2},
        {"Jensen Huang", "2026-07-22-huang-defends-chinese-models", 5},
        {"can nvidia sell h20 to china", "2025-07-14-nvidia-to-resume-h20", 3},
        {"2025-05-13", "2025-05-13-ai-diffusion-rescinded", 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct search_result result = search(rows[i].text, 20);
        const size_t place = place_of(&result, rows[i].id);
        cr_expect(place >= 1 && place <= rows[i].place, "'%s' finds %s at place %zu, not among the first %zu",
                  rows[i].text, rows[i].id, place, rows[i].place);
        search_done(&result);
    }
}

Test(bundled_search, a_maker_alone_brings_news_before_a_list_of_its_chips)
{
    static const char *const makers[] = {"nvidia", "huawei", "amd"};
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++) {
        struct search_result result = search(makers[i], 3);
        for (size_t j = 0; j < result.hit_count; j++)
            cr_expect_eq(result.hits[j].kind, KIND_EVENT, "%s: %s", makers[i], result.hits[j].id);
        cr_expect_gt(result.counts[KIND_CHIP], 5);
        search_done(&result);
    }
}

Test(bundled_search, what_is_not_recorded_is_an_empty_answer)
{
    static const char *const texts[] = {"\u4e2d\u56fd", "\u041a\u0438\u0442\u0430\u0439",
                                        "\u0627\u0644\u0635\u064a\u0646", "xqzzzzkj", "h20 xqzzzzkj"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct search_result result = search(texts[i], 5);
        cr_expect_eq(result.total, 0, "%s", texts[i]);
        cr_expect_eq(result.word_count, 1, "%s", texts[i]);
        cr_expect_eq(result.words[0].how, SEARCH_UNKNOWN);
        search_done(&result);
    }
}

Test(bundled_search, a_code_that_no_text_holds_is_a_name)
{
    struct search_result result = search("784", 5);
    cr_expect_eq(result.total, 1);
    cr_expect_eq(result.word_count, 0, "what was found was not mistyped");
    cr_expect_str_eq(result.hits[0].id, "AE");
    search_done(&result);
}

struct meant {
    const char *text;
    const char *meant;
};

Test(bundled_search, what_finds_nothing_suggests_what_does)
{
    static const struct meant rows[] = {
        {"h02", "h20"},
        {"h2o", "h20"},
        {"ali baba", "alibaba"},
        {"deep seek", "deepseek"},
        {"hong kong smic", "hong kong"},
        {"h20 xqzzzzkj", "h20"},
        {"nvidia h20 smuggling germany license", "nvidia h20 smuggling"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct search_result result = search(rows[i].text, 5);
        cr_expect_eq(result.total, 0, "%s", rows[i].text);
        cr_assert_gt(result.meant_count, 0, "%s", rows[i].text);
        cr_expect_str_eq(result.meant[0], rows[i].meant, "%s", rows[i].text);
        for (size_t j = 0; j < result.meant_count; j++) {
            struct search_result then = search(result.meant[j], 1);
            cr_expect_gt(then.total, 0, "'%s' is suggested for '%s'", result.meant[j], rows[i].text);
            search_done(&then);
        }
        search_done(&result);
    }
}

static void expect_first(const char *text, enum kind kind, const char *id)
{
    struct search_result result = search(text, 1);
    cr_expect(result.hit_count == 1 && result.hits[0].kind == kind && strcmp(result.hits[0].id, id) == 0,
              "'%s' finds %s first, not %s", text, result.hit_count ? result.hits[0].id : "nothing", id);
    search_done(&result);
}

/* A question about it and a search for it mean the same. */
static void expect_resolved(const char *text)
{
    const struct chip_match chip = names_match_chip(rules, text);
    const struct place_match place = names_match_place(rules, text);
    /* Where it names both, or several, any of them is first. */
    if (chip.chip && place.how == MATCH_NONE)
        expect_first(text, KIND_CHIP, chip.chip->id);
    else if (place.place && chip.how == MATCH_NONE)
        expect_first(text, KIND_DESTINATION, place.place->code);
}

static bool expect_names(const struct document *document, void *context)
{
    static const char *const members[] = {"id", "product", "name", "code", "alpha3", "numeric"};
    size_t *count = context;
    json_t *json = json_loadb(document->body.text, document->body.size, 0, NULL);
    size_t i;
    const json_t *alias;
    if (++*count % (100 / sample_percent()) == 0) {
        for (i = 0; i < sizeof members / sizeof members[0]; i++) {
            const char *name = json_string_value(json_object_get(json, members[i]));
            if (name)
                expect_resolved(name);
        }
        json_array_foreach(json_object_get(json, "aliases"), i, alias)
            expect_resolved(json_string_value(alias));
    }
    json_decref(json);
    return true;
}

Test(bundled_search, whatever_a_chip_or_a_place_is_called_finds_it_first)
{
    size_t count = 0;
    cr_assert(catalogue_each(store, KIND_CHIP, 1, expect_names, &count));
    cr_assert(catalogue_each(store, KIND_DESTINATION, 1, expect_names, &count));
    cr_assert_gt(count, 400);
}
