package io.flyball.toolexecutor.processes;

import io.flyball.toolexecutor.files.FilePermissions;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Findings;
import io.flyball.toolexecutor.tools.NotAllowed;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.ReadingTool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * process_inspect: what the kernel tells of processes. Which processes an agent may see is said by its readable files: those whose
 * {@code /proc/PID/status} it may read, and their arguments only where it may read {@code /proc/PID/cmdline}.
 */
public final class ProcessInspect extends ReadingTool<ProcessInspect.Wanted> {
    private static final int MOST = 10;
    private static final Path ROOT = Path.of("/proc");
    private static final Pattern PID = Pattern.compile("[0-9]{1,10}");

    private final Proc proc = new Proc(ROOT);
    private final ProcessView view = new ProcessView(proc);
    private final Clock clock;

    public ProcessInspect(Clock clock) {
        super("process_inspect", Wanted.class);
        this.clock = clock;
    }

    /**
     * Its arguments.
     *
     * @param process a number, or a name in which a star stands for anything
     */
    record Wanted(String process) {
        Wanted {
            Objects.requireNonNull(process, "process is missing");
            if (process.isBlank() || process.length() > 100) {
                throw new IllegalArgumentException("process is a number or a name of 1 to 100 characters");
            }
        }

        boolean isNumber() {
            return PID.matcher(process).matches();
        }

        /** Whether a process of that name is meant. The kernel keeps 15 characters of a name. */
        boolean names(String name) {
            String kept = process.length() > 15 && !process.contains("*") ? process.substring(0, 15) : process;
            String expression = List.of(kept.split("\\*+", -1)).stream()
                    .map(Pattern::quote)
                    .reduce((before, after) -> before + ".*" + after)
                    .orElse("");
            return Pattern.compile(expression, Pattern.DOTALL).matcher(name).matches();
        }
    }

    @Override
    protected void check(Wanted wanted, Permissions agent) throws NotAllowed {
        if (!Files.isReadable(ROOT.resolve("self/stat"))) {
            throw new NotAllowed("this machine has no /proc, where process_inspect looks");
        }
        Optional<String> objection =
                objection(wanted.isNumber() ? Long.parseLong(wanted.process()) : 1, "status", agent);
        if (objection.isPresent()) {
            throw new NotAllowed(objection.get());
        }
    }

    private static Optional<String> objection(long pid, String file, Permissions agent) {
        return FilePermissions.mayRead(ROOT.resolve(Long.toString(pid)).resolve(file), agent.readable());
    }

    @Override
    protected String told(Wanted wanted) {
        return "look at the process " + wanted.process();
    }

    @Override
    protected ToolOutcome look(Wanted wanted, ToolRequest request, Ending ending) {
        List<Findings> processes = new ArrayList<>();
        int count = 0;
        for (long pid : wanted.isNumber() ? List.of(Long.parseLong(wanted.process())) : proc.pids()) {
            Optional<ProcessStat> stat = view.stat(pid)
                    .filter(each -> wanted.isNumber() || wanted.names(each.name()))
                    .filter(_ -> objection(pid, "status", request.permissions()).isEmpty());
            if (stat.isPresent() && count++ < MOST) {
                boolean arguments =
                        objection(pid, "cmdline", request.permissions()).isEmpty();
                processes.add(view.of(pid, stat.get(), arguments, clock.instant()));
            }
        }
        return new Findings()
                .with("process", wanted.process())
                .with("count", count)
                .with("processes", processes)
                .outcome();
    }
}
