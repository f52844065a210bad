/* Titles, second lines and excerpts for people who skim. */
#include "api/shape_hit.h"

#include "api/link.h"
#include "api/member.h"

#include <stdlib.h>
#include <string.h>

/* The text at the path, from malloc; NULL when there is none. */
static char *text_at(const struct search_hit *hit, const char *path)
{
    struct json_slice value;
    return json_slice_find(hit->body, path, &value) ? json_slice_text(value) : NULL;
}

/* A part after the others; the words of closed lists are spelt with spaces. */
static void add_part(struct json_out *text, const char *joint, const char *part, bool is_word)
{
    if (!part)
        return;
    json_out_bytes(text, joint, text->size > 0 ? strlen(joint) : 0);
    for (; *part; part++)
        json_out_bytes(text, is_word && *part == '_' ? " " : part, 1);
}

static void add_member(struct json_out *text, const struct search_hit *hit, const char *path, bool is_word)
{
    char *part = text_at(hit, path);
    add_part(text, " · ", part, is_word);
    free(part);
}

static void write_line(struct json_out *out, const char *key, struct json_out *text)
{
    json_out_key(out, key);
    if (text->failed)
        out->failed = true;
    else if (text->size > 0)
        json_out_text_n(out, text->text, text->size);
    else
        json_out_null(out);
    json_out_done(text);
}

/* A chip with its vendor before it, where the name does not begin so. */
static void write_title(struct json_out *out, const struct search_hit *hit)
{
    static const char *const members[KIND_COUNT] = {
        [KIND_DATASET] = "title",    [KIND_GROUP] = "name",   [KIND_DESTINATION] = "name",
        [KIND_CHIP] = "name",        [KIND_RULING] = "title", [KIND_EVENT] = "headline",
        [KIND_DISPUTE] = "question",
    };
    struct json_out text = {0};
    char *title = text_at(hit, members[hit->kind]);
    char *vendor = hit->kind == KIND_CHIP ? text_at(hit, "vendor") : NULL;
    if (vendor && title && strncmp(title, vendor, strlen(vendor)) != 0)
        add_part(&text, "", vendor, false);
    add_part(&text, " ", title ? title : hit->id, false);
    free(title);
    free(vendor);
    write_line(out, "title", &text);
}

struct line {
    const char *path;
    bool is_word; /* of a closed list */
};

static void write_subtitle(struct json_out *out, const struct search_hit *hit)
{
    static const struct line lines[KIND_COUNT][3] = {
        [KIND_GROUP] = {{"id", false}},
        [KIND_DESTINATION] = {{"code", false}, {"subregion", false}},
        [KIND_CHIP] = {{"family", false}, {"kind", true}, {"segment", true}},
        [KIND_RULING] = {{"issuer", false}, {"kind", true}, {"standing", true}},
        [KIND_EVENT] = {{"category", true}, {"reliability", true}},
        [KIND_DISPUTE] = {{"about", false}},
    };
    struct json_out text = {0};
    for (size_t i = 0; i < 3 && lines[hit->kind][i].path; i++)
        add_member(&text, hit, lines[hit->kind][i].path, lines[hit->kind][i].is_word);
    write_line(out, "subtitle", &text);
}

static void write_marks(struct json_out *out, const struct search_excerpt *excerpt)
{
    json_out_key(out, "marks");
    json_out_begin_array(out);
    for (size_t i = 0; i < excerpt->mark_count; i++) {
        json_out_begin_array(out);
        json_out_integer(out, (int64_t)excerpt->marks[i].start);
        json_out_integer(out, (int64_t)excerpt->marks[i].length);
        json_out_end_array(out);
    }
    json_out_end_array(out);
}

static void write_excerpt(struct json_out *out, const char *key, const struct search_excerpt *excerpt)
{
    json_out_key(out, key);
    if (!excerpt->field) {
        json_out_null(out);
        return;
    }
    json_out_begin_object(out);
    member_text(out, "field", excerpt->field);
    member_text(out, "text", excerpt->text);
    write_marks(out, excerpt);
    json_out_end_object(out);
}

static void write_address(struct json_out *out, const struct search_hit *hit, int64_t at)
{
    char *url = link_version(hit->kind, hit->id, at);
    out->failed = out->failed || !url;
    member_text(out, "url", url);
    free(url);
}

void shape_hit(struct json_out *out, const struct search_hit *hit, int64_t at)
{
    json_out_begin_object(out);
    member_text(out, "kind", kinds[hit->kind].name);
    member_text(out, "id", hit->id);
    write_title(out, hit);
    write_subtitle(out, hit);
    member_text(out, "date", hit->day);
    write_address(out, hit, at);
    write_excerpt(out, "matched", &hit->matched);
    write_excerpt(out, "snippet", &hit->snippet);
    json_out_end_object(out);
}
