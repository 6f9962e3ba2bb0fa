package org.ezhili.platform.releases.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.releases.internal.archive.Examination;
import org.ezhili.platform.releases.internal.archive.Examination.Passed;
import org.ezhili.platform.releases.internal.archive.Surroundings;
import org.ezhili.platform.releases.internal.store.ReleaseStore;
import org.ezhili.platform.releases.internal.trust.Signatures;
import org.ezhili.platform.releases.internal.trust.TrustStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where archives are unloaded on this node: looked through in a folder of their own, then put on the shelves. One after the other. */
@Component(service = Dock.class)
public final class Dock {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final ReleaseStore store;
    private final Path incoming;
    private final Shelves shelves;
    private final Examination examination;
    private final Disk disk;

    @Activate
    public Dock(@Reference ReleaseStore store, @Reference LiveVersions live, BundleContext context) {
        Places places = Places.of(context);
        this.store = store;
        this.incoming = places.incoming();
        this.shelves = new Shelves(places.releases());
        this.examination = new Examination(
                new Signatures(new TrustStore(places.trustStore(), places.trustPassword())),
                new RunningHouse(context, live, places.system(), shelves));
        this.disk = new Disk();
        Folder.clear(incoming);
    }

    Dock(ReleaseStore store, Path releases, Disk disk, Signatures signatures, Surroundings surroundings) {
        this.store = store;
        this.incoming = releases.resolve("incoming");
        this.shelves = new Shelves(releases);
        this.examination = new Examination(signatures, surroundings);
        this.disk = disk;
        Folder.clear(incoming);
    }

    Folder open() throws IOException {
        return Folder.in(incoming);
    }

    Disk.Received receive(InputStream archive, long length, Folder folder) throws IOException {
        return disk.receive(archive, length, folder.archive());
    }

    /** Whether this node has the files of this archive. */
    boolean has(Release release, Arrival arrival) {
        lock.lock();
        try {
            return shelves.has(release.module(), release.version().toString(), arrival.sha256());
        } finally {
            lock.unlock();
        }
    }

    /** What is to happen to a release that has passed, before anybody else's archive is looked at. */
    interface Decision<T> {
        T decide(Passed passed) throws IOException;
    }

    /** Looks at an archive as of {@code at}, and acts on it. */
    <T> T examine(Folder folder, Instant at, Decision<T> then) throws IOException {
        lock.lock();
        try {
            clearForgotten();
            return then.decide(examination.examine(folder.archive(), folder.content(), at));
        } finally {
            lock.unlock();
        }
    }

    /** Puts what has passed where the features service finds it. */
    void shelve(Passed passed, String sha256) throws IOException {
        shelves.place(passed.passport().id(), passed.passport().version(), sha256, passed.content());
    }

    /** Takes the files away of what is no longer known, here or on whichever node it was removed. */
    void clearForgotten() throws IOException {
        lock.lock();
        try {
            Set<String> known = store.names().stream()
                    .map(name -> Shelves.noteName(name.getKey(), name.getValue()))
                    .collect(Collectors.toSet());
            shelves.keepOnly(known);
        } finally {
            lock.unlock();
        }
    }
}
