package io.flyball.toolexecutor.processes;

import io.flyball.toolexecutor.tools.Findings;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of one process what can be told without its contents: counts, limits, times, names. */
final class ProcessView {
    private static final long TICKS_PER_SECOND = 100;
    private static final int MOST_NAMES = 200;
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]{0,99})=.*", Pattern.DOTALL);
    private static final Pattern BOOTED = Pattern.compile("(?m)^btime (\\d+)$");

    private final Proc proc;

    ProcessView(Proc proc) {
        this.proc = proc;
    }

    /** Empty if it has gone. */
    Optional<ProcessStat> stat(long pid) {
        return proc.text(pid + "/stat").flatMap(ProcessStat::parse);
    }

    Findings of(long pid, ProcessStat stat, boolean withArguments, Instant now) {
        Findings found = new Findings()
                .with("pid", pid)
                .with("name", stat.name())
                .with("state", stat.stateWord())
                .with("parent", stat.parent())
                .with("parentName", stat(stat.parent()).map(ProcessStat::name).orElse(null))
                .with("threads", stat.threads());
        times(found, stat, now);
        memory(found, pid);
        files(found, pid);
        program(found, pid, withArguments);
        return environment(found, pid);
    }

    private void times(Findings found, ProcessStat stat, Instant now) {
        found.with("cpuSeconds", stat.cpuTicks() / TICKS_PER_SECOND);
        proc.text("stat").map(BOOTED::matcher).filter(Matcher::find).ifPresent(booted -> {
            Instant started =
                    Instant.ofEpochSecond(Long.parseLong(booted.group(1)) + stat.startTicks() / TICKS_PER_SECOND);
            found.with("startedAt", started)
                    .with("ageSeconds", Math.max(0, now.getEpochSecond() - started.getEpochSecond()));
        });
    }

    private void memory(Findings found, long pid) {
        String status = proc.text(pid + "/status").orElse("");
        found.with("memoryKib", number(status, "VmRSS"))
                .with("peakMemoryKib", number(status, "VmHWM"))
                .with("swappedKib", number(status, "VmSwap"))
                .with("user", number(status, "Uid"));
    }

    private static @Nullable Long number(String status, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+)").matcher(status);
        return line.find() ? Long.valueOf(line.group(1)) : null;
    }

    private void files(Findings found, long pid) {
        Optional<List<String>> open = proc.names(pid + "/fd");
        found.with("filesOpen", open.map(List::size).orElse(null));
        proc.text(pid + "/limits")
                .map(Pattern.compile("(?m)^Max open files\\s+(\\d+)")::matcher)
                .filter(Matcher::find)
                .ifPresent(limit -> found.with("filesAllowed", Long.valueOf(limit.group(1))));
        open.ifPresent(numbers -> found.with("listensAt", ports(pid, numbers)));
    }

    private List<Integer> ports(long pid, List<String> numbers) {
        Set<String> sockets = new HashSet<>();
        numbers.forEach(number -> proc.link(pid + "/fd/" + number)
                .map(Listening::socket)
                .filter(socket -> !socket.isEmpty())
                .ifPresent(sockets::add));
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> proc.text(pid + "/net/" + table).stream())
                .flatMap(table -> Listening.ports(table, sockets).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The arguments are one text, as ps tells them: the secret filter knows a password by the word before it. */
    private void program(Findings found, long pid, boolean withArguments) {
        proc.link(pid + "/exe")
                .ifPresent(program ->
                        found.with("program", program).with("programReplaced", program.endsWith(" (deleted)")));
        if (withArguments) {
            proc.text(pid + "/cmdline")
                    .ifPresent(words ->
                            found.with("arguments", words.replace('\0', ' ').strip()));
        }
    }

    /** A program may write what it likes where its environment was; only what looks like a name is told, and never a value. */
    private Findings environment(Findings found, long pid) {
        proc.text(pid + "/environ").ifPresent(block -> {
            List<String> names = Stream.of(block.split("\0"))
                    .map(VARIABLE::matcher)
                    .filter(Matcher::matches)
                    .map(variable -> Objects.requireNonNull(variable.group(1)))
                    .sorted()
                    .toList();
            found.some("environmentNames", "environmentNamesInAll", names, MOST_NAMES);
        });
        return found;
    }
}
