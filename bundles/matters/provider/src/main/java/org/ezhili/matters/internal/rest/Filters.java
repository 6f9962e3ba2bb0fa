package org.ezhili.matters.internal.rest;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ezhili.matters.internal.desk.Inbox;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of lists; one that says nothing sensible is refused by name. */
final class Filters {

    private Filters() {}

    static Inbox.Filter of(
            @Nullable String area,
            @Nullable String state,
            @Nullable String category,
            @Nullable String handler,
            @Nullable String mine,
            @Nullable String overdue) {
        return new Inbox.Filter(
                area(area),
                read("state", state, State::ofWord).map(Set::of).orElse(Set.of()),
                Texts.given(category),
                Texts.given(handler),
                read("mine", mine, Filters::mine),
                read("overdue", overdue, Filters::truth));
    }

    static Optional<AreaCode> area(@Nullable String area) {
        return read("area", area, AreaCode::parse);
    }

    private static <T> Optional<T> read(String field, @Nullable String text, Function<String, Optional<T>> reader) {
        Optional<String> given = Texts.given(text);
        Optional<T> value = given.flatMap(reader);
        if (given.isPresent() && value.isEmpty()) {
            throw ProblemException.field(field, "unknown-value");
        }
        return value;
    }

    private static Optional<Inbox.Mine> mine(String word) {
        return switch (word) {
            case "reported" -> Optional.of(Inbox.Mine.REPORTED);
            case "handling" -> Optional.of(Inbox.Mine.HANDLING);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> truth(String word) {
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
