-- PostgreSQL writes a row anew at every change. Where its page has room for it, no index need know: these two change with every
-- movement of points, in columns that no index has.
${postgresql} ALTER TABLE points.account SET (fillfactor = 60);
${postgresql} ALTER TABLE points.lot SET (fillfactor = 70);
