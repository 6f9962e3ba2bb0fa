package org.ezhili.points.internal.rest.rewards;

/** A picture that was taken in, to be named in a reward's draft. */
public record PictureJson(String id, int width, int height) {}
