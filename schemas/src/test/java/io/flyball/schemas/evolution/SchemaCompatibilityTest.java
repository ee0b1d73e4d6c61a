package io.flyball.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CON-4 the schemas read what every release wrote")
class SchemaCompatibilityTest {

    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();

    private static final SortedMap<String, Schema> CURRENT = SchemaFiles.topicRecords(Path.of(""), CATALOGUE);

    private static final List<Release> RELEASES = Release.readAll(Path.of("released"));

    @Test
    @DisplayName("CON-4 no current record breaks a release")
    void nothingBreaks() {
        assertThat(BackwardTransitive.breaks(CURRENT, RELEASES))
                .extracting(change -> change.in(CATALOGUE))
                .as("changes that break a release; see schemas/README.md")
                .isEmpty();
    }

    @Test
    @DisplayName("CON-4 every topic's record has been released, or nothing would be compared")
    void everyRecordIsReleased() {
        assertThat(RELEASES).isNotEmpty();
        assertThat(RELEASES.getLast().records().keySet()).containsAll(CURRENT.keySet());
    }

    @Test
    @DisplayName("CON-4 releases are numbered from 1 without gaps")
    void releasesAreNumbered() {
        assertThat(RELEASES).extracting(Release::version).containsExactlyElementsOf(numbers(RELEASES.size()));
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
