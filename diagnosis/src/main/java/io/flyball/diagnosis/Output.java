package io.flyball.diagnosis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a probe's call.
 *
 * @param action the call's action
 * @param ended whether the tool ran to its end
 * @param succeeded whether it says that it succeeded
 * @param exitCode absent when there was no program
 * @param text what it printed, as far as it is there
 * @param whole whether all of it is there
 * @param problem what went wrong; empty when nothing did
 * @param at when it ended; absent when nobody has said
 */
public record Output(
        String action,
        boolean ended,
        boolean succeeded,
        @Nullable Integer exitCode,
        String text,
        boolean whole,
        String problem,
        @Nullable Instant at) {}
