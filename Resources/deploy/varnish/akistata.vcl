vcl 4.1;

# Varnish (7.0 or later) between the two parts of ../haproxy/haproxy.cfg. Clients come from there; who purges, to the other port.
#
#   varnishd -C -f akistata.vcl
#   varnishd -a clients=127.0.0.1:6081 -a purging=127.0.0.1:6082 -s malloc,1g -f /etc/varnish/akistata.vcl
#
# Change: the languages, where the dataset has others; who may purge.

import std;

backend replicas {
    .host = "127.0.0.1";
    .port = "8081";
    .connect_timeout = 1s;
    .first_byte_timeout = 15s;
    .probe = {
        .url = "/readyz";
        .interval = 500ms;
        .timeout = 1s;
        .window = 2;
        .threshold = 1;
        .initial = 1;
    }
}

acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    # HAProxy has said whom it speaks for, and Varnish has put HAProxy's own address behind that, which no replica knows.
    if (req.restarts == 0) {
        set req.http.X-Forwarded-For = regsub(req.http.X-Forwarded-For, ",[^,]*$", "");
    }
    if (req.method == "PURGE") {
        call purge_tag;
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.url ~ "^/(healthz|readyz|metrics)$") {
        return (pass);
    }
    # Nothing depends on who asks.
    unset req.http.Cookie;
    unset req.http.Authorization;
    call drop_tracking;
    call normalise_accept;
    call normalise_language;
    # Fresh, or up to a minute stale while it is renewed (stale-while-revalidate). When that fails, anything that is there: below.
    set req.grace = 60s;
    if (req.restarts > 0 || !std.healthy(req.backend_hint)) {
        set req.grace = 1d;
    }
    return (hash);
}

# The server knows its address (--public-url), so that Host makes no difference.
sub vcl_hash {
    hash_data(req.url);
    return (lookup);
}

sub vcl_backend_response {
    # What fails replaces nothing. A day is the server's stale-if-error.
    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        return (deliver);
    }
    set beresp.grace = 1d;
    # Of what is stale, ask whether it has changed (304).
    set beresp.keep = 1d;
}

sub vcl_deliver {
    # The replicas failed before the probe has seen it: once more, and now with what is stale.
    if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        return (restart);
    }
    # RFC 9211
    if (obj.hits > 0) {
        set resp.http.Cache-Status = "varnish; hit; ttl=" + regsub(obj.ttl, "[.].*", "");
    } else {
        set resp.http.Cache-Status = "varnish; fwd=miss";
    }
}

# curl -X PURGE -H 'Surrogate-Key: lithuania-1944-1945@current' http://127.0.0.1:6082/
sub purge_tag {
    if (local.socket != "purging" || client.ip !~ purgers) {
        return (synth(403));
    }
    if (req.http.Surrogate-Key !~ "^[a-z0-9]+([-.@][a-z0-9]+)*$") {
        return (synth(400, "One tag is expected in Surrogate-Key"));
    }
    if (std.ban("obj.http.Surrogate-Key ~ (^|\s)" + regsuball(req.http.Surrogate-Key, "[.]", "[.]") + "(\s|$)")) {
        return (synth(200, "Purged"));
    }
    return (synth(500, std.ban_error()));
}

# What others add to links to count clicks reaches neither the key nor the server.
sub drop_tracking {
    if (req.url ~ "[?&]([a-z]*clk?id|gclsrc|[gw]braid|utm_[a-z_]+|mc_[ce]id|_g[al]|_hs[a-z]+|igshid|mkt_tok|srsltid)=") {
        set req.url = regsuball(req.url,
            "(?<=[?&])([a-z]*clk?id|gclsrc|[gw]braid|utm_[a-z_]+|mc_[ce]id|_g[al]|_hs[a-z]+|igshid|mkt_tok|srsltid)=[^&]*(&|$)", "");
        set req.url = regsub(req.url, "[?&]$", "");
    }
}

# Accept becomes the type that the server would choose, where that is plain to see: nothing is said, or anything will do; one of the
# types that it has, without a quality. What is not plain stays as it is: it costs an entry, and is never answered wrongly.
sub normalise_accept {
    if (req.url ~ "^/api/v1/(@[^/]+/)?(events|statistics|claims|checks|discrepancies|sources|compare|search)\b") {
        if (!req.http.Accept || req.http.Accept ~ "^[^;]*\*/\*[^;]*$") {
            set req.http.Accept = "application/json";
        } elsif (req.http.Accept !~ "json|text/(csv|plain|calendar)|atom|\w/\*|\*\s*;\s*q=0(\.0*)?\s*(,|$)") {
            set req.http.Accept = regsub(req.http.Accept, "^.*\*/\*.*$", "application/json");
        } else {
            call choose_single_type;
        }
    } elsif (req.url ~ "^/(@[^/]+)?(\?|$)") {
        if (!req.http.Accept || req.http.Accept ~ "^[^;]*\*/\*[^;]*$") {
            set req.http.Accept = "application/json";
        } elsif (req.http.Accept ~ "(^|,)\s*text/html\s*(,|$)" && req.http.Accept !~ "json|/\*\s*(,|$)") {
            set req.http.Accept = "text/html";
        } elsif (req.http.Accept ~ "(^|,)\s*application/json\s*(,|$)|\*/\*\s*;\s*q=0\.0*[1-9]" && req.http.Accept !~ "html|json\s*;|\w/\*") {
            set req.http.Accept = "application/json";
        }
    } elsif (req.url ~ "^/@") {
        # A page, which is data as well.
        if (req.http.Accept !~ "json|text/(csv|plain|calendar)|atom" || req.http.Accept ~ "^[^;]*\*/\*[^;]*$") {
            set req.http.Accept = "text/html";
        } else {
            call choose_single_type;
        }
    }
}

sub choose_single_type {
    if (req.http.Accept !~ "/\*\s*(,|$)") {
        set req.http.Accept = regsub(req.http.Accept,
            "^((?!json|html|text/(csv|plain|calendar)|atom).)*\b(application/(x-nd|ld\+)?json|text/(csv|plain))\s*(,((?!json|html|text/(csv|plain|calendar)|atom).)*)?$", "\3");
    }
}

# Accept-Language becomes the first of the dataset's languages in it (`en` where there is none), since browsers list them by falling
# quality. What is excluded, in thousandths, or in no such order, stays as it is.
sub normalise_language {
    if (req.http.Accept-Language ~ "q=(0(\.0*)?|1.*|0\.\d\d+)\s*(,|$)|;[^,;]*,[^,;]*(,|$)|\*.*,|q=0\.(1.*q=0\.[2-9]|2.*q=0\.[3-9]|3.*q=0\.[4-9]|4.*q=0\.[5-9]|5.*q=0\.[6-9]|6.*q=0\.[7-9]|7.*q=0\.[89]|8.*q=0\.9)") {
        return;
    }
    if (req.http.Accept-Language ~ "(?i)(^|,)\s*(en|lt)\b") {
        set req.http.Accept-Language = regsub(req.http.Accept-Language.lower(), "^([^,]*,)*?\s*(en|lt)\b.*$", "\2");
    } else {
        set req.http.Accept-Language = "en";
    }
}
