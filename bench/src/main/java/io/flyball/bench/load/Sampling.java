package io.flyball.bench.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the processors' time when the window begins and when it ends. */
final class Sampling {
    private final Window window;
    private final Processors processors;
    private @Nullable CpuTimes atBegin;
    private @Nullable CpuTimes used;

    Sampling(Window window, Processors processors) {
        this.window = window;
        this.processors = processors;
    }

    void look(long now) {
        CpuTimes begin = atBegin;
        if (begin == null && now >= window.begin()) {
            atBegin = processors.now();
        } else if (begin != null && used == null && now >= window.end()) {
            used = processors.now().since(begin);
        }
    }

    Duration measured() {
        return (used == null ? CpuTimes.NONE : used).measured();
    }

    Duration broker() {
        return (used == null ? CpuTimes.NONE : used).broker();
    }
}
