package org.ezhili.platform.gateway.internal.problems;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;

/** Sets the Date header from a text made once a second; left to itself, CXF makes a new formatter for every answer. */
public final class DateHeader implements ContainerResponseFilter {

    private record Stamp(long second, String text) {}

    private volatile Stamp last = new Stamp(0, "");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Date", now());
    }

    private String now() {
        long second = System.currentTimeMillis() / 1000;
        Stamp stamp = last;
        if (stamp.second() != second) {
            stamp = new Stamp(
                    second,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC)));
            last = stamp;
        }
        return stamp.text();
    }
}
