package io.flyball.cli.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Only one stack at a time has a data folder. The system releases the lock of a supervisor that was killed. */
record StackLock(FileChannel file) implements AutoCloseable {

    /** The lock; empty if another process has it. */
    static Optional<StackLock> take(StackFolder folder) throws IOException {
        var file = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            return Optional.empty();
        }
        return Optional.of(new StackLock(file));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
