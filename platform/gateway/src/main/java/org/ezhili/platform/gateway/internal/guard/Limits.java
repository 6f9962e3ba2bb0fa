package org.ezhili.platform.gateway.internal.guard;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * How much of the door one version of one module may take. It is district IT's to say, in
 * {@code etc/org.ezhili.platform.gateway.cfg}, not the module's.
 */
@Component(service = Limits.class, configurationPid = "org.ezhili.platform.gateway")
@Designate(ocd = Limits.Config.class)
public final class Limits {

    /** As written in the configuration. */
    @ObjectClassDefinition(name = "eZhili door")
    public @interface Config {

        @AttributeDefinition(description = "Threads of the door, as org.ops4j.pax.web.server.maxThreads says")
        int threads() default 200;

        @AttributeDefinition(description = "Requests that may be under way in one module at a time")
        int requestsUnderWay() default 64;

        @AttributeDefinition(description = "Requests that may wait for one module, without a thread")
        int requestsWaiting() default 256;

        @AttributeDefinition(description = "For how long one waits before it is told to come again")
        int waitMillis() default 1000;

        @AttributeDefinition(description = "Streams of events that one module may keep open")
        int streams() default 2000;

        @AttributeDefinition(
                description = "Whether fewer requests are let into a module that takes the processor from the others")
        boolean shareProcessor() default true;
    }

    private record Numbers(
            int threads, int underWay, int waiting, Duration patience, int streams, boolean sharesProcessor) {

        private static Numbers of(Config config) {
            return new Numbers(
                    config.threads(),
                    config.requestsUnderWay(),
                    config.requestsWaiting(),
                    Duration.ofMillis(config.waitMillis()),
                    config.streams(),
                    config.shareProcessor());
        }
    }

    private volatile Numbers numbers;

    @Activate
    public Limits(Config config) {
        this.numbers = Numbers.of(config);
    }

    Limits(int threads, int underWay, int waiting, Duration wait) {
        this.numbers = new Numbers(threads, underWay, waiting, wait, underWay, true);
    }

    /** In force for the next request. */
    @Modified
    void change(Config config) {
        numbers = Numbers.of(config);
    }

    /** What holds when nothing is configured. */
    public static Limits usual() {
        return new Limits(200, 64, 256, Duration.ofSeconds(1));
    }

    int threads() {
        return numbers.threads();
    }

    int underWay() {
        return numbers.underWay();
    }

    int waiting() {
        return numbers.waiting();
    }

    Duration waitAtMost() {
        return numbers.patience();
    }

    boolean sharesProcessor() {
        return numbers.sharesProcessor();
    }

    public int streams() {
        return numbers.streams();
    }
}
