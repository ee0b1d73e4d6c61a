package io.flyball.platform.halt;

import java.util.List;

/**
 * What follows from an event.
 *
 * @param answers to be sent
 * @param why for the log
 */
record HaltDecision(HaltState next, List<HaltAnswer> answers, String why) {

    HaltDecision {
        answers = List.copyOf(answers);
    }

    static HaltDecision to(HaltState next, String why) {
        return new HaltDecision(next, List.of(), why);
    }
}
