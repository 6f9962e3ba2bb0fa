package org.ezhili.platform.modules.internal.rest;

/** A picture that can be named in settings now. */
public record PictureJson(String id, int width, int height) {}
