"""The files that `akistata export` writes."""
