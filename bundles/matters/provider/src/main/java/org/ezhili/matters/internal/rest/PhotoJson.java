package org.ezhili.matters.internal.rest;

/** A photo that was taken in. */
public record PhotoJson(String id, int width, int height) {}
