package io.flyball.toolexecutor.files;

import java.nio.file.Path;

/** Whether an agent may touch a file. */
public sealed interface FileAccess {

    /** It may; the file is really there, behind all links. */
    record Allowed(Path real) implements FileAccess {}

    /** It may not. */
    record Refused(String reason) implements FileAccess {}
}
