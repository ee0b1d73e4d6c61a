package io.flyball.schemas.asyncapi;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.evolution.Release;
import io.flyball.schemas.evolution.SchemaFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.apache.avro.Schema;

/**
 * All that the documents tell.
 *
 * @param version the newest release of the schemas
 * @param topics in the catalogue's order
 * @param records the topics' schemas by the record's simple name
 */
record Contract(int version, List<Topic> topics, SortedMap<String, Schema> records) {

    /** Reads the catalogue, and the schemas in the folder of this module. */
    static Contract read(Path schemas) {
        TopicCatalogue catalogue = TopicCatalogue.load();
        int newest = Release.readAll(schemas.resolve("released")).getLast().version();
        return new Contract(newest, catalogue.topics(), SchemaFiles.topicRecords(schemas, catalogue));
    }

    Schema recordOf(Topic topic) {
        return Objects.requireNonNull(records.get(topic.record()), topic.record());
    }
}
