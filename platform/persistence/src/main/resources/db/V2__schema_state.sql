-- Which steps each module's schema has seen, so that a start with nothing to do asks one row.
CREATE TABLE platform.schema_state (
  name VARCHAR(60) NOT NULL PRIMARY KEY,
  fingerprint BIGINT NOT NULL
);
