package org.ezhili.platform.gateway.internal.routes;

import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * A body is read by the resource or not at all: CXF would copy what is left of it, be it nothing, before every answer, for those
 * who go on reading after they have answered.
 */
final class ReadOnce extends AbstractPhaseInterceptor<Message> {

    ReadOnce() {
        super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message request) {
        request.removeContent(DelegatingInputStream.class);
    }
}
