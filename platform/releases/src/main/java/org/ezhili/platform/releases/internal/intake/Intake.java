package org.ezhili.platform.releases.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.releases.internal.archive.Examination.Passed;
import org.ezhili.platform.releases.internal.archive.PassportText;
import org.ezhili.platform.releases.internal.store.ReleaseStore;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes releases in, and away again. What is taken in is verified and kept, and changes nothing of what runs. Thread-safe. */
@Component(service = Intake.class)
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final String INSTALL = "releases.install";

    private final ReleaseStore store;
    private final Releases releases;
    private final Dock dock;
    private final Vault vault;
    private final LiveVersions live;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public Intake(
            @Reference ReleaseStore store,
            @Reference Releases releases,
            @Reference Dock dock,
            @Reference BlobStore blobs,
            @Reference LiveVersions live,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.store = store;
        this.releases = releases;
        this.dock = dock;
        this.vault = new Vault(blobs);
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param fresh false when this very release was here before */
    public record Taken(Release release, boolean fresh) {}

    /**
     * Takes an archive in; refuses with a problem that says why, and leaves nothing behind then.
     *
     * @param length as its sender says; negative when not known
     * @param rollBack whether it is wanted although it is older than what is live
     */
    public Taken take(Caller caller, InputStream archive, long length, boolean rollBack) {
        String[] subject = {"?"};
        try (Folder folder = dock.open()) {
            Disk.Received received = dock.receive(archive, length, folder);
            subject[0] = "sha256:" + received.sha256();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Taken taken = dock.examine(folder, now, passed -> {
                subject[0] =
                        passed.passport().id() + "/" + passed.passport().version() + " sha256:" + received.sha256();
                Taken kept = keep(folder, passed, received, new Request(caller, now, rollBack));
                dock.shelve(passed, received.sha256());
                return kept;
            });
            audit.record(caller, INSTALL, subject[0], Optional.empty(), taken.fresh() ? "done" : "repeated");
            return taken;
        } catch (ProblemException refused) {
            audit.record(
                    caller,
                    INSTALL,
                    subject[0],
                    Optional.empty(),
                    refused.problem().code());
            throw refused;
        } catch (IOException failed) {
            ProblemException refusal = Disk.isFull(failed)
                    ? Disk.full()
                    : new ProblemException(Problem.unavailable("archive-not-kept", 10));
            LOG.error("A release could not be taken in; look after the disk and the blob store", failed);
            audit.record(
                    caller,
                    INSTALL,
                    subject[0],
                    Optional.empty(),
                    refusal.problem().code());
            throw refusal;
        }
    }

    private record Request(Caller caller, Instant at, boolean rollBack) {}

    private Taken keep(Folder folder, Passed passed, Disk.Received received, Request request) throws IOException {
        String module = passed.passport().id();
        Version version = Version.parseVersion(passed.passport().version());
        Optional<Release> before = releases.find(module, version);
        if (before.isPresent()) {
            return known(before.get(), passed, received);
        }
        Optional<Version> now = live.live(module);
        if (now.isPresent() && version.compareTo(now.get()) < 0 && !request.rollBack()) {
            throw ProblemException.of(
                    409,
                    "release-replayed",
                    module,
                    version.toString(),
                    now.get().toString());
        }
        Release release = new Release(
                module,
                version,
                passed.features().address(),
                Optional.of(new Arrival(
                        received.sha256(),
                        received.bytes(),
                        passed.signer().shown(),
                        PassportText.line(passed.passport()),
                        request.at(),
                        request.caller().account())));
        return keep(release, folder)
                ? new Taken(release, true)
                : known(releases.find(module, version).orElse(release), passed, received);
    }

    /** Whether nobody else was quicker; what is not in the table is not in the blob store either. */
    private boolean keep(Release release, Folder folder) throws IOException {
        Arrival arrival = release.arrival().orElseThrow();
        boolean kept = false;
        try {
            vault.put(arrival.sha256(), folder.archive());
            store.add(release);
            kept = true;
        } catch (DuplicateRowException somebodyElse) {
            LOG.info("{} was brought by somebody else at the same time", release);
        } finally {
            if (!kept) {
                forget(arrival);
            }
        }
        return kept;
    }

    private void forget(Arrival arrival) {
        try {
            if (!store.isKept(arrival.sha256())) {
                vault.delete(arrival.sha256(), arrival.bytes());
            }
        } catch (IOException | ProblemException leftOver) {
            LOG.warn(
                    "An archive that is not wanted is left in the blob store: releases/{}", arrival.sha256(), leftOver);
        }
    }

    /** What came with the distribution was compared file by file already. */
    private static Taken known(Release before, Passed passed, Disk.Received received) {
        boolean same = before.features().equals(passed.features().address())
                && before.arrival()
                        .map(arrival -> arrival.sha256().equals(received.sha256()))
                        .orElse(true);
        if (!same) {
            throw ProblemException.of(409, "release-differs", before.toString());
        }
        return new Taken(before, false);
    }

    /** Takes a release away again, on every node; not one that stands ready somewhere, and none of the distribution's. */
    public void remove(Caller caller, String module, Version version) {
        Release release = releases.find(module, version).orElseThrow(() -> new ProblemException(Problem.notFound()));
        Arrival arrival = release.arrival()
                .orElseThrow(() -> ProblemException.of(409, "release-built-in", module, version.toString()));
        if (live.find(module, version).isPresent()
                || version.equals(live.decided().get(module))) {
            throw ProblemException.of(409, "release-live", module, version.toString());
        }
        try {
            store.remove(module, version);
            forget(arrival);
            dock.clearForgotten();
        } catch (IOException leftOver) {
            LOG.warn("Files of {} are left over; they are cleared with the next arrival", release, leftOver);
        }
        audit.record(caller, "releases.remove", release.toString(), Optional.empty(), "done");
    }
}
