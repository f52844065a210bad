/* XML: what is escaped, and what XML cannot hold at all. */
#include "api/xml.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct row {
    char text[64];
    char xml[128];
};

ParameterizedTestParameters(xml, text_is_escaped)
{
    static struct row rows[] = {
        {"plain", "plain"},
        {"", ""},
        {"R&D <b> \"x\" 'y'", "R&amp;D &lt;b&gt; &quot;x&quot; &#39;y&#39;"},
        {"&", "&amp;"},
        {"]]>", "]]&gt;"},
        {"a\tb\nc\rd", "a&#9;b&#10;c&#13;d"},
        {"zürich 芯片 🙂", "zürich 芯片 🙂"},
        {"bell\x07", "bell\xEF\xBF\xBD"},
        {"\x01\x1f", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\x7f\xC2\x85", "\x7f\xC2\x85"},
        {"\xEF\xBF\xBEx\xEF\xBF\xBF", "\xEF\xBF\xBDx\xEF\xBF\xBD"},
        {"\xEF\xBF\xBD\xEF\xBF\xBC", "\xEF\xBF\xBD\xEF\xBF\xBC"},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, xml, text_is_escaped)
{
    struct json_out out = {0};
    xml_text(&out, row->text);
    json_out_bytes(&out, "", 0);
    cr_assert(json_out_finish(&out));
    cr_expect_str_eq(out.text, row->xml);
    json_out_done(&out);
}

Test(xml, elements_hold_attributes_text_and_elements)
{
    struct json_out out = {0};
    xml_begin(&out, "a");
    xml_attribute(&out, "b", "1 < 2 & \"so\"");
    xml_children(&out);
    xml_element(&out, "c", "x > y");
    xml_begin(&out, "d");
    xml_end_empty(&out);
    xml_begin(&out, "e");
    xml_content(&out);
    xml_end(&out, "e");
    xml_end(&out, "a");
    cr_assert(json_out_finish(&out));
    cr_expect_str_eq(out.text,
                     "<a b=\"1 &lt; 2 &amp; &quot;so&quot;\">\n<c>x &gt; y</c>\n<d/>\n<e></e>\n</a>\n");
    json_out_done(&out);
}
