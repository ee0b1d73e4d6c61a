package io.flyball.console.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Drills again and again, if the settings want it. */
@Component
final class DrillSchedule implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DrillSchedule.class);

    private final StopDrill drill;
    private final Duration every;
    private volatile @Nullable Thread thread;

    DrillSchedule(StopDrill drill, DrillProperties properties) {
        this.drill = drill;
        this.every = properties.every();
    }

    @Override
    public void start() {
        if (!every.isZero()) {
            thread = Thread.ofVirtual().name("stop-drills").start(this::keepDrilling);
        }
    }

    private void keepDrilling() {
        while (thread != null) {
            try {
                Thread.sleep(every);
                log.info("drill of the stop: {}", drill.run("schedule").sentence());
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.warn("a drill of the stop did not come about: {}", e.getMessage());
            }
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
