/* CSV: quoting, lists, nulls, and text that a spreadsheet would take for a formula. */
#include "api/csv.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct member members[] = {{.path = "id"},
                                        {.path = "tags", .shape = MEMBER_LIST},
                                        {.path = "deep", .shape = MEMBER_OBJECT},
                                        {.path = "deep.gb_s", .nested = true}};
static const struct list_info info = {.members = members, .member_count = sizeof members / sizeof members[0]};

struct row {
    const char *json;
    const char *csv;
};

static void exchange(char *text, char from, char to)
{
    for (char *at = text; *at; at++)
        *at = *at == from ? to : *at;
}

/* A document with ' for " (and ` for '), and the line that it becomes with ~ for ". */
static void check(const struct row *row)
{
    char json[160], wanted[160];
    snprintf(json, sizeof json, "%s", row->json);
    exchange(json, '\'', '"');
    exchange(json, '`', '\'');
    snprintf(wanted, sizeof wanted, "%s\r\n", row->csv);
    exchange(wanted, '~', '"');
    const struct shape shape = {.info = &info};
    const struct projection projection = {.shape = &shape};
    const struct document document = {.id = "x", .revision = 1, .body = {json, strlen(json)}};
    struct json_out out = {0};
    csv_document(&out, &projection, &document);
    cr_assert(json_out_finish(&out));
    cr_expect_str_eq(out.text, wanted, "%s: %s", row->json, out.text);
    json_out_done(&out);
}

Test(csv, documents_become_lines)
{
    static const struct row rows[] = {
        {"{'deep':{'gb_s':4.5},'id':'a','tags':['x','y']}", "a,~x;y~,4.5"},
        {"{'deep':{'gb_s':-1},'id':'say \\'hi\\', you','tags':['x']}", "~say ~~hi~~, you~,x,-1"},
        {"{'deep':{'gb_s':1e-7},'id':'a\\nb','tags':[{'k':1}]}", "~a\nb~,~[{~~k~~:1}]~,1e-7"},
        {"{'deep':{'gb_s':true},'id':'a','tags':[{'k':1}]}", "a,~[{~~k~~:1}]~,true"},
        /* null and absent, as opposed to empty */
        {"{'deep':{'gb_s':null},'id':null,'tags':null}", ",,"},
        {"{'deep':{},'id':'a'}", "a,,"},
        {"{'deep':{'gb_s':0},'id':'','tags':[]}", "~~,~~,0"},
        /* text that is no number stays what it is */
        {"{'deep':{},'id':'12;5','tags':['1','2']}", "~12;5~,~1;2~,"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check(&rows[i]);
}

Test(csv, what_could_be_a_formula_begins_with_an_apostrophe)
{
    static const struct row rows[] = {
        {"{'id':'=1+1'}", "~'=1+1~,,"},
        {"{'id':'+1'}", "~'+1~,,"},
        {"{'id':'-1'}", "~'-1~,,"},
        {"{'id':'@cmd'}", "~'@cmd~,,"},
        {"{'id':'\\t=1'}", "~'\t=1~,,"},
        {"{'id':'\\r=1'}", "~'\r=1~,,"},
        {"{'id':'\\n=1'}", "~'\n=1~,,"},
        {"{'id':'\xef\xbc\x9d"
         "1'}",
         "~'\xef\xbc\x9d"
         "1~,,"},
        {"{'id':'\xef\xbc\x8b"
         "1'}",
         "~'\xef\xbc\x8b"
         "1~,,"},
        {"{'id':'\xef\xbc\x8d"
         "1'}",
         "~'\xef\xbc\x8d"
         "1~,,"},
        {"{'id':'\xef\xbc\xa0x'}", "~'\xef\xbc\xa0x~,,"},
        {"{'id':'=\\'x\\''}", "~'=~~x~~~,,"},
        {"{'id':'a=1'}", "a=1,,"},
        {"{'id':' =1'}", " =1,,"},
        /* one more than there are, so that taking one away gives the text back */
        {"{'id':'`=1'}", "~''=1~,,"},
        {"{'id':'``x'}", "''x,,"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check(&rows[i]);
}

Test(csv, texts_of_a_list_are_joined_unless_one_could_be_misread)
{
    static const struct row rows[] = {
        {"{'tags':['x','y, z']}", ",~x;y, z~,"},
        {"{'tags':['only']}", ",only,"},
        {"{'tags':['x','y;z']}", ",~[~~x~~,~~y;z~~]~,"},
        {"{'tags':['x','']}", ",~[~~x~~,~~~~]~,"},
        {"{'tags':['[x]']}", ",~[~~[x]~~]~,"},
        {"{'tags':['x','=1']}", ",~[~~x~~,~~=1~~]~,"},
        {"{'tags':['-x']}", ",~[~~-x~~]~,"},
        {"{'tags':['x','[y]']}", ",~[~~x~~,~~[y]~~]~,"},
        {"{'tags':['x',1]}", ",~[~~x~~,1]~,"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check(&rows[i]);
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
