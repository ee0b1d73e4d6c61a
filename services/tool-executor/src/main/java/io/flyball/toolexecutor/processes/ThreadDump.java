package io.flyball.toolexecutor.processes;

import io.flyball.toolexecutor.commands.ByCommand;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Findings;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** thread_dump: what the threads of a Java virtual machine do, by {@code jcmd PID Thread.print -l}. */
public final class ThreadDump implements Tool {
    private static final int KEPT = 4_000_000;
    private static final int MOST = 15;
    private static final List<String> SMALL = List.of("-J-Xmx64m", "-J-XX:+UseSerialGC");

    private final ByCommand command;

    public ThreadDump(ByCommand command) {
        this.command = command;
    }

    /** Its arguments. */
    record Wanted(String pid) {
        Wanted {
            Objects.requireNonNull(pid, "pid is missing");
            // 0 would be every virtual machine that there is.
            if (!pid.matches("[1-9][0-9]{0,9}")) {
                throw new IllegalArgumentException("pid is the number of one process, not " + pid);
            }
        }
    }

    @Override
    public String name() {
        return "thread_dump";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            return command.plan(argv(wanted.pid()), request, KEPT, ThreadDump::read);
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** jcmd is a virtual machine itself, and must fit into what a command may use. */
    private static List<String> argv(String pid) {
        return Stream.concat(Stream.concat(Stream.of("jcmd"), SMALL.stream()), Stream.of(pid, "Thread.print", "-l"))
                .toList();
    }

    private static ToolOutcome read(ToolOutcome outcome) {
        return outcome instanceof ToolOutcome.Succeeded succeeded ? told(succeeded.output()) : outcome;
    }

    private static ToolOutcome told(Output output) {
        ThreadText text = ThreadText.parse(String.join("\n", output.parts()));
        return new Findings()
                .with("threads", text.threads().size())
                .with("whole", output.parts().size() == 1)
                .with("states", text.states())
                .with("deadlocks", text.deadlocks().size())
                .with("deadlocked", text.deadlocks())
                .some("blocked", "blockedInAll", blocked(text), MOST)
                .some("busiest", "threadsWithTime", busiest(text), MOST / 3)
                .outcome();
    }

    private static List<Findings> blocked(ThreadText text) {
        return text.threads().stream()
                .filter(thread -> thread.state().equals("BLOCKED"))
                .map(thread -> thread(thread).with("heldBy", text.holder(thread.waitsFor())))
                .toList();
    }

    private static List<Findings> busiest(ThreadText text) {
        return text.threads().stream()
                .filter(thread -> thread.cpuMillis() > 0)
                .sorted(Comparator.comparing(ThreadText.Entry::cpuMillis).reversed())
                .map(thread -> thread(thread).with("cpuMillis", thread.cpuMillis()))
                .toList();
    }

    private static Findings thread(ThreadText.Entry thread) {
        return new Findings()
                .with("name", thread.name())
                .with("state", thread.state())
                .with("frames", thread.frames());
    }
}
