-- A matter as it stands now. District, street, community and grid repeat the front of the area's code, so that every list
-- is "these leading columns equal, newest first" and reads as many rows of one index as it shows, however many there are.
CREATE TABLE matters.matter (
  id           BIGINT        NOT NULL PRIMARY KEY,
  version      INTEGER       NOT NULL,
  rule_version VARCHAR(20)   NOT NULL,
  category     VARCHAR(12)   NOT NULL,
  description  VARCHAR(2000) NOT NULL,
  area         VARCHAR(24)   NOT NULL,
  district     VARCHAR(6)    NOT NULL,
  street       VARCHAR(9),
  community    VARCHAR(12),
  grid         VARCHAR(15),
  lon          DOUBLE PRECISION,
  lat          DOUBLE PRECISION,
  state        VARCHAR(12)   NOT NULL,
  tier         VARCHAR(10)   NOT NULL,
  reporter     VARCHAR(60)   NOT NULL,
  handler      VARCHAR(60),
  returned     BOOLEAN       NOT NULL,
  reported_at  TIMESTAMP     NOT NULL,
  due_at       TIMESTAMP     NOT NULL,
  owed_by      TIMESTAMP,
  photos       VARCHAR(200)
);
CREATE INDEX matters.matter_district ON matters.matter (district, id DESC);
CREATE INDEX matters.matter_district_state ON matters.matter (district, state, id DESC);
CREATE INDEX matters.matter_category ON matters.matter (category, id DESC);
CREATE INDEX matters.matter_street ON matters.matter (street, id DESC);
CREATE INDEX matters.matter_street_state ON matters.matter (street, state, id DESC);
CREATE INDEX matters.matter_street_category ON matters.matter (street, category, id DESC);
CREATE INDEX matters.matter_community ON matters.matter (community, id DESC);
CREATE INDEX matters.matter_community_state ON matters.matter (community, state, id DESC);
CREATE INDEX matters.matter_grid_state ON matters.matter (grid, state, id DESC);
CREATE INDEX matters.matter_reporter ON matters.matter (reporter, id DESC);
CREATE INDEX matters.matter_handler_state ON matters.matter (handler, state, id DESC);
CREATE INDEX matters.matter_owed ON matters.matter (owed_by);

-- What was done, in order; written once, never changed.
CREATE TABLE matters.step (
  matter_id  BIGINT      NOT NULL,
  seq        INTEGER     NOT NULL,
  done_at    TIMESTAMP   NOT NULL,
  actor      VARCHAR(60) NOT NULL,
  action     VARCHAR(12) NOT NULL,
  from_state VARCHAR(12),
  to_state   VARCHAR(12) NOT NULL,
  tier       VARCHAR(10) NOT NULL,
  handler    VARCHAR(60),
  reason     VARCHAR(500),
  note       VARCHAR(2000),
  photos     VARCHAR(200),
  PRIMARY KEY (matter_id, seq)
);

-- To whom a matter is or was given: they go on seeing it.
CREATE TABLE matters.involved (
  account   VARCHAR(60) NOT NULL,
  matter_id BIGINT      NOT NULL,
  PRIMARY KEY (account, matter_id)
);
CREATE INDEX matters.involved_newest ON matters.involved (account, matter_id DESC);

-- How many matters are in which state where, as a sum of small changes: writers never wait for one another here.
-- A job folds the changes into one row for each area and state.
CREATE TABLE matters.tally (
  id     BIGINT      NOT NULL PRIMARY KEY,
  area   VARCHAR(15) NOT NULL,
  state  VARCHAR(12) NOT NULL,
  amount INTEGER     NOT NULL
);
CREATE INDEX matters.tally_area ON matters.tally (area, state);

CREATE TABLE matters.photo (
  id          BIGINT      NOT NULL PRIMARY KEY,
  uploader    VARCHAR(60) NOT NULL,
  uploaded_at TIMESTAMP   NOT NULL,
  media_type  VARCHAR(20) NOT NULL,
  width       INTEGER     NOT NULL,
  height      INTEGER     NOT NULL,
  fate        VARCHAR(8)  NOT NULL,
  matter_id   BIGINT
);
CREATE INDEX matters.photo_fate ON matters.photo (fate, uploaded_at);

-- Which matters of older systems have been taken over.
CREATE TABLE matters.past (
  reference VARCHAR(80) NOT NULL PRIMARY KEY,
  matter_id BIGINT      NOT NULL
);
