package io.flyball.platform.halt;

import io.flyball.platform.halt.HaltEvent.Looked;
import io.flyball.platform.halt.HaltEvent.OrderHeard;
import io.flyball.platform.halt.HaltEvent.OrdersRead;
import io.flyball.platform.halt.OpenOrder.Ending;
import io.flyball.platform.halt.OpenOrder.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a worker answers an order: once all here has looked after the order came, and what ran then has ended. A pure function of state
 * and event.
 */
final class HaltMachine {

    HaltDecision decide(HaltState state, HaltEvent event) {
        return switch (event) {
            case OrderHeard e -> heard(state, e);
            case OrdersRead e -> read(state, e);
            case Looked e -> looked(state, e);
        };
    }

    private static HaltDecision heard(HaltState state, OrderHeard event) {
        HaltOrder order = event.order();
        if (state.knows(order)) {
            return HaltDecision.to(state, "an order that is read again is no news");
        }
        HaltState next = state.heard(order);
        return state.read()
                ? HaltDecision.to(next.opened(new Heard(order, event.at(), event.looks() + 1)), "it wants an answer")
                : HaltDecision.to(next, "a newer one may stand on the topic");
    }

    private static HaltDecision read(HaltState state, OrdersRead event) {
        if (state.read()) {
            return HaltDecision.to(state, "the topic was read to its end before");
        }
        List<OpenOrder> open = new ArrayList<>();
        state.newest().values().forEach(order -> open.add(new Heard(order, event.at(), event.looks() + 1)));
        return HaltDecision.to(new HaltState(true, state.newest(), open), "the newest orders want answers");
    }

    private static HaltDecision looked(HaltState state, Looked event) {
        List<OpenOrder> stillOpen = new ArrayList<>();
        List<HaltAnswer> answers = new ArrayList<>();
        for (OpenOrder open : state.open()) {
            OpenOrder now = now(open, event);
            answer(state, now, event).ifPresentOrElse(answers::add, () -> stillOpen.add(now));
        }
        return new HaltDecision(
                state.with(stillOpen), answers, answers.isEmpty() ? "something has not ended yet" : "all has ended");
    }

    private static OpenOrder now(OpenOrder open, Looked event) {
        HaltWork work = event.workOf(open.order().target());
        return switch (open) {
            case Heard heard -> heard.look() <= event.looks() ? Ending.begin(heard, work) : heard;
            case Ending ending -> ending.with(work);
        };
    }

    /** Who lets go on ends nothing; an order that was overtaken may never see the end of what it was to end. */
    private static Optional<HaltAnswer> answer(HaltState state, OpenOrder open, Looked event) {
        int finishing = event.workOf(open.order().target()).finishing();
        return switch (open) {
            case Heard _ -> Optional.empty();
            case Ending it
            when !it.order().stops() ->
                Optional.of(
                        new HaltAnswer(it.order(), it.heardAt(), event.at(), Set.of(), Set.of(), Set.of(), finishing));
            case Ending it ->
                it.left().isEmpty() || !state.isNewest(it.order())
                        ? Optional.of(new HaltAnswer(
                                it.order(), it.heardAt(), event.at(), it.had(), it.ended(), it.left(), finishing))
                        : Optional.empty();
        };
    }
}
