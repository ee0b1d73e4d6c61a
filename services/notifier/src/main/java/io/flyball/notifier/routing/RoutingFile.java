package io.flyball.notifier.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code notifications/routing.yaml}.
 *
 * @param routes the first one that matches counts
 * @param otherwise channels for what no route matches
 */
record RoutingFile(
        @Nullable List<Route> routes,
        @JsonProperty(required = true) List<String> otherwise) {

    RoutingFile {
        routes = routes == null ? List.of() : List.copyOf(routes);
        otherwise = List.copyOf(otherwise);
        if (otherwise.isEmpty()) {
            throw new IllegalArgumentException("'otherwise' needs at least one channel");
        }
    }

    Stream<String> channels() {
        Stream<Route> all = routes == null ? Stream.of() : routes.stream();
        return Stream.concat(
                all.flatMap(route -> Stream.concat(
                        route.to().stream(), route.fallback() == null ? Stream.of() : route.fallback().stream())),
                otherwise.stream());
    }
}
