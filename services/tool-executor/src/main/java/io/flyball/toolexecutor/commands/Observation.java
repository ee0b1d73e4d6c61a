package io.flyball.toolexecutor.commands;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.GatedProcess;
import io.flyball.toolexecutor.process.Launch;
import io.flyball.toolexecutor.process.ProcessEnd;
import java.io.IOException;

/** Runs the read that shows what a command changes. It may fail; then that is what is seen. */
final class Observation {
    private Observation() {}

    static String of(Launch launch, Ending ending) {
        try (GatedProcess process = GatedProcess.arm(launch)) {
            process.open();
            return text(process.await(ending));
        } catch (IOException e) {
            return "unknown: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown: interrupted";
        }
    }

    private static String text(ProcessEnd end) {
        return switch (end) {
            case ProcessEnd.Ended ended -> "unknown: ended while looking (" + ended.cause() + ")";
            case ProcessEnd.Exited exited when exited.code() == 0 -> shown(exited);
            case ProcessEnd.Exited exited -> "exit code " + exited.code() + ": " + shown(exited);
        };
    }

    /** All that was kept: it is filtered before it is cut. */
    private static String shown(ProcessEnd.Exited exited) {
        return exited.output().shown(Integer.MAX_VALUE, text -> text).strip();
    }
}
