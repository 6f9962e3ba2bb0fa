-- Pictures of rewards. Their bytes lie in the blob store; one that no reward shows goes a day after it was last chosen.
CREATE TABLE points.picture (
  id        BIGINT      NOT NULL PRIMARY KEY,
  uploader  VARCHAR(60) NOT NULL,
  width     INTEGER     NOT NULL,
  height    INTEGER     NOT NULL,
  chosen_at TIMESTAMP   NOT NULL
);
CREATE INDEX points.picture_chosen ON points.picture (chosen_at);
CREATE INDEX points.reward_picture ON points.reward (picture);
