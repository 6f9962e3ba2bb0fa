package org.ezhili.distribution.benchmarks.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;

/** Answers as quickly as this machine, its web server and its database can. */
final class PeerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<DataSource> source;

    PeerServlet(Supplier<DataSource> source) {
        this.source = source;
    }

    /** {@code /peer/<id>}: the matter as JSON. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        try {
            Optional<String> json =
                    RawRead.matter(source.get(), Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
            answer(response, json.isPresent() ? 200 : 404, json.orElse("{}"));
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    /** {@code /peer/matters} reports; {@code /peer/loop} measures the database alone; {@code /peer/fill} fills it. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        try {
            switch (request.getRequestURI()) {
                case "/peer/matters" ->
                    answer(response, 201, RawReport.report(source.get(), new String(body, StandardCharsets.UTF_8)));
                case "/peer/loop" ->
                    answer(
                            response,
                            200,
                            RawLoop.run(
                                    source.get(),
                                    number(request, "clients"),
                                    Duration.ofMillis(number(request, "millis"))));
                case "/peer/fill" ->
                    answer(
                            response,
                            200,
                            Filling.add(
                                    source.get(),
                                    number(request, "from"),
                                    number(request, "to"),
                                    number(request, "rows")));
                default -> answer(response, 404, "{}");
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static int number(HttpServletRequest request, String name) {
        return Integer.parseInt(request.getParameter(name));
    }

    private static void answer(HttpServletResponse response, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
