/* What a line of a screened file says: read fast and read slowly alike, from JSON and from CSV. */
#include "api/screening_row.h"
#include "tests/api/fixture.h"

#include "rules/build.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct rules *rules;
static struct row_reader *reader;

/* One circumstance of each type. */
static void open_reader(void)
{
    struct rules_builder *builder = rules_builder_open(1);
    static const struct place place = {.code = "CN", .name = "China"};
    cr_assert(rules_add_place(builder, &place, NULL, 0));
    rules_field(builder, "end_user_on_list", VALUE_BOOLEAN);
    rules_field(builder, "end_use", VALUE_TEXT);
    rules_field(builder, "units", VALUE_NUMBER);
    rules = rules_compile(builder);
    rules_builder_close(builder);
    reader = calloc(1, sizeof *reader);
    cr_assert(row_reader_open(reader, rules, NULL));
}

static void close_reader(void)
{
    row_reader_close(reader);
    free(reader);
    rules_release(rules);
}

TestSuite(screening_row, .init = open_reader, .fini = close_reader);

/* The text on the heap, so that reading past its end is seen. */
static struct line make_line(const char *text, size_t size)
{
    char *copy = malloc(size + 1);
    memcpy(copy, text, size);
    copy[size] = '!';
    return (struct line){copy, size, 1, LINE_WHOLE};
}

static void free_line(struct line *line)
{
    free((char *)(uintptr_t)line->text);
}

/* Both readings of a line that the fast one takes. */
static bool reads_alike(const char *text, size_t size)
{
    struct line line = make_line(text, size);
    struct row fast, slow;
    const bool plain = row_scan_json(reader, &line, &fast);
    row_load_json(reader, &line, &slow);
    if (plain)
        cr_assert_eq(slow.fault.problem, PROBLEM_NONE, "taken, but wrong: %.*s", (int)size, text);
    for (unsigned i = 0; plain && i < ROW_FIELD_COUNT; i++) {
        const struct row_cell *a = &fast.cells[i], *b = &slow.cells[i];
        cr_assert_eq(a->value, b->value, "%s of %.*s", row_field_words[i], (int)size, text);
        if (a->value == ROW_TEXT)
            cr_assert(a->size == b->size && memcmp(a->text, b->text, a->size) == 0, "%s of %.*s",
                      row_field_words[i], (int)size, text);
        if (a->value != ROW_ABSENT)
            cr_assert_eq(a->at, row_find_value(&line, (enum row_field)i), "%s of %.*s", row_field_words[i],
                         (int)size, text);
    }
    free_line(&line);
    return plain;
}

struct plain {
    const char *text;
    bool plain;
};

static const struct plain plain_lines[] = {
    {"{\"chip\":\"h20\"}", true},
    {" { \"chip\" : \"h20\" , \"destination\":\"CN\" }\t", true},
    {"{\"chip\":\"h20\",\"order\":12345,\"price\":-0.5,\"open\":true,\"gone\":false,\"x\":null}", true},
    {"{\"chip\":\"h20\",\"order\":\"a longer text than eight letters\"}", true},
    {"{\"chip\":\"Зелёный чип\",\"note\":\"für 北京 🙂\"}", true},
    {"{\"chip\":null,\"destination\":null,\"hq\":null,\"export_from\":null,\"date\":null,"
     "\"circumstances\":null}",
     true},
    {"{\"chip\":5,\"destination\":true,\"date\":20250101}", true},
    {"{\"chip\":\"\"}", true},
    {"{\"\":1,\"chip\":\"a\"}", true},
    {"{\"chip\":\"h\\u0032\"}", false},
    {"{\"chip\":\"h20\",\"note\":\"a \\\"b\\\"\"}", false},
    {"{\"chip\":\"h20\",\"circumstances\":{}}", false},
    {"{\"chip\":\"h20\",\"tags\":[1]}", false},
    {"{\"chip\":\"h20\",\"x\":1e5}", false},
    {"{\"chip\":\"h20\",\"x\":12345678901234567890}", false},
    {"{\"chip\":\"h20\",\"chip\":\"h20\"}", false},
    {"{\"chip\":\"h20\",\"x\":1,\"x\":1}", false},
    {"{\"chip\":\"h20\",\"destinaton\":\"CN\"}", false},
    {"{}", false},
    {"[]", false},
    {"{\"chip\":\"h20\"} x", false},
    {"{\"chip\":\"h20\"", false},
    {"{\"chip\":\"h20\",}", false},
    {"{\"chip\" \"h20\"}", false},
    {"{\"chip\":01}", false},
    {"{\"chip\":-}", false},
    {"{\"chip\":1.}", false},
    {"{\"chip\":nul}", false},
    {"{\"chip\":\"a\tb\"}", false},
    {"{\"chip\":\"\xff\"}", false},
    {"{\"chip\":\"\xc0\x80\"}", false},
    {"{\"chip\":\"\xed\xa0\x80\"}", false},
    {"{\"chip\":\"\xf4\x90\x80\x80\"}", false},
    {"{\"chip\":\"\xe2\x82", false},
};

