package io.flyball.bench.idle;

import io.flyball.bench.report.Machine;
import java.time.Duration;
import java.util.function.Consumer;

/** Waits until a suite is quiet, and measures what it does then. */
final class Idle {
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** After that long it is taken as quiet as it will get: something polls, which is what is measured. */
    private static final int MOST_LOOKS = 24;

    /** A look that took so little less than the one before shows that compiling is over. */
    private static final double STEADY = 0.9;

    private final IdleSuite suite;
    private final Consumer<String> say;

    Idle(IdleSuite suite, Consumer<String> say) {
        this.suite = suite;
        this.say = say;
    }

    IdleReport measure(Duration time) throws InterruptedException {
        double load = Machine.load();
        awaitQuiet();
        say.accept("measures for %d s ...".formatted(time.toSeconds()));
        Counts before = suite.counts();
        Thread.sleep(time);
        Counts after = suite.counts();
        return IdleReport.of(before, after, Machine.now(load));
    }

    private void awaitQuiet() throws InterruptedException {
        say.accept("waits until it is quiet ...");
        Duration before = look();
        int steady = 0;
        for (int looks = 1; looks < MOST_LOOKS && steady < 2; looks++) {
            Duration now = look();
            steady = now.toMillis() >= before.toMillis() * STEADY ? steady + 1 : 0;
            before = now;
        }
    }

    private Duration look() throws InterruptedException {
        Duration before = suite.cpu();
        Thread.sleep(LOOK);
        return suite.cpu().minus(before);
    }
}
