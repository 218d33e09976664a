-- Keys of other people's services that a world uses, such as a storyteller for hire. The database never sees one in the
-- clear: what is stored opens with a key that is in the environment of the game's own programs, and only in this row.
CREATE TABLE api_keys (
    id         uuid        NOT NULL,
    world_id   uuid        NOT NULL CONSTRAINT api_keys_world_fkey REFERENCES worlds (id) ON DELETE CASCADE,
    purpose    varchar(40) NOT NULL CONSTRAINT api_keys_purpose_check CHECK (purpose <> ''),
    provider   varchar(40) NOT NULL CONSTRAINT api_keys_provider_check CHECK (provider <> ''),
    key_id     varchar(12) NOT NULL CONSTRAINT api_keys_key_id_check CHECK (key_id <> ''),
    ciphertext bytea       NOT NULL,
    version    integer     NOT NULL DEFAULT 0 CONSTRAINT api_keys_version_check CHECK (version >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT api_keys_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT api_keys_purpose_key UNIQUE (world_id, purpose)
);
CREATE INDEX api_keys_key_idx ON api_keys (key_id);  -- what is sealed with an old key, for rotation

CREATE TRIGGER api_keys_version BEFORE UPDATE ON api_keys FOR EACH ROW
    WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_version();
