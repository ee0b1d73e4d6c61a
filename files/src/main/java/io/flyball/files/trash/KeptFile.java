package io.flyball.files.trash;

import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file, folder or link, as it was.
 *
 * @param path below what was put away; empty for that itself
 * @param size bytes of a file
 * @param sha256 of a file's content, in hexadecimal; absent where it was not asked for, and for what is no file
 * @param rights whose it was
 * @param modifiedAt when its content had last changed
 * @param place device and number by which the file system told it from others
 */
public record KeptFile(
        String path, Kind kind, long size, @Nullable String sha256, Rights rights, Instant modifiedAt, String place) {

    /** What it is. */
    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    /**
     * Whose it was.
     *
     * @param mode as {@code rw-r-----}
     */
    public record Rights(String mode, String owner, String group) {}

    static KeptFile of(String path, PosixFileAttributes seen, @Nullable String sha256) {
        Rights rights = new Rights(
                PosixFilePermissions.toString(seen.permissions()),
                seen.owner().getName(),
                seen.group().getName());
        return new KeptFile(
                path,
                kind(seen),
                seen.isRegularFile() ? seen.size() : 0,
                sha256,
                rights,
                seen.lastModifiedTime().toInstant(),
                String.valueOf(seen.fileKey()));
    }

    static Kind kind(PosixFileAttributes seen) {
        if (seen.isRegularFile()) {
            return Kind.FILE;
        }
        if (seen.isDirectory()) {
            return Kind.FOLDER;
        }
        return seen.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    }

    /** Whether that is the same thing with the same content, as far as one can tell without reading it. */
    boolean isStill(KeptFile later) {
        return path.equals(later.path)
                && kind == later.kind
                && size == later.size
                && place.equals(later.place)
                && modifiedAt.equals(later.modifiedAt);
    }
}
