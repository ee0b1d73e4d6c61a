package io.flyball.cli.demo;

import io.flyball.cli.demo.SuiteStarter.Suite;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Ends what the demo started, however the demo ends: also by an error or a Ctrl-C. A suite that the demo started stays up
 * only after a demo that was played to its end.
 */
final class Cleaning implements AutoCloseable {
    private final boolean alsoSuite;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Thread atExit = Thread.ofPlatform().name("demo-cleaning").unstarted(this::clean);
    private boolean finished;

    /** One thing to end. */
    interface Step {
        void end() throws IOException;
    }

    /** @param alsoSuite whether to end a suite that was started here even after the demo was played to its end */
    Cleaning(boolean alsoSuite) {
        this.alsoSuite = alsoSuite;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    synchronized Suite of(Suite suite) {
        steps.push(() -> {
            if (suite.startedHere() && (alsoSuite || !finished)) {
                suite.end();
            }
        });
        return suite;
    }

    synchronized Shop of(Shop shop) {
        steps.push(shop::close);
        return shop;
    }

    synchronized Question of(Question question) {
        steps.push(question::withdraw);
        return question;
    }

    synchronized void atEnd(Step step) {
        steps.push(step);
    }

    synchronized void finished() {
        finished = true;
    }

    /** What was started last is ended first. One failure does not keep the others from ending. */
    private synchronized void clean() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().end();
            } catch (IOException | RuntimeException e) {
                System.err.println("cleaning up: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        clean();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook finds nothing left to do.
        }
    }
}
