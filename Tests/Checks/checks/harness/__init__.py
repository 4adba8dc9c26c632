"""What every check needs: a server, requests, and a report of what is wrong."""
