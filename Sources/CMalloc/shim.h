// What glibc says of its own memory; elsewhere there is nothing of it.
#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
