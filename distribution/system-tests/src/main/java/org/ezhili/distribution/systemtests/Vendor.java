package org.ezhili.distribution.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A maker of modules, with a key of its own: made by keytool, as people do it. */
public final class Vendor {

    private static final String PASSWORD = "keep-this-secret";
    /** What a district's trust store has, as long as nobody says otherwise. */
    private static final String TRUST = "ezhili-trust";

    private final Path shop;
    private final Path key;
    private final Path certificate;

    private Vendor(Path shop) {
        this.shop = shop;
        this.key = shop.resolve("key.p12");
        this.certificate = shop.resolve("key.crt");
    }

    /** One who begins anew in {@code shop}. */
    public static Vendor in(Path shop) {
        try {
            District.remove(shop);
            Files.createDirectories(shop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Vendor vendor = new Vendor(shop);
        keytool(
                vendor.key,
                PASSWORD,
                "-genkeypair",
                "-alias",
                "vendor",
                "-keyalg",
                "EC",
                "-groupname",
                "secp384r1",
                "-dname",
                "CN=Test");
        keytool(vendor.key, PASSWORD, "-exportcert", "-alias", "vendor", "-file", vendor.certificate.toString());
        return vendor;
    }

    /** The archive, signed: a file of this vendor's. */
    public Path signed(Path archive) {
        Path signed = shop.resolve(archive.getFileName().toString());
        char[] password = PASSWORD.toCharArray();
        try (InputStream in = Files.newInputStream(key);
                ZipFile zip = new ZipFile(archive.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyStore.PrivateKeyEntry entry =
                    (KeyStore.PrivateKeyEntry) store.getEntry("vendor", new KeyStore.PasswordProtection(password));
            new JarSigner.Builder(entry).signerName("VENDOR").build().sign(zip, out);
            return signed;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the certificate into a district's trust store; the alias says for which module. */
    public void trustedIn(Path store, String alias) {
        keytool(store, TRUST, "-importcert", "-noprompt", "-alias", alias, "-file", certificate.toString());
    }

    private static void keytool(Path store, String password, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                password));
        command.addAll(List.of(more));
        Command.run(command);
    }
}
