package io.flyball.toolexecutor.config;

import io.flyball.toolexecutor.secrets.SecretStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where secrets are that tools get by reference.
 *
 * @param directory folder with a file for each secret, named like it, as Kubernetes mounts them; none unless set. What has no file is looked
 *     for in the variable FLYBALL_TOOL_SECRET_ and its name in capitals
 */
@ConfigurationProperties("flyball.executor.secrets")
public record ToolSecretsProperties(@Nullable Path directory) {

    /** These and the process's environment. */
    public SecretStore toStore() {
        return new SecretStore(directory, System::getenv);
    }
}
