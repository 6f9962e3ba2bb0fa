package org.ezhili.platform.releases.internal.trust;

import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ezhili.platform.ProblemException;

/** Whether one of those who signed an archive is trusted: by its own certificate, or by a path of certificates to a trusted one. */
public final class Signatures {

    private static final String FOR_CODE = "1.3.6.1.5.5.7.3.3";
    private static final String FOR_ANYTHING = "2.5.29.37.0";

    private final TrustStore store;

    public Signatures(TrustStore store) {
        this.store = store;
    }

    /**
     * The first of {@code signers} that is trusted.
     *
     * @param at as of when: certificates run out, what they have signed before does not
     */
    public Signer trusted(Collection<CodeSigner> signers, Instant at) {
        Map<String, X509Certificate> trusted = store.certificates();
        ProblemException refusal = ProblemException.of(422, "archive-unsigned", "");
        for (CodeSigner signer : signers) {
            try {
                return check(signer.getSignerCertPath(), trusted, Date.from(at));
            } catch (ProblemException notThisOne) {
                refusal = notThisOne;
            }
        }
        throw refusal;
    }

    private static Signer check(CertPath path, Map<String, X509Certificate> trusted, Date at) {
        X509Certificate own = (X509Certificate) path.getCertificates().get(0);
        String subject = own.getSubjectX500Principal().getName();
        X509Certificate vouches = Optional.of(own)
                .filter(trusted::containsValue)
                .or(() -> byPath(path, trusted, at))
                .orElseThrow(() -> ProblemException.of(422, "signer-unknown", subject));
        checkDates(own, at);
        if (!isForCode(own)) {
            throw ProblemException.of(422, "signer-not-for-code", subject);
        }
        return new Signer(subject, modules(vouches, trusted));
    }

    /** It may be there under several aliases, for a module each; under one without a module it is for all. */
    private static Set<String> modules(X509Certificate vouches, Map<String, X509Certificate> trusted) {
        Set<String> modules = new TreeSet<>();
        for (Map.Entry<String, X509Certificate> entry : trusted.entrySet()) {
            int sign = entry.getKey().lastIndexOf('@');
            if (entry.getValue().equals(vouches)) {
                if (sign < 0) {
                    return Set.of();
                }
                modules.add(entry.getKey().substring(sign + 1));
            }
        }
        return modules;
    }

    /** Only who was made an authority may vouch for others. */
    private static Optional<X509Certificate> byPath(CertPath path, Map<String, X509Certificate> trusted, Date at) {
        for (Map.Entry<String, X509Certificate> entry : trusted.entrySet()) {
            if (entry.getValue().getBasicConstraints() < 0) {
                continue;
            }
            try {
                PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(entry.getValue(), null)));
                parameters.setRevocationEnabled(false);
                parameters.setDate(at);
                CertPathValidator.getInstance("PKIX").validate(below(entry.getValue(), path), parameters);
                checkDates(entry.getValue(), at);
                return Optional.of(entry.getValue());
            } catch (CertPathValidatorException no) {
                refuseForItsDates(no, path);
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("certificates cannot be checked", broken);
            }
        }
        return Optional.empty();
    }

    /** The part of a path that leads to this certificate; archives bring what is above it too. */
    private static CertPath below(X509Certificate anchor, CertPath path) throws CertificateException {
        List<? extends Certificate> all = path.getCertificates();
        int at = all.indexOf(anchor);
        return at <= 0 ? path : CertificateFactory.getInstance("X.509").generateCertPath(all.subList(0, at));
    }

    private static void refuseForItsDates(CertPathValidatorException why, CertPath path) {
        if (why.getReason() == BasicReason.EXPIRED || why.getReason() == BasicReason.NOT_YET_VALID) {
            int at = Math.max(0, why.getIndex());
            X509Certificate fault = (X509Certificate) path.getCertificates().get(at);
            throw outOfDate(fault, why.getReason() == BasicReason.EXPIRED);
        }
    }

    private static void checkDates(X509Certificate certificate, Date at) {
        try {
            certificate.checkValidity(at);
        } catch (CertificateExpiredException expired) {
            throw outOfDate(certificate, true);
        } catch (CertificateNotYetValidException early) {
            throw outOfDate(certificate, false);
        }
    }

    private static ProblemException outOfDate(X509Certificate certificate, boolean expired) {
        String subject = certificate.getSubjectX500Principal().getName();
        return expired
                ? ProblemException.of(
                        422,
                        "signer-expired",
                        subject,
                        certificate.getNotAfter().toInstant().toString())
                : ProblemException.of(
                        422,
                        "signer-not-yet-valid",
                        subject,
                        certificate.getNotBefore().toInstant().toString());
    }

    /** A certificate made for something else, a web server's for instance, does not sign code. */
    private static boolean isForCode(X509Certificate certificate) {
        try {
            boolean[] usage = certificate.getKeyUsage();
            List<String> extended = certificate.getExtendedKeyUsage();
            return (usage == null || usage[0])
                    && (extended == null || extended.contains(FOR_CODE) || extended.contains(FOR_ANYTHING));
        } catch (CertificateException unreadable) {
            return false;
        }
    }
}
