package io.flyball.schemas.evolution;

import io.flyball.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.apache.avro.Schema;

/** Releases the current records as the next version, unless they break an older one. */
public final class ReleaseSchemas {

    private ReleaseSchemas() {}

    /**
     * Ends with 1 if the records break a release.
     *
     * @param args the folder of this module
     */
    public static void main(String[] args) {
        Path schemas = Path.of(args[0]);
        TopicCatalogue catalogue = TopicCatalogue.load();
        Answer answer = release(SchemaFiles.topicRecords(schemas, catalogue), schemas.resolve("released"));
        switch (answer) {
            case Answer.Released(int version) -> System.out.println("Released version " + version);
            case Answer.Unchanged(int version) -> System.out.println("Nothing changed since version " + version);
            case Answer.Refused(List<BreakingChange> breaks) -> {
                breaks.forEach(change -> System.err.println(change.in(catalogue)));
                System.exit(1);
            }
        }
    }

    static Answer release(SortedMap<String, Schema> current, Path folder) {
        List<Release> releases = Release.readAll(folder);
        List<BreakingChange> breaks = BackwardTransitive.breaks(current, releases);
        if (!breaks.isEmpty()) {
            return new Answer.Refused(breaks);
        }
        int newest = releases.isEmpty() ? 0 : releases.getLast().version();
        if (newest > 0 && releases.getLast().records().equals(current)) {
            return new Answer.Unchanged(newest);
        }
        new Release(newest + 1, current).writeTo(folder);
        return new Answer.Released(newest + 1);
    }

    sealed interface Answer {

        record Released(int version) implements Answer {}

        record Unchanged(int version) implements Answer {}

        record Refused(List<BreakingChange> breaks) implements Answer {}
    }
}
