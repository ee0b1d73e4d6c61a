package io.flyball.cli.demo;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Two demos at once would break each other's shop. The system releases the lock of a process that was killed. */
final class OneDemo implements AutoCloseable {
    private final FileChannel file;

    private OneDemo(FileChannel file) {
        this.file = file;
    }

    static OneDemo begin(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "Another demo is playing in " + folder + ".",
                    "Let it end, or use another --data-dir.");
        }
        return new OneDemo(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
