// A client at a fixed rate: pace PORT CONNECTIONS RATE SECONDS REQUESTS START
// Sends the requests of a file, which have a NUL between each two, one after the other from number START on, RATE of them
// a second, whether answers come or not, over connections that are free; prints one line of JSON. A request's time begins
// when it was due, so that one that waits for a free connection, or for this client, counts its waiting. Never sleeps: it
// is given a core, and tells in which part of the time it had something to do.
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
    size_t had;  // Bytes of the answer so far.
    size_t length;  // Of the whole answer; 0 until its head has arrived. Of one in chunks, of its head.
    int is_chunked;
    char bytes[ROOM];
} *connections;

static struct request {
    const char *bytes;
    size_t length;
} *requests;

static size_t many_requests;

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

static void load(const char *path) {
    FILE *file = fopen(path, "rb");
    long size;
    if (!file || fseek(file, 0, SEEK_END) || (size = ftell(file)) <= 0) fail(path);
    rewind(file);
    char *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, size, 1, file) != 1) fail(path);
    fclose(file);
    bytes[size] = 0;
    for (char *end = bytes; (end = memchr(end, 0, bytes + size + 1 - end)); end++) many_requests++;
    if (!(requests = calloc(many_requests, sizeof *requests))) fail("calloc");
    for (size_t i = 0; i < many_requests; bytes += requests[i++].length + 1)
        requests[i] = (struct request){bytes, strlen(bytes)};
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
        connection->descriptor, connection->bytes + connection->had, ROOM - 1 - connection->had, MSG_DONTWAIT);
    if (count <= 0) fail("recv");
    connection->had += count;
    connection->bytes[connection->had] = 0;
    if (!connection->length) {
        char *end = memmem(connection->bytes, connection->had, "\r\n\r\n", 4);
        if (!end) return 0;
        *end = 0;  // The head alone is searched.
        char *field = strcasestr(connection->bytes, "\r\ncontent-length:");
        int is_bare = !strncmp(connection->bytes, "HTTP/1.1 304 ", 13);
        connection->is_chunked = !!strcasestr(connection->bytes, "\r\ntransfer-encoding: chunked");
        *end = '\r';
        if (!is_bare && strncmp(connection->bytes, "HTTP/1.1 200 ", 13)) fail("a wrong answer");
        if (!is_bare && !field && !connection->is_chunked) fail("an answer without a length");
        connection->length = end + 4 - connection->bytes + (field && !is_bare ? strtoul(field + 17, 0, 10) : 0);
        if (connection->length >= ROOM) fail("an answer that is too long");
    }
    // The content is text: only the last chunk ends like this.
    if (connection->is_chunked) return !memcmp(connection->bytes + connection->had - 5, "0\r\n\r\n", 5);
    return connection->had >= connection->length;
}

static double percentile(uint64_t total, double share) {
    uint64_t wanted = total * share, seen = 0;
    for (int time = 0; time <= LONGEST; time++)
        if ((seen += times[time]) > wanted) return time;
    return LONGEST;
}

int main(int count, char **arguments) {
    if (count != 7) return fprintf(stderr, "usage: pace PORT CONNECTIONS RATE SECONDS REQUESTS START\n"), 2;
    int many = atoi(arguments[2]), epoll = epoll_create1(0);
    double rate = atof(arguments[3]), seconds = atof(arguments[4]);
    load(arguments[5]);
    size_t at = strtoul(arguments[6], 0, 10) % many_requests;
    if (many < 1 || many > MOST || rate <= 0 || seconds <= 0) fail("arguments");
    if (!(connections = calloc(many, sizeof *connections))) fail("calloc");
    unsigned idle[MOST], first = 0, free = many;  // A ring: every connection takes its turn.
    for (int i = 0; i < many; i++) {
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
        connections[i].descriptor = open_connection(atoi(arguments[1]));
        if (epoll_ctl(epoll, EPOLL_CTL_ADD, connections[i].descriptor, &event)) fail("epoll_ctl");
        idle[i] = i;
    }
    // The clock is read once a turn: what it brought has arrived by then, and what is due by then is sent.
    uint64_t sent = 0, answered = 0, all = rate * seconds;
    int64_t start = now(), last = start, waited = 0;
    while (answered < all) {
        struct epoll_event ready[MOST];
        int found = epoll_wait(epoll, ready, MOST, 0), worked = found > 0;
        int64_t time = now();
        for (int i = 0; i < found; i++) {
            struct connection *connection = &connections[ready[i].data.u32];
            if (!receive(connection)) continue;
            int64_t took = (time - connection->due) / 1000;
            times[took > LONGEST ? LONGEST : took]++;
            answered++;
            idle[(first + free++) % MOST] = ready[i].data.u32;
        }
        for (int64_t due; sent < all && free && (due = start + sent * 1e9 / rate) <= time; sent++, worked = 1) {
            struct connection *connection = &connections[idle[first++ % MOST]];
            free--;
            connection->due = due;
            connection->had = connection->length = 0;
            struct request request = requests[at++ % many_requests];
            ssize_t gone = send(connection->descriptor, request.bytes, request.length, MSG_NOSIGNAL);
            if (gone != (ssize_t)request.length) fail("send");
        }
        if (!worked) waited += time - last;
        last = time;
    }
    double took = (now() - start) / 1e9;
    printf("{\"requests\": %lu, \"seconds\": %.3f, \"rate\": %.0f, \"p50\": %.0f, \"p99\": %.0f, \"p999\": %.0f, "
           "\"client\": %.3f}\n",
           (unsigned long)answered, took, answered / took, percentile(answered, 0.5), percentile(answered, 0.99),
           percentile(answered, 0.999), 1 - waited / 1e9 / took);
}
