-- The area tree as it is today. change_number: the change that touched the row last, so that a node reads only what it has not seen.
CREATE TABLE grid.area (
  code VARCHAR(24) NOT NULL,
  name VARCHAR(100) NOT NULL,
  area_level VARCHAR(10) NOT NULL,
  kind VARCHAR(12) NOT NULL,
  parent VARCHAR(24) NOT NULL,
  boundary ${text},
  square_metres DOUBLE PRECISION,
  centre_lon DOUBLE PRECISION,
  centre_lat DOUBLE PRECISION,
  valid_from DATE NOT NULL,
  version INTEGER NOT NULL,
  change_number BIGINT NOT NULL,
  CONSTRAINT area_key PRIMARY KEY (code)
);
CREATE INDEX area_by_change ON grid.area (change_number);

-- What an area was before: valid from its first day up to, and not including, valid_to.
CREATE TABLE grid.area_history (
  code VARCHAR(24) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR(100) NOT NULL,
  kind VARCHAR(12) NOT NULL,
  boundary ${text},
  square_metres DOUBLE PRECISION,
  valid_from DATE NOT NULL,
  valid_to DATE NOT NULL,
  CONSTRAINT area_history_key PRIMARY KEY (code, version)
);

-- One row: the number of the last change. A writer locks it, so changes are numbered in the order in which they commit.
CREATE TABLE grid.change_mark (
  id INTEGER NOT NULL,
  number BIGINT NOT NULL,
  CONSTRAINT change_mark_key PRIMARY KEY (id)
);
INSERT INTO grid.change_mark (id, number) VALUES (1, 0);
