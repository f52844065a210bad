/* The answers of a screened file as a body: each row is put together when it is read. */
#include "api/screening_state.h"

#include <stdlib.h>
#include <string.h>

enum part { PART_BEFORE, PART_ROWS, PART_AFTER, PART_END };

struct rows_source {
    struct source source;
    const struct screening *screening;
    enum part part;
    uint32_t next; /* row */
    size_t done;   /* of the part, or of the row in hand, so many bytes are read */
};

struct room {
    char *at;
    size_t left;
};

/* As much as fits; true when that was all of it. */
static bool copy(struct room *room, const char *text, size_t size, size_t *done)
{
    const size_t rest = size - *done, fits = rest < room->left ? rest : room->left;
    if (fits > 0)
        memcpy(room->at, text + *done, fits);
    room->at += fits;
    room->left -= fits;
    *done += fits;
    return *done == size;
}

static void copy_whole(struct room *room, const struct row_text *row)
{
    for (unsigned i = 0; i < row->count; i++) {
        memcpy(room->at, row->pieces[i].text, row->pieces[i].size);
        room->at += row->pieces[i].size;
    }
    room->left -= row->size;
}

/* From where the last read stopped; true when that was all of it. */
static bool copy_rest(struct room *room, const struct row_text *row, size_t *done)
{
    size_t begin = 0;
    for (unsigned i = 0; i < row->count; begin += row->pieces[i++].size) {
        if (*done >= begin + row->pieces[i].size)
            continue;
        size_t of_piece = *done - begin;
        const bool whole = copy(room, row->pieces[i].text, row->pieces[i].size, &of_piece);
        *done = begin + of_piece;
        if (!whole)
            return false;
    }
    return true;
}

static bool copy_rows(struct rows_source *rows, struct room *room)
{
    struct row_text row;
    for (; rows->next < rows->screening->records.count; rows->next++) {
        screening_write_row(rows->screening, rows->next, &row);
        if (rows->done == 0 && row.size <= room->left)
            copy_whole(room, &row);
        else if (!copy_rest(room, &row, &rows->done))
            return false;
        rows->done = 0;
    }
    return true;
}

static bool copy_part(struct rows_source *rows, struct room *room)
{
    const struct screening *screening = rows->screening;
    switch (rows->part) {
    case PART_BEFORE:
        return copy(room, screening->before.text, screening->before.size, &rows->done);
    case PART_ROWS:
        return copy_rows(rows, room);
    case PART_AFTER:
        return copy(room, screening->after.text, screening->after.size, &rows->done);
    case PART_END:
        break;
    }
    return false;
}

static size_t read_rows(struct source *source, char *bytes, size_t size)
{
    struct rows_source *rows = (struct rows_source *)source;
    struct room room = {bytes, size};
    while (rows->part != PART_END && copy_part(rows, &room)) {
        rows->part++;
        rows->done = 0;
    }
    return size - room.left;
}

static void free_rows(struct source *source)
{
    free(source);
}

struct source *screening_source(struct screening *screening)
{
    struct rows_source *rows = calloc(1, sizeof *rows);
    if (!rows)
        return NULL;
    rows->source = (struct source){
        .size = screening->before.size + screening->size + screening->after.size,
        .read = read_rows,
        .free = free_rows,
    };
    rows->screening = screening;
    return (struct source *)rows;
}
