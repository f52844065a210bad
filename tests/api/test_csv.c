/* CSV: quoting, lists, nulls, and text that a spreadsheet would take for a formula. */
#include "api/csv.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static const struct member members[] = {{.path = "id"},
                                        {.path = "tags", .shape = MEMBER_LIST},
                                        {.path = "deep", .shape = MEMBER_OBJECT},
                                        {.path = "deep.gb_s", .nested = true}};
static const struct list_info info = {.members = members, .member_count = sizeof members / sizeof members[0]};

struct row {
    char json[128];
    char csv[128];
};

static void check(const struct row *row)
{
    const struct shape shape = {.info = &info};
    const struct projection projection = {.shape = &shape};
    const struct document document = {.id = "x", .revision = 1, .body = {row->json, strlen(row->json)}};
    struct json_out out = {0};
    csv_document(&out, &projection, &document);
    cr_assert(json_out_finish(&out));
    cr_expect_str_eq(out.text, row->csv);
    json_out_done(&out);
}

ParameterizedTestParameters(csv, documents_become_lines)
{
    static struct row rows[] = {
        {"{\"deep\":{\"gb_s\":4.5},\"id\":\"a\",\"tags\":[\"x\",\"y\"]}", "a,\"x;y\",4.5\r\n"},
        {"{\"deep\":{\"gb_s\":null},\"id\":\"a\",\"tags\":[]}", "a,,\r\n"},
        {"{\"deep\":{\"gb_s\":-1},\"id\":\"say \\\"hi\\\", you\",\"tags\":[]}",
         "\"say \"\"hi\"\", you\",,-1\r\n"},
        {"{\"deep\":{},\"id\":\"=1+1\",\"tags\":[]}", "\"'=1+1\",,\r\n"},
        {"{\"deep\":{},\"id\":\"@cmd\",\"tags\":[\"-x\"]}", "\"'@cmd\",\"'-x\",\r\n"},
        {"{\"deep\":{},\"id\":\"a\\nb\",\"tags\":[{\"k\":1}]}", "\"a\nb\",\"[{\"\"k\"\":1}]\",\r\n"},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, csv, documents_become_lines)
{
    check(row);
}

Test(csv, header_has_dotted_paths_and_no_objects)
{
    const struct shape shape = {.info = &info};
    const struct projection projection = {.shape = &shape};
    struct json_out out = {0};
    csv_header(&out, &projection);
    cr_assert(json_out_finish(&out));
    cr_expect_str_eq(out.text, "id,tags,deep.gb_s\r\n");
    json_out_done(&out);
}
