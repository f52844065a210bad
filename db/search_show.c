/* Why a document was found: the text that holds most of the words, and a piece of its prose, both with the
 * words marked. */

#include "db/search_show.h"

#include <string.h>

/* About how long an excerpt is, and how much of it may stand before the first mark, in bytes. */
#define EXCERPT_SIZE 220
#define EXCERPT_LEAD 60

/* A text of the document; no text: none was seen yet. */
struct candidate {
    const char *field;
    const char *text;
    size_t words; /* how many different ones it holds */
    bool is_full; /* and nothing else */
};

struct showing {
    struct reader *reader;
    struct marker *marker;
    const char *field; /* in hand */
    bool is_name;
    struct candidate name;  /* the best of names and title */
    struct candidate body;  /* of everything else */
    struct candidate prose; /* of that what is written for people */
    struct candidate lead;  /* the first of that, which introduces the document */
};

/* Members that are sentences; the others name and number. */
static bool is_prose(const char *field)
{
    static const char *const fields[] = {"summary",
                                         "description",
                                         "notes",
                                         "note",
                                         "provisions.text",
                                         "provisions.conditions.text",
                                         "claims.statement",
                                         "positions.value",
                                         "groups.note"};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (strcmp(fields[i], field) == 0)
            return true;
    }
    return false;
}

static size_t count_words(const struct marker *marker)
{
    unsigned seen = 0;
    size_t count = 0;
    for (size_t i = 0; i < marker->run_count; i++) {
        const unsigned bit = 1u << marker->runs[i].word;
        count += (seen & bit) == 0;
        seen |= bit;
    }
    return count;
}

static void prefer(struct candidate *best, struct candidate candidate)
{
    const bool better = candidate.words > best->words ||
                        (candidate.words == best->words && candidate.is_full && !best->is_full);
    if (candidate.words > 0 && better)
        *best = candidate;
}

static void weigh(const char *text, void *context)
{
    struct showing *showing = context;
    struct reader *reader = showing->reader;
    if (reader->failed || !marker_mark(showing->marker, reader, text)) {
        reader->failed = true;
        return;
    }
    const struct marker *marker = showing->marker;
    const struct candidate candidate = {showing->field, text, count_words(marker),
                                        showing->is_name && marker->marked_tokens == marker->token_count};
    if (!showing->is_name && is_prose(showing->field)) {
        prefer(&showing->prose, candidate);
        if (!showing->lead.text)
            showing->lead = candidate;
    }
    prefer(showing->is_name ? &showing->name : &showing->body, candidate);
}

static void weigh_all(struct showing *showing, const json_t *document, const char *const *paths, size_t max)
{
    for (size_t i = 0; i < max && paths[i]; i++) {
        showing->field = paths[i];
        projection_visit(document, paths[i], weigh, showing);
    }
}

/* How many different words stand within the size of an excerpt from this run on. */
static size_t words_from(const struct marker *marker, size_t first)
{
    const size_t until = marker->runs[first].begin + EXCERPT_SIZE - EXCERPT_LEAD;
    unsigned seen = 0;
    size_t count = 0;
    for (size_t i = first; i < marker->run_count && marker->runs[i].end <= until; i++) {
        const unsigned bit = 1u << marker->runs[i].word;
        count += (seen & bit) == 0;
        seen |= bit;
    }
    return count;
}

struct span {
    size_t begin;
    size_t end;
};

/* The part of the text where most words stand together, cut between words. */
static struct span find_span(const struct marker *marker, size_t size)
{
    struct span span = {0, size};
    size_t best = 0;
    if (size <= EXCERPT_SIZE)
        return span;
    for (size_t i = 1; i < marker->run_count; i++) {
        if (words_from(marker, i) > words_from(marker, best))
            best = i;
    }
    const size_t anchor = marker->run_count ? marker->runs[best].begin : 0;
    if (anchor > EXCERPT_LEAD)
        span.begin = marker_word_begin(marker, anchor - EXCERPT_LEAD);
    if (span.begin + EXCERPT_SIZE < size)
        span.end = marker_word_end(marker, span.begin + EXCERPT_SIZE);
    return span;
}

static size_t count_characters(const char *text, size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static void add_marks(struct search_excerpt *excerpt, const struct marker *marker, const char *text,
                      struct span span)
{
    const size_t ellipsis = span.begin > 0;
    for (size_t i = 0; i < marker->run_count && excerpt->mark_count < SEARCH_MARKS_MAX; i++) {
        const struct run *run = &marker->runs[i];
        if (run->begin < span.begin || run->end > span.end)
            continue;
        excerpt->marks[excerpt->mark_count++] = (struct search_mark){
            .start = ellipsis + count_characters(text + span.begin, run->begin - span.begin),
            .length = count_characters(text + run->begin, run->end - run->begin),
        };
    }
}

/* The candidate's text, or the part of it that matters. */
static void cut_excerpt(struct showing *showing, const struct candidate *candidate,
                        struct search_excerpt *excerpt)
{
    static const char ellipsis[] = "…";
    struct reader *reader = showing->reader;
    if (reader->failed || !candidate->text)
        return;
    if (!marker_mark(showing->marker, reader, candidate->text)) {
        reader->failed = true;
        return;
    }
    const size_t size = strlen(candidate->text);
    const struct span span = find_span(showing->marker, size);
    struct json_out text = {0};
    json_out_bytes(&text, ellipsis, span.begin > 0 ? strlen(ellipsis) : 0);
    json_out_bytes(&text, candidate->text + span.begin, span.end - span.begin);
    json_out_bytes(&text, ellipsis, span.end < size ? strlen(ellipsis) : 0);
    excerpt->text = json_out_finish(&text) ? reader_keep(reader, text.text, text.size) : NULL;
    excerpt->field = candidate->field;
    reader->failed = reader->failed || !excerpt->text;
    add_marks(excerpt, showing->marker, candidate->text, span);
    json_out_done(&text);
}

void search_show(struct reader *reader, struct marker *marker, struct search_hit *hit)
{
    const struct projection_fields *fields = &projection_fields[hit->kind];
    struct showing showing = {.reader = reader, .marker = marker, .is_name = true};
    json_t *document = json_loadb(hit->body.text, hit->body.size, 0, NULL);
    if (!document) {
        reader->failed = true;
        return;
    }
    weigh_all(&showing, document, fields->title, sizeof fields->title / sizeof fields->title[0]);
    weigh_all(&showing, document, fields->names, sizeof fields->names / sizeof fields->names[0]);
    showing.is_name = false;
    weigh_all(&showing, document, fields->body, sizeof fields->body / sizeof fields->body[0]);
    cut_excerpt(&showing, showing.body.words > showing.name.words ? &showing.body : &showing.name,
                &hit->matched);
    cut_excerpt(&showing, showing.prose.text ? &showing.prose : &showing.lead, &hit->snippet);
    json_decref(document);
}
