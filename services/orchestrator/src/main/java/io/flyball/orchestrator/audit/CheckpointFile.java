package io.flyball.orchestrator.audit;

import io.flyball.schemas.audit.AuditSeal;
import io.flyball.schemas.audit.Head;
import io.flyball.schemas.audit.Heads;
import io.flyball.schemas.audit.SealKeyFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One signed line for each checkpoint, at the end of a file; several orchestrators of one machine may share it. */
public final class CheckpointFile implements Checkpoints {
    private static final Logger log = LoggerFactory.getLogger(CheckpointFile.class);

    private final Path file;
    private final SealKeyFile key;
    private final Duration every;

    public CheckpointFile(Path file, SealKeyFile key, Duration every) {
        this.file = file;
        this.key = key;
        this.every = every;
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public boolean write(Map<String, Head> heads, Instant at) {
        try {
            append(AuditSeal.line(at, new Heads(heads, new TreeSet<>()), key.pair()) + "\n");
            return true;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            log.error("{} heads of the audit are not signed yet, because {} cannot be written", heads.size(), file, e);
            return false;
        }
    }

    private void append(String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                var _ = channel.lock()) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
