package org.ezhili.points.internal.rest.activities;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.ezhili.platform.lib.pdf.PdfDocument;
import org.ezhili.points.internal.domain.activities.Certificate;

/** Prints certificates, in Chinese or English. Thread-safe. */
public final class CertificatePaper {

    /** The sides of the code for a camera: a thumb wide, two for an address as long as can be. */
    private static final int CODE = 80;

    private final ZoneId zone;
    private final Properties chinese = texts("/OSGI-INF/l10n/messages.properties");
    private final Properties english = texts("/OSGI-INF/l10n/messages_en.properties");

    /** @param zone whose days are printed */
    public CertificatePaper(ZoneId zone) {
        this.zone = zone;
    }

    /** @param page where anybody can check it; empty: the paper says so without an address */
    byte[] print(Certificate certificate, Optional<String> street, Optional<String> page, boolean inEnglish) {
        Properties texts = inEnglish ? english : chinese;
        String day = DateTimeFormatter.ofPattern(text(texts, "day"), inEnglish ? Locale.ENGLISH : Locale.CHINESE)
                .format(certificate.issuedAt().atZone(zone));
        String hours = hours(certificate.minutes());
        PdfDocument paper = PdfDocument.landscape(text(texts, "title"), inEnglish ? "en" : "zh-CN")
                .framed()
                .footer(
                        page.isPresent()
                                ? text(texts, "checkAt", grouped(certificate.code()), page.get())
                                : text(texts, "check", grouped(certificate.code())))
                .space(60)
                .centred(text(texts, "title"), 30)
                .space(20)
                .centred(certificate.name(), 24)
                .space(10)
                .centred(
                        text(texts, "served", street.orElse(text(texts, "district")), certificate.services(), hours),
                        15);
        if (certificate.stars() > 0) {
            paper.centred(text(texts, "stars", certificate.stars(), "★".repeat(certificate.stars())), 18);
        }
        page.ifPresent(address -> paper.corner(address + "/" + certificate.code(), CODE));
        return paper.space(10)
                .centred(text(texts, "thanks"), 13)
                .space(70)
                .right(text(texts, "number", certificate.id()), 10)
                .right(day, 12)
                .bytes();
    }

    /** Hours with at most one decimal, rounded down: nobody is certified more than they have served. */
    private static String hours(long minutes) {
        long tenths = minutes * 10 / 60;
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String text(Properties texts, String key, Object... values) {
        Object[] plain = new Object[values.length];
        for (int n = 0; n < values.length; n++) {
            plain[n] = String.valueOf(values[n]);
        }
        String pattern = Objects.requireNonNull(texts.getProperty("print.certificate." + key), key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(plain);
    }

    private static Properties texts(String file) {
        Properties texts = new Properties();
        try (InputStream bytes = Objects.requireNonNull(CertificatePaper.class.getResourceAsStream(file))) {
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
