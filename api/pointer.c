/* Pointers are put together a step at a time. */
#include "api/pointer.h"

#include <stdbool.h>
#include <string.h>

void pointer_join(const char *holder, const char *member, char pointer[static POINTER_SIZE])
{
    size_t size = strlen(holder);
    memmove(pointer, holder, size + 1);
    if (size + 2 * strlen(member) + 2 > POINTER_SIZE)
        return;
    pointer[size++] = '/';
    for (; *member; member++) {
        const bool escaped = *member == '~' || *member == '/';
        if (escaped)
            pointer[size++] = '~';
        pointer[size++] = (char)(escaped ? (*member == '~' ? '0' : '1') : *member);
    }
    pointer[size] = '\0';
}
