/* Answers are compared by their words: what reads the same stands together. */
#include "api/table_answers.h"

#include "api/csv.h"
#include "api/member.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

bool table_answers_open(struct table_answers *answers, struct table *table, const struct list_args *list)
{
    *answers = (struct table_answers){.table = table, .list = list};
    answers->items = calloc(table->place_count + 1, sizeof *answers->items);
    answers->order = calloc(table->place_count + 1, sizeof *answers->order);
    if (answers->items && answers->order)
        return true;
    table_answers_close(answers);
    return false;
}

void table_answers_close(struct table_answers *answers)
{
    free(answers->items);
    free(answers->order);
    json_out_done(&answers->texts);
    json_out_done(&answers->cells);
}

void table_answers_begin(struct table_answers *answers)
{
    answers->texts.size = 0;
    memset(answers->items, 0, answers->table->class_count * sizeof *answers->items);
}

struct json_out *table_answer_begin(struct table_answers *answers, size_t class_index)
{
    answers->items[class_index].begin = answers->texts.size;
    json_out_begin_object(&answers->texts);
    return &answers->texts;
}

static bool is_same_text(const struct table_answers *answers, const struct table_answer *a,
                         const struct table_answer *b)
{
    return a->size == b->size &&
           memcmp(answers->texts.text + a->begin, answers->texts.text + b->begin, a->size) == 0;
}

void table_answer_end(struct table_answers *answers, size_t class_index, const struct decision *decision)
{
    struct table_answer *answer = &answers->items[class_index];
    json_out_end_object(&answers->texts);
    answer->size = answers->texts.size - answer->begin;
    answer->verdict = verdict_of(decision);
    answer->shown = !answers->texts.failed;
    if (!answer->shown)
        return;
    answer->like = 0;
    while (!answers->items[answer->like].shown ||
           !is_same_text(answers, &answers->items[answer->like], answer))
        answer->like++;
}

static bool comes_before(const struct table_answers *answers, size_t a, size_t b)
{
    const struct verdict *first = &answers->items[a].verdict, *second = &answers->items[b].verdict;
    if (verdict_is_stricter(first, second))
        return true;
    return !verdict_is_stricter(second, first) && a < b;
}

/* The first class of each text; returns how many. */
static size_t put_in_order(struct table_answers *answers)
{
    size_t count = 0;
    for (size_t i = 0; i < answers->table->class_count; i++) {
        if (!answers->items[i].shown || answers->items[i].like != i)
            continue;
        size_t at = count++;
        for (; at > 0 && comes_before(answers, i, answers->order[at - 1]); at--)
            answers->order[at] = answers->order[at - 1];
        answers->order[at] = i;
    }
    return count;
}

static struct json_slice text_of(const struct table_answers *answers, size_t class_index)
{
    const struct table_answer *answer = &answers->items[class_index];
    return (struct json_slice){answers->texts.text + answer->begin, answer->size};
}

static void copy_members(struct json_out *out, struct json_slice object)
{
    struct json_slice key, value;
    for (size_t at = 0; json_slice_next(object, &at, &key, &value);) {
        char name[32] = "";
        assert(key.size < sizeof name);
        memcpy(name, key.text, key.size);
        json_out_key(out, name);
        json_out_raw(out, value.text, value.size);
    }
}

/* All places whose class has these words. */
static void write_destinations(const struct table_answers *answers, struct json_out *out, size_t class_index)
{
    const struct table *table = answers->table;
    json_out_key(out, "destinations");
    json_out_begin_array(out);
    for (size_t i = 0; i < table->place_count; i++) {
        const struct table_answer *answer = &answers->items[table->places[i].class_index];
        if (answer->shown && answer->like == class_index)
            json_out_text(out, table->places[i].code);
    }
    json_out_end_array(out);
}

void shape_table_chip(struct json_out *out, const struct table_chip *chip)
{
    json_out_begin_object(out);
    member_text(out, "id", chip->id);
    member_text(out, "name", chip->name);
    json_out_end_object(out);
}

void table_answers_shape(struct table_answers *answers, struct json_out *out, const struct table_chip *chip)
{
    const size_t count = put_in_order(answers);
    for (size_t i = 0; i < count; i++) {
        json_out_begin_object(out);
        if (chip) {
            json_out_key(out, "chip");
            shape_table_chip(out, chip);
        }
        copy_members(out, text_of(answers, answers->order[i]));
        write_destinations(answers, out, answers->order[i]);
        json_out_end_object(out);
    }
    out->failed = out->failed || answers->texts.failed;
}

/* The text is an object that is never empty: its members follow those of the pair. */
static void write_line(struct json_out *out, const char *chip, const char *code, struct json_slice text)
{
    json_out_begin_object(out);
    member_text(out, "chip", chip);
    member_text(out, "destination", code);
    json_out_bytes(out, ",", 1);
    json_out_bytes(out, text.text + 1, text.size - 2);
    json_out_end_object(out);
    json_out_bytes(out, "\n", 1);
}

/* Columns of a row that differ from place to place. */
#define PAIR_COLUMNS 2

/* What stands behind the pair in a row of CSV; made once for all classes of the same words. */
static struct json_slice cells_of(struct table_answers *answers, size_t class_index)
{
    struct table_answer *answer = &answers->items[answers->items[class_index].like];
    if (answer->cells_size == 0) {
        const struct shape shape = {.info = answers->list->info};
        const struct projection projection = {.shape = &shape, .context = answers->table->context};
        const struct document row = {.body = text_of(answers, class_index)};
        answer->cells_begin = answers->cells.size;
        csv_rest(&answers->cells, &projection, &row, PAIR_COLUMNS);
        answer->cells_size = answers->cells.size - answer->cells_begin;
    }
    return (struct json_slice){answers->cells.text + answer->cells_begin, answer->cells_size};
}

static void write_cells(struct json_out *out, const char *chip, const char *code, struct json_slice cells)
{
    csv_text(out, chip);
    json_out_bytes(out, ",", 1);
    csv_text(out, code);
    json_out_bytes(out, cells.text, cells.size);
}

void table_answers_rows(struct table_answers *answers, struct json_out *out, const struct table_chip *chip)
{
    const struct table *table = answers->table;
    answers->cells.size = 0;
    for (size_t i = 0; i < table->place_count; i++) {
        const struct table_place *place = &table->places[i];
        if (!answers->items[place->class_index].shown)
            continue;
        if (answers->list->format == LIST_NDJSON)
            write_line(out, chip->id, place->code, text_of(answers, place->class_index));
        else
            write_cells(out, chip->id, place->code, cells_of(answers, place->class_index));
    }
    out->failed = out->failed || answers->texts.failed || answers->cells.failed;
}
