package org.ezhili.platform.gateway.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Texts in a body hold characters only: not the character zero, which PostgreSQL keeps nowhere, and no half of a character,
 * which nobody can write in UTF-8.
 */
final class PlainText extends StringDeserializer {

    private static final long serialVersionUID = 1;

    /** What is sent as a text is none. */
    static final class NotPlain extends JsonMappingException {

        private static final long serialVersionUID = 1;

        NotPlain(JsonParser in) {
            super(in, "not a text");
        }
    }

    @Override
    public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
        String text = super.deserialize(in, context);
        if (text.codePoints().anyMatch(PlainText::isNoCharacter)) {
            throw new NotPlain(in);
        }
        return text;
    }

    private static boolean isNoCharacter(int point) {
        return point == 0 || Character.getType(point) == Character.SURROGATE;
    }
}
