package io.flyball.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a process that does not answer yet is still worth waiting for. It is while its log grows: a broker that was
 * killed looks through every partition and forces each to the disk, which takes minutes where the disk is slow.
 */
final class SignsOfLife {

    /** Without an end, a process that says the same for ever would be waited for as long. */
    static final int AT_MOST = 10;

    private final Path log;
    private final Duration quiet;
    private final LongSupplier nanos;
    private final long began;
    private long lastSign;
    private long size;

    /** @param quiet how long it may say nothing; ten times as long in all */
    SignsOfLife(Path log, Duration quiet, LongSupplier nanos) {
        this.log = log;
        this.quiet = quiet;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.lastSign = began;
        this.size = size();
    }

    /** Looks at the log, and says whether waiting is over. */
    boolean over() {
        var now = nanos.getAsLong();
        var seen = size();
        if (seen != size) {
            size = seen;
            lastSign = now;
        }
        return now - lastSign >= quiet.toNanos()
                || now - began >= quiet.multipliedBy(AT_MOST).toNanos();
    }

    Duration waited() {
        return Duration.ofNanos(nanos.getAsLong() - began);
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException notThereYet) {
            return 0;
        }
    }
}
