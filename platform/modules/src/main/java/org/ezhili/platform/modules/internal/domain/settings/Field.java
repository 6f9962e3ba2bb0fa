package org.ezhili.platform.modules.internal.domain.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ezhili.platform.Problem.Fault;

/**
 * One thing that a street may set.
 *
 * @param fallback what holds where nobody has set it
 * @param choices the only texts allowed; empty for any
 * @param pattern somewhere in the text, as JSON Schema has it
 * @param bounds of a text's length in characters, or of a number
 */
public record Field(
        String name,
        Kind kind,
        Format format,
        Object fallback,
        List<String> choices,
        Optional<Pattern> pattern,
        Bounds bounds) {

    /** What it is in JSON Schema. */
    public enum Kind {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN
    }

    /** What a text stands for. */
    public enum Format {
        PLAIN,
        /** {@code #rrggbb}, legible on white. */
        COLOUR,
        /** Id of a picture that was uploaded for the same street or its district. */
        PICTURE
    }

    /** Least and most, each included; empty for none. */
    public record Bounds(Optional<BigDecimal> least, Optional<BigDecimal> most) {

        boolean hold(BigDecimal value) {
            return least.filter(bound -> value.compareTo(bound) < 0).isEmpty()
                    && most.filter(bound -> value.compareTo(bound) > 0).isEmpty();
        }
    }

    public Field {
        choices = List.copyOf(choices);
    }

    /** What is wrong with a value of this field: a String, a whole or broken Number, a Boolean. */
    public Optional<Fault> fault(Object value) {
        return switch (kind) {
            case BOOLEAN -> value instanceof Boolean ? Optional.empty() : wrong("wrong-type");
            case STRING -> value instanceof String text ? text(text) : wrong("wrong-type");
            case INTEGER -> value instanceof Number number && isWhole(number) ? number(number) : wrong("wrong-type");
            case NUMBER -> value instanceof Number number ? number(number) : wrong("wrong-type");
        };
    }

    /** As the platform keeps it: a whole number as a Long, another one as a Double. */
    public Object kept(Object value) {
        return switch (kind) {
            case INTEGER -> ((Number) value).longValue();
            case NUMBER -> ((Number) value).doubleValue();
            case STRING, BOOLEAN -> value;
        };
    }

    private Optional<Fault> text(String text) {
        if (text.codePoints().anyMatch(Field::isNoneOfALine)) {
            return wrong("pattern");
        }
        if (!bounds.hold(BigDecimal.valueOf(text.codePointCount(0, text.length())))) {
            return wrong("size", least(), most());
        }
        if (!choices.isEmpty() && !choices.contains(text)) {
            return wrong("choice");
        }
        if (pattern.isPresent() && !pattern.get().matcher(text).find()) {
            return wrong("pattern");
        }
        return format == Format.COLOUR && !text.isEmpty() ? colour(text) : Optional.empty();
    }

    private Optional<Fault> colour(String text) {
        if (!Contrast.isColour(text)) {
            return wrong("colour");
        }
        return Contrast.onWhite(text) < Contrast.LEAST ? wrong("contrast", Contrast.LEAST) : Optional.empty();
    }

    private Optional<Fault> number(Number number) {
        BigDecimal value = new BigDecimal(number.toString());
        if (bounds.hold(value)) {
            return Optional.empty();
        }
        if (bounds.least().isPresent() && bounds.most().isPresent()) {
            return wrong("out-of-range", least(), most());
        }
        return bounds.least().isPresent() ? wrong("min", least()) : wrong("max", most());
    }

    private Object least() {
        return bounds.least().map(BigDecimal::toPlainString).orElse("0");
    }

    private Object most() {
        return bounds.most().map(BigDecimal::toPlainString).orElse("∞");
    }

    private Optional<Fault> wrong(String code, Object... arguments) {
        return Optional.of(new Fault("values." + name, code, List.of(arguments)));
    }

    private static boolean isWhole(Number number) {
        double value = number.doubleValue();
        return number instanceof Long
                || number instanceof Integer
                || (value == Math.rint(value) && Math.abs(value) < 1L << 53);
    }

    private static boolean isNoneOfALine(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
