#pragma once

#include <zlib.h>

/// `deflateInit2` is a macro, which Swift does not see. Window bits above 15 ask for the gzip format (RFC 1952).
static inline int czlib_deflate_init_gzip(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
