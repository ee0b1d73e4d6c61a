package io.flyball.toolexecutor.catalogue;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue as its files are now, so that an executor keeps step with the governor, whose grants name a version. New files
 * take the place of the old ones as a whole; files that cannot be understood do not. It looks when a call asks, at most once a
 * second: an idle executor reads nothing.
 */
public final class CatalogueInUse implements Supplier<Catalogue> {
    private static final Logger log = LoggerFactory.getLogger(CatalogueInUse.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path directory;
    private final Clock clock;
    private Catalogue inUse;
    private String seen;
    private Instant looked;

    /** @throws InvalidCatalogue if a file cannot be understood */
    public CatalogueInUse(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.seen = fingerprint();
        this.inUse = Catalogue.load(directory);
        this.looked = clock.instant();
    }

    @Override
    public synchronized Catalogue get() {
        Instant now = clock.instant();
        if (!now.isBefore(looked.plus(BETWEEN_LOOKS))) {
            looked = now;
            look();
        }
        return inUse;
    }

    private void look() {
        try {
            String fingerprint = fingerprint();
            if (!fingerprint.equals(seen)) {
                Catalogue newer = Catalogue.load(directory);
                log.info("catalogue {} is in use, in place of {}", newer.version(), inUse.version());
                inUse = newer;
                seen = fingerprint;
            }
        } catch (InvalidCatalogue | UncheckedIOException e) {
            log.error("catalogue {} STAYS IN USE, because the new files are bad: {}", inUse.version(), e.getMessage());
        }
    }

    private String fingerprint() {
        return Catalogue.version(directory);
    }
}
