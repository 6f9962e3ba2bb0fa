-- The activities of an area, latest first. What is still to come is found by when it ends.
CREATE INDEX points.activity_area ON points.activity (area, id DESC);
