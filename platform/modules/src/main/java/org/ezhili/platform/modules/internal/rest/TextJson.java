package org.ezhili.platform.modules.internal.rest;

import org.ezhili.platform.LocalText;

/** A text in both languages. */
public record TextJson(String zh, String en) {

    static TextJson of(LocalText text) {
        return new TextJson(text.zh(), text.en());
    }
}
