package io.flyball.cli.runs;

import io.flyball.cli.access.Console;
import io.flyball.cli.access.Prefix;
import java.util.List;

/** Ids of runs as people type them. */
final class RunIds {
    private static final int FULL = 36;
    /** The part of a UUIDv7 that is its time, to the millisecond. */
    private static final int BRIEF = 13;

    private RunIds() {}

    static String brief(String id) {
        return id.length() > BRIEF ? id.substring(0, BRIEF) : id;
    }

    /** The id that is meant; a whole one is not looked up. */
    static String resolve(Console console, String typed) {
        return typed.length() >= FULL ? typed : Prefix.resolve("run", typed, known(console));
    }

    private static List<String> known(Console console) {
        return console.get("/api/runs?limit=2000&summary=true")
                .valueStream()
                .map(run -> run.path("id").asString())
                .toList();
    }
}
