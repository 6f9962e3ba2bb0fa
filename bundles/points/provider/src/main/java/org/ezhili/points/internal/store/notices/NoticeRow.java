package org.ezhili.points.internal.store.notices;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.Notice;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.jspecify.annotations.Nullable;

/** What somebody is told of. */
@Entity
@Table(schema = "points", name = "notice")
class NoticeRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "owner")
    private String owner;

    @Column(name = "kind")
    private String kind;

    @Column(name = "area")
    private String area;

    @Column(name = "subject")
    private long subject;

    @Column(name = "title")
    private String title;

    @Column(name = "amount")
    private long amount;

    @Column(name = "due_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant dueAt;

    @Column(name = "reason")
    private String reason;

    @Column(name = "told_at")
    @Convert(converter = InstantAttribute.class)
    private Instant toldAt;

    @Column(name = "read_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant readAt;

    static NoticeRow of(long id, String owner, News news, Instant now) {
        NoticeRow row = new NoticeRow();
        row.id = id;
        row.owner = owner;
        row.kind = news.kind().word();
        row.area = news.place().digits();
        row.subject = news.subject();
        row.title = news.title();
        row.amount = news.amount();
        row.dueAt = news.due().orElse(null);
        row.reason = news.reason();
        row.toldAt = now;
        return row;
    }

    Notice toDomain() {
        News news = new News(
                NoticeKind.ofWord(kind), AreaCode.of(area), subject, title, amount, Optional.ofNullable(dueAt), reason);
        return new Notice(id, news, toldAt, readAt != null);
    }
}
