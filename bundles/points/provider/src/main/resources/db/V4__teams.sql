-- Volunteers of a street who serve together.
CREATE TABLE points.team (
  id      BIGINT      NOT NULL PRIMARY KEY,
  area    VARCHAR(12) NOT NULL,
  street  VARCHAR(9)  NOT NULL,
  name    VARCHAR(40) NOT NULL,
  leader  VARCHAR(60) NOT NULL,
  turn    BIGINT      NOT NULL,
  made_by VARCHAR(60) NOT NULL,
  made_at TIMESTAMP   NOT NULL
);
CREATE INDEX points.team_street ON points.team (street, id);

CREATE TABLE points.team_member (
  team_id   BIGINT      NOT NULL,
  account   VARCHAR(60) NOT NULL,
  joined_at TIMESTAMP   NOT NULL,
  PRIMARY KEY (team_id, account)
);
CREATE INDEX points.team_member_of ON points.team_member (account, team_id);

-- What was certified, as it was that day. Whoever is shown the paper asks for its code here.
CREATE TABLE points.certificate (
  id        BIGINT       NOT NULL PRIMARY KEY,
  code      VARCHAR(20)  NOT NULL,
  account   VARCHAR(60)  NOT NULL,
  name      VARCHAR(100) NOT NULL,
  street    VARCHAR(9)   NOT NULL,
  minutes   BIGINT       NOT NULL,
  stars     INTEGER      NOT NULL,
  services  BIGINT       NOT NULL,
  issued_by VARCHAR(60)  NOT NULL,
  issued_at TIMESTAMP    NOT NULL,
  CONSTRAINT certificate_code UNIQUE (code)
);
CREATE INDEX points.certificate_account ON points.certificate (account, id);

-- Which phone somebody checked in with: a hash of what the phone calls itself.
ALTER TABLE points.signup ADD COLUMN in_device VARCHAR(43);
CREATE INDEX points.signup_device ON points.signup (in_device);
CREATE INDEX points.signup_came ON points.signup (in_at);

-- When the last shift of an activity ends: what is still to come is found by it.
ALTER TABLE points.activity ADD COLUMN ends_at TIMESTAMP;
CREATE INDEX points.activity_ends ON points.activity (ends_at);

-- What a person should look at, each suspicion once, and what that person found.
DROP TABLE points.anomaly;
CREATE TABLE points.anomaly (
  id        BIGINT       NOT NULL PRIMARY KEY,
  mark      VARCHAR(200) NOT NULL,
  kind      VARCHAR(12)  NOT NULL,
  street    VARCHAR(9)   NOT NULL,
  state     VARCHAR(9)   NOT NULL,
  account   VARCHAR(60)  NOT NULL,
  other     VARCHAR(60),
  signup_id BIGINT       NOT NULL,
  other_id  BIGINT       NOT NULL,
  metres    BIGINT       NOT NULL,
  seconds   BIGINT       NOT NULL,
  times     BIGINT       NOT NULL,
  reason    VARCHAR(200),
  found_at  TIMESTAMP    NOT NULL,
  judged_by VARCHAR(60),
  judged_at TIMESTAMP,
  note      VARCHAR(200),
  CONSTRAINT anomaly_once UNIQUE (mark)
);
CREATE INDEX points.anomaly_street ON points.anomaly (street, state, id);
CREATE INDEX points.anomaly_signup ON points.anomaly (signup_id, kind, state);
