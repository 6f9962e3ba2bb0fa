package org.ezhili.matters.internal.rest;

/** Somebody whom a matter could be given to. */
public record HandlerJson(String account, String name, String role) {}
