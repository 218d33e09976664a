"""What can go wrong with the bundled servers, told in one line that says what to do."""


class EmbeddedError(Exception):
    """A bundled server cannot run; the message is one line for a person."""
