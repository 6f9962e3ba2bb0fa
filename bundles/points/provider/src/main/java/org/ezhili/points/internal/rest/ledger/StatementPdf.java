package org.ezhili.points.internal.rest.ledger;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.lib.pdf.PdfColumn;
import org.ezhili.platform.lib.pdf.PdfDocument;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.store.ledger.Statements;

/** A month of one owner on paper, in the reader's language: what was there, every line, what is left. */
final class StatementPdf {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final String language;
    private final DateTimeFormatter time;

    StatementPdf(Locale reader, ZoneId zone) {
        boolean english = reader.getLanguage().equals("en");
        texts = ResourceBundle.getBundle(
                "OSGI-INF.l10n.messages",
                english ? Locale.ENGLISH : Locale.ROOT,
                StatementPdf.class.getClassLoader(),
                NO_FALLBACK);
        language = english ? "en" : "zh-CN";
        time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    byte[] of(
            Caller owner,
            Statements.Month month,
            List<Statements.Entry> entries,
            Map<AreaCode, String> streets,
            Instant now) {
        String title = text("title", month.month());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(text("owner"), owner.name() + " (" + owner.account() + ")");
        facts.put(text("opening"), Long.toString(month.opening()));
        facts.put(text("closing"), Long.toString(month.closing()));
        return PdfDocument.portrait(title, language)
                .footer(text("made", time.format(now)))
                .heading(title)
                .facts(facts)
                .table(
                        List.of(
                                PdfColumn.text(text("time"), 3),
                                PdfColumn.text(text("kind"), 3),
                                PdfColumn.text(text("street"), 3),
                                PdfColumn.figures(text("points"), 2),
                                PdfColumn.text(text("source"), 4)),
                        entries.stream().map(entry -> row(entry, streets)).toList())
                .paragraph(note(entries.size()))
                .bytes();
    }

    private String note(int lines) {
        if (lines == 0) {
            return text("nothing");
        }
        return lines < Statements.MOST_ON_PAPER ? text("held") : text("held") + " " + text("cut", lines);
    }

    /** What a browser calls the file. */
    static String fileName(YearMonth month) {
        return "points-" + month + ".pdf";
    }

    private List<String> row(Statements.Entry entry, Map<AreaCode, String> streets) {
        return List.of(
                time.format(entry.at()),
                text("kind." + entry.kind().word()),
                streets.getOrDefault(entry.street(), entry.street().digits()),
                (entry.effect() > 0 ? "+" : "") + entry.effect(),
                source(entry.source()));
    }

    /** What a line is about, in words. */
    private String source(String source) {
        int colon = source.indexOf(':');
        String kind = colon < 0 ? source : source.substring(0, colon);
        String key = "source." + kind;
        return texts.containsKey("statement." + key)
                ? text(key, source.substring(colon + 1).replaceFirst("^\\d+ ", ""))
                : text("source.other");
    }

    private String text(String key, Object... values) {
        Object[] words = List.of(values).stream().map(Object::toString).toArray();
        return new MessageFormat(texts.getString("statement." + key), Locale.ROOT).format(words);
    }
}
