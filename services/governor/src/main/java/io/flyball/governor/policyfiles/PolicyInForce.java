package io.flyball.governor.policyfiles;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.governor.policy.Judge;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy in force. New files take its place as a whole, between two decisions; files that cannot be understood do
 * not, and are told in the log until they are mended.
 */
public final class PolicyInForce {
    private static final Logger log = LoggerFactory.getLogger(PolicyInForce.class);

    private final PolicyFiles files;
    private final Consumer<PolicyChange> onChange;
    private volatile Judge judge;
    private String seen;

    /**
     * Reads the files below the catalogue's directory.
     *
     * @param onChange told of every later change, after it is in force
     * @throws InvalidCatalogue if one cannot be understood, naming file, line and reason
     */
    public PolicyInForce(Path directory, Consumer<PolicyChange> onChange) {
        this.files = new PolicyFiles(directory);
        this.onChange = onChange;
        this.seen = files.fingerprint();
        this.judge = files.judge();
        if (judge.allowsNothing()) {
            log.warn("no policy is configured under {}/policies: every CHANGE is denied", directory.toAbsolutePath());
        } else {
            log.info("policy {} is in force, from {}/policies", judge.policyHash(), directory.toAbsolutePath());
        }
    }

    /** What judges now; to be asked once per decision, so that a decision is made under one version. */
    public Judge judge() {
        return judge;
    }

    /** Looks at the files and takes them over if they have changed and can be understood. */
    public synchronized void look() {
        try {
            String fingerprint = files.fingerprint();
            if (!fingerprint.equals(seen)) {
                takeOver(files.judge());
                seen = fingerprint;
            }
        } catch (InvalidCatalogue | UncheckedIOException e) {
            log.error(
                    "policy {} STAYS IN FORCE, because the new files are bad: {}", judge.policyHash(), e.getMessage());
        }
    }

    private void takeOver(Judge newer) {
        String before = judge.policyHash();
        judge = newer;
        log.info("policy {} is in force, in place of {}", newer.policyHash(), before);
        if (newer.allowsNothing()) {
            log.warn("no policy is configured any more: every CHANGE is denied");
        }
        onChange.accept(new PolicyChange(before, newer.policyHash()));
    }
}
