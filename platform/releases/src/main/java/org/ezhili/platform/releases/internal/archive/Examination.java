package org.ezhili.platform.releases.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.releases.internal.trust.Signatures;
import org.ezhili.platform.releases.internal.trust.Signer;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Everything that an archive is asked before it counts as a release. Refuses with a {@link ProblemException} that says why. */
public final class Examination {

    private final Signatures signatures;
    private final Surroundings surroundings;

    public Examination(Signatures signatures, Surroundings surroundings) {
        this.signatures = signatures;
        this.surroundings = surroundings;
    }

    /**
     * A release that has passed.
     *
     * @param features of its files, the features repository
     */
    public record Passed(Passport passport, Signer signer, MavenName features, Unpacked content) {}

    /**
     * Lays out {@code archive} in {@code folder} and looks at all of it.
     *
     * @param at as of when certificates must hold
     */
    public Passed examine(Path archive, Path folder, Instant at) throws IOException {
        Unpacked content = Unpacked.from(archive, folder);
        Signer signer = signatures.trusted(content.signers(), at);
        Passport passport = PassportText.read(
                text(content, Passport.PLACE).orElseThrow(() -> ProblemException.of(422, "passport-missing")));
        if (surroundings.isCore(passport.id())) {
            throw ProblemException.of(422, "release-core", passport.id());
        }
        if (!signer.mayRelease(passport.id())) {
            throw ProblemException.of(422, "signer-not-for-module", signer.subject(), passport.id());
        }
        MavenName features = features(content, passport);
        PartsList.check(
                text(content, PartsList.PLACE).orElseThrow(() -> ProblemException.of(422, "sbom-missing")),
                hashes(content));
        checkNothingIsReplaced(content);
        checkBundles(content, passport, !signer.only().isEmpty());
        checkNeeds(content, passport);
        return new Passed(passport, signer, features, content);
    }

    private static Optional<byte[]> text(Unpacked content, String place) {
        return Optional.ofNullable(content.texts().get(place));
    }

    private static Map<MavenName, String> hashes(Unpacked content) {
        Map<MavenName, String> hashes = new TreeMap<>(content.hashes());
        hashes.keySet().retainAll(content.bundles().keySet());
        return hashes;
    }

    /** The one features repository with the one feature, which names all the bundles there are and no other. */
    private static MavenName features(Unpacked content, Passport passport) {
        List<MavenName> repositories = content.hashes().keySet().stream()
                .filter(name -> name.type().equals("xml"))
                .toList();
        if (repositories.size() != 1 || !repositories.get(0).classifier().equals("features")) {
            throw ProblemException.of(422, "features-invalid", repositories.size() + " repositories");
        }
        FeatureList list = read(content.file(repositories.get(0)));
        if (!list.others().isEmpty()) {
            throw ProblemException.of(
                    422, "features-invalid", "<" + list.others().get(0) + ">");
        }
        if (list.features().size() != 1) {
            throw ProblemException.of(422, "features-invalid", list.features().size() + " features");
        }
        FeatureList.Feature feature = list.features().get(0);
        if (!feature.name().equals("ezhili-" + passport.id())) {
            throw ProblemException.of(
                    422, "passport-mismatch", "id", passport.id(), ZipShape.shortened(feature.name()));
        }
        if (!feature.version().equals(passport.version())) {
            throw ProblemException.of(
                    422, "passport-mismatch", "version", passport.version(), ZipShape.shortened(feature.version()));
        }
        Set<MavenName> named = new HashSet<>();
        for (String address : feature.bundles()) {
            named.add(MavenName.ofAddress(address)
                    .orElseThrow(() -> ProblemException.of(422, "features-invalid", ZipShape.shortened(address))));
        }
        Set<MavenName> there = content.bundles().keySet();
        if (!named.equals(there)) {
            Set<MavenName> odd = new HashSet<>(named);
            odd.addAll(there);
            odd.removeIf(name -> named.contains(name) && there.contains(name));
            throw ProblemException.of(
                    422, "features-invalid", odd.iterator().next().address());
        }
        return repositories.get(0);
    }

    private static FeatureList read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return FeatureList.read(in);
        } catch (IOException notXml) {
            throw ProblemException.of(422, "features-invalid", "XML");
        }
    }

    /** A file that is here already under the same name stays what it is: what runs must be what was looked at. */
    private void checkNothingIsReplaced(Unpacked content) throws IOException {
        for (MavenName name : content.hashes().keySet()) {
            Optional<Path> here = surroundings.here(name);
            if (here.isPresent() && !SameContent.of(here.get(), content.file(name))) {
                throw ProblemException.of(409, "release-differs", name.address());
            }
        }
    }

    /** What is here already was looked at when it came. */
    private void checkBundles(Unpacked content, Passport passport, boolean limited) throws IOException {
        ModuleBundles bundles = ModuleBundles.of(passport, content.bundles());
        House release = bundles.house();
        Gate gate = new Gate(passport.id());
        bundles.own().values().forEach(jar -> gate.own(jar, release));
        Map<MavenName, BuiltJar> others = new TreeMap<>(bundles.contracts());
        others.putAll(bundles.libraries());
        others.keySet().removeIf(name -> surroundings.here(name).isPresent());
        others.forEach((name, jar) -> {
            if (ModuleBundles.isOfTheHouse(jar) && limited) {
                throw ProblemException.of(422, "bundle-rule", jar.symbolicName(), "belongs to another module");
            }
            if (bundles.contracts().containsKey(name)) {
                gate.own(jar, release);
            } else {
                gate.library(jar, release);
            }
        });
        Differences.check(passport, bundles.content(content.bundles()));
    }

    private void checkNeeds(Unpacked content, Passport passport) {
        if (!new VersionRange(passport.platform()).includes(surroundings.platform())) {
            throw ProblemException.of(
                    422,
                    "platform-version",
                    passport.platform(),
                    surroundings.platform().toString());
        }
        Map<String, List<Version>> brought = new TreeMap<>();
        for (Path file : content.bundles().values()) {
            BuiltJar.read(file).exports().forEach(export -> brought.computeIfAbsent(
                            export.name(), any -> new ArrayList<>())
                    .add(Version.parseVersion(export.attributes().getOrDefault("version", "0.0.0"))));
        }
        for (Map.Entry<String, String> api : passport.apisInOrder().entrySet()) {
            VersionRange range = new VersionRange(api.getValue());
            List<Version> all = new ArrayList<>(surroundings.exported(api.getKey()));
            all.addAll(brought.getOrDefault(api.getKey(), List.of()));
            if (all.stream().noneMatch(range::includes)) {
                throw ProblemException.of(422, "api-version", api.getKey(), api.getValue(), all.toString());
            }
        }
    }
}
