/* What the engine's parts cost: the decision, its next change, a verdict looked up, and compiling, against a
 * floor of bare bit sets. In CPU time, the parts by turns; `--json FILE` also writes what was measured. Run
 * from the root of the repository. */

#include "db/documents.h"
#include "rules/build.h"
#include "rules/decide.h"
#include "rules/verdicts.h"

#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 7
#define QUESTIONS 20000
#define GROWN_RULINGS 100000
#define GROWN_CHIPS 1000000

static uint64_t random_state = 2026;

static size_t random_below(size_t limit)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (size_t)((random_state * UINT64_C(2685821657736338717)) >> 33) % limit;
}

static void *need(void *memory)
{
    if (!memory) {
        fprintf(stderr, "engine: something could not be read, or memory is short\n");
        exit(EXIT_FAILURE);
    }
    return memory;
}

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* --- the law -------------------------------------------------------------------------------------------- */

struct bundle {
    json_t *chips, *rulings, *destinations;
};

static struct bundle bundle_load(void)
{
    json_t *destinations = need(json_load_file("db/data/destinations.json", 0, NULL));
    return (struct bundle){
        .chips = need(json_load_file("db/data/chips.json", 0, NULL)),
        .rulings = need(json_load_file("db/data/rulings.json", 0, NULL)),
        .destinations = need(json_object_get(destinations, "destinations")),
    };
}

static void add_all(struct rules_builder *builder, enum kind kind, const json_t *documents)
{
    for (size_t i = 0; i < json_array_size(documents); i++) {
        if (!documents_add(builder, kind, json_array_get(documents, i)))
            need(NULL);
    }
}

static struct rules_builder *open_builder(const struct bundle *bundle)
{
    struct rules_builder *builder = need(rules_builder_open(1));
    add_all(builder, KIND_DESTINATION, bundle->destinations);
    add_all(builder, KIND_CHIP, bundle->chips);
    add_all(builder, KIND_RULING, bundle->rulings);
    return builder;
}

/* A month in the years 2022 to 2024. */
static struct interval random_month(void)
{
    const int year = 2022 + (int)random_below(3), month = 1 + (int)random_below(12);
    const int day = year * 10000 + month * 100 + 1 + (int)random_below(28);
    return (struct interval){{day}, date_add_days((struct date){day}, 30)};
}

/* Requirements of one month for one country: half of them for a chip of their own, half above some
 * performance. */
static void add_rulings(struct rules_builder *builder, const struct rules *of)
{
    for (size_t i = 0; i < GROWN_RULINGS; i++) {
        char id[40], provision_id[48], chip[40];
        (void)snprintf(id, sizeof id, "us-grown-%06zu", i);
        (void)snprintf(provision_id, sizeof provision_id, "%s#1", id);
        (void)snprintf(chip, sizeof chip, "grown-%zu", random_below(1000));
        const char *const chips[] = {chip}, *const places[] = {
                                                of->places[random_below(of->place_count)].code};
        const struct value line = {.type = VALUE_NUMBER, .number = (double)random_below(100) * 100};
        const struct predicate above = {
            .comparison = COMPARE_AT_LEAST, .field = ITEM_TPP, .values = &line, .value_count = 1};
        const struct provision provision = {
            .id = provision_id,
            .effect = EFFECT_LICENSE_REQUIRED,
            .chips = {chips, i % 2},
            .predicate = i % 2 ? NULL : &above,
            .include = {places, 1},
            .in_force = random_month(),
        };
        const struct ruling ruling = {
            .id = id,
            .jurisdiction = ITEM_JURISDICTION,
            .title = id,
            .standing = STANDING_OPERATIVE,
            .verified_through = of->verified_through,
            .provisions = &provision,
            .provision_count = 1,
        };
        if (!rules_add_ruling(builder, &ruling))
            need(NULL);
    }
}

/* Like recorded ones but faster or slower; ten variants a product. */
static void add_chips(struct rules_builder *builder, const struct rules *of)
{
    for (size_t i = 0; i < GROWN_CHIPS; i++) {
        char id[40], product[40];
        (void)snprintf(id, sizeof id, "grown-%07zu", i);
        (void)snprintf(product, sizeof product, "grown-%07zu", i - i % 10);
        struct chip chip = of->chips[random_below(of->chip_count)];
        const double factor = 0.5 + (double)random_below(1000) / 1000;
        chip.id = chip.name = id;
        chip.product = product;
        chip.default_variant = i % 10 == 0;
        for (unsigned j = 0; j < PRECISION_COUNT; j++)
            chip.specification.peak_tops[j] *= factor;
        chip.specification.memory_bandwidth_gb_s *= factor;
        if (!rules_add_chip(builder, &chip, NULL, 0))
            need(NULL);
    }
}

