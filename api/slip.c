/* Slips of the pen. */
#include "api/slip.h"

#include "rules/names.h"

#include <ctype.h>
#include <string.h>

void slip_make_plain(const char *word, size_t size, char plain[static SLIP_SIZE])
{
    size_t used = 0;
    for (size_t i = 0; i < size && used + 1 < SLIP_SIZE; i++) {
        if (isalnum((unsigned char)word[i]))
            plain[used++] = (char)tolower((unsigned char)word[i]);
    }
    plain[used] = '\0';
}

/* Two slips in a long word, one in a short one: and that none which makes another word of the same length of
 * it, such as "rate" of "date", but two letters that changed places. */
bool slip_is_near(const char *plain, const char *word)
{
    const size_t size = strlen(plain), length = strlen(word);
    if (strcmp(plain, word) == 0)
        return true;
    if (length > 5)
        return size > 4 && names_distance(plain, word, 2) <= 2;
    if (length < 4 || names_distance(plain, word, 1) > 1)
        return false;
    return size != length || strspn(plain, word) == size;
}
