package org.ezhili.platform.releases.internal.walk;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Refused;
import org.ezhili.platform.gateway.Standing;
import org.ezhili.platform.persistence.SchemaTroubles;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Waits until a new version stands ready and is well, and says in words why it does not. */
@Component(service = Readiness.class)
public final class Readiness {

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(5);

    private static final String CAUSE = "Caused by: ";

    private final BundleContext context;
    private final LiveVersions versions;
    private final ServiceComponentRuntime components;
    private final SchemaTroubles troubles;

    @Activate
    public Readiness(
            BundleContext context,
            @Reference LiveVersions versions,
            @Reference ServiceComponentRuntime components,
            @Reference SchemaTroubles troubles) {
        this.context = context;
        this.versions = versions;
        this.components = components;
        this.troubles = troubles;
    }

    /**
     * Waits for one version.
     *
     * @param names symbolic names of the bundles that came with it
     */
    void await(Step step, Set<String> names, Duration patience, Progress progress) throws NotWalkedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Standing> standing = versions.find(step.module(), step.to());
            boolean hasItsSchema = hasItsSchema(step, names);
            failed(step, names);
            if (standing.isPresent() && hasItsSchema && isWell(standing.get())) {
                return;
            }
            calledOff(progress);
            namedOtherwise(step, names);
            if (System.nanoTime() > deadline) {
                throw standing.filter(one -> !isWell(one)).isPresent()
                        ? unwell(step, standing.get())
                        : notReady(step, names, patience);
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private static boolean isWell(Standing standing) {
        return standing.health().well();
    }

    /** It may stand ready without a look at the database; it is not live before its schema is right. */
    private boolean hasItsSchema(Step step, Set<String> names) {
        return fresh(step.to(), names).stream().noneMatch(troubles::isPending);
    }

    static void calledOff(Progress progress) throws NotWalkedException {
        if (progress.isCalledOff()) {
            throw NotWalkedException.of("called-off");
        }
    }

    private static NotWalkedException unwell(Step step, Standing standing) {
        return NotWalkedException.of(
                "unwell", step.module(), step.to().toString(), standing.health().note());
    }

    private NotWalkedException notReady(Step step, Set<String> names, Duration patience) {
        String waiting = configurations(step.to(), names).stream()
                .filter(component -> component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE)
                .flatMap(component -> Arrays.stream(component.unsatisfiedReferences)
                        .map(reference -> simple(component.description.implementationClass) + " → " + reference.name
                                + Optional.ofNullable(reference.target)
                                        .map(target -> " " + target)
                                        .orElse("")))
                .distinct()
                .limit(5)
                .collect(Collectors.joining("; "));
        return NotWalkedException.of(
                "not-ready",
                step.module(),
                step.to().toString(),
                String.valueOf(patience.toSeconds()),
                waiting.isEmpty() ? "–" : waiting);
    }

    /** What has failed will not come right by waiting. */
    private void failed(Step step, Set<String> names) throws NotWalkedException {
        for (Bundle bundle : fresh(step.to(), names)) {
            Optional<String> trouble = troubles.of(bundle);
            if (trouble.isPresent()) {
                throw NotWalkedException.of(
                        "schema-failed", step.module(), step.to().toString(), trouble.get());
            }
        }
        for (ComponentConfigurationDTO component : configurations(step.to(), names)) {
            if (component.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                throw NotWalkedException.of(
                        "failed-to-start",
                        step.module(),
                        step.to().toString(),
                        simple(component.description.implementationClass),
                        cause(component.failure));
            }
        }
        for (Bundle bundle : fresh(step.to(), names)) {
            refused(step, bundle);
        }
    }

    private void refused(Step step, Bundle bundle) throws NotWalkedException {
        for (Refused one : versions.refused()) {
            if (one.bundle().equals(bundle)) {
                throw NotWalkedException.of(
                        "not-served", step.module(), step.to().toString(), one.reason());
            }
        }
    }

    /** It would serve under a name that nobody has looked at. */
    private void namedOtherwise(Step step, Set<String> names) throws NotWalkedException {
        for (Standing one : versions.standing()) {
            if (!one.module().equals(step.module())
                    && one.version().equals(step.to())
                    && names.contains(one.bundle().getSymbolicName())) {
                throw NotWalkedException.of(
                        "not-served",
                        step.module(),
                        step.to().toString(),
                        LocalText.of("它自称 " + one.module(), "it calls itself " + one.module()));
            }
        }
    }

    private List<ComponentConfigurationDTO> configurations(Version version, Set<String> names) {
        Bundle[] fresh = fresh(version, names).toArray(Bundle[]::new);
        return fresh.length == 0
                ? List.of()
                : components.getComponentDescriptionDTOs(fresh).stream()
                        .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                        .toList();
    }

    private List<Bundle> fresh(Version version, Set<String> names) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> names.contains(bundle.getSymbolicName())
                        && bundle.getVersion().equals(version))
                .toList();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The innermost one: what is above it says by which way it was called. */
    private static String cause(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith(CAUSE))
                .reduce((outer, inner) -> inner)
                .map(line -> line.substring(CAUSE.length()))
                .or(() -> trace.lines().findFirst())
                .orElse("");
    }
}
