package org.ezhili.platform.releases.internal.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.ezhili.platform.ProblemException;

/**
 * The certificates whose holders may bring releases, as district IT keeps them in a PKCS12 file. Read anew each time, so that what
 * is taken out of it counts at once.
 */
public final class TrustStore {

    private final Path file;
    private final char[] password;

    public TrustStore(Path file, String password) {
        this.file = file;
        this.password = password.toCharArray();
    }

    /** Certificates by alias; an alias {@code <name>@<module>} trusts for that module alone. */
    Map<String, X509Certificate> certificates() {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            Map<String, X509Certificate> trusted = new TreeMap<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                if (certificate instanceof X509Certificate x509 && store.isCertificateEntry(alias)) {
                    trusted.put(alias, x509);
                }
            }
            return trusted;
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException | GeneralSecurityException unreadable) {
            throw ProblemException.of(503, "trust-store-unreadable", String.valueOf(file.getFileName()));
        }
    }
}
