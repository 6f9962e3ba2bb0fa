package org.ezhili.platform.gateway.internal.guard;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** As Java knows them; by name, as the type of the bean is no package that every Karaf gives away. */
final class JavaTimes implements ProcessorTimes {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName machine =
            ManagementFactory.getOperatingSystemMXBean().getObjectName();

    @Override
    public int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public long now() {
        return System.nanoTime();
    }

    @Override
    public long ofProcess() {
        return ask("ProcessCpuTime").longValue();
    }

    @Override
    public long of(Thread thread) {
        return threads.getThreadCpuTime(thread.getId());
    }

    @Override
    public double load() {
        return ask("CpuLoad").doubleValue();
    }

    private Number ask(String name) {
        try {
            return (Number) beans.getAttribute(machine, name);
        } catch (JMException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
