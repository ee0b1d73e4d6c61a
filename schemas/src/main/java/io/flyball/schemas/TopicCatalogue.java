package io.flyball.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All topics, as {@code topics.yaml} lists them.
 *
 * @param topics in the order of the file
 */
public record TopicCatalogue(List<Topic> topics) {

    public TopicCatalogue {
        topics = List.copyOf(topics);
    }

    /** Reads the catalogue that is packaged with the schemas. */
    public static TopicCatalogue load() {
        try (InputStream yaml = TopicCatalogue.class.getResourceAsStream("/topics.yaml")) {
            return new YAMLMapper()
                    .readValue(Objects.requireNonNull(yaml, "topics.yaml is not packaged"), TopicCatalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The topic of that name.
     *
     * @throws IllegalArgumentException if the catalogue has none
     */
    public Topic topic(String name) {
        return topics.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic " + name + " in topics.yaml"));
    }
}
