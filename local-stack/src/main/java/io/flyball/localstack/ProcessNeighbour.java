package io.flyball.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A neighbour that follows its recipe as a child process. */
final class ProcessNeighbour implements Neighbour {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(25);

    private final Recipe recipe;
    private final Path log;
    private volatile @Nullable Child child;
    private volatile Duration readyAfter = Duration.ZERO;

    /** With its log beside those of the others. */
    static ProcessNeighbour of(Recipe recipe) {
        Path logs = recipe.settings().data().resolve("logs");
        return new ProcessNeighbour(recipe, logs.resolve(recipe.name() + ".log"));
    }

    private ProcessNeighbour(Recipe recipe, Path log) {
        this.recipe = recipe;
        this.log = log;
    }

    @Override
    public NeighbourKind kind() {
        return recipe.kind();
    }

    @Override
    public String name() {
        return recipe.name();
    }

    @Override
    public URI url() {
        return recipe.url();
    }

    @Override
    public long pid() {
        return running().pid();
    }

    @Override
    public boolean alive() {
        var current = child;
        return current != null && current.alive();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public Duration readyAfter() {
        return readyAfter;
    }

    @Override
    public synchronized void kill() {
        running().kill();
    }

    @Override
    public void suspend() {
        Signal.STOP.to(pid());
    }

    @Override
    public void resumeProcess() {
        Signal.CONT.to(pid());
    }

    @Override
    public synchronized void restart() {
        stop();
        start();
    }

    synchronized void stop() {
        var current = child;
        if (current != null) {
            current.stop(recipe.grace());
        }
    }

    /** One earlier log is kept: after a crash it is the one that matters. */
    void beginLog() {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    synchronized void start() {
        var began = System.nanoTime();
        try {
            new PortCheck().requireFree(recipe.ports());
            recipe.prepare(log);
            var started = Child.start(recipe.command(), recipe.settings().installation(), log);
            child = started;
            awaitAnswer(started);
            readyAfter = Duration.ofNanos(System.nanoTime() - began);
        } catch (IOException cannotStart) {
            throw new NeighbourFailed("%s could not be started: %s".formatted(name(), cannotStart), cannotStart);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NeighbourFailed("%s: the start was interrupted".formatted(name()), interrupted);
        }
    }

    private void awaitAnswer(Child started) throws InterruptedException {
        var signs = new SignsOfLife(log, recipe.patience(), System::nanoTime);
        var why = "no answer";
        while (!signs.over()) {
            if (!started.alive()) {
                throw failed("it ended with exit code " + started.exitCode(), "Its log says why.");
            }
            switch (askOnce()) {
                case Answer.Ready _ -> {
                    return;
                }
                case Answer.NotYet notYet -> why = notYet.why();
                case Answer.Wrong wrong -> throw failed(wrong.why(), wrong.whatToDo());
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
        throw failed(
                "no answer after %d s (%s)".formatted(signs.waited().toSeconds(), why),
                "Is the machine busy, or out of memory? Try again.");
    }

    private Answer askOnce() throws InterruptedException {
        try {
            return recipe.ask();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception noAnswer) {
            return new Answer.NotYet(String.valueOf(noAnswer.getMessage()));
        }
    }

    private NeighbourFailed failed(String why, String whatToDo) {
        return new NeighbourFailed(
                "%s (%s) did not come up: %s. %s%n%s".formatted(name(), url(), why, whatToDo, LogTail.of(log)));
    }

    private Child running() {
        var current = child;
        if (current == null) {
            throw new IllegalStateException(name() + " was not started");
        }
        return current;
    }
}
