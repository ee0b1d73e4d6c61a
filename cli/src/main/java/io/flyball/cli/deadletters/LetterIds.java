package io.flyball.cli.deadletters;

import io.flyball.cli.access.Console;
import io.flyball.cli.access.Prefix;

/** Ids of dead letters as people type them: topic~partition~offset, or its beginning. */
final class LetterIds {
    private LetterIds() {}

    static String path(Console console, String typed) {
        var known = console.get("/api/dead-letters")
                .valueStream()
                .map(letter -> letter.path("id").asString())
                .toList();
        return "/api/dead-letters/" + Console.part(Prefix.resolve("dead letter", typed.replace('/', '~'), known));
    }
}
