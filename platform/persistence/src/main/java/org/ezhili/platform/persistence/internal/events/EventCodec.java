package org.ezhili.platform.persistence.internal.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.DomainEvent;

/** Events as JSON. What an older reader does not know it leaves out, so that a newer version may add to an event. */
public final class EventCodec {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule()
                    .addSerializer(AreaCode.class, new AreaWriter())
                    .addDeserializer(AreaCode.class, new AreaReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public String write(DomainEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not an event that JSON can hold: " + event.getClass().getName(), e);
        }
    }

    public <E extends DomainEvent> E read(String text, Class<E> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getName(), e);
        }
    }

    private static final class AreaWriter extends StdSerializer<AreaCode> {
        AreaWriter() {
            super(AreaCode.class);
        }

        @Override
        public void serialize(AreaCode area, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(area.digits());
        }
    }

    private static final class AreaReader extends StdDeserializer<AreaCode> {
        AreaReader() {
            super(AreaCode.class);
        }

        @Override
        public AreaCode deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return AreaCode.of(in.getValueAsString());
        }
    }
}
