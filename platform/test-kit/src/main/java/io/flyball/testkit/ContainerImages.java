package io.flyball.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.testcontainers.utility.DockerImageName;

/**
 * Makes sure of an image before a container is made of it. Testcontainers would try for four minutes where there is no way
 * to the image's registry.
 */
final class ContainerImages {

    private ContainerImages() {}

    /** Why there is no such image; empty when there is. */
    static Optional<String> whyMissing(DockerClient engine, String image) {
        try {
            engine.inspectImageCmd(image).exec();
            return Optional.empty();
        } catch (NotFoundException notHere) {
            return pull(engine, DockerImageName.parse(image));
        }
    }

    private static Optional<String> pull(DockerClient engine, DockerImageName image) {
        try {
            engine.pullImageCmd(image.getUnversionedPart())
                    .withTag(image.getVersionPart())
                    .exec(new PullImageResultCallback())
                    .awaitCompletion();
            return Optional.empty();
        } catch (DockerException | DockerClientException refused) {
            return Optional.of("the image %s is not here and cannot be pulled (%s)"
                    .formatted(image.asCanonicalNameString(), refused.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("the pull of %s was interrupted".formatted(image.asCanonicalNameString()));
        }
    }
}
