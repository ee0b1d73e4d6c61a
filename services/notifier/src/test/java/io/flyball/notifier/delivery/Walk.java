package io.flyball.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random life of one delivery: time passes, attempts are answered, late, twice or never. */
final class Walk {
    static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(15);
    static final DeliveryMachine MACHINE =
            new DeliveryMachine(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10)), PATIENCE);

    private final Random random;
    private final int channels;
    private final int yesIn;
    private final int neverIn;
    private final Duration retryFor;

    Walk(long seed) {
        random = new Random(seed);
        channels = 1 + random.nextInt(3);
        yesIn = 2 + random.nextInt(100);
        neverIn = 2 + random.nextInt(100);
        retryFor = List.of(Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofHours(24))
                .get(random.nextInt(3));
    }

    record Step(DeliveryState before, DeliveryEvent event, Decision decision) {}

    List<Step> steps(int count) {
        List<Step> steps = new ArrayList<>();
        List<DeliveryCommand.Send> sent = new ArrayList<>();
        Instant now = BEGIN;
        DeliveryState state = DeliveryMachine.begin(chain(), BEGIN);
        for (int i = 0; i < count; i++) {
            now = now.plusMillis((long) Math.exp(random.nextDouble() * 15));
            DeliveryEvent event = event(sent, now);
            Decision decision = MACHINE.decide(state, event);
            steps.add(new Step(state, event, decision));
            decision.commands().stream()
                    .filter(DeliveryCommand.Send.class::isInstance)
                    .map(DeliveryCommand.Send.class::cast)
                    .forEach(sent::add);
            state = decision.next();
        }
        return steps;
    }

    private Chain chain() {
        return new Chain(List.of("slack", "webhook", "log").subList(0, channels), retryFor);
    }

    private DeliveryEvent event(List<DeliveryCommand.Send> sent, Instant now) {
        if (sent.isEmpty() || random.nextInt(3) == 0) {
            return new DeliveryEvent.TimePassed(now, random.nextDouble());
        }
        int age = random.nextInt(10) < 8 ? 0 : random.nextInt(sent.size());
        DeliveryCommand.Send answered = sent.get(sent.size() - 1 - age);
        return new DeliveryEvent.Answered(answered.channel(), answered.attempt(), answer(), now, random.nextDouble());
    }

    private Answer answer() {
        if (random.nextInt(yesIn) == 0) {
            return new Answer.Accepted("200 ok");
        }
        if (random.nextInt(neverIn) == 0) {
            return new Answer.Never("404");
        }
        return switch (random.nextInt(8)) {
            case 1, 2 -> new Answer.NotNow("429", Duration.ofSeconds(random.nextInt(4_000)));
            default -> new Answer.NotNow("500", null);
        };
    }
}
