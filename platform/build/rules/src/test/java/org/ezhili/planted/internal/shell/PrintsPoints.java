package org.ezhili.planted.internal.shell;

/** Sound: a shell command prints. */
final class PrintsPoints {
    void tell() {
        System.out.println();
    }
}