/* --- what is measured ----------------------------------------------------------------------------------- */

/* Compiled law with what it takes to ask it. */
struct law {
    struct rules *rules;
    struct scratch *first, *second;
    struct question questions[QUESTIONS];
    double compile_seconds;
    double megabytes;
};

static size_t allocated(void)
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/* The chips asked about are the recorded ones, whatever was added, of days when nothing added is in force. */
static struct law *open_law(struct rules_builder *builder, const struct bundle *bundle)
{
    struct law *law = need(calloc(1, sizeof *law));
    const size_t before = allocated();
    const double start = cpu_seconds();
    law->rules = need(rules_compile(builder));
    law->compile_seconds = cpu_seconds() - start;
    law->megabytes = (double)(allocated() - before) / (1024 * 1024);
    rules_builder_close(builder);
    law->first = need(scratch_open(law->rules));
    law->second = need(scratch_open(law->rules));
    random_state = 7;
    for (size_t i = 0; i < QUESTIONS; i++) {
        const json_t *chip = json_array_get(bundle->chips, random_below(json_array_size(bundle->chips)));
        law->questions[i] = (struct question){
            .chip = rules_find_chip(law->rules, json_string_value(json_object_get(chip, "id"))),
            .destination = &law->rules->places[random_below(law->rules->place_count)],
            .export_from = rules_find_place(law->rules, ITEM_JURISDICTION),
            .date = date_add_days((struct date){20250301}, (int)random_below(700)),
        };
    }
    return law;
}

static void close_law(struct law *law)
{
    scratch_close(law->first);
    scratch_close(law->second);
    rules_release(law->rules);
    free(law);
}

/* Bare sets of as many provisions: chip & destination & stretch of days, and the lowest bit. */
struct floor {
    size_t words;
    uint64_t *chips, *places, *segments;
    struct {
        uint16_t chip, place, segment;
    } questions[QUESTIONS];
    uint16_t *segment_of; /* by a day's distance from 2022 as numbers */
};

static uint64_t *random_sets(size_t count, size_t words)
{
    uint64_t *sets = need(calloc(count * words, sizeof *sets));
    for (size_t i = 0; i < 64 * count * words; i++)
        sets[i / 64] |= (uint64_t)(random_below(3) == 0) << i % 64;
    return sets;
}

#define FLOOR_DAYS_FIRST 20220000
#define FLOOR_DAYS ((size_t)6 * 10000)

static size_t count_points(const struct rules *rules, struct date day)
{
    size_t count = 0;
    while (count < rules->change_point_count && rules->change_points[count].ymd <= day.ymd)
        count++;
    return count;
}

static struct floor *open_floor(const struct law *law)
{
    const struct rules *rules = law->rules;
    struct floor *floor = need(calloc(1, sizeof *floor));
    floor->words = (rules->provision_count + 63) / 64;
    floor->chips = random_sets(rules->chip_count, floor->words);
    floor->places = random_sets(rules->place_count, floor->words);
    floor->segments = random_sets(rules->change_point_count + 1, floor->words);
    floor->segment_of = need(calloc(FLOOR_DAYS, sizeof *floor->segment_of));
    for (size_t i = 0; i < QUESTIONS; i++) {
        const struct question *question = &law->questions[i];
        const size_t segment = count_points(rules, question->date);
        floor->questions[i].chip = (uint16_t)(question->chip - rules->chips);
        floor->questions[i].place = (uint16_t)(question->destination - rules->places);
        floor->questions[i].segment = (uint16_t)segment;
        floor->segment_of[question->date.ymd - FLOOR_DAYS_FIRST] = (uint16_t)segment;
    }
    return floor;
}

static void close_floor(struct floor *floor)
{
    free(floor->chips);
    free(floor->places);
    free(floor->segments);
    free(floor->segment_of);
    free(floor);
}

struct bench {
    struct law *law, *many_rulings, *many_chips;
    struct floor *floor;
    struct verdicts *verdicts;
    uint64_t sink; /* so that nothing is left out */
};

static uint64_t lowest_met(const struct floor *floor, size_t chip, size_t place, size_t segment)
{
    const uint64_t *chips = floor->chips + chip * floor->words,
                   *places = floor->places + place * floor->words;
    const uint64_t *segments = floor->segments + segment * floor->words;
    for (size_t word = 0; word < floor->words; word++) {
        const uint64_t met = chips[word] & places[word] & segments[word];
        if (met)
            return 64 * word + (uint64_t)__builtin_ctzll(met);
    }
    return UINT64_MAX;
}

