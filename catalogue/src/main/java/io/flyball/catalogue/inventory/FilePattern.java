package io.flyball.catalogue.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Files of this machine.
 *
 * @param glob an absolute path with {@code *} for any name and {@code **} for any depth
 */
public record FilePattern(@JsonValue String glob) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FilePattern {
        if (!glob.startsWith("/")) {
            throw new IllegalArgumentException("a file of the inventory is an absolute path, not " + glob);
        }
        FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    /** Whether that file is one of them; a path that goes up or does not begin at the root is none. */
    boolean fits(String file) {
        try {
            Path path = Path.of(file);
            boolean plain = path.isAbsolute() && path.equals(path.normalize());
            return plain
                    && FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(path);
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
