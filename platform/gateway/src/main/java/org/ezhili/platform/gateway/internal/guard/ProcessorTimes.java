package org.ezhili.platform.gateway.internal.guard;

/** What is known of the processor: times in nanoseconds. */
interface ProcessorTimes {

    int cores();

    long now();

    /** Of a core, by all threads of this process so far. */
    long ofProcess();

    /** Of a core, by the thread so far; negative when it has ended. */
    long of(Thread thread);

    /** How much of the whole machine is in use, by whomever, since anybody in this process last asked; from 0 to 1. */
    double load();
}
