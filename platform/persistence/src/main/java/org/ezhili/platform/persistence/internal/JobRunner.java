package org.ezhili.platform.persistence.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.Quiescing;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of the live modules with db-scheduler: each job is one row, claimed by one node of many. A job whose module
 * is not live here waits for a node where it is; a job whose node has died is run by another. No module has more than a few
 * jobs under way on a node, so that none can take the threads of the others.
 */
@Component(service = {JobRunner.class, Quiescing.class})
public final class JobRunner implements Quiescing {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("module-job");
    private static final Duration AGAIN_WHEN_AWAY = Duration.ofSeconds(10);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int HEARTBEATS_MISSED = 5;
    private static final Duration AGAIN_WHEN_FULL = Duration.ofSeconds(2);
    private static final int PER_MODULE = 2;
    private static final int THREADS = 64;
    private static final int LONGEST_NAME = 50;
    private static final long ENTER_EVERY_SECONDS = 1;

    private final Duration heartbeat;
    private final Map<String, Duty> duties = new ConcurrentHashMap<>();
    private final Underway underway = new Underway();
    private final Places places = new Places(PER_MODULE);
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Scheduler scheduler;
    private volatile @Nullable CustomTask<Void> task;
    private @Nullable ExecutorService threads;
    private @Nullable ScheduledExecutorService writer;

    public JobRunner() {
        this(HEARTBEAT);
    }

    /** @param heartbeat how often a run says that it goes on; after five that are missing it counts as dead */
    public JobRunner(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** A job and the module version whose job it is. */
    private record Duty(Module module, Job job) {}

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(ezhili.live=true)",
            unbind = "removeModule")
    public void addModule(Module module) {
        for (Job job : module.jobs()) {
            String name = name(module, job);
            duties.put(name, new Duty(module, job));
            unwritten.add(name);
        }
    }

    public void removeModule(Module module) {
        for (Job job : module.jobs()) {
            duties.computeIfPresent(name(module, job), (name, duty) -> duty.module() == module ? null : duty);
        }
    }

    /** @param node what the runs of this node are marked with; another one for each node */
    public synchronized void start(DataSource source, String node) {
        task = Tasks.custom(TASK).execute((instance, context) -> run(instance.getId()));
        threads = Executors.newCachedThreadPool(work -> new Thread(work, "ezhili-job"));
        scheduler = Scheduler.create(source, task)
                .startTasks(sweep(source))
                .schedulerName(new SchedulerName.Fixed(node.substring(0, Math.min(LONGEST_NAME, node.length()))))
                .tableName("platform.scheduled_tasks")
                .executorService(threads)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .shutdownMaxWait(STOP_WITHIN)
                .alwaysPersistTimestampInUTC()
                .build();
        scheduler.start();
        unwritten.addAll(duties.keySet());
        writer = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "ezhili-job-entry"));
        writer.scheduleWithFixedDelay(this::write, 0, ENTER_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    public synchronized void stop() {
        if (writer != null) {
            writer.shutdownNow();
            writer = null;
        }
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    private static RecurringTask<Void> sweep(DataSource source) {
        Sweep sweep = new Sweep(source);
        return Tasks.recurring("platform-sweep", FixedDelay.of(SWEEP_EVERY)).execute((instance, context) -> {
            try {
                LOG.debug("{} rows swept", sweep.run(Instant.now()));
            } catch (SQLException away) {
                LOG.warn("the sweep failed and runs again in {}", SWEEP_EVERY, away);
            }
        });
    }

    /** Writes down the jobs that are new here; while the database is away they wait. */
    private void write() {
        Scheduler running = scheduler;
        CustomTask<Void> kind = task;
        if (running == null || kind == null) {
            return;
        }
        for (String name : unwritten) {
            try {
                running.scheduleIfNotExists(kind.instance(name), Instant.now());
                unwritten.remove(name);
            } catch (RuntimeException away) {
                LOG.debug("job {} is written down later", name, away);
                return;
            }
        }
    }

    private CompletionHandler<Void> run(String name) {
        Duty duty = duties.get(name);
        if (duty == null) {
            return again(AGAIN_WHEN_AWAY);
        }
        String module = duty.module().info().id();
        if (!places.take(module)) {
            return again(AGAIN_WHEN_FULL);
        }
        try {
            return run(name, duty);
        } finally {
            places.leave(module);
        }
    }

    private CompletionHandler<Void> run(String name, Duty duty) {
        Job job = duty.job();
        boolean handedOver = underway.work(duty.module(), () -> {
            try {
                job.work().run();
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
                if (duties.get(name) == duty) {
                    LOG.warn("job {} failed and runs again in {}", name, job.every(), failure);
                } else {
                    LOG.info("job {} ended with its module, which has gone; it runs again where that is", name);
                }
            }
        });
        return again(handedOver ? Duration.ZERO : job.every());
    }

    @Override
    public boolean quiesce(Duration patience) throws InterruptedException {
        return underway.await(patience);
    }

    @Override
    public void handOver(Module left) {
        underway.interrupt(left);
    }

    private static CompletionHandler<Void> again(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, Instant.now().plus(pause));
    }

    private static String name(Module module, Job job) {
        return module.info().id() + "." + job.name();
    }
}
