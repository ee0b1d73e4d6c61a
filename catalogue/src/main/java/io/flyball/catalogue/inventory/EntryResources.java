package io.flyball.catalogue.inventory;

import io.flyball.catalogue.CommandPattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to an entry.
 *
 * @param commands commands that touch it
 * @param files its files
 * @param urls where it is reached
 * @param names what other tools call it, as their {@code target} says, for example {@code service:shop}
 */
public record EntryResources(
        @Nullable List<CommandPattern> commands,
        @Nullable List<FilePattern> files,
        @Nullable List<UrlPattern> urls,
        @Nullable List<String> names) {
    static final EntryResources NONE = new EntryResources(null, null, null, null);
    private static final String FILE = "file:";
    private static final String URL = "url:";

    public EntryResources {
        commands = commands == null ? List.of() : List.copyOf(commands);
        files = files == null ? List.of() : List.copyOf(files);
        urls = urls == null ? List.of() : List.copyOf(urls);
        names = names == null ? List.of() : List.copyOf(names);
    }

    /** A command is of the entry only where it is run in a folder of the entry, if it says where. */
    boolean cover(Touched touched) {
        return touched.command().isEmpty()
                ? touched.resource().filter(this::cover).isPresent()
                : Objects.requireNonNull(commands).stream().anyMatch(pattern -> pattern.fits(touched.command()))
                        && touched.directory().stream().allMatch(this::hasFile);
    }

    private boolean cover(String resource) {
        if (resource.startsWith(FILE)) {
            return hasFile(resource.substring(FILE.length()));
        }
        return resource.startsWith(URL)
                ? Objects.requireNonNull(urls).stream()
                        .anyMatch(pattern -> pattern.fits(resource.substring(URL.length())))
                : Objects.requireNonNull(names).contains(resource);
    }

    private boolean hasFile(String file) {
        return Objects.requireNonNull(files).stream().anyMatch(pattern -> pattern.fits(file));
    }
}
