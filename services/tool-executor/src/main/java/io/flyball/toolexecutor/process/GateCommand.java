package io.flyball.toolexecutor.process;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a process that waits at the gate: it enters its control group, is put into its enclosure, sets its
 * limits, waits for the word, and turns itself into the program.
 */
final class GateCommand {
    /** Where limits cannot be set, the program runs without them; what cannot be entered ends it. */
    private static final String DOOR = """
            while [ "$1" != -- ]; do echo $$ >"$1" || exit 1; shift; done; shift
            exec "$@"
            """;

    private static final String GATE = """
            { ulimit -c 0; ulimit -n "$1"; ulimit -f "$2"; ulimit -t "$3"; ulimit -d "$4"
              [ "$5" = - ] || ulimit -u "$5" || ulimit -p "$5"; } 2>/dev/null; shift 5
            IFS=' ' read -r word nonce by && [ "$word" = go ] || exit 1
            if [ -n "$by" ] && IFS=' ' read -r now rest </proc/uptime; then
              [ "${now%.*}${now#*.}" -le "$by" ] || { printf %s "$nonce"; exit 75; }
            fi
            exec "$@" </dev/null
            """;
    private static final int BLOCKS_PER_MEGABYTE = 2048;
    private static final int KILOBYTES_PER_MEGABYTE = 1024;
    private static final String UNLIMITED = "unlimited";
    private static final String UNTOUCHED = "-";

    private GateCommand() {}

    static List<String> of(Launch launch, ControlGroup group) {
        return of(launch, group, GATE);
    }

    /** The same for a program that goes on reading where the word came from. */
    static List<String> keepingInput(Launch launch, ControlGroup group) {
        return of(launch, group, GATE.replace(" </dev/null", ""));
    }

    private static List<String> of(Launch launch, ControlGroup group, String gate) {
        List<String> words = new ArrayList<>();
        Programs.find("setsid", "/usr/bin:/bin").ifPresent(setsid -> words.add(setsid.toString()));
        if (!group.entrances().isEmpty()) {
            words.addAll(List.of("/bin/sh", "-c", DOOR, "door"));
            words.addAll(group.entrances());
            words.add("--");
        }
        if (launch.containment() instanceof Containment.Namespaces held) {
            words.addAll(
                    new Bubblewrap(held.enclosure(), launch.limits()).words(held.bubblewrap(), launch.directory()));
        }
        words.addAll(List.of("/bin/sh", "-c", gate, "gate"));
        words.addAll(limits(launch));
        words.add(launch.program().toString());
        words.addAll(launch.arguments());
        return words;
    }

    private static List<String> limits(Launch launch) {
        ResourceLimits limits = launch.limits();
        String openFiles = Integer.toString(limits.openFiles());
        String blocks = Long.toString((long) limits.fileMegabytes() * BLOCKS_PER_MEGABYTE);
        String seconds = Integer.toString(limits.cpuSeconds());
        String kilobytes = Long.toString((long) limits.memoryMegabytes() * KILOBYTES_PER_MEGABYTE);
        return switch (launch.containment()) {
            // Outside a namespace of its own the kernel would count all processes of this user, this one's threads too.
            case Containment.Plain plain
            when !plain.service() -> List.of(openFiles, blocks, seconds, kilobytes, UNTOUCHED);
            case Containment.Plain _ -> List.of(openFiles, blocks, UNLIMITED, UNLIMITED, UNTOUCHED);
            case Containment.Namespaces _ ->
                List.of(openFiles, blocks, seconds, kilobytes, Integer.toString(limits.processes()));
        };
    }
}
