package io.flyball.files.trash;

import io.flyball.files.Folder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands under a name, and everything in it; links are seen and not followed. */
public final class Survey {
    /** Things that are looked at before it is too much. */
    public static final int MOST = 100_000;

    private static final int DEEPEST = 100;
    private static final int BLOCK = 65_536;

    private final boolean hashes;
    private final List<KeptFile> files = new ArrayList<>();

    private Survey(boolean hashes) {
        this.hashes = hashes;
    }

    /**
     * Names, sizes, times and rights.
     *
     * @throws IOException if it is not there, cannot be read, or holds more than {@link #MOST} things
     */
    public static List<KeptFile> of(Folder folder, String name) throws IOException {
        return new Survey(false).all(folder, name);
    }

    /** The same with the hash of each file's content. */
    public static List<KeptFile> hashed(Folder folder, String name) throws IOException {
        return new Survey(true).all(folder, name);
    }

    private List<KeptFile> all(Folder folder, String name) throws IOException {
        take(folder, name, "", 0);
        return List.copyOf(files);
    }

    private void take(Folder folder, String name, String path, int depth) throws IOException {
        PosixFileAttributes seen = folder.look(name)
                .orElseThrow(() ->
                        new NoSuchFileException(folder.path().resolve(name).toString()));
        if (files.size() >= MOST || depth > DEEPEST) {
            throw new IOException(folder.path().resolve(name) + ": more than " + MOST + " things, or deeper than "
                    + DEEPEST + " folders");
        }
        files.add(KeptFile.of(path, seen, hash(folder, name, seen)));
        if (seen.isDirectory()) {
            try (Folder below = folder.folder(name)) {
                for (String each : below.names()) {
                    take(below, each, path.isEmpty() ? each : path + "/" + each, depth + 1);
                }
            }
        }
    }

    private @Nullable String hash(Folder folder, String name, PosixFileAttributes seen) throws IOException {
        if (!hashes || !seen.isRegularFile()) {
            return null;
        }
        MessageDigest digest = sha256();
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        try (SeekableByteChannel in = folder.read(name)) {
            while (in.read(block) >= 0) {
                digest.update(block.flip());
                block.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether everything is still as it was, as far as one can tell without reading it. */
    static boolean same(List<KeptFile> before, List<KeptFile> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).isStill(after.get(i))) {
                return false;
            }
        }
        return true;
    }
}
