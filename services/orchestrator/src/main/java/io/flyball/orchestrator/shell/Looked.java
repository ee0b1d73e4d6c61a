package io.flyball.orchestrator.shell;

import io.flyball.schemas.outside.Instructions;
import java.util.Optional;

/** A text that was looked at for instructions. */
final class Looked {
    /** What another run found is passed on as it was told. */
    static final String PASSED_ON = "taint";

    private static final int LONGEST = 300;

    private Looked() {}

    /** Where it stood and what it says; empty if nothing in it reads like an instruction. */
    static Optional<String> at(String where, String text) {
        if (where.equals(PASSED_ON)) {
            return Optional.of(text);
        }
        return Instructions.in(text)
                .map(found -> "outside text in " + where + ": \""
                        + (found.length() <= LONGEST ? found : found.substring(0, LONGEST) + "...") + "\"");
    }
}
