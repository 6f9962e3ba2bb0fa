package org.ezhili.platform.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Version;

/**
 * The pointer to the version of each module that serves on this node. A version that has become ready beside a live one just
 * stands there until it is switched to; what was decided last is on record outside {@code data/} and holds after a restart.
 * Thread-safe.
 */
@ProviderType
public interface LiveVersions {

    /** Stands for no version: nothing of a module serves, or is to serve. */
    Version NONE = Version.emptyVersion;

    /** All versions that stand ready, live ones included, each asked for its health; by module, then version. */
    List<Standing> standing();

    /** One version, when it stands ready. */
    Optional<Standing> find(String module, Version version);

    /** What is there but is not served, and why. */
    List<Refused> refused();

    /** What versions that have been taken away left behind. */
    List<Leftover> leftovers();

    /** The version that requests go to. */
    Optional<Version> live(String module);

    /** What was decided last, per module. Modules that were never switched are not in it. */
    Map<String, Version> decided();

    /**
     * Puts on record that these versions are the wanted ones, without waiting for them and without a switch. A newer version
     * that becomes ready does not go before them. Where it is {@link #NONE}, whatever becomes ready just stands there.
     *
     * @throws IOException when the record cannot be written; nothing has changed then
     */
    void decide(Map<String, Version> versions) throws IOException;

    /**
     * Takes what was decided about a module off the record: it has left this node. Should it come again, its newest version
     * serves.
     *
     * @throws IOException when the record cannot be written; nothing has changed then
     */
    void forget(String module) throws IOException;

    /**
     * Makes these versions live in one step: on record first, then the services they give to others, then the requests. Returns
     * when everything that began before the switch, requests, jobs and deliveries of events, has ended or patience has run out;
     * streams of the versions left are told to come again. A version that is live already stays so. A module whose version is
     * {@link #NONE} is served no more.
     *
     * @throws IllegalStateException when one of them does not stand ready; nothing has changed then
     * @throws IOException when the record cannot be written; nothing has changed then
     */
    Switched switchTo(Map<String, Version> versions, Duration patience) throws IOException, InterruptedException;
}
