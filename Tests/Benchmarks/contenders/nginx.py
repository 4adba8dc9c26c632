"""nginx with one worker: a file from its cache of open files, no access log. With sendfile, as it is commonly set up,
and without, which is faster for files as small as these."""

import os
from email.utils import parsedate_to_datetime

from harness.service import Service

CONFIGURATION = """\
daemon off;
master_process off;
pid nginx-{port}.pid;
error_log stderr error;
events {{ worker_connections 20000; }}
http {{
    access_log off;
    sendfile {sendfile};
    tcp_nopush {sendfile};
    keepalive_requests 1000000000;
    keepalive_timeout 60;
    open_file_cache max=100 inactive=1h;
    open_file_cache_valid 1h;
    server_tokens off;
    etag off;
    max_ranges 0;
    gzip_static on;
    default_type {type};
    client_body_temp_path temporary;
    proxy_temp_path temporary;
    fastcgi_temp_path temporary;
    uwsgi_temp_path temporary;
    scgi_temp_path temporary;
    server {{
        listen 127.0.0.1:{port} backlog=1024;
        root {root};
{fields}
    }}
}}
"""
# What nginx writes itself. Last-Modified is the file's time, and so the same.
OWN = {"date", "content-length", "content-type", "content-encoding", "last-modified", "connection"}


class Nginx(Service):
    name, contender = "nginx", "nginx"
    sendfile = "on"

    def __init__(self, folder, target, answer):
        super().__init__(folder)
        root = self.folder / f"nginx-{self.port}"
        file = root / target.lstrip("/")
        file.parent.mkdir(parents=True)
        file.write_bytes(answer.content)
        files = [file]
        if answer.fields.get("content-encoding") == "gzip":
            # The very bytes that Akistata sends.
            files.append(file.with_name(file.name + ".gz"))
            files[1].write_bytes(answer.data.partition(b"\r\n\r\n")[2])
        modified = parsedate_to_datetime(answer.fields["last-modified"]).timestamp()
        for each in files:
            os.utime(each, (modified, modified))
        fields = "\n".join(
            f"        add_header {name} '{value}';" for name, value in answer.fields.items() if name not in OWN)
        self.configuration = root / "nginx.conf"
        self.configuration.write_text(
            CONFIGURATION.format(
                port=self.port, root=root, sendfile=self.sendfile, type=answer.fields["content-type"], fields=fields))

    def command(self):
        return ["nginx", "-p", f"{self.folder}/", "-c", self.configuration]


class NginxWithoutSendfile(Nginx):
    name = "nginx, no sendfile"
    sendfile = "off"
