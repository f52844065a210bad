/* A hash table of keys that are plain bytes. */

#include "rules/intern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_SLOTS ((size_t)256)

static uint64_t hash_of(const unsigned char *key, size_t size)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ key[i]) * UINT64_C(0x100000001B3);
    return hash ^ hash >> 32;
}

static size_t slot_of(const struct intern *intern, const unsigned char *key)
{
    size_t slot = hash_of(key, intern->key_size) & (intern->slot_count - 1);
    while (intern->slots[slot] != 0 &&
           memcmp(intern->keys + (intern->slots[slot] - 1) * intern->key_size, key, intern->key_size) != 0)
        slot = (slot + 1) & (intern->slot_count - 1);
    return slot;
}

/* At most half of the slots are taken. */
static bool make_slots(struct intern *intern)
{
    if (2 * ((size_t)intern->count + 1) <= intern->slot_count)
        return true;
    const size_t count = intern->slot_count ? 2 * intern->slot_count : FIRST_SLOTS;
    unsigned *slots = calloc(count, sizeof *slots);
    if (!slots)
        return false;
    free(intern->slots);
    intern->slots = slots;
    intern->slot_count = count;
    for (unsigned i = 0; i < intern->count; i++)
        slots[slot_of(intern, intern->keys + i * intern->key_size)] = i + 1;
    return true;
}

static bool make_room(struct intern *intern)
{
    if (intern->count < intern->room)
        return true;
    const size_t room = intern->room ? 2 * intern->room : FIRST_SLOTS / 2;
    unsigned char *keys = realloc(intern->keys, room * intern->key_size);
    if (!keys)
        return false;
    intern->keys = keys;
    intern->room = room;
    return true;
}

bool intern_key(struct intern *intern, const void *key, unsigned *number)
{
    if (!make_slots(intern) || !make_room(intern))
        return false;
    const size_t slot = slot_of(intern, key);
    if (intern->slots[slot] == 0 && intern->count == intern->most) {
        *number = INTERN_FULL;
        return true;
    }
    if (intern->slots[slot] == 0) {
        memcpy(intern->keys + intern->count * intern->key_size, key, intern->key_size);
        intern->slots[slot] = ++intern->count;
    }
    *number = intern->slots[slot] - 1;
    return true;
}

void intern_done(struct intern *intern)
{
    free(intern->keys);
    free(intern->slots);
}
