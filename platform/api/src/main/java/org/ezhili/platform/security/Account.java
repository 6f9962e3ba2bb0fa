package org.ezhili.platform.security;

import java.util.List;

/**
 * One person's, department's or programme's account.
 *
 * @param account its name: lower-case letters, digits, {@code .}, {@code -}, {@code _}; 2 to 60 characters
 * @param name shown to people
 * @param grants roles and where
 * @param active false once it has been closed: it can neither sign in nor be given work
 */
public record Account(String account, String name, List<Grant> grants, boolean active) {

    public Account {
        grants = List.copyOf(grants);
    }
}
