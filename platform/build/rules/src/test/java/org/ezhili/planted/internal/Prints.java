package org.ezhili.planted.internal;

/** Planted: a line that no log holds. */
final class Prints {
    void tell() {
        System.out.println();
    }
}
