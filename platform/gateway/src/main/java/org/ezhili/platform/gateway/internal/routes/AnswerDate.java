package org.ezhili.platform.gateway.internal.routes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Sets the Date header from a text made once a second, before CXF does: it would make a new formatter for every answer. */
final class AnswerDate extends AbstractPhaseInterceptor<Message> {

    private static final String DATE = "Date";

    private volatile Stamp last = new Stamp(0, "");

    AnswerDate() {
        super(Phase.PRE_MARSHAL);
    }

    private record Stamp(long second, String text) {}

    @Override
    public void handleMessage(Message answer) {
        Map<String, List<Object>> headers = new HashMap<>(2);
        headers.put(DATE, new ArrayList<>(List.of(now())));
        answer.put(Message.PROTOCOL_HEADERS, headers);
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
