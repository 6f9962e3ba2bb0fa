package org.ezhili.platform.security.internal.domain;

import org.ezhili.platform.security.Account;

/**
 * An account as its administrators see it.
 *
 * @param signIn whether it has a password
 */
public record AccountEntry(Account account, boolean signIn) {}
