/* A table of the last spellings, each where its bytes say; a newer one takes the place of an older one. */
#include "api/spelling.h"

#include "rules/names_index.h"

#include <stdlib.h>
#include <string.h>

/* Longer ones are looked up each time. */
#define TEXT_SIZE 54
#define CHIPS_MAX 2048u
#define PLACES_MAX 1024u

struct slot {
    uint32_t index;
    uint8_t how;
    uint8_t size; /* 0: empty */
    char text[TEXT_SIZE];
};

struct spellings {
    const struct rules *rules;
    unsigned near; /* how often the nearest were looked for */
    struct slot chips[CHIPS_MAX];
    struct slot places[PLACES_MAX];
};

struct spellings *spellings_open(const struct rules *rules)
{
    struct spellings *spellings = calloc(1, sizeof *spellings);
    if (spellings)
        spellings->rules = rules;
    return spellings;
}

void spellings_close(struct spellings *spellings)
{
    free(spellings);
}

#define MIX UINT64_C(0x9e3779b97f4a7c15)

static uint32_t hash(const char *text, size_t size)
{
    uint64_t sum = size * MIX, word = 0;
    for (; size >= sizeof word; text += sizeof word, size -= sizeof word) {
        memcpy(&word, text, sizeof word);
        sum = (sum ^ word) * MIX;
        sum ^= sum >> 29;
    }
    word = 0;
    memcpy(&word, text, size);
    sum = (sum ^ word) * MIX;
    return (uint32_t)(sum >> 40);
}

/* The place of the text; `found`: it is what stands there. */
static struct slot *find_slot(struct slot *slots, uint32_t count, const char *text, size_t size, bool *found)
{
    struct slot *slot = &slots[hash(text, size) % count];
    *found = slot->size == size && memcmp(slot->text, text, size) == 0;
    return slot;
}

static struct spelling keep(struct slot *slot, const char *text, size_t size, struct spelling spelling)
{
    if (slot) {
        *slot = (struct slot){.index = spelling.index, .how = (uint8_t)spelling.how, .size = (uint8_t)size};
        memcpy(slot->text, text, size);
    }
    return spelling;
}

/* Terminated, as names are looked for; false: nothing is called so. */
static bool terminate(const char *text, size_t size, char name[static NAME_TEXT_SIZE])
{
    if (size == 0 || size >= NAME_TEXT_SIZE || memchr(text, '\0', size))
        return false;
    memcpy(name, text, size);
    name[size] = '\0';
    return true;
}

static enum spelt how_of(enum match how)
{
    return how == MATCH_NONE ? SPELT_UNKNOWN : how == MATCH_AMBIGUOUS ? SPELT_AMBIGUOUS : SPELT_FOUND;
}

static struct spelling look_up_chip(struct spellings *spellings, const char *name)
{
    const struct rules *rules = spellings->rules;
    struct chip_match match = names_find_chip(rules, name);
    if (match.how == MATCH_NONE && spellings->near < SPELLINGS_NEAR_MAX) {
        spellings->near++;
        match = names_match_chip(rules, name);
    }
    if (match.chip)
        return (struct spelling){SPELT_FOUND, (uint32_t)(match.chip - rules->chips)};
    const bool near = match.candidate_count > 0;
    return (struct spelling){how_of(match.how),
                             near ? (uint32_t)(match.candidates[0] - rules->chips) + 1 : 0};
}

static struct spelling look_up_place(struct spellings *spellings, const char *name)
{
    const struct rules *rules = spellings->rules;
    struct place_match match = names_find_place(rules, name);
    if (match.how == MATCH_NONE && spellings->near < SPELLINGS_NEAR_MAX) {
        spellings->near++;
        match = names_match_place(rules, name);
    }
    if (match.place)
        return (struct spelling){SPELT_FOUND, (uint32_t)(match.place - rules->places)};
    /* Of several, or of few letters, the first would be a guess at another country. */
    const bool near = match.candidate_count == 1 && strlen(name) > 3;
    return (struct spelling){how_of(match.how),
                             near ? (uint32_t)(match.candidates[0] - rules->places) + 1 : 0};
}

struct spelling spelling_of_chip(struct spellings *spellings, const char *text, size_t size)
{
    char name[NAME_TEXT_SIZE];
    bool found = false;
    struct slot *slot = size <= TEXT_SIZE ? find_slot(spellings->chips, CHIPS_MAX, text, size, &found) : NULL;
    if (found && size > 0)
        return (struct spelling){(enum spelt)slot->how, slot->index};
    if (!terminate(text, size, name))
        return (struct spelling){SPELT_UNKNOWN, 0};
    return keep(slot, text, size, look_up_chip(spellings, name));
}

struct spelling spelling_of_place(struct spellings *spellings, const char *text, size_t size)
{
    char name[NAME_TEXT_SIZE];
    bool found = false;
    struct slot *slot =
        size <= TEXT_SIZE ? find_slot(spellings->places, PLACES_MAX, text, size, &found) : NULL;
    if (found && size > 0)
        return (struct spelling){(enum spelt)slot->how, slot->index};
    if (!terminate(text, size, name))
        return (struct spelling){SPELT_UNKNOWN, 0};
    return keep(slot, text, size, look_up_place(spellings, name));
}
