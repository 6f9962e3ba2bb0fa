package org.ezhili.points.internal;

import java.time.Clock;
import java.time.ZoneId;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.desk.Switched;
import org.ezhili.points.internal.store.earning.Earnings;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.notices.Inbox;

/**
 * What every part stands on.
 *
 * @param zone where the streets are: their days begin at its midnight
 */
public record Ground(
        Database database,
        BlobStore blobs,
        Accounts accounts,
        Audit audit,
        Switched switched,
        Places places,
        Ids ids,
        Clock clock,
        ZoneId zone,
        Inbox inbox,
        Ledger ledger,
        Earnings earnings) {}
