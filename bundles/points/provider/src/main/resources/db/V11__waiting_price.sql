-- What a reward cost when somebody began to wait for it. Empty for who waits since before this was kept.
ALTER TABLE points.reward_waiter ADD COLUMN price BIGINT;
