package io.flyball.toolexecutor.config;

import io.flyball.files.trash.Trash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where deleted files and old versions of written ones are kept.
 *
 * @param home folder in which the trash lies; {@code .flyball} in the home of the executor's user unless set
 * @param keep how long an entry is kept at least
 */
@ConfigurationProperties("flyball.executor.trash")
public record TrashProperties(
        @Nullable Path home, @DefaultValue("30d") Duration keep) {

    public TrashProperties {
        home = home == null ? Path.of(System.getProperty("user.home"), ".flyball") : home;
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("flyball.executor.trash.keep must be positive");
        }
    }

    public Trash toTrash() {
        Path folder = Objects.requireNonNull(home).toAbsolutePath().normalize();
        return new Trash(folder.resolve(Trash.NAME), keep);
    }
}
