package org.ezhili.platform.gateway.internal.json;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers in query parameters; what is none is refused by the parameter's name. JAX-RS would answer 404. */
public final class WholeNumber implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Integer.class ? (ParamConverter<T>) new Converter(name(annotations)) : null;
    }

    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .flatMap(annotation -> annotation instanceof QueryParam query
                        ? Optional.of(query.value()).stream()
                        : Optional.<String>empty().stream())
                .findFirst()
                .orElse("");
    }

    private record Converter(String name) implements ParamConverter<Integer> {

        @Override
        public @Nullable Integer fromString(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException noNumber) {
                throw ProblemException.field(name, "wrong-type");
            }
        }

        @Override
        public String toString(Integer number) {
            return number.toString();
        }
    }
}
