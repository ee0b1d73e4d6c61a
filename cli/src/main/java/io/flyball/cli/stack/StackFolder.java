package io.flyball.cli.stack;

import io.flyball.cli.access.DataFolder;
import io.flyball.cli.output.Json;
import io.flyball.platform.http.LocalToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The data folder as the stack itself uses it. */
record StackFolder(DataFolder data) {
    private static final String MARK = "flyball-data.txt";

    Path path() {
        return data.path();
    }

    /** Makes it, for its owner alone, with a mark by which it is known again, and the token. */
    void prepare() throws IOException {
        Files.createDirectories(path().getParent());
        if (!Files.exists(path())) {
            Files.createDirectory(
                    path(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Files.createDirectories(logs());
        Files.writeString(path().resolve(MARK), "The data of a Flyball stack. 'flyball reset --yes' deletes it.\n");
        LocalToken.readOrCreate(data.tokenFile());
    }

    /** Whether it was made by {@link #prepare}. */
    boolean isOurs() {
        return Files.exists(path().resolve(MARK));
    }

    Path logs() {
        return path().resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Begins a log anew and keeps the one before it: after a crash it is the one that matters. */
    void beginLog(String name) {
        try {
            Files.createDirectories(logs());
            if (Files.exists(log(name))) {
                Files.move(log(name), logs().resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path lock() {
        return path().resolve("up.lock");
    }

    /** Where a service keeps what it can rebuild. */
    Path state(SuiteService service) {
        return path().resolve("streams").resolve(service.label());
    }

    Optional<StackRecord> record() {
        try {
            return Files.exists(data.stackFile())
                    ? Optional.of(StackRecord.of(Json.parse(Files.readString(data.stackFile()))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the record in one step: who reads it sees the old one or the new one. */
    void write(StackRecord record) {
        try {
            var fresh = Files.createTempFile(path(), "stack", ".json");
            Files.writeString(fresh, Json.pretty(record.json()) + "\n");
            Files.move(fresh, data.stackFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetRecord() {
        try {
            Files.deleteIfExists(data.stackFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
