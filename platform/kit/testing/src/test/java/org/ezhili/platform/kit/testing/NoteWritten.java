package org.ezhili.platform.kit.testing;

import org.ezhili.platform.AreaCode;
import org.ezhili.platform.DomainEvent;

record NoteWritten(String note, AreaCode area) implements DomainEvent {
    @Override
    public String subject() {
        return "note:" + note;
    }
}
