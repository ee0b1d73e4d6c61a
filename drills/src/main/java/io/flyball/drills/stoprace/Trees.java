package io.flyball.drills.stoprace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processes that the drill's actions have left, found by the run's name in their environment. */
final class Trees {
    private final String mark;

    /** @param mark how the ids of the drill's runs begin */
    Trees(String mark) {
        this.mark = "FLYBALL_ACTION_ID=" + mark;
    }

    long alive() {
        return ProcessHandle.allProcesses().filter(this::isOurs).count();
    }

    private boolean isOurs(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(proc.resolve("environ"), StandardCharsets.ISO_8859_1)
                            .contains(mark)
                    && !Files.readString(proc.resolve("stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }
}
