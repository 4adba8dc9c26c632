// A client at a fixed rate: pace PORT CONNECTIONS RATE SECONDS <REQUEST
// Sends the request on standard input RATE times a second, whether answers come or not, over connections that are free, and
// prints one line of JSON. A request's time begins when it was due, so that one that waits for a free connection, or for
// this client, counts its waiting. Never sleeps: it is given a core.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ROOM = 1 << 18, MOST = 1024, LONGEST = 10 * 1000 * 1000 };  // LONGEST in microseconds.

static struct connection {
    int descriptor;
    int64_t due;
    size_t had;  // Octets of the answer so far.
    size_t length;  // Of the whole answer; 0 until its head has arrived.
    char octets[ROOM];
} *connections;

static uint32_t times[LONGEST + 1];  // How many answers took so many microseconds.

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static int open_connection(int port) {
    int on = 1, descriptor = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (connect(descriptor, (struct sockaddr *)&address, sizeof address)) fail("connect");
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

// Whether the answer is whole now. A server that fails or closes ends the measurement.
static int receive(struct connection *connection) {
    ssize_t count = recv(
        connection->descriptor, connection->octets + connection->had, ROOM - 1 - connection->had, MSG_DONTWAIT);
    if (count <= 0) fail("recv");
    connection->had += count;
    connection->octets[connection->had] = 0;
    if (!connection->length) {
        char *end = memmem(connection->octets, connection->had, "\r\n\r\n", 4);
        if (!end) return 0;
        char *field = strcasestr(connection->octets, "\r\ncontent-length:");
        if (strncmp(connection->octets, "HTTP/1.1 200 ", 13) || !field || field > end) fail("an answer that is not 200");
        connection->length = end + 4 - connection->octets + strtoul(field + 17, 0, 10);
        if (connection->length >= ROOM) fail("an answer that is too long");
    }
    return connection->had >= connection->length;
}

static double percentile(uint64_t total, double share) {
    uint64_t wanted = total * share, seen = 0;
    for (int time = 0; time <= LONGEST; time++)
        if ((seen += times[time]) > wanted) return time;
    return LONGEST;
}

int main(int count, char **arguments) {
    if (count != 5) return fprintf(stderr, "usage: pace PORT CONNECTIONS RATE SECONDS <REQUEST\n"), 2;
    int many = atoi(arguments[2]), epoll = epoll_create1(0);
    double rate = atof(arguments[3]), seconds = atof(arguments[4]);
    char request[65536];
    size_t size = fread(request, 1, sizeof request, stdin);
    if (many < 1 || many > MOST || rate <= 0 || seconds <= 0 || !size) fail("arguments");
    if (!(connections = calloc(many, sizeof *connections))) fail("calloc");
    unsigned idle[MOST], first = 0, free = many;  // A ring: every connection takes its turn.
    for (int i = 0; i < many; i++) {
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
        connections[i].descriptor = open_connection(atoi(arguments[1]));
        if (epoll_ctl(epoll, EPOLL_CTL_ADD, connections[i].descriptor, &event)) fail("epoll_ctl");
        idle[i] = i;
    }
    uint64_t sent = 0, answered = 0, all = rate * seconds;
    int64_t start = now();
    while (answered < all) {
        for (int64_t due; sent < all && free && (due = start + sent * 1e9 / rate) <= now(); sent++) {
            struct connection *connection = &connections[idle[first++ % MOST]];
            free--;
            connection->due = due;
            connection->had = connection->length = 0;
            if (send(connection->descriptor, request, size, MSG_NOSIGNAL) != (ssize_t)size) fail("send");
        }
        struct epoll_event ready[64];
        int found = epoll_wait(epoll, ready, 64, 0);
        for (int i = 0; i < found; i++) {
            struct connection *connection = &connections[ready[i].data.u32];
            if (!receive(connection)) continue;
            int64_t time = (now() - connection->due) / 1000;
            times[time > LONGEST ? LONGEST : time]++;
            answered++;
            idle[(first + free++) % MOST] = ready[i].data.u32;
        }
    }
    double took = (now() - start) / 1e9;
    printf("{\"requests\": %lu, \"seconds\": %.3f, \"rate\": %.0f, \"p50\": %.0f, \"p99\": %.0f, \"p999\": %.0f}\n",
           (unsigned long)answered, took, answered / took, percentile(answered, 0.5), percentile(answered, 0.99),
           percentile(answered, 0.999));
}
