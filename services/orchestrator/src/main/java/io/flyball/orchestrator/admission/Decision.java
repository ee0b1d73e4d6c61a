package io.flyball.orchestrator.admission;

import java.util.ArrayList;
import java.util.List;

/**
 * What follows from an arrival.
 *
 * @param learned to be known from now on, in this order
 * @param forgotten to be known no more
 * @param answers to be said, in this order
 */
record Decision(List<Fact> learned, List<Fact> forgotten, List<Answer> answers) {

    static Decision nothing(String why) {
        return new Decision(List.of(), List.of(), List.of(new Answer.Nothing(why)));
    }

    Decision learning(Fact... facts) {
        return new Decision(plus(learned, List.of(facts)), forgotten, answers);
    }

    Decision forgetting(List<? extends Fact> facts) {
        return new Decision(learned, plus(forgotten, facts), answers);
    }

    Decision saying(Answer... more) {
        return new Decision(learned, forgotten, plus(answers, List.of(more)));
    }

    static Decision saying(Fact learned, Answer answer) {
        return new Decision(List.of(learned), List.of(), List.of(answer));
    }

    static Decision quiet() {
        return new Decision(List.of(), List.of(), List.of());
    }

    private static <T> List<T> plus(List<T> list, List<? extends T> more) {
        List<T> longer = new ArrayList<>(list);
        longer.addAll(more);
        return List.copyOf(longer);
    }
}
