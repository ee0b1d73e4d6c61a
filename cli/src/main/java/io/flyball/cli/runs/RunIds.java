package io.flyball.cli.runs;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.access.Console;
import io.flyball.cli.access.Prefix;
import io.flyball.cli.access.ShortIds;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Ids of runs as people type them. */
public final class RunIds {
    private static final int FULL = 36;
    private static final String SUMMARIES = "/api/runs?limit=2000&summary=true";

    private RunIds() {}

    /** How the runs of a list are called, so that each name means one among all runs, not only in the list. */
    static ShortIds shortened(Console console, JsonNode listed) {
        return new ShortIds(
                Stream.concat(ids(listed), ids(console.get(SUMMARIES))).toList());
    }

    /** The id that is meant; a whole one is not looked up. */
    public static String resolve(Console console, String typed) {
        return typed.length() >= FULL ? typed : Prefix.resolve("run", typed, beginningWith(console, typed));
    }

    private static List<String> beginningWith(Console console, String typed) {
        return ids(console.get(SUMMARIES + "&id=" + Console.part(typed))).toList();
    }

    private static Stream<String> ids(JsonNode runs) {
        return runs.valueStream().map(run -> text(run, "id"));
    }
}
