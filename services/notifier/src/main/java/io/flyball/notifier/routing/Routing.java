package io.flyball.notifier.routing;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.YamlFolder;
import io.flyball.notifier.delivery.Chain;
import io.flyball.notifier.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which channels a message goes to. */
public final class Routing {
    /** Always there and always answering, so nothing is told to nobody. */
    public static final String LOG = "log";

    private final List<Route> routes;

    private Routing(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /**
     * Reads the routing.
     *
     * @param channels the names of the channels that are configured, besides the log
     * @throws InvalidCatalogue if it cannot be understood or names another channel, with file and line
     */
    public static Routing load(Path file, Set<String> channels) {
        RoutingFile read = YamlFolder.readFile(file, RoutingFile.class);
        Set<String> known = new TreeSet<>(channels);
        known.add(LOG);
        read.channels().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new InvalidCatalogue(file + ":" + line(file, name) + ": no channel '" + name
                    + "' is configured (flyball.notifier.channels." + name + ".*); configured are " + known);
        });
        List<Route> all = new ArrayList<>(read.routes() == null ? List.of() : read.routes());
        all.add(Route.to(read.otherwise()));
        return new Routing(all);
    }

    /** One chain for each channel that gets the message; each ends at the log. */
    public List<Chain> chains(Message message) {
        Route route = message.channels().isEmpty()
                ? routes.stream().filter(r -> r.matches(message)).findFirst().orElseThrow()
                : Route.to(message.channels());
        return route.to().stream()
                .distinct()
                .map(channel -> chain(channel, route))
                .toList();
    }

    private static Chain chain(String channel, Route route) {
        Set<String> channels = new LinkedHashSet<>();
        channels.add(channel);
        channels.addAll(route.fallback() == null ? List.of() : route.fallback());
        channels.add(LOG);
        return new Chain(List.copyOf(channels), route.retryFor() == null ? Route.LONGEST : route.retryFor());
    }

    private static int line(Path file, String name) {
        Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
        try {
            List<String> lines = Files.readAllLines(file);
            return 1
                    + IntStream.range(0, lines.size())
                            .filter(i -> !lines.get(i).strip().startsWith("#")
                                    && word.matcher(lines.get(i)).find())
                            .findFirst()
                            .orElse(0);
        } catch (IOException _) {
            return 1;
        }
    }
}
