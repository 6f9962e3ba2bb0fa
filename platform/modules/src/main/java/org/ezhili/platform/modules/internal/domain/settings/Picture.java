package org.ezhili.platform.modules.internal.domain.settings;

import java.time.Instant;
import org.ezhili.platform.AreaCode;

/**
 * A picture for settings, always a PNG.
 *
 * @param area of the street or district for which it was sent
 */
public record Picture(long id, AreaCode area, int width, int height, Instant madeAt) {

    /** Name of its content in the blob store. */
    public String blob() {
        return "settings/" + area.digits() + "/" + id + ".png";
    }
}