/* Of numbers that are known. */
static void ask_floor(struct bench *bench)
{
    const struct floor *floor = bench->floor;
    for (size_t i = 0; i < QUESTIONS; i++)
        bench->sink += lowest_met(floor, floor->questions[i].chip, floor->questions[i].place,
                                  floor->questions[i].segment);
}

/* Of the same questions as are put to the engine: a chip, a place and a day. */
static void ask_floor_in_full(struct bench *bench)
{
    const struct floor *floor = bench->floor;
    const struct rules *rules = bench->law->rules;
    for (size_t i = 0; i < QUESTIONS; i++) {
        const struct question *question = &bench->law->questions[i];
        bench->sink += lowest_met(floor, (size_t)(question->chip - rules->chips),
                                  (size_t)(question->destination - rules->places),
                                  floor->segment_of[question->date.ymd - FLOOR_DAYS_FIRST]);
    }
}

static void ask_verdicts(struct bench *bench)
{
    for (size_t i = 0; i < QUESTIONS; i++) {
        const struct ruled *ruled = verdicts_find(bench->verdicts, &bench->law->questions[i]);
        bench->sink += ruled->verdict.outcome;
    }
}

static void ask_without_caveats(struct bench *bench)
{
    struct law *law = bench->law;
    for (size_t i = 0; i < QUESTIONS; i++)
        bench->sink += decide_without_caveats(law->rules, &law->questions[i], law->first).outcome;
}

static void ask(struct bench *bench, struct law *law)
{
    for (size_t i = 0; i < QUESTIONS; i++)
        bench->sink += decide_eligibility(law->rules, &law->questions[i], law->first).outcome;
}

static void ask_eligibility(struct bench *bench)
{
    ask(bench, bench->law);
}

static void ask_many_rulings(struct bench *bench)
{
    ask(bench, bench->many_rulings);
}

static void ask_many_chips(struct bench *bench)
{
    ask(bench, bench->many_chips);
}

/* With the decision that it starts from. */
static void ask_next_change(struct bench *bench)
{
    struct law *law = bench->law;
    for (size_t i = 0; i < QUESTIONS; i++) {
        const struct question *question = &law->questions[i];
        const struct decision now = decide_without_caveats(law->rules, question, law->first);
        bench->sink += (uint64_t)decide_next_change(law->rules, question, &now, law->second).date.ymd;
    }
}

struct part {
    const char *name;
    const char *ratio_to; /* the name of the part that it is compared with; NULL: none */
    bool rate;            /* the ratio is of decisions a second, not of time */
    unsigned repeats;     /* of all questions, a round */
    void (*run)(struct bench *bench);
    double nanoseconds[ROUNDS]; /* a question */
};

static int by_size(const void *a, const void *b)
{
    const double *first = a, *second = b;
    return (*first > *second) - (*first < *second);
}

/* Sorts them. */
static double median(double values[static ROUNDS])
{
    qsort(values, ROUNDS, sizeof values[0], by_size);
    return values[ROUNDS / 2];
}

static void measure(struct bench *bench, struct part *parts, size_t count)
{
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < count; i++) {
            const double start = cpu_seconds();
            for (unsigned j = 0; j < parts[i].repeats; j++)
                parts[i].run(bench);
            parts[i].nanoseconds[round] =
                (cpu_seconds() - start) * 1e9 / ((double)parts[i].repeats * QUESTIONS);
        }
    }
}

/* --- what is said --------------------------------------------------------------------------------------- */

static void say(json_t *rows, json_t *row)
{
    const char *ratio_to = json_string_value(json_object_get(row, "ratio_to"));
    printf("%-44s %12.4g %-4s (%.4g-%.4g)", json_string_value(json_object_get(row, "name")),
           json_number_value(json_object_get(row, "median")), json_string_value(json_object_get(row, "unit")),
           json_number_value(json_object_get(row, "min")), json_number_value(json_object_get(row, "max")));
    if (ratio_to)
        printf("  %.2f of %s", json_number_value(json_object_get(row, "ratio")), ratio_to);
    printf("\n");
    json_array_append_new(rows, row);
}

static const struct part *find_part(const struct part *parts, size_t count, const char *name)
{
    for (size_t i = 0; name && i < count; i++) {
        if (strcmp(parts[i].name, name) == 0)
            return &parts[i];
    }
    return NULL;
}