Test(screening_row, a_plain_line_is_read_fast_and_alike)
{
    for (size_t i = 0; i < sizeof plain_lines / sizeof plain_lines[0]; i++)
        cr_expect_eq(reads_alike(plain_lines[i].text, strlen(plain_lines[i].text)), plain_lines[i].plain,
                     "%s", plain_lines[i].text);
}

/* The same sequence every time. */
static unsigned next_random(unsigned *state, unsigned below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

/* What means something to one reader or the other. */
static const char *const pieces[] = {
    "{",
    "}",
    "\"chip\"",
    ":",
    ",",
    "\"h20\"",
    "\"destination\"",
    "\"hq\"",
    "\"date\"",
    "null",
    "true",
    "false",
    "1",
    "-1.5",
    "0.25",
    "1e9",
    "\"é\"",
    " ",
    "\t",
    "\"x\"",
    "\"y\"",
    "\"a\\nb\"",
    "[",
    "]",
    "\"circumstances\"",
    "{}",
    "\"\xff\"",
    "\"CN\"",
    "\"order\"",
    "12345678901234567",
    "\"hq \"",
    "\"HQ\"",
};

/* A line put together of them, often broken. */
static size_t make_random(unsigned *state, char *text, size_t room)
{
    size_t used = 0;
    const unsigned members = 1 + next_random(state, 4);
    used += (size_t)snprintf(text, room, "{");
    for (unsigned i = 0; i < members; i++) {
        const char *name =
            pieces[next_random(state, 4) ? 2 + 4 * next_random(state, 2) : next_random(state, 32)];
        const char *value = pieces[next_random(state, 4) ? 5 : next_random(state, 32)];
        used += (size_t)snprintf(text + used, room - used, "%s%s:%s", i ? "," : "", name, value);
    }
    used += (size_t)snprintf(text + used, room - used, "}");
    if (next_random(state, 4) == 0)
        text[next_random(state, (unsigned)used)] = (char)next_random(state, 256);
    return used;
}

Test(screening_row, random_lines_are_read_alike)
{
    unsigned state = 20250501, taken = 0;
    for (unsigned i = 0; i < 60000; i++) {
        char text[512];
        const size_t size = make_random(&state, text, sizeof text);
        taken += reads_alike(text, size);
    }
    cr_expect_gt(taken, 5000, "only %u were plain", taken);
    cr_expect_lt(taken, 55000, "%u were plain", taken);
}

struct near {
    const char *name;
    const char *meant; /* NULL: it is the caller's own; "": it is not, but nothing is suggested */
};

static const struct near near_names[] = {
    {"Chip", "chip"},
    {"CHIP", "chip"},
    {"chips", "chip"},
    {"chp", "chip"},
    {"cihp", "chip"},
    {" chip", "chip"},
    {"destinaton", "destination"},
    {"Destination", "destination"},
    {"destinations", "destination"},
    {"desination", "destination"},
    {"HQ", "hq"},
    {"h_q", "hq"},
    {"headquarters", "hq"},
    {"Headquarter", "hq"},
    {"headquartered_in", "hq"},
    {"hq_country", "hq"},
    {"hq*", "hq"},
    {"hq\xc2\xa0", "hq"},
    {"HQ (country)", "hq"},
    {"recipient_hq", "hq"},
    {"parentHQ", "hq"},
    {"country of the headquarters", "hq"},
    {"parent", "hq"},
    {"parent_country", "hq"},
    {"Ultimate Parent", "hq"},
    {"country of parent", "hq"},
    {"dest", "destination"},
    {"ship_to", "destination"},
    {"Country", "destination"},
    {"final destination", "destination"},
    {"destination_country", "destination"},
    {"exportFrom", "export_from"},
    {"export-from", "export_from"},
    {"export_form", "export_from"},
    {"shipped_from", "export_from"},
    {"origin", "export_from"},
    {"export_country", "export_from"},
    {"Date", "date"},
    {"ship_date", "date"},
    {"shipped_on", "date"},
    {"shipped_to", "destination"},
    {"entity_list", "circumstances"},
    {"military end user", "circumstances"},
    {"dates", "date"},
    {"dtae", "date"},
    {"circumstance", "circumstances"},
    {"end_use", "circumstances.end_use"},
    {"End Use", "circumstances.end_use"},
    {"circumstance.end_use", "circumstances.end_use"},
    {"circumstances.end_user_on_list", "circumstances.end_user_on_list"},
    {"circumstance.nonsense", "circumstances"},
    {"circumstance.end_use________________________________________________________________________",
     "circumstances.end_use"},
    {"circumstance.of_which_nobody_has_heard_and_whose_name_is_longer_than_any_field_may_be_called",
     "circumstances"},
    {"known_at", ""},
    {"strict", ""},
    {"Assume", ""},
    {"order", NULL},
    {"id", NULL},
    {"qty", NULL},
    {"ship", NULL},
    {"rate", NULL},
    {"name", NULL},
    {"note", NULL},
    {"description", NULL},
    {"customer", NULL},
    {"line", NULL},
    {"price", NULL},
    {"order_date", NULL},
    {"country_of_origin", NULL},
    {"payment", NULL},
    {"original", NULL},
    {"unit", "circumstances.units"},
    {"", NULL},
};

Test(screening_row, names_near_to_ours_are_never_passed_over)
{
    for (size_t i = 0; i < sizeof near_names / sizeof near_names[0]; i++) {
        struct suggestion suggestion;
        char text[ROW_SUGGESTION_SIZE];
        const bool near =
            row_name_is_near(rules, near_names[i].name, strlen(near_names[i].name), &suggestion);
        row_format_suggestion(rules, suggestion, text);
        cr_expect_eq(near, near_names[i].meant != NULL, "%s", near_names[i].name);
        if (near && near_names[i].meant)
            cr_expect_str_eq(text, near_names[i].meant, "%s", near_names[i].name);
        cr_expect_eq(row_name_is_own(reader, near_names[i].name, strlen(near_names[i].name)), !near);
        cr_expect_eq(row_name_is_own(reader, near_names[i].name, strlen(near_names[i].name)), !near,
                     "asked again");
    }
}

struct header {
    const char *text;
    const char *fault; /* NULL: it is good */
};

Test(screening_row, the_first_line_of_csv_names_its_columns)
{
    static const struct header claims[] = {
        {"chip", NULL},
        {"order,chip,destination,hq,export_from,date", NULL},
        {"\"chip\",\"a \"\"b\"\"\",,", NULL},
        {"chip,circumstance.end_use,circumstance.units", NULL},
        {"chip,order,order", NULL},
        {"order,destination", "names no column 'chip'; it must"},
        {"chip;destination", "separated by commas, not by semicolons"},
        {"order\tchip", "separated by commas, not by semicolons"},
        {"chip,destinaton", "'destinaton' looks like 'destination'"},
        {"Chip, DESTINATION ,\"Hq\"", NULL},
        {"chip,Chips", "'Chips' looks like 'chip'"},
        {"chip,chip", "'chip' is there twice"},
        {"chip,circumstance.end_use,circumstance.end_use", "is there twice"},
        {"chip,circumstances", "circumstance.<field>"},
        {"chip,end_use", "circumstance.end_use"},
        {"chip,circumstance.enduse", "circumstance.end_use"},
        {"chip,circumstance.nonsense", "GET /v1 lists"},
        {"chip,known_at", "known_at is a parameter of the query"},
        {"chip,strict", "'strict' cannot be taken from a row"},
        {"dest,hq2,chips",
         "'dest' looks like 'destination' but is not called so: rename it, to that or to something "
         "else. The column 'hq2'"},
        {"dest,hq2,chips", "The column 'chips' looks like 'chip'"},
        {"dest,hq2,chips", "names no column 'chip'"},
        {"chip,caf\xe9", "not UTF-8 at its byte 9"},
        {"chip,a\"b", "no row of CSV"},
        {"chip,\"a\"b", "no row of CSV"},
    };
    for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++) {
        char fault[ROW_FAULT_SIZE] = "";
        struct row_reader *other = calloc(1, sizeof *other);
        cr_assert(row_reader_open(other, rules, NULL));
        struct line line = make_line(claims[i].text, strlen(claims[i].text));
        cr_expect_eq(row_read_header(other, &line, fault), !claims[i].fault, "%s: %s", claims[i].text, fault);
        cr_expect(strstr(fault, claims[i].fault ? claims[i].fault : ""), "%s: %s", claims[i].text, fault);
        free_line(&line);
        row_reader_close(other);
        free(other);
    }
}

