package io.flyball.toolexecutor.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Compares paths with globs such as {@code /var/log/**}. */
final class Globs {
    private Globs() {}

    /** Whether one of the globs covers that real path. The globs' own folders are followed through links as well. */
    static boolean cover(List<String> globs, Path real) {
        return globs.stream()
                .flatMap(Globs::followed)
                .anyMatch(glob -> matcher(glob).matches(real));
    }

    /** The same with the globs as they are written: who can set a link must not widen what may be changed. */
    static boolean coverWithoutLinks(List<String> globs, Path real) {
        return globs.stream().anyMatch(glob -> matcher(glob).matches(real));
    }

    /** The glob as written, and with the folder before its first wildcard as it really is. */
    private static Stream<String> followed(String glob) {
        int wildcard = firstWildcard(glob);
        int folder = glob.lastIndexOf('/', wildcard);
        if (folder <= 0) {
            return Stream.of(glob);
        }
        try {
            String real = Path.of(glob.substring(0, folder)).toRealPath().toString();
            return Stream.of(glob, (real.equals("/") ? "" : real) + glob.substring(folder));
        } catch (IOException _) {
            return Stream.of(glob);
        }
    }

    private static int firstWildcard(String glob) {
        for (int i = 0; i < glob.length(); i++) {
            if ("*?[{".indexOf(glob.charAt(i)) >= 0) {
                return i;
            }
        }
        return glob.length();
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }
}
