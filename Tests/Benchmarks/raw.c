// The limit: answers every request with the same bytes, and looks for nothing but where requests end.
// raw ANSWER PORT [close]: the file to answer with; "close" closes the connection after an answer.
// As many requests as one read holds are answered with one write.
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { COPIES = 64, DESCRIPTORS = 65536 };

static struct connection {
    unsigned matched;  // How much of CR LF CR LF stands at the end of what was read.
    size_t owed;       // Bytes of answers that the socket did not take yet.
} connections[DESCRIPTORS];

static char *copies;  // The answer, COPIES times.
static size_t length;
static int closes, epoll;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void load(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) || (length = ftell(file)) == 0) fail(path);
    rewind(file);
    copies = malloc(length * COPIES);
    if (!copies || fread(copies, length, 1, file) != 1) fail(path);
    for (int i = 1; i < COPIES; i++) memcpy(copies + i * length, copies, length);
    fclose(file);
}

static int listener(int port) {
    int on = 1, descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);  // What is accepted inherits it.
    if (bind(descriptor, (struct sockaddr *)&address, sizeof address) || listen(descriptor, 1024)) fail("listen");
    return descriptor;
}

static void watch(int operation, int descriptor, unsigned events) {
    struct epoll_event event = {.events = events, .data.fd = descriptor};
    if (epoll_ctl(epoll, operation, descriptor, &event)) fail("epoll_ctl");
}

static void accept_all(int listening) {
    for (int descriptor; (descriptor = accept4(listening, 0, 0, SOCK_NONBLOCK)) >= 0;) {
        if (descriptor >= DESCRIPTORS) {
            close(descriptor);
            continue;
        }
        connections[descriptor] = (struct connection){0};
        watch(EPOLL_CTL_ADD, descriptor, EPOLLIN);
    }
}

static int step(struct connection *connection, char byte) {
    char expected = connection->matched % 2 ? '\n' : '\r';
    connection->matched = byte == expected ? connection->matched + 1 : byte == '\r';
    if (connection->matched < 4) return 0;
    connection->matched = 0;
    return 1;
}

static int requests(struct connection *connection, const char *bytes, ssize_t count) {
    int found = 0;
    const char *end = bytes + count;
    while (connection->matched && bytes < end) found += step(connection, *bytes++);
    for (const char *next; (next = memmem(bytes, end - bytes, "\r\n\r\n", 4)); bytes = next + 4) found++;
    for (bytes = end - bytes > 3 ? end - 3 : bytes; bytes < end; bytes++) step(connection, *bytes);
    return found;
}

// 0 when the connection is to be closed.
static int answer(int descriptor, struct connection *connection) {
    while (connection->owed) {
        size_t sent = (length - connection->owed % length) % length, room = length * COPIES - sent;
        size_t count = connection->owed < room ? connection->owed : room;
        ssize_t written = send(descriptor, copies + sent, count, MSG_NOSIGNAL);
        if (written < 0 && errno != EAGAIN) return 0;
        if (written < 0) written = 0;
        connection->owed -= written;
        if ((size_t)written < count) {
            watch(EPOLL_CTL_MOD, descriptor, EPOLLIN | EPOLLOUT);
            return 1;
        }
    }
    return !closes;
}

static void serve(int descriptor, unsigned events) {
    static char bytes[65536];
    struct connection *connection = &connections[descriptor];
    if (events & EPOLLOUT) watch(EPOLL_CTL_MOD, descriptor, EPOLLIN);
    if (events & ~EPOLLOUT) {
        ssize_t count = recv(descriptor, bytes, sizeof bytes, 0);
        if (count <= 0) {
            if (count == 0 || errno != EAGAIN) close(descriptor);
            return;
        }
        int found = requests(connection, bytes, count);
        if (!found) return;
        connection->owed += found * length;
    }
    if (!answer(descriptor, connection)) close(descriptor);
}

int main(int count, char **arguments) {
    if (count < 3) return fprintf(stderr, "usage: raw ANSWER PORT [close]\n"), 2;
    load(arguments[1]);
    closes = count > 3;
    int listening = listener(atoi(arguments[2]));
    epoll = epoll_create1(0);
    watch(EPOLL_CTL_ADD, listening, EPOLLIN);
    for (struct epoll_event ready[256];;) {
        int found = epoll_wait(epoll, ready, 256, -1);
        for (int i = 0; i < found; i++) {
            if (ready[i].data.fd == listening) accept_all(listening);
            else serve(ready[i].data.fd, ready[i].events);
        }
    }
}
