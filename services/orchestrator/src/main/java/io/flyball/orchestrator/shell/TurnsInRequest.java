package io.flyball.orchestrator.shell;

import io.flyball.contract.Turn;
import io.flyball.contract.TurnAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plan request says of the steps before: whole as long as that is not too much, else the oldest shortened first, and marked. */
final class TurnsInRequest {
    /** In characters, of each text of a step that does not fit. */
    private static final int SHORT = 300;

    private TurnsInRequest() {}

    /**
     * The same steps, in the same order.
     *
     * @param most bytes that all of their texts may have together; a step that does not fit keeps the beginnings of its texts
     */
    static List<Turn> within(List<Turn> turns, int most) {
        List<Turn> kept = new ArrayList<>();
        long left = most;
        for (Turn turn : turns.reversed()) {
            long size = size(turn);
            boolean fits = size <= left;
            kept.addFirst(fits ? turn : shortened(turn));
            left -= fits ? size : 0;
        }
        return kept;
    }

    private static long size(Turn turn) {
        return bytes(turn.getReasoning())
                + bytes(turn.getRefusal())
                + turn.getActions().stream().mapToLong(TurnsInRequest::size).sum();
    }

    private static long size(TurnAction it) {
        return bytes(it.getArgumentsJson())
                + bytes(it.getOutput())
                + bytes(it.getError())
                + bytes(it.getVerdictReason())
                + bytes(it.getLabel())
                + bytes(it.getTarget());
    }

    private static Turn shortened(Turn turn) {
        return Turn.newBuilder(turn)
                .setReasoning(text(turn.getReasoning()))
                .setRefusal(orNull(turn.getRefusal()))
                .setActions(turn.getActions().stream()
                        .map(TurnsInRequest::shortened)
                        .toList())
                .build();
    }

    private static TurnAction shortened(TurnAction it) {
        return TurnAction.newBuilder(it)
                .setArgumentsJson(text(it.getArgumentsJson()))
                .setOutput(text(it.getOutput()))
                .setError(orNull(it.getError()))
                .setVerdictReason(orNull(it.getVerdictReason()))
                .build();
    }

    private static @Nullable String orNull(@Nullable String all) {
        return all == null ? null : text(all);
    }

    private static String text(String all) {
        if (all.length() <= SHORT) {
            return all;
        }
        int end = Character.isHighSurrogate(all.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
        return all.substring(0, end) + "... (shortened: the run has too many long steps; " + all.length()
                + " characters are in its history)";
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
