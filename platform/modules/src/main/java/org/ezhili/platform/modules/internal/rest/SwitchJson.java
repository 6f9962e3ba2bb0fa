package org.ezhili.platform.modules.internal.rest;

import javax.validation.constraints.NotNull;

/** Whether a module is to be on. */
public record SwitchJson(@NotNull Boolean enabled) {}
