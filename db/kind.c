#include "db/kind.h"

#include <string.h>

const struct kind_info kinds[KIND_CHANGE + 1] = {
    [KIND_DATASET] = {"dataset", "dataset", "id"},
    [KIND_GROUP] = {"group", "groups", "id"},
    [KIND_DESTINATION] = {"destination", "destinations", "code"},
    [KIND_CHIP] = {"chip", "chips", "id"},
    [KIND_RULING] = {"ruling", "rulings", "id"},
    [KIND_EVENT] = {"event", "events", "id"},
    [KIND_DISPUTE] = {"dispute", "disputes", "id"},
    [KIND_CHANGE] = {"change", "changes", "seq"},
};

bool kind_parse(const char *name, enum kind *kind)
{
    for (unsigned i = 0; i < KIND_COUNT; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            *kind = (enum kind)i;
            return true;
        }
    }
    return false;
}
