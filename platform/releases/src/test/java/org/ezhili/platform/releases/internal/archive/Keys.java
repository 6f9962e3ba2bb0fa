package org.ezhili.platform.releases.internal.archive;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Keys and certificates as people make them: by keytool; signatures by what is in jarsigner. */
public final class Keys {

    public static final String PASSWORD = "ezhili-trust";

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    public static Keys in(Path folder) {
        return new Keys(folder);
    }

    public Path trustStore() {
        return folder.resolve("ezhili-trust.p12");
    }

    private Path keys() {
        return folder.resolve("keys.p12");
    }

    /** A key with a certificate that it has signed itself. */
    public Keys make(String alias, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + alias + ", O=Test"));
        arguments.addAll(List.of(more));
        return keytool(keys(), arguments.toArray(String[]::new));
    }

    /** A key whose certificate another one has signed. */
    public Keys makeSignedBy(String signer, String alias, String... more) {
        return make(alias, concat(List.of("-signer", signer), more));
    }

    public Keys trust(String alias, String as) {
        Path certificate = folder.resolve(alias + ".crt");
        keytool(keys(), "-exportcert", "-alias", alias, "-file", certificate.toString());
        return keytool(trustStore(), "-importcert", "-noprompt", "-alias", as, "-file", certificate.toString());
    }

    public Keys distrust(String as) {
        return keytool(trustStore(), "-delete", "-alias", as);
    }

    /** Signs all entries of {@code archive} that are there now, as jarsigner does. */
    public Path sign(Path archive, String alias) {
        char[] password = PASSWORD.toCharArray();
        Path signed = archive.resolveSibling(archive.getFileName() + ".signed");
        try (InputStream in = Files.newInputStream(keys());
                ZipFile zip = new ZipFile(archive.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyStore.PrivateKeyEntry key =
                    (KeyStore.PrivateKeyEntry) store.getEntry(alias, new KeyStore.PasswordProtection(password));
            new JarSigner.Builder(key).signerName("SIGNER").build().sign(zip, out);
            return signed;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Keys keytool(Path store, String... arguments) {
        run(
                "keytool",
                concat(
                        List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD),
                        arguments));
        return this;
    }

    private static String[] concat(List<String> first, String... rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }

    private static void run(String tool, String... arguments) {
        List<String> command = new ArrayList<>(concatTool(tool, arguments));
        try {
            Path said = Files.createTempFile(tool, ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(said));
            }
            Files.delete(said);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> concatTool(String tool, String... arguments) {
        String home = System.getProperty("java.home") + File.separator + "bin" + File.separator + tool;
        return List.of(concat(List.of(home, "-J-XX:TieredStopAtLevel=1"), arguments));
    }
}
