package io.flyball.platform.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Refuses a start: what was set would have had no effect, and whoever set it would believe that it has. */
public final class UnknownSettingsException extends RuntimeException {
    UnknownSettingsException(List<UnknownSetting> unknown) {
        super(unknown.stream().map(UnknownSetting::toString).collect(Collectors.joining("; "))
                + ". All settings: docs/reference/configuration.md");
    }
}