struct cells {
    const char *row;
    const char *chip; /* NULL: not given */
    const char *destination;
    const char *end_use;
    unsigned at; /* of the destination */
    bool malformed;
};

static const struct cells rows_of_cells[] = {
    {"1,h20,CN,civil", "h20", "CN", "civil", 6, false},
    {"1,\"h20\",\"CN\",\"civil\"", "h20", "CN", "civil", 8, false},
    {"\"a,b\nc\",h20,CN,", "h20", "CN", NULL, 12, false},
    {"1,\"RTX \"\"Pro\"\"\",CN,\"a \"\"b\"\"\"", "RTX \"Pro\"", "CN", "a \"b\"", 16, false},
    {"1,h20,,", "h20", NULL, NULL, 0, false},
    {"1,\"\",\"\",\"\"", NULL, NULL, NULL, 0, false},
    {",,,", NULL, NULL, NULL, 0, false},
    {"1,h20, CN,", "h20", " CN", NULL, 6, false},
    {"1,h20,CN", NULL, NULL, NULL, 0, true},
    {"1,h20,CN,civil,", NULL, NULL, NULL, 0, true},
    {"1,h\"20,CN,civil", NULL, NULL, NULL, 0, true},
    {"1,\"h20\" ,CN,civil", NULL, NULL, NULL, 0, true},
    {"1,h20,CN,\"civil", NULL, NULL, NULL, 0, true},
};

