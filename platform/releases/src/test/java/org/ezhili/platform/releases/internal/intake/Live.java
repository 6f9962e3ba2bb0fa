package org.ezhili.platform.releases.internal.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.gateway.Leftover;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Refused;
import org.ezhili.platform.gateway.Standing;
import org.ezhili.platform.gateway.Switched;
import org.osgi.framework.Version;

/** What is live, as a test says. */
final class Live implements LiveVersions {

    final Map<String, Version> versions = new HashMap<>();
    final Map<String, Version> decided = new HashMap<>();

    @Override
    public List<Standing> standing() {
        return List.of();
    }

    @Override
    public Optional<Standing> find(String module, Version version) {
        return Optional.empty();
    }

    @Override
    public List<Refused> refused() {
        return List.of();
    }

    @Override
    public List<Leftover> leftovers() {
        return List.of();
    }

    @Override
    public Optional<Version> live(String module) {
        return Optional.ofNullable(versions.get(module));
    }

    @Override
    public Map<String, Version> decided() {
        return decided;
    }

    @Override
    public void decide(Map<String, Version> wanted) {
        decided.putAll(wanted);
    }

    @Override
    public void forget(String module) {
        decided.remove(module);
    }

    @Override
    public Switched switchTo(Map<String, Version> wanted, Duration patience) {
        throw new UnsupportedOperationException("nothing is switched here");
    }
}