/* The ratio is the median of those of each round. */
static void say_part(json_t *rows, struct part *parts, size_t count, const struct part *part)
{
    const struct part *other = find_part(parts, count, part->ratio_to);
    double times[ROUNDS], ratios[ROUNDS];
    memcpy(times, part->nanoseconds, sizeof times);
    for (size_t i = 0; other && i < ROUNDS; i++) {
        const double ratio = part->nanoseconds[i] / other->nanoseconds[i];
        ratios[i] = part->rate ? 1 / ratio : ratio;
    }
    const double middle = median(times);
    json_t *row = json_pack("{s:s, s:s, s:f, s:f, s:f}", "name", part->name, "unit", "ns", "median", middle,
                            "min", times[0], "max", times[ROUNDS - 1]);
    if (other) {
        json_object_set_new(row, "ratio_to", json_string(other->name));
        json_object_set_new(row, "ratio", json_real(median(ratios)));
    }
    say(rows, row);
}

static void say_value(json_t *rows, const char *name, const char *unit, double value)
{
    say(rows, json_pack("{s:s, s:s, s:f, s:f, s:f}", "name", name, "unit", unit, "median", value, "min",
                        value, "max", value));
}

static void say_compiling(json_t *rows, const char *name, const struct law *law)
{
    char text[96];
    (void)snprintf(text, sizeof text, "compiling %s", name);
    say_value(rows, text, "s", law->compile_seconds);
    (void)snprintf(text, sizeof text, "memory of %s", name);
    say_value(rows, text, "MB", law->megabytes);
}

static struct bench open_bench(const struct bundle *bundle)
{
    struct bench bench = {.law = open_law(open_builder(bundle), bundle)};
    struct rules_builder *rulings = open_builder(bundle), *chips = open_builder(bundle);
    add_rulings(rulings, bench.law->rules);
    add_chips(chips, bench.law->rules);
    bench.many_rulings = open_law(rulings, bundle);
    bench.many_chips = open_law(chips, bundle);
    bench.floor = open_floor(bench.law);
    bench.verdicts = need(verdicts_open(bench.law->rules, NULL));
    return bench;
}

static void close_bench(struct bench *bench)
{
    verdicts_close(bench->verdicts);
    close_floor(bench->floor);
    close_law(bench->law);
    close_law(bench->many_rulings);
    close_law(bench->many_chips);
}

/* Measures, and lists what was found. */
static json_t *run(struct bench *bench)
{
    const char *floor = "floor: bit sets, of questions", *decision = "decision";
    struct part parts[] = {
        {.name = "floor: bit sets, of numbers", .repeats = 100, .run = ask_floor},
        {.name = floor, .repeats = 100, .run = ask_floor_in_full},
        {.name = "verdict", .ratio_to = floor, .rate = true, .repeats = 100, .run = ask_verdicts},
        {.name = "decision without caveats", .repeats = 2, .run = ask_without_caveats},
        {.name = decision, .repeats = 2, .run = ask_eligibility},
        {.name = "decision without caveats and next change", .repeats = 2, .run = ask_next_change},
        {.name = "decision, 100000 more rulings",
         .ratio_to = decision,
         .repeats = 2,
         .run = ask_many_rulings},
        {.name = "decision, 1000000 more chips", .ratio_to = decision, .repeats = 2, .run = ask_many_chips},
    };
    const size_t count = sizeof parts / sizeof parts[0];
    json_t *rows = json_array();
    measure(bench, parts, count);
    for (size_t i = 0; i < count; i++)
        say_part(rows, parts, count, &parts[i]);
    say_compiling(rows, "the bundled data set", bench->law);
    say_compiling(rows, "100000 more rulings", bench->many_rulings);
    say_compiling(rows, "1000000 more chips", bench->many_chips);
    return rows;
}

int main(int argc, char **argv)
{
    const struct bundle bundle = bundle_load();
    struct bench bench = open_bench(&bundle);
    json_t *rows = run(&bench);
    const char *file = argc == 3 && strcmp(argv[1], "--json") == 0 ? argv[2] : NULL;
    const bool written = !file || json_dump_file(rows, file, JSON_INDENT(1)) == 0;
    if (!written)
        fprintf(stderr, "engine: %s cannot be written\n", file);
    json_decref(rows);
    close_bench(&bench);
    json_decref(bundle.chips);
    json_decref(bundle.rulings);
    json_decref(bundle.destinations);
    return written ? EXIT_SUCCESS : EXIT_FAILURE;
}
