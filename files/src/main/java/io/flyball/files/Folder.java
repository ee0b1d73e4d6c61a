package io.flyball.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that is held open. What is done by it happens in that very folder, wherever its path may lead by now, and never
 * follows a link. The process needs the right to read every folder on the way, not only to pass it.
 */
public final class Folder implements Closeable {
    private static final int MOST_NAMES = 200_000;

    private final Path path;
    private final SecureDirectoryStream<Path> handle;

    private Folder(Path path, DirectoryStream<Path> opened) throws IOException {
        this.path = path;
        if (!(opened instanceof SecureDirectoryStream<Path> secure)) {
            opened.close();
            throw new IOException("this system cannot hold folders open, so nothing is done with files");
        }
        this.handle = secure;
    }

    /**
     * Opens a folder, name by name from the root.
     *
     * @param path absolute and without {@code ..}
     * @throws IOException if a name on the way is a link or no folder, or is not there
     */
    public static Folder open(Path path) throws IOException {
        if (!path.isAbsolute() || !path.normalize().equals(path)) {
            throw new IOException("not an absolute path without dots: " + path);
        }
        Folder folder = new Folder(path.getRoot(), Files.newDirectoryStream(path.getRoot()));
        for (Path name : path) {
            try (Folder above = folder) {
                folder = above.folder(name.toString());
            }
        }
        return folder;
    }

    /** Opens the folder in which that file lies, or would lie. */
    public static Folder around(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("the root lies in no folder");
        }
        return open(folder);
    }

    /** By which path it was opened; it may be elsewhere by now. */
    public Path path() {
        return path;
    }

    /** Opens a folder in it. */
    public Folder folder(String name) throws IOException {
        try {
            return new Folder(path.resolve(name), handle.newDirectoryStream(single(name), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(path.resolve(name).toString());
        } catch (FileSystemLoopException e) {
            throw new IOException(path.resolve(name) + " is a link, and links are not followed", e);
        }
    }

    /** What stands under that name, itself and not what it may link to; empty if nothing does. */
    public Optional<PosixFileAttributes> look(String name) throws IOException {
        try {
            return Optional.of(view(name).readAttributes());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Sets permissions, owner and times of what stands under that name. */
    public PosixFileAttributeView view(String name) {
        return handle.getFileAttributeView(single(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Opens a regular file to read it.
     *
     * @throws IOException if it is a link, a folder, a device or a pipe
     */
    public SeekableByteChannel read(String name) throws IOException {
        if (look(name).filter(PosixFileAttributes::isRegularFile).isEmpty()) {
            throw new IOException(path.resolve(name) + " is not a regular file");
        }
        return handle.newByteChannel(single(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * Makes a file that was not there and opens it to write.
     *
     * @throws java.nio.file.FileAlreadyExistsException if something stands under that name
     */
    public SeekableByteChannel create(String name, Set<PosixFilePermission> permissions) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        return handle.newByteChannel(single(name), options, PosixFilePermissions.asFileAttribute(permissions));
    }

    /**
     * Moves what stands under that name in one step, itself and not what it may link to, over what stands there.
     *
     * @throws java.nio.file.AtomicMoveNotSupportedException if the other folder is on another file system
     */
    public void move(String name, Folder to, String as) throws IOException {
        handle.move(single(name), to.handle, single(as));
    }

    /** Takes away a file or link. */
    public void delete(String name) throws IOException {
        handle.deleteFile(single(name));
    }

    /** Takes away an empty folder. */
    public void deleteFolder(String name) throws IOException {
        handle.deleteDirectory(single(name));
    }

    /**
     * Names of what is in it, sorted.
     *
     * @throws IOException if it cannot be read, or holds too many to be kept in memory
     */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        // A stream can be read once; the folder itself stays open.
        try (DirectoryStream<Path> again = handle.newDirectoryStream(Path.of("."), LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : again) {
                if (names.size() >= MOST_NAMES) {
                    throw new IOException(path + " holds more than " + MOST_NAMES + " entries");
                }
                names.add(Objects.requireNonNull(entry.getFileName()).toString());
            }
        }
        Collections.sort(names);
        return names;
    }

    private static Path single(String name) {
        if (name.isEmpty() || name.contains("/") || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("not the name of one thing in a folder: " + name);
        }
        return Path.of(name);
    }

    @Override
    public void close() throws IOException {
        handle.close();
    }
}
