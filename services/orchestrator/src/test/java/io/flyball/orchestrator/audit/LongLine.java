package io.flyball.orchestrator.audit;

import io.flyball.schemas.audit.Head;
import io.flyball.schemas.audit.SealKeyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A process of its own that signs a line of several kilobytes. */
final class LongLine {
    /** Its exit code if the line could not be kept; another one means that something else went wrong. */
    static final int REFUSED = 3;

    private LongLine() {}

    /** @param args the file of checkpoints and that of the key */
    public static void main(String[] args) {
        Map<String, Head> heads = IntStream.range(0, 100)
                .boxed()
                .collect(Collectors.toMap(i -> "run-" + i, i -> new Head(i + 1, "0".repeat(64))));
        var file = new CheckpointFile(Path.of(args[0]), new SealKeyFile(Path.of(args[1])), Duration.ofMinutes(1));
        System.exit(file.write(heads, Instant.EPOCH) ? 0 : REFUSED);
    }
}
