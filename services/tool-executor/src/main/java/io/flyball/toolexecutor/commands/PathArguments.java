package io.flyball.toolexecutor.commands;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the paths among arguments: bare, after an equals sign, glued to a short option, after an @. */
final class PathArguments {
    private PathArguments() {}

    static Optional<String> objection(List<String> arguments, Predicate<String> mayRead) {
        return arguments.stream()
                .flatMap(PathArguments::paths)
                .filter(path -> !mayRead.test(path))
                .findFirst()
                .map(path -> "the agent may not read " + path);
    }

    private static Stream<String> paths(String argument) {
        int equals = argument.indexOf('=');
        Stream<String> values = Stream.of(
                argument,
                equals < 0 ? "" : argument.substring(equals + 1),
                argument.startsWith("-") && argument.length() > 2 ? argument.substring(2) : "",
                argument.startsWith("@") ? argument.substring(1) : "");
        return values.filter(PathArguments::isPath);
    }

    private static boolean isPath(String value) {
        return value.startsWith("/")
                || value.startsWith("~")
                || value.startsWith("./")
                || value.equals("..")
                || value.startsWith("../")
                || value.contains("/../")
                || value.endsWith("/..");
    }
}
