package org.ezhili.platform.modules.internal.settings;

/** Schemas for tests, written with single quotes. */
public final class Schemas {

    public static final String ALL_KINDS = of(
            field("greeting", "string", "'default':'hello','minLength':1,'maxLength':10,'pattern':'^[^0-9]*$|^0'"),
            field("hours", "integer", "'default':24,'minimum':1,'maximum':72,'x-unit':'h','x-unit-en':'h'"),
            field("share", "number", "'default':0.5,'maximum':1"),
            field("open", "boolean", "'default':true"),
            field(
                    "tone",
                    "string",
                    "'default':'calm','enum':['calm','loud'],"
                            + "'x-choices':{'calm':{'zh':'calm','en':'calm'},'loud':{'zh':'loud','en':'loud'}}"),
            field("ink", "string", "'default':'','format':'colour'"),
            field("seal", "string", "'default':'','format':'picture'"));

    private Schemas() {}

    public static String of(String... fields) {
        return ("{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object','additionalProperties':false,"
                        + "'properties':{" + String.join(",", fields) + "}}")
                .replace('\'', '"');
    }

    public static String field(String name, String type, String more) {
        return "'" + name + "':{'type':'" + type + "','title':'" + name + "','x-title-en':'" + name + "'," + more + "}";
    }
}
