-- a release of a module that has arrived, was verified and is kept in the blob store
CREATE TABLE releases.arrived (
    module VARCHAR(40) NOT NULL,
    version VARCHAR(60) NOT NULL,
    -- the version as a text that sorts as versions do
    sort_key VARCHAR(80) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    bytes BIGINT NOT NULL,
    -- where its features repository is found, once it has been unpacked
    features VARCHAR(300) NOT NULL,
    signer VARCHAR(300) NOT NULL,
    passport ${text} NOT NULL,
    arrived_at TIMESTAMP NOT NULL,
    arrived_by VARCHAR(60) NOT NULL,
    CONSTRAINT arrived_pk PRIMARY KEY (module, version)
);
CREATE INDEX arrived_by_version ON releases.arrived (module, sort_key);
