package io.flyball.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A file with the classes of one program as they were loaded and linked in an earlier run (JEP 483, 515): with it a JVM starts in a third of the
 * processor time. One that fits no longer is ignored by the JVM.
 *
 * @param file where it is, if there is one
 * @param remembering whether this run is to make it, which takes the JVM up to a minute when it ends
 */
public record RememberedClasses(Path file, boolean remembering) {
    /** Set by whoever wants a run that remembers. */
    private static final String WANTED = "FLYBALL_REMEMBER_CLASSES";

    /** What a JVM that remembers may need to end, on a slow, busy machine. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    /** As the environment says. */
    public static RememberedClasses in(Path file) {
        return new RememberedClasses(file, wanted());
    }

    private static boolean wanted() {
        return System.getenv(WANTED) != null;
    }

    /** Options for the JVM; none if there is no file and none is wanted. */
    public List<String> options() {
        if (remembering) {
            return List.of("-XX:AOTCacheOutput=" + file);
        }
        return Files.exists(file)
                ? List.of("-XX:AOTCache=" + file, "-XX:AOTMode=auto", "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of();
    }

    /** How long a JVM that usually has so long may take to end. */
    public static Duration grace(Duration usual) {
        return wanted() ? GRACE : usual;
    }
}
