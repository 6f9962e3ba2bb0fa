package org.ezhili.platform.persistence.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
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
import java.util.concurrent.ConcurrentHashMap;
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
 * is not live here waits for a node where it is.
 */
@Component(service = {JobRunner.class, Quiescing.class})
public final class JobRunner implements Quiescing {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("module-job");
    private static final Duration AGAIN_WHEN_AWAY = Duration.ofSeconds(10);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Map<String, Duty> duties = new ConcurrentHashMap<>();
    private final Underway underway = new Underway();
    private @Nullable Scheduler scheduler;
    private @Nullable CustomTask<Void> task;

    /** A job and the module version whose job it is. */
    private record Duty(Module module, Job job) {}

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(ezhili.live=true)",
            unbind = "removeModule")
    synchronized void addModule(Module module) {
        for (Job job : module.jobs()) {
            String name = name(module, job);
            duties.put(name, new Duty(module, job));
            schedule(name);
        }
    }

    synchronized void removeModule(Module module) {
        for (Job job : module.jobs()) {
            duties.computeIfPresent(name(module, job), (name, duty) -> duty.module() == module ? null : duty);
        }
    }

    synchronized void start(DataSource source) {
        task = Tasks.custom(TASK).execute((instance, context) -> run(instance.getId()));
        scheduler = Scheduler.create(source, task)
                .startTasks(sweep(source))
                .tableName("platform.scheduled_tasks")
                .threads(4)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(20))
                .shutdownMaxWait(STOP_WITHIN)
                .alwaysPersistTimestampInUTC()
                .build();
        scheduler.start();
        duties.keySet().forEach(this::schedule);
    }

    synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
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

    private void schedule(String name) {
        if (scheduler != null && task != null) {
            scheduler.scheduleIfNotExists(task.instance(name), Instant.now());
        }
    }

    private CompletionHandler<Void> run(String name) {
        Duty duty = duties.get(name);
        if (duty == null) {
            return again(AGAIN_WHEN_AWAY);
        }
        Job job = duty.job();
        boolean handedOver = underway.work(duty.module(), () -> {
            try {
                job.work().run();
            } catch (RuntimeException | LinkageError failure) {
                LOG.warn("job {} failed and runs again in {}", name, job.every(), failure);
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
