package io.flyball.toolexecutor.execution;

import io.flyball.schemas.grant.VerifyingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of public keys in its file, read again whenever it has another text. Without a list nobody is believed. */
final class TrustedKeys implements Supplier<VerifyingKeys> {
    private static final Logger log = LoggerFactory.getLogger(TrustedKeys.class);

    private final Path file;
    private String text = "";
    private VerifyingKeys keys = new VerifyingKeys(List.of());

    TrustedKeys(Path file) {
        this.file = file;
    }

    @Override
    public synchronized VerifyingKeys get() {
        try {
            String now = Files.exists(file) ? Files.readString(file) : "";
            if (!now.equals(text)) {
                keys = VerifyingKeys.of(now);
                text = now;
            }
        } catch (IOException | IllegalArgumentException e) {
            log.error("the keys of governors in {} stay as they were: {}", file, e.toString());
        }
        return keys;
    }
}
