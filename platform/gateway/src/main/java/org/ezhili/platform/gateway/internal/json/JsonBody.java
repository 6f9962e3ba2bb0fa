package org.ezhili.platform.gateway.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a body strictly and checks it; writes a short answer in one piece with its length, a long one piece by piece. Each module
 * version has its own: what is remembered of its classes goes when it goes.
 */
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(JsonBody.class);

    /** Set at a request whose answer broke off in the middle. */
    public static final String BROKEN_OFF = JsonBody.class.getName() + ".broken-off";

    private final ObjectMapper mapper = Json.mapper();
    private final Validation validation = new Validation();
    private final Map<Class<?>, Boolean> validated = new ConcurrentHashMap<>();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    private static boolean isJson(Class<?> type) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        Object body = parse(generic, in);
        if (body == null) {
            throw new ProblemException(Problem.of(400, "body-missing"));
        }
        if (validated.computeIfAbsent(type, validation::concerns)) {
            validation.check(body);
        }
        return body;
    }

    private Object parse(Type type, InputStream in) throws IOException {
        try {
            return mapper.readValue(in, mapper.constructType(type));
        } catch (JsonParseException malformed) {
            throw refused(
                    "malformed-json",
                    malformed.getLocation().getLineNr(),
                    malformed.getLocation().getColumnNr());
        } catch (PlainText.NotPlain noText) {
            throw ProblemException.field(path(noText), "pattern");
        } catch (UnrecognizedPropertyException unknown) {
            throw ProblemException.field(path(unknown), "unknown-field");
        } catch (JsonMappingException mismatch) {
            if (mismatch.getCause() instanceof ProblemException refusedBelow) {
                throw refusedBelow;
            }
            if (mismatch.getPath().isEmpty()) {
                throw refused("malformed-json", line(mismatch), column(mismatch));
            }
            throw ProblemException.field(path(mismatch), "wrong-type");
        } catch (JsonProcessingException | CharConversionException beyondAllLimits) {
            throw refused("malformed-json", 1, 1);
        }
    }

    private static ProblemException refused(String code, int line, int column) {
        return new ProblemException(Problem.of(400, code, line, column));
    }

    private static int line(JsonMappingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static int column(JsonMappingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }

    private static String path(JsonMappingException e) {
        List<JsonMappingException.Reference> path = e.getPath();
        return path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        HttpServletRequest request = Visit.currentRequest();
        if (request != null && request.getAttribute(BROKEN_OFF) != null) {
            throw new IOException("nothing comes after an answer that broke off");
        }
        LongAnswer answered = new LongAnswer(out);
        try {
            mapper.writeValue(answered, answer);
            if (answered.isWhole()) {
                headers.putSingle("Content-Length", answered.length());
            }
            answered.send();
        } catch (IOException broken) {
            if (answered.isReaderGone()) {
                LOG.debug("a reader left before the answer was written", broken);
                return;
            }
            if (request != null && !answered.isWhole()) {
                request.setAttribute(BROKEN_OFF, true);
            }
            throw broken;
        }
    }

    /** For what is written beside JAX-RS. */
    public static byte[] bytes(Object answer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Json.MAPPER.writeValue(out, answer);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
