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
        // A lock of a file is a whole process's, and refuses a second thread of it.
        synchronized (CheckpointFile.class) {
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                addWholly(channel, line);
            }
        }
    }

    /** The whole line is on the disk, or the file is as it was. */
    private static void addWholly(FileChannel channel, String line) throws IOException {
        long before = channel.size();
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap((endsWithALine(channel) ? line : "\n" + line).getBytes(StandardCharsets.UTF_8));
            channel.position(before);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    /** Not so where a process was killed while it wrote. */
    private static boolean endsWithALine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() == 0 || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
    }
}
