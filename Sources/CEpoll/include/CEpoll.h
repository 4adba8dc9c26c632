// Swift's Glibc module leaves out epoll and eventfd.
#ifdef __linux__
#include <sys/epoll.h>
#include <sys/eventfd.h>
#endif
