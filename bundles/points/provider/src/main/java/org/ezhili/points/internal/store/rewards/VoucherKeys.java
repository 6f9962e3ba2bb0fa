package org.ezhili.points.internal.store.rewards;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.points.internal.domain.rewards.VoucherCode;
import org.jspecify.annotations.Nullable;

/** The keys that vouchers are signed with: made by the first node that needs them, the same on all. Thread-safe. */
public final class VoucherKeys {

    private static final String NAME = "voucher";
    private static final int SECRET = 32;

    private final Database database;
    private volatile @Nullable Keys known;

    public VoucherKeys(Database database) {
        this.database = database;
    }

    /**
     * What codes and passes are made and verified with.
     *
     * @param publicKey that a counter without a line needs
     */
    public record Keys(VoucherCode codes, PrivateKey privateKey, PublicKey publicKey) {}

    public Keys keys() {
        Keys keys = known;
        if (keys == null) {
            keys = read(find().orElseGet(this::make));
            known = keys;
        }
        return keys;
    }

    private Optional<String> find() {
        return database.read(
                em -> Optional.ofNullable(em.find(VoucherKeyRow.class, NAME)).map(VoucherKeyRow::material));
    }

    private String make() {
        String material = material();
        try {
            return database.write(work -> {
                work.entities().persist(VoucherKeyRow.of(NAME, material));
                return material;
            });
        } catch (DuplicateRowException otherNodeWasFirst) {
            return find().orElseThrow(() -> otherNodeWasFirst);
        }
    }

    private static String material() {
        byte[] secret = new byte[SECRET];
        new SecureRandom().nextBytes(secret);
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return String.join(
                    ".",
                    base64.encodeToString(secret),
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java platform lacks Ed25519", impossible);
        }
    }

    private static Keys read(String material) {
        String[] parts = material.split("\\.", -1);
        Base64.Decoder base64 = Base64.getDecoder();
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            return new Keys(
                    new VoucherCode(base64.decode(parts[0])),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(parts[1]))),
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(parts[2]))));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the keys of vouchers in the database can't be read", damaged);
        }
    }
}
