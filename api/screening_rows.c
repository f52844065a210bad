/* How a line of the answer is put together: its number, chip and place, then a text that all lines of the
 * same answer share. */
#include "api/answer.h"
#include "api/csv.h"
#include "api/member.h"
#include "api/screening_state.h"
#include "rules/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Columns that differ from line to line of one answer: line, chip, destination. */
#define OWN_COLUMNS 3
#define FAULT_BIT (UINT32_C(1) << 31)
/* Of a fault, from the low bits: problem, field, kind of suggestion, its index. */
#define FIELD_SHIFT 6
#define KIND_SHIFT 9
#define INDEX_SHIFT 12
#define INDEX_MAX ((FAULT_BIT >> INDEX_SHIFT) - 1)
_Static_assert(PROBLEM_COUNT <= 1 << FIELD_SHIFT, "a problem fits");
_Static_assert(ROW_FIELD_COUNT < 1 << (KIND_SHIFT - FIELD_SHIFT), "a field fits");

struct record screening_record_answer(const struct screening *screening, uint32_t line, unsigned index,
                                      const struct question *question)
{
    const struct rules *rules = screening->rules;
    const size_t pair = (size_t)(question->chip - rules->chips) * rules->place_count +
                        (size_t)(question->destination - rules->places);
    return (struct record){line, index, (uint32_t)pair};
}

struct record screening_record_fault(uint32_t line, const struct row_fault *fault, uint32_t column)
{
    const struct suggestion suggestion =
        fault->suggestion.index <= INDEX_MAX ? fault->suggestion : (struct suggestion){SUGGEST_NOTHING, 0};
    const uint32_t what = FAULT_BIT | (uint32_t)fault->problem | (uint32_t)fault->field << FIELD_SHIFT |
                          (uint32_t)suggestion.kind << KIND_SHIFT | suggestion.index << INDEX_SHIFT;
    return (struct record){line, what, column};
}

bool screening_is_fault(const struct record *record)
{
    return record->what & FAULT_BIT;
}

static void write_cautions(struct json_out *out, const struct ruled *ruled, bool doubted)
{
    json_out_begin_array(out);
    for (unsigned i = 0; i < CAUTION_COUNT; i++) {
        if (caution_is_given(ruled, doubted, (enum caution)i))
            json_out_text(out, caution_words[i]);
    }
    json_out_end_array(out);
}

/* What stands behind chip and destination, as members of an object. */
static void write_answer(struct json_out *out, const struct ruled *ruled, bool doubted)
{
    const struct verdict *verdict = &ruled->verdict;
    json_out_begin_object(out);
    member_text(out, "outcome", status_word(verdict->outcome));
    json_out_key(out, "possible");
    shape_possible(out, verdict->possible);
    member_text(out, "policy", policy_word(verdict->policy));
    member_text(out, "ruling", ruled->deciding ? ruled->deciding->ruling->id : NULL);
    member_text(out, "provision", ruled->deciding ? ruled->deciding->id : NULL);
    member_text(out, "eccn", verdict->eccn);
    member_text(out, "exception", verdict->exception);
    member_text(out, "import_status", import_status_word(verdict->import_status));
    json_out_key(out, "cautions");
    write_cautions(out, ruled, doubted);
    json_out_key(out, "problem");
    json_out_null(out);
    json_out_end_object(out);
}

static bool is_csv(const struct screening *screening)
{
    return screening->terms.format == LIST_CSV;
}

/* An object as it goes on behind the place in hand: `","outcome":…}` and a line end, or the cells of a row.
 */
static void write_rest(const struct screening *screening, struct json_out *object, struct json_out *rest)
{
    const struct shape shape = {.info = screening->terms.info};
    const struct projection projection = {.shape = &shape};
    if (is_csv(screening)) {
        const struct document document = {.body = {object->text, object->size}};
        csv_rest(rest, &projection, &document, OWN_COLUMNS);
    } else if (!object->failed) {
        json_out_bytes(rest, "\",", 2);
        json_out_bytes(rest, object->text + 1, object->size - 1);
        json_out_bytes(rest, "\n", 1);
    }
    rest->failed = rest->failed || object->failed;
}

static bool make_room(struct screening *screening, unsigned index)
{
    if (index < screening->answer_capacity)
        return true;
    const size_t capacity = 2 * (size_t)index + 64;
    struct screening_answer *answers = realloc(screening->answers, capacity * sizeof *answers);
    if (!answers)
        return false;
    memset(answers + screening->answer_capacity, 0,
           (capacity - screening->answer_capacity) * sizeof *answers);
    screening->answers = answers;
    screening->answer_capacity = capacity;
    return true;
}

bool screening_keep_answer(struct screening *screening, const struct ruled *ruled, bool doubted)
{
    const unsigned index = screening_index(ruled->id, doubted);
    if (index < screening->answer_capacity && screening->answers[index].text)
        return true;
    struct json_out object = {0}, rest = {0};
    write_answer(&object, ruled, doubted);
    write_rest(screening, &object, &rest);
    json_out_done(&object);
    if (!make_room(screening, index) || !json_out_finish(&rest)) {
        json_out_done(&rest);
        return false;
    }
    screening->answers[index] = (struct screening_answer){.text = rest.text, .size = rest.size};
    return true;
}

