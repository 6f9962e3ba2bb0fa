package org.ezhili.platform.persistence;

/** A write met a row that is there already: a unique key was violated, and nothing was written. */
public final class DuplicateRowException extends RuntimeException {

    public DuplicateRowException(Throwable cause) {
        super("a row with this key is there already", cause);
    }
}
