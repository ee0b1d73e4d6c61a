package io.flyball.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One service to start.
 *
 * @param name as in its configuration file's name, for example tool-executor
 * @param arguments what its own command line would be
 */
record ServiceStart(String name, List<String> arguments) {

    ServiceStart {
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a service: small letters and dashes");
        }
        arguments = List.copyOf(arguments);
    }

    /**
     * Reads {@code console --server.port=7400 governor --server.port=7403}: what does not begin with a dash is a name, what
     * does is an argument of the service before it.
     */
    static List<ServiceStart> parse(List<String> commandLine) {
        var starts = new ArrayList<ServiceStart>();
        for (var word : commandLine) {
            if (!word.startsWith("-")) {
                starts.add(new ServiceStart(word, List.of()));
            } else if (starts.isEmpty()) {
                throw new IllegalArgumentException("'" + word + "' stands before the first name of a service");
            } else {
                starts.set(starts.size() - 1, starts.getLast().with(word));
            }
        }
        return List.copyOf(starts);
    }

    private ServiceStart with(String argument) {
        var all = new ArrayList<>(arguments);
        all.add(argument);
        return new ServiceStart(name, all);
    }

    /** Where every service has its class with the method {@code start}. */
    String applicationClass() {
        var words = name.split("-");
        var camelCase = Arrays.stream(words)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return "io.flyball." + String.join("", words) + "." + camelCase + "Application";
    }
}
