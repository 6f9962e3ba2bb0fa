CREATE TABLE notes.note (
  id BIGINT NOT NULL PRIMARY KEY,
  body ${text} NOT NULL,
  written_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX notes.note_age ON notes.note (written_at);
