// What Swift's Glibc module leaves out: epoll, eventfd, and socket filters, and accept4, which it hides behind a
// feature macro.
#ifdef __linux__
#include <linux/filter.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

extern int accept4(int listener, struct sockaddr *address, socklen_t *length, int flags);
#endif
