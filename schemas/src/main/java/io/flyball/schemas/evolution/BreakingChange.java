package io.flyball.schemas.evolution;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;

/**
 * Why data of a release can no longer be read.
 *
 * @param record simple name of the released record
 * @param release the version of the release
 * @param field where in the record, for example {@code alert.labels}
 * @param reason what is wrong there and what would be right
 */
record BreakingChange(String record, int release, String field, String reason) {

    /** In words, with the topic that carries the record. */
    String in(TopicCatalogue catalogue) {
        String topic = catalogue.topics().stream()
                .filter(candidate -> candidate.record().equals(record))
                .findFirst()
                .map(Topic::name)
                .orElse("no topic");
        return topic + ": " + record + "." + field + ": " + reason + " (release " + release + ")";
    }
}
