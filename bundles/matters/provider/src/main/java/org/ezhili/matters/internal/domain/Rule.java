package org.ezhili.matters.internal.domain;

import java.util.Set;

/**
 * One line of the transition table: {@code action} leads from each of {@code from} to {@code to} when done by one of
 * {@code by}, who gives all of {@code needs}, and no guard objects.
 */
public record Rule(Action action, Set<State> from, State to, Set<Part> by, Set<Need> needs, Set<Guard> guards) {}
