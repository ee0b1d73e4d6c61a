package io.flyball.toolexecutor.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file whose old versions are kept in {@code .versions} beside it.
 *
 * @param path the file itself, no link
 */
record VersionedFile(Path path) {
    private static final int SHOWN_WHOLE = 2_000;

    /**
     * What a replacement did.
     *
     * @param before the text before, or its size and hash where it is long
     * @param after likewise, after
     * @param howToUndo one sentence
     */
    record Replaced(String before, String after, String howToUndo) {}

    /**
     * Puts the new content in the file's place in one step; readers see the old file or the new one.
     *
     * @param version distinguishes the old version that is kept from others
     */
    Replaced replace(String content, String version) throws IOException {
        boolean existed = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (existed && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is not a regular file");
        }
        String before = existed ? state(Files.readAllBytes(path)) : "absent";
        Path kept = keptAs(version);
        if (existed) {
            Files.createDirectories(folder().resolve(".versions"));
            Files.copy(path, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        moveIn(bytes, existed);
        return new Replaced(before, state(bytes), howToUndo(existed, kept));
    }

    private void moveIn(byte[] bytes, boolean existed) throws IOException {
        Path fresh = Files.createTempFile(folder(), "." + path.getFileName(), ".new");
        try {
            Files.write(fresh, bytes);
            if (existed) {
                keepPermissions(fresh);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void keepPermissions(Path fresh) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (old != null) {
            Files.setPosixFilePermissions(fresh, old.readAttributes().permissions());
        }
    }

    private String howToUndo(boolean existed, Path kept) {
        return existed
                ? "Wrote " + path + ". The old version is kept as " + kept + "; copy it back to undo."
                : "Wrote the new file " + path + ". Delete it to undo.";
    }

    private Path keptAs(String version) {
        String safe = version.replaceAll("[^A-Za-z0-9._-]", "_");
        return folder().resolve(".versions").resolve(path.getFileName() + "." + safe);
    }

    private Path folder() {
        return Objects.requireNonNull(path.getParent(), "a file has a folder");
    }

    private static String state(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.length() <= SHOWN_WHOLE ? text : bytes.length + " bytes, sha256:" + sha256(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
