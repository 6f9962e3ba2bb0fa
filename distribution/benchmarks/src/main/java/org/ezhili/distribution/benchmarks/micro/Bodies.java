package org.ezhili.distribution.benchmarks.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedHashMap;
import org.ezhili.matters.internal.rest.NewMatterJson;
import org.ezhili.platform.gateway.internal.json.JsonBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A report as it comes in. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class Bodies {

    private static final String REPORT = """
            {"category":"E0101","description":"路口垃圾桶旁堆放杂物，影响通行，请安排清理","area":"340603002001001"}""";

    private final byte[] body = REPORT.getBytes(StandardCharsets.UTF_8);
    private final JsonBody door = new JsonBody();
    private final ObjectMapper plain = new ObjectMapper();

    @Benchmark
    @SuppressWarnings("unchecked")
    public Object door() throws IOException {
        Class<?> type = NewMatterJson.class;
        return door.readFrom(
                (Class<Object>) type,
                type,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(body));
    }

    @Benchmark
    public Object plainJackson() throws IOException {
        return plain.readValue(new ByteArrayInputStream(body), NewMatterJson.class);
    }
}
