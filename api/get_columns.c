/* GET /v1/columns: what the members of listed documents mean, for who has them in a spreadsheet. */
#include "operations.h"

#include "api/csv.h"
#include "api/member.h"

#include <string.h>

enum { FORMAT_JSON, FORMAT_CSV };

static void write_object(struct json_out *out, const char *list, const struct member *member)
{
    json_out_begin_object(out);
    member_text(out, "list", list);
    member_text(out, "name", member->path);
    member_text(out, "type", member->type);
    member_text(out, "unit", member->unit);
    member_text(out, "description", member->description);
    json_out_end_object(out);
}

static void write_line(struct json_out *out, const char *list, const struct member *member)
{
    const char *const cells[] = {list, member->path, member->type, member->unit, member->description};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        json_out_bytes(out, ",", i > 0);
        if (cells[i])
            csv_text(out, cells[i]);
    }
    json_out_bytes(out, "\r\n", 2);
}

static void write_members(struct json_out *out, int format)
{
    for (size_t i = 0; i < operation_count; i++) {
        const struct list_info *info = operations[i].list;
        for (size_t k = 0; info && k < info->member_count; k++) {
            const char *list = strrchr(operations[i].path, '/') + 1;
            if (format == FORMAT_CSV)
                write_line(out, list, &info->members[k]);
            else
                write_object(out, list, &info->members[k]);
        }
    }
}

enum problem get_columns(const struct get_columns_args *args, const struct context *context,
                         struct reply *reply)
{
    static const char header[] = "list,name,type,unit,description\r\n";
    (void)context;
    struct json_out *out = reply_json(reply);
    if (args->format == FORMAT_CSV) {
        reply->content_type = "text/csv; charset=utf-8";
        reply->download_csv = true;
        out->pretty = false;
        json_out_bytes(out, header, sizeof header - 1);
        write_members(out, args->format);
    } else {
        json_out_begin_object(out);
        json_out_key(out, "items");
        json_out_begin_array(out);
        write_members(out, args->format);
        json_out_end_array(out);
        json_out_end_object(out);
    }
    reply->cache = CACHE_LATEST;
    return PROBLEM_NONE;
}
