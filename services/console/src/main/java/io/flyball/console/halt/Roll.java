package io.flyball.console.halt;

import io.flyball.console.halt.HaltView.Answer;
import io.flyball.console.halt.HaltView.Missing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The roll of workers and their answers, which may come in any order and more than once. One that was killed says no farewell and so
 * counts, until another takes its place or it has been silent for long: from here nobody can tell it from one that is frozen.
 */
final class Roll {
    /** Receipts outlive their workers on the topic. */
    private static final int REMEMBERED = 10_000;

    private final Duration silentAfter;
    private final Duration goneAfter;
    private final Map<String, Present> places = new TreeMap<>();
    private final Map<String, Map<String, Receipt>> receipts = new LinkedHashMap<>();

    /**
     * An empty roll.
     *
     * @param silentAfter without a sign for so long, something is wrong with a worker
     * @param goneAfter without a sign for so long, it counts no longer
     */
    Roll(Duration silentAfter, Duration goneAfter) {
        this.silentAfter = silentAfter;
        this.goneAfter = goneAfter;
    }

    /** Who is at a place, and when it was last heard, by the clock here. */
    private record Present(String worker, String service, Instant heardAt) {}

    /** What a worker answered. */
    record Receipt(String worker, String target, long epoch, Answer answer) {}

    /** Somebody signed: from now on it is who is at that place. */
    void signed(String place, String worker, String service, Instant heardAt) {
        places.put(place, new Present(worker, service, heardAt));
    }

    /** A worker says that it ends; another may have its place already. */
    void left(String place, String worker) {
        places.computeIfPresent(place, (_, present) -> present.worker().equals(worker) ? null : present);
    }

    /** An answer to a later order answers the earlier ones. */
    void answered(Receipt receipt) {
        receipts.computeIfAbsent(receipt.worker(), _ -> new HashMap<>())
                .merge(receipt.target(), receipt, (one, other) -> one.epoch() >= other.epoch() ? one : other);
        if (receipts.size() > REMEMBERED) {
            receipts.remove(receipts.keySet().iterator().next());
        }
    }

    /** Who has answered the order of that epoch. */
    HaltView of(String target, long epoch, Instant now) {
        List<Answer> answers = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        places.forEach((place, present) -> {
            if (present.heardAt().isAfter(now.minus(goneAfter))) {
                answer(present, target, epoch)
                        .ifPresentOrElse(answers::add, () -> missing.add(missing(place, present, now)));
            }
        });
        return new HaltView(epoch, missing.isEmpty() && !answers.isEmpty(), answers, missing);
    }

    private Optional<Answer> answer(Present present, String target, long epoch) {
        return Optional.ofNullable(
                        receipts.getOrDefault(present.worker(), Map.of()).get(target))
                .filter(receipt -> receipt.epoch() >= epoch)
                .map(Receipt::answer);
    }

    private Missing missing(String place, Present present, Instant now) {
        boolean silent = present.heardAt().isBefore(now.minus(silentAfter));
        return new Missing(place, present.service(), silent, present.heardAt());
    }
}
