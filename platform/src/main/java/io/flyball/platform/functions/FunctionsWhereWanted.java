package io.flyball.platform.functions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps Spring Cloud Stream and what it brings along out of services that bind no function. All services share one class path when they run in
 * one process, and each would pay for it with memory and a second of its start.
 */
final class FunctionsWhereWanted implements AutoConfigurationImportFilter, EnvironmentAware {
    static final String WANTED = "spring.cloud.function.definition";
    private static final List<String> BROUGHT_ALONG = List.of(
            "org.springframework.cloud.", "org.springframework.boot.integration.", "org.springframework.boot.kafka.");

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = !environment.getProperty(WANTED, "").isBlank();
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            matches[i] = wanted || isOther(classes[i]);
        }
        return matches;
    }

    private static boolean isOther(@Nullable String name) {
        return name == null || BROUGHT_ALONG.stream().noneMatch(name::startsWith);
    }
}
