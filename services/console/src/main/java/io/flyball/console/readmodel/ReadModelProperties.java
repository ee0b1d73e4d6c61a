package io.flyball.console.readmodel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the console keeps in memory; the topics have the rest.
 *
 * @param finishedRuns how many runs that ended, with their whole timelines; open ones are always kept
 * @param answeredApprovals how many approvals that are no longer pending
 * @param deadLetters how many dead letters
 * @param deadLetterBytes how large their bytes may be together
 * @param changes how many changes a browser may have missed and still catch up without reading the lists again
 */
@ConfigurationProperties("flyball.console.read-model")
record ReadModelProperties(
        @DefaultValue("2000") int finishedRuns,
        @DefaultValue("2000") int answeredApprovals,
        @DefaultValue("1000") int deadLetters,
        @DefaultValue("32MB") DataSize deadLetterBytes,
        @DefaultValue("4096") int changes) {

    ReadModelProperties {
        if (finishedRuns < 1 || answeredApprovals < 1 || deadLetters < 1 || changes < 1) {
            throw new IllegalArgumentException("flyball.console.read-model: every number must be at least 1");
        }
        if (deadLetterBytes.toBytes() < 1) {
            throw new IllegalArgumentException("flyball.console.read-model.dead-letter-bytes must be at least 1 byte");
        }
    }
}