Test(screening_row, cells_are_those_of_rfc_4180)
{
    char fault[ROW_FAULT_SIZE];
    static const char header[] = "order,chip,destination,circumstance.end_use";
    struct line names = make_line(header, strlen(header));
    cr_assert(row_read_header(reader, &names, fault));
    free_line(&names);
    for (size_t i = 0; i < sizeof rows_of_cells / sizeof rows_of_cells[0]; i++) {
        struct row row;
        struct line line = make_line(rows_of_cells[i].row, strlen(rows_of_cells[i].row));
        row_read_cells(reader, &line, &row);
        cr_expect_eq(row.fault.problem == PROBLEM_MALFORMED_CSV, rows_of_cells[i].malformed, "%s",
                     rows_of_cells[i].row);
        const struct row_cell *chip = &row.cells[ROW_CHIP], *place = &row.cells[ROW_DESTINATION];
        if (rows_of_cells[i].chip)
            cr_expect(chip->value == ROW_TEXT && chip->size == strlen(rows_of_cells[i].chip) &&
                          memcmp(chip->text, rows_of_cells[i].chip, chip->size) == 0,
                      "%s", rows_of_cells[i].row);
        else if (!rows_of_cells[i].malformed)
            cr_expect_eq(chip->value, ROW_ABSENT, "%s", rows_of_cells[i].row);
        if (rows_of_cells[i].destination)
            cr_expect(place->size == strlen(rows_of_cells[i].destination) && place->at == rows_of_cells[i].at,
                      "%s at %zu", rows_of_cells[i].row, place->at);
        const struct field *end_use = rules_find_field(rules, "end_use");
        if (rows_of_cells[i].end_use)
            cr_expect_str_eq(row.circumstances[end_use - rules->fields].text, rows_of_cells[i].end_use);
        else if (!rows_of_cells[i].malformed)
            cr_expect_null(row.circumstances);
        free_line(&line);
    }
}
