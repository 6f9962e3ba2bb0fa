-- What moved points of a street is found by its legs: a posting has points of several streets when somebody spends what several gave.
-- The posting's own street, the first of them, needs no index any more.
${derby} CREATE INDEX points.leg_street ON points.leg (holder, posting_id DESC);
${postgresql} CREATE INDEX leg_street ON points.leg (holder, posting_id DESC) WHERE kind NOT IN ('owner', 'debt');
DROP INDEX points.posting_street;
