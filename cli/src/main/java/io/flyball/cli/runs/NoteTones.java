package io.flyball.cli.runs;

import io.flyball.cli.terminal.Tone;

/** How loud a note is. */
final class NoteTones {
    private NoteTones() {}

    static Tone of(String kind) {
        return switch (kind) {
            case "RunQueued", "RunPaused", "QuestionAsked", "LockAwaited" -> Tone.WAITING;
            case "LoopDetected", "NotEffective", "CollateralFound" -> Tone.BAD;
            default -> Tone.PLAIN;
        };
    }
}
