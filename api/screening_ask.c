/* From what a line says to a question that rules/ can decide. */
#include "api/screening_state.h"

#include <string.h>

static bool fail(struct row *row, enum problem problem, enum row_field field)
{
    const struct row_cell *cell = &row->cells[field];
    row->fault = (struct row_fault){
        .problem = problem, .field = field, .at = cell->value == ROW_ABSENT ? ROW_AT_NONE : cell->at};
    return false;
}

static bool find_chip(struct screening *screening, struct row *row, const struct chip **chip)
{
    const struct row_cell *cell = &row->cells[ROW_CHIP];
    if (cell->value == ROW_ABSENT)
        return fail(row, PROBLEM_MISSING_PARAMETER, ROW_CHIP);
    if (cell->value != ROW_TEXT)
        return fail(row, PROBLEM_INVALID_CONTENT, ROW_CHIP);
    const struct spelling spelling = spelling_of_chip(screening->spellings, cell->text, cell->size);
    if (spelling.how == SPELT_FOUND) {
        *chip = &screening->rules->chips[spelling.index];
        return true;
    }
    fail(row, spelling.how == SPELT_AMBIGUOUS ? PROBLEM_AMBIGUOUS_CHIP : PROBLEM_UNKNOWN_CHIP, ROW_CHIP);
    if (spelling.index > 0)
        row->fault.suggestion = (struct suggestion){SUGGEST_CHIP, spelling.index - 1};
    return false;
}

/* Leaves the default where the line says nothing: null is what programs write for that, and taking a
 * headquarters back for it would be a permission that nobody asked for. */
static bool find_place(struct screening *screening, struct row *row, enum row_field field,
                       const struct place **place)
{
    const struct row_cell *cell = &row->cells[field];
    if (cell->value == ROW_NULL || cell->value == ROW_ABSENT)
        return true;
    if (cell->value != ROW_TEXT)
        return fail(row, PROBLEM_INVALID_CONTENT, field);
    const struct spelling spelling = spelling_of_place(screening->spellings, cell->text, cell->size);
    if (spelling.how == SPELT_FOUND) {
        *place = &screening->rules->places[spelling.index];
        return true;
    }
    fail(row, spelling.how == SPELT_AMBIGUOUS ? PROBLEM_AMBIGUOUS_DESTINATION : PROBLEM_UNKNOWN_DESTINATION,
         field);
    if (spelling.index > 0)
        row->fault.suggestion = (struct suggestion){SUGGEST_PLACE, spelling.index - 1};
    return false;
}

static bool find_date(const struct screening *screening, struct row *row, struct date *date)
{
    static const char today[] = "today";
    const struct row_cell *cell = &row->cells[ROW_DATE];
    char text[DATE_TEXT_SIZE];
    if (cell->value == ROW_ABSENT || cell->value == ROW_NULL)
        return true;
    if (cell->value == ROW_TEXT && cell->size == sizeof today - 1 &&
        memcmp(cell->text, today, sizeof today - 1) == 0) {
        *date = screening->today;
        return true;
    }
    if (cell->value != ROW_TEXT || cell->size != sizeof text - 1)
        return fail(row, PROBLEM_INVALID_DATE, ROW_DATE);
    memcpy(text, cell->text, sizeof text - 1);
    text[sizeof text - 1] = '\0';
    return date_parse(text, date) || fail(row, PROBLEM_INVALID_DATE, ROW_DATE);
}

/* The line as a whole is not what it should be; not only some circumstance in it. */
static bool is_of_form(const struct row_fault *fault)
{
    return fault->problem != PROBLEM_NONE &&
           (fault->problem != PROBLEM_INVALID_CONTENT || fault->field != ROW_CIRCUMSTANCES);
}

bool screening_ask(struct screening *screening, struct row *row, struct question *question)
{
    if (is_of_form(&row->fault))
        return false;
    *question = screening->defaults;
    question->circumstances = row->circumstances;
    const struct row_fault of_circumstances = row->fault;
    const enum row_value circumstances = row->cells[ROW_CIRCUMSTANCES].value;
    if (!find_chip(screening, row, &question->chip) ||
        !find_place(screening, row, ROW_DESTINATION, &question->destination))
        return false;
    if (!question->destination)
        return fail(row, PROBLEM_MISSING_PARAMETER, ROW_DESTINATION);
    if (!find_place(screening, row, ROW_HQ, &question->headquarters) ||
        !find_place(screening, row, ROW_EXPORT_FROM, &question->export_from) ||
        !find_date(screening, row, &question->date))
        return false;
    row->fault = of_circumstances;
    if (circumstances == ROW_TEXT || circumstances == ROW_OTHER)
        return fail(row, PROBLEM_INVALID_CONTENT, ROW_CIRCUMSTANCES);
    return row->fault.problem == PROBLEM_NONE;
}