/* Everything up to the problem is null: what such a line asks was not answered. */
static void write_faulty(const struct screening *screening, struct json_out *out)
{
    static const char problem[] = "problem", begin[] = ",\"problem\":{\"code\":\"";
    const struct list_info *info = screening->terms.info;
    for (size_t i = 1; i < info->member_count && strcmp(info->members[i].path, problem) != 0; i++) {
        if (is_csv(screening)) {
            json_out_bytes(out, ",", 1);
            continue;
        }
        json_out_bytes(out, ",\"", 2);
        json_out_bytes(out, info->members[i].path, strlen(info->members[i].path));
        json_out_bytes(out, "\":null", 6);
    }
    if (is_csv(screening))
        json_out_bytes(out, ",", 1);
    else
        json_out_bytes(out, begin, sizeof begin - 1);
}

bool screening_begin_rows(struct screening *screening)
{
    static const char items[] = "{\"items\":[";
    const struct shape shape = {.info = screening->terms.info};
    if (is_csv(screening))
        csv_header(&screening->before, &(struct projection){.shape = &shape});
    else if (screening->terms.format == LIST_JSON)
        json_out_bytes(&screening->before, items, sizeof items - 1);
    write_faulty(screening, &screening->faulty);
    return !screening->before.failed && !screening->faulty.failed;
}

bool screening_end_rows(struct screening *screening)
{
    struct json_out summary = {0};
    screening_summarize(screening, &summary);
    if (screening->terms.format == LIST_JSON && !summary.failed) {
        json_out_bytes(&screening->after, "],", 2);
        json_out_bytes(&screening->after, summary.text + 1, summary.size - 1);
        json_out_bytes(&screening->after, "\n", 1);
    } else if (screening->terms.format == LIST_NDJSON && !summary.failed) {
        json_out_bytes(&screening->after, summary.text, summary.size);
        json_out_bytes(&screening->after, "\n", 1);
    }
    const bool whole = !summary.failed && !screening->after.failed;
    json_out_done(&summary);
    return whole;
}

static void put(struct row_text *row, const char *text, size_t size)
{
    row->pieces[row->count++] = (struct piece){text, size};
    row->size += size;
}

static void put_number(struct row_text *row, uint32_t number)
{
    char *end = row->number + sizeof row->number, *at = end;
    do
        *--at = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    put(row, at, (size_t)(end - at));
}

static void put_fault(const struct screening *screening, const struct record *record, struct row_text *row)
{
    char code[PROBLEM_CODE_SIZE], suggested[ROW_SUGGESTION_SIZE], column[16] = "";
    const unsigned what = record->what & ~FAULT_BIT;
    const unsigned field = what >> FIELD_SHIFT & ((1u << (KIND_SHIFT - FIELD_SHIFT)) - 1);
    const struct suggestion suggestion = {what >> KIND_SHIFT & ((1u << (INDEX_SHIFT - KIND_SHIFT)) - 1),
                                          what >> INDEX_SHIFT};
    const char *word = field < ROW_FIELD_COUNT ? row_field_words[field] : NULL;
    problem_code((enum problem)(what & ((1u << FIELD_SHIFT) - 1)), code);
    row_format_suggestion(screening->rules, suggestion, suggested);
    if (record->where > 0)
        snprintf(column, sizeof column, "%u", record->where);
    put(row, screening->faulty.text, screening->faulty.size);
    const int size =
        is_csv(screening)
            ? snprintf(row->fault, sizeof row->fault, "%s,%s,%s,%s\r\n", code, word ? word : "", column,
                       suggested)
            : snprintf(row->fault, sizeof row->fault,
                       "%s\",\"field\":%s%s%s,\"column\":%s,\"suggestion\":%s%s%s}}\n", code,
                       word ? "\"" : "", word ? word : "null", word ? "\"" : "", *column ? column : "null",
                       *suggested ? "\"" : "", *suggested ? suggested : "null", *suggested ? "\"" : "");
    put(row, row->fault, (size_t)size);
}

/* Ids and codes are plain: letters, digits, hyphens. */
static void put_answer(const struct screening *screening, const struct record *record, struct row_text *row)
{
    static const char before_chip[] = ",\"chip\":\"", before_place[] = "\",\"destination\":\"";
    const struct rules *rules = screening->rules;
    const char *chip = rules->chips[record->where / rules->place_count].id;
    const char *place = rules->places[record->where % rules->place_count].code;
    const struct screening_answer *answer = &screening->answers[record->what];
    const bool csv = is_csv(screening);
    put(row, csv ? "," : before_chip, csv ? 1 : sizeof before_chip - 1);
    put(row, chip, strlen(chip));
    put(row, csv ? "," : before_place, csv ? 1 : sizeof before_place - 1);
    put(row, place, strlen(place));
    put(row, answer->text, answer->size);
}

void screening_write_row(const struct screening *screening, uint32_t index, struct row_text *row)
{
    static const char first[] = "{\"line\":", further[] = ",{\"line\":";
    const struct record *record = records_at(&screening->records, index);
    row->count = 0;
    row->size = 0;
    if (screening->terms.format == LIST_JSON && index > 0)
        put(row, further, sizeof further - 1);
    else if (!is_csv(screening))
        put(row, first, sizeof first - 1);
    put_number(row, record->line);
    if (screening_is_fault(record))
        put_fault(screening, record, row);
    else
        put_answer(screening, record, row);
}
