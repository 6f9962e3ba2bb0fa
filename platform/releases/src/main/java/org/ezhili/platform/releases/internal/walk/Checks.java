package org.ezhili.platform.releases.internal.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Standing;
import org.ezhili.platform.module.Module;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether a way can be gone, before a step of it is taken. */
@Component(service = Checks.class)
public final class Checks {

    /** In the name of a schema step that takes away what the version before still needs: {@code V7__contract_old_column.sql}. */
    private static final String CONTRACT = "__contract_";
    /** Property of what the door gives to others for the version that serves. */
    private static final String LIVE = "ezhili.live";

    private final BundleContext context;
    private final LiveVersions versions;
    private final FeatureDesk desk;

    @Activate
    public Checks(BundleContext context, @Reference LiveVersions versions, @Reference FeatureDesk desk) {
        this.context = context;
        this.versions = versions;
        this.desk = desk;
    }

    /** A step leads somewhere else, and down only where that is what was asked for. */
    public static void direction(List<Step> steps, boolean back) throws NotWalkedException {
        for (Step step : steps) {
            if (step.isLast() && !back) {
                throw NotWalkedException.of(
                        "release-unknown", step.module(), step.to().toString());
            }
            if (step.from().equals(step.to())) {
                throw NotWalkedException.of(
                        "already-live", step.module(), step.to().toString());
            }
            if (step.isUp() && back) {
                throw NotWalkedException.of(
                        "not-a-way-back", step.module(), step.to().toString());
            }
            if (!step.isUp() && !back) {
                throw NotWalkedException.of(
                        "older-than-live",
                        step.module(),
                        step.to().toString(),
                        step.from().toString());
            }
        }
    }

    /** What the files of the releases say: their schema fits the one that is there, and nobody is left behind with another API. */
    void contents(List<Step> steps, boolean back) throws NotWalkedException, IOException {
        Set<String> going = new TreeSet<>();
        List<BundleFile> coming = new ArrayList<>();
        for (Step step : steps) {
            if (step.isLast()) {
                nobodyNeeds(step);
                continue;
            }
            List<BundleFile> files = files(step);
            files.forEach(file -> going.add(file.name()));
            coming.addAll(files);
            schema(step, files, back);
        }
        for (BundleFile file : coming) {
            if (file.isApi()) {
                together(file, going);
            }
        }
    }

    private List<BundleFile> files(Step step) throws IOException, NotWalkedException {
        List<BundleFile> files;
        try {
            files = desk.files(new FeatureDesk.Release(step.module(), step.to()));
        } catch (IOException unreadable) {
            throw unreadable;
        } catch (Exception refused) {
            throw new IOException(refused);
        }
        if (files.isEmpty()) {
            throw NotWalkedException.of(
                    "release-unknown", step.module(), step.to().toString());
        }
        return files;
    }

    private void schema(Step step, List<BundleFile> files, boolean back) throws NotWalkedException {
        Optional<Bundle> live = versions.find(step.module(), step.from()).map(Standing::bundle);
        if (live.isEmpty()) {
            return;
        }
        String provider = live.get().getSymbolicName();
        Set<String> missing = new TreeSet<>(BundleFile.steps(live.get()));
        files.stream().filter(file -> file.name().equals(provider)).forEach(file -> missing.removeAll(file.steps()));
        if (back) {
            missing.removeIf(name -> !name.contains(CONTRACT));
        }
        if (!missing.isEmpty()) {
            throw NotWalkedException.of(
                    back ? "schema-contracted" : "schema-older",
                    step.module(),
                    step.to().toString(),
                    String.join(", ", missing));
        }
    }

    /** A module does not leave before those that cannot work without it. */
    private void nobodyNeeds(Step step) throws NotWalkedException {
        Set<String> users = new TreeSet<>();
        for (ServiceReference<Module> reference : modules()) {
            Module module = context.getService(reference);
            if (module != null && module.info().needs().contains(step.module())) {
                users.add(module.info().id());
            }
            context.ungetService(reference);
        }
        if (!users.isEmpty()) {
            throw NotWalkedException.of("still-needed", step.module(), String.join(", ", users));
        }
    }

    private Collection<ServiceReference<Module>> modules() {
        try {
            return context.getServiceReferences(Module.class, "(" + LIVE + "=true)");
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Modules that meet in an API must be wired to the same bundle of it: its users go together with it. */
    private void together(BundleFile api, Set<String> going) throws NotWalkedException {
        for (Bundle bundle : context.getBundles()) {
            if (api.name().equals(bundle.getSymbolicName()) && !api.version().equals(bundle.getVersion())) {
                String behind = users(bundle).stream()
                        .filter(user -> !going.contains(user))
                        .collect(Collectors.joining(", "));
                if (!behind.isEmpty()) {
                    throw NotWalkedException.of(
                            "must-go-together", api.name(), api.version().toString(), behind);
                }
            }
        }
    }

    private static Set<String> users(Bundle api) {
        BundleWiring wiring = api.adapt(BundleWiring.class);
        return wiring == null
                ? Set.of()
                : wiring.getProvidedWires(BundleRevision.PACKAGE_NAMESPACE).stream()
                        .map(wire -> wire.getRequirer().getSymbolicName())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Bundles of a name, in all their versions. */
    List<Bundle> bundles(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .toList();
    }
}
