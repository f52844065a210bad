/* Loaded before the C library: the N-th allocation fails, once or for ever after. What is wanted and what was
 * counted stands in a file that the trial maps as well, so that counting begins when a request is sent and
 * not when the program starts. */
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The same layout is written by malloc.py. */
struct control {
    _Atomic long armed;
    _Atomic long count;   /* of allocations since the trial set it to zero */
    _Atomic long fail_at; /* the first that fails; 0: none does */
    _Atomic long forever;
    _Atomic long failed;
};

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static struct control *control;

__attribute__((constructor)) static void map_control(void)
{
    const char *path = getenv("FAILN");
    const int descriptor = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (descriptor < 0)
        return;
    void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    if (mapped != MAP_FAILED)
        control = mapped;
}

static int fails(void)
{
    if (!control || !atomic_load(&control->armed))
        return 0;
    const long count = atomic_fetch_add(&control->count, 1) + 1;
    const long fail_at = atomic_load(&control->fail_at);
    if (!fail_at || count < fail_at || (count > fail_at && !atomic_load(&control->forever)))
        return 0;
    atomic_fetch_add(&control->failed, 1);
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}

void *reallocarray(void *old, size_t count, size_t size)
{
    size_t whole;
    if (__builtin_mul_overflow(count, size, &whole)) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(old, whole);
}

void *memalign(size_t alignment, size_t size)
{
    return fails() ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **made, size_t alignment, size_t size)
{
    if (fails())
        return ENOMEM;
    *made = __libc_memalign(alignment, size);
    return *made ? 0 : ENOMEM;
}
