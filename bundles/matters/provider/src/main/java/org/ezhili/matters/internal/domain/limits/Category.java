package org.ezhili.matters.internal.domain.limits;

import java.util.Optional;
import org.ezhili.platform.LocalText;

/**
 * One line of the catalogue.
 *
 * @param parent code of its major; empty for a major
 * @param priority 1 comes first, 3 last
 * @param limit empty for a major: matters are filed under the second level
 */
public record Category(String code, Optional<String> parent, LocalText name, int priority, Optional<Limit> limit) {}
