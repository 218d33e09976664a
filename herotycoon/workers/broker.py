"""The broker's address, in the words of Celery."""

from urllib.parse import parse_qsl, urlencode, urlsplit


def broker_at(url: str) -> str:
    """The Redis at `url` as Celery spells it, which is another way than that of redis-py.

    A socket is redis+socket://…?virtual_host=0 there, and TLS without a word about certificates is taken for TLS that
    checks none.
    """
    at = urlsplit(url)
    query = dict(parse_qsl(at.query))
    if at.scheme == "unix":
        number = urlencode({"virtual_host": query.get("db", "0")})
        return f"redis+socket://{at.path}?{number}"
    if at.scheme == "rediss":
        query = {"ssl_cert_reqs": "required", "ssl_check_hostname": "True", **query}
    return at._replace(query=urlencode(query)).geturl()
