package org.ezhili.matters.internal.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.matters.internal.desk.Places;
import org.ezhili.matters.internal.domain.Action;
import org.ezhili.matters.internal.domain.Life;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Need;
import org.ezhili.matters.internal.domain.Spot;
import org.ezhili.matters.internal.domain.Standing;
import org.ezhili.matters.internal.domain.Step;
import org.ezhili.matters.internal.domain.limits.Catalogue;
import org.ezhili.matters.internal.domain.limits.Catalogues;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Caller;

/** Shows matters to a caller, with the names of people and places. Names of a whole page are asked for at once. */
public final class MatterViews {

    private final Accounts accounts;
    private final Places places;
    private final Catalogues catalogues;
    private final Clock clock;

    public MatterViews(Accounts accounts, Places places, Catalogues catalogues, Clock clock) {
        this.accounts = accounts;
        this.places = places;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    List<MatterJson> list(Caller caller, List<Matter> matters) {
        return list(caller, matters, clock.instant());
    }

    private List<MatterJson> list(Caller caller, List<Matter> matters, Instant now) {
        Set<String> people = new HashSet<>();
        Set<AreaCode> areas = new HashSet<>();
        for (Matter matter : matters) {
            people.add(matter.reporter());
            matter.handler().ifPresent(people::add);
            areas.add(matter.area());
        }
        Map<String, String> names = names(caller, people);
        Map<AreaCode, String> areaNames = places.names(areas);
        return matters.stream()
                .map(matter -> view(caller, matter, names, areaNames, now))
                .toList();
    }

    /** The answer to a report, the same however often and late it is asked for. */
    MatterJson reported(Caller caller, Matter matter) {
        return one(caller, matter, matter.reportedAt());
    }

    MatterJson one(Caller caller, Matter matter) {
        return one(caller, matter, clock.instant());
    }

    private MatterJson one(Caller caller, Matter matter, Instant now) {
        MatterJson json = list(caller, List.of(matter), now).get(0);
        return new MatterJson(
                json.id(),
                json.category(),
                json.description(),
                json.state(),
                json.tier(),
                json.area(),
                json.areaName(),
                json.lon(),
                json.lat(),
                json.reporter(),
                json.reporterName(),
                json.handler(),
                json.handlerName(),
                json.reportedAt(),
                json.dueAt(),
                json.overdue(),
                json.version(),
                json.photos(),
                json.actions(),
                json.actionNeeds(),
                due(matter).orElse(null));
    }

    List<StepJson> history(Caller caller, List<Step> steps) {
        Set<String> people = new HashSet<>();
        steps.forEach(step -> {
            people.add(step.actor());
            step.handler().ifPresent(people::add);
        });
        Map<String, String> names = names(caller, people);
        return steps.stream()
                .map(step -> new StepJson(
                        step.at(),
                        step.actor(),
                        names.get(step.actor()),
                        step.action(),
                        step.from().map(state -> state.word()).orElse(null),
                        step.to().word(),
                        step.tier().word(),
                        step.handler().orElse(null),
                        step.handler().map(names::get).orElse(null),
                        step.reason().orElse(null),
                        step.note().orElse(null),
                        texts(step.photos())))
                .toList();
    }

    private static MatterJson view(
            Caller caller, Matter matter, Map<String, String> names, Map<AreaCode, String> areas, Instant now) {
        Map<Action, Set<Need>> open = Life.open(matter, Standing.of(caller, matter));
        return new MatterJson(
                String.valueOf(matter.id()),
                matter.category(),
                matter.description(),
                matter.state().word(),
                matter.tier().word(),
                matter.area().digits(),
                areas.get(matter.area()),
                matter.spot().map(Spot::lon).orElse(null),
                matter.spot().map(Spot::lat).orElse(null),
                matter.reporter(),
                names.get(matter.reporter()),
                matter.handler().orElse(null),
                matter.handler().map(names::get).orElse(null),
                matter.reportedAt(),
                matter.dueAt(),
                matter.isOverdue(now),
                matter.version(),
                texts(matter.photos()),
                open.keySet().stream().map(Action::word).toList(),
                needs(open),
                null);
    }

    private static Map<String, List<String>> needs(Map<Action, Set<Need>> open) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        open.forEach((action, given) -> {
            if (!given.isEmpty()) {
                needs.put(action.word(), given.stream().sorted().map(Need::word).toList());
            }
        });
        return needs;
    }

    private Optional<MatterJson.DueJson> due(Matter matter) {
        Optional<Catalogue> catalogue = catalogues.of(matter.ruleVersion());
        return catalogue
                .flatMap(version -> version.limitOf(matter.category()))
                .map(limit -> new MatterJson.DueJson(
                        LimitJson.of(limit), matter.reportedAt(), matter.ruleVersion() + "/" + matter.category()));
    }

    /** The caller's own name is known without asking. */
    private Map<String, String> names(Caller caller, Set<String> people) {
        Map<String, String> names = new LinkedHashMap<>();
        if (people.remove(caller.account())) {
            names.put(caller.account(), caller.name());
        }
        if (!people.isEmpty()) {
            names.putAll(accounts.names(people));
        }
        return names;
    }

    private static List<String> texts(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).toList();
    }
}
