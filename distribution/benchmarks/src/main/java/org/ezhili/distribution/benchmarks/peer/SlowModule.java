package org.ezhili.distribution.benchmarks.peer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Open;

/** A module of somebody else's whose answers take their time, to be flooded with requests. */
public final class SlowModule implements Module {

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("slow", "1.0.0", LocalText.of("慢", "Slow"), Set.of(), List.of(), true);
    }

    @Override
    public List<Object> resources() {
        return List.of(new Answers());
    }

    @Override
    public Health health() {
        return Health.good();
    }

    /** Its resource. */
    @Path("/v1")
    @Produces("application/json")
    public static final class Answers {

        private static final long WAIT = TimeUnit.MILLISECONDS.toNanos(100);
        private static final long WORK = TimeUnit.MILLISECONDS.toNanos(2);

        /** Waits, as for a system outside that is slow. */
        @GET
        @Path("/waiting")
        @Open(Open.To.ANYBODY)
        public List<String> waiting() {
            long end = System.nanoTime() + WAIT;
            for (long left = WAIT; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return List.of("at last");
        }

        /** Keeps a processor to itself. */
        @GET
        @Path("/working")
        @Open(Open.To.ANYBODY)
        public List<String> working() {
            ThreadMXBean times = ManagementFactory.getThreadMXBean();
            long end = times.getCurrentThreadCpuTime() + WORK;
            while (times.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
            return List.of("at last");
        }
    }
}
