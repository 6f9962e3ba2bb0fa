package org.ezhili.platform.kit.testing;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import javax.persistence.Version;
import org.ezhili.platform.persistence.InstantAttribute;

@Entity
@Table(schema = "notes", name = "note")
public class NoteRow {

    @Id
    @Column(name = "id")
    long id;

    @Lob
    @Column(name = "body")
    String body = "";

    @Convert(converter = InstantAttribute.class)
    @Column(name = "written_at")
    Instant writtenAt = Instant.EPOCH;

    @Version
    @Column(name = "version")
    long version;

    protected NoteRow() {}

    NoteRow(long id, String body, Instant writtenAt) {
        this.id = id;
        this.body = body;
        this.writtenAt = writtenAt;
    }
}
