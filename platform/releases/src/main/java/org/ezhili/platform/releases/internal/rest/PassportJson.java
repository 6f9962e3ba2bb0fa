package org.ezhili.platform.releases.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.releases.internal.archive.Passport;
import org.ezhili.platform.releases.internal.archive.PassportText;

/** What a release says of itself, on the wire. */
public record PassportJson(
        ModulesResource.NoteJson title,
        String platform,
        Map<String, String> apis,
        List<String> permissions,
        List<String> reads,
        List<String> sends,
        List<String> network) {

    static PassportJson of(String text) {
        Passport passport = PassportText.read(text.getBytes(StandardCharsets.UTF_8));
        return new PassportJson(
                new ModulesResource.NoteJson(
                        passport.title().zh(), passport.title().en()),
                passport.platform(),
                passport.apisInOrder(),
                passport.permissions(),
                passport.reads(),
                passport.sends(),
                passport.network());
    }
}
