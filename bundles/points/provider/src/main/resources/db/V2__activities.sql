-- Who serves in a street: a person, a member of staff, a unit. Once per street; who left may come back.
CREATE TABLE points.volunteer (
  id         BIGINT       NOT NULL PRIMARY KEY,
  account    VARCHAR(60)  NOT NULL,
  area       VARCHAR(12)  NOT NULL,
  street     VARCHAR(9)   NOT NULL,
  kind       VARCHAR(8)   NOT NULL,
  state      VARCHAR(8)   NOT NULL,
  skills     VARCHAR(900) NOT NULL,
  minutes    BIGINT       NOT NULL,
  turn       BIGINT       NOT NULL,
  applied_at TIMESTAMP    NOT NULL,
  decided_by VARCHAR(60),
  reason     VARCHAR(200),
  CONSTRAINT volunteer_once UNIQUE (account, street),
  CONSTRAINT volunteer_minutes CHECK (minutes >= 0)
);
CREATE INDEX points.volunteer_area ON points.volunteer (area, state, id);

-- Something to do at a place. All but its state stays as it was published.
CREATE TABLE points.activity (
  id           BIGINT           NOT NULL PRIMARY KEY,
  area         VARCHAR(12)      NOT NULL,
  street       VARCHAR(9)       NOT NULL,
  title        VARCHAR(80)      NOT NULL,
  description  VARCHAR(2000)    NOT NULL,
  category     VARCHAR(40)      NOT NULL,
  lon          DOUBLE PRECISION NOT NULL,
  lat          DOUBLE PRECISION NOT NULL,
  fence        INTEGER          NOT NULL,
  state        VARCHAR(9)       NOT NULL,
  publisher    VARCHAR(60)      NOT NULL,
  published_at TIMESTAMP        NOT NULL,
  reason       VARCHAR(200)
);
CREATE INDEX points.activity_street ON points.activity (street, id);

CREATE TABLE points.shift (
  id          BIGINT    NOT NULL PRIMARY KEY,
  activity_id BIGINT    NOT NULL,
  starts_at   TIMESTAMP NOT NULL,
  ends_at     TIMESTAMP NOT NULL
);
CREATE INDEX points.shift_activity ON points.shift (activity_id, starts_at, id);

-- Seats of a shift for one skill; the empty skill is for everybody. Whoever changes seats counts the turn first: that locks
-- the row, and the number is their place in the queue.
CREATE TABLE points.quota (
  shift_id BIGINT      NOT NULL,
  skill    VARCHAR(40) NOT NULL,
  seats    INTEGER     NOT NULL,
  taken    INTEGER     NOT NULL,
  turn     BIGINT      NOT NULL,
  PRIMARY KEY (shift_id, skill),
  CONSTRAINT quota_never_oversold CHECK (taken >= 0 AND taken <= seats)
);

-- One volunteer in one shift, from signing up to hours that count.
CREATE TABLE points.signup (
  id          BIGINT      NOT NULL PRIMARY KEY,
  activity_id BIGINT      NOT NULL,
  shift_id    BIGINT      NOT NULL,
  skill       VARCHAR(40) NOT NULL,
  account     VARCHAR(60) NOT NULL,
  street      VARCHAR(9)  NOT NULL,
  state       VARCHAR(9)  NOT NULL,
  turn        BIGINT      NOT NULL,
  signed_at   TIMESTAMP   NOT NULL,
  in_at       TIMESTAMP,
  in_by       VARCHAR(60),
  in_lon      DOUBLE PRECISION,
  in_lat      DOUBLE PRECISION,
  out_at      TIMESTAMP,
  out_by      VARCHAR(60),
  minutes     INTEGER     NOT NULL,
  counts_at   TIMESTAMP,
  reason      VARCHAR(200),
  CONSTRAINT signup_once UNIQUE (shift_id, account)
);
CREATE INDEX points.signup_account ON points.signup (account, id);
CREATE INDEX points.signup_travel ON points.signup (account, in_at);
CREATE INDEX points.signup_activity ON points.signup (activity_id, id);
CREATE INDEX points.signup_queue ON points.signup (shift_id, skill, state, turn);
CREATE INDEX points.signup_counting ON points.signup (state, counts_at);
CREATE INDEX points.signup_shown ON points.signup (street, state, id);

-- What a person should look at.
CREATE TABLE points.anomaly (
  id        BIGINT      NOT NULL PRIMARY KEY,
  kind      VARCHAR(12) NOT NULL,
  street    VARCHAR(9)  NOT NULL,
  account   VARCHAR(60) NOT NULL,
  signup_id BIGINT      NOT NULL,
  other_id  BIGINT      NOT NULL,
  metres    BIGINT      NOT NULL,
  seconds   BIGINT      NOT NULL,
  found_at  TIMESTAMP   NOT NULL
);
CREATE INDEX points.anomaly_street ON points.anomaly (street, id);

-- What check-in codes are signed with; made by the first node that needs it.
CREATE TABLE points.secret (
  name    VARCHAR(20) NOT NULL PRIMARY KEY,
  secret  VARCHAR(64) NOT NULL,
  made_at TIMESTAMP   NOT NULL
);
