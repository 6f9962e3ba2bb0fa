package org.ezhili.platform.modules.internal.rest;

import java.util.Map;
import org.ezhili.platform.modules.internal.SwitchBoard.Street;

/** A street and which modules it has. */
public record StreetJson(String code, String name, Map<String, Boolean> modules) {

    static StreetJson of(Street street) {
        return new StreetJson(street.area().code().digits(), street.area().name(), street.modules());
    }
}
