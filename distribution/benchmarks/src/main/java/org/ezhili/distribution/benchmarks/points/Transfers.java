package org.ezhili.distribution.benchmarks.points;

/** What is measured: one durable transfer after the other, each under a key of its own. */
@FunctionalInterface
interface Transfers {

    /**
     * Makes one transfer; it is on disk when this returns.
     *
     * @param client that makes it, which is one thread
     * @param number of the client's transfer, never the same twice
     */
    void one(int client, long number);
}
