package io.flyball.notifier.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where messages go.
 *
 * @param rules the first that matches decides
 * @param otherwise where the rest goes
 * @param fallback when a channel cannot be reached, the one after it in this list is next
 */
public record Routing(List<RoutingRule> rules, List<String> otherwise, List<String> fallback) {

    public Routing {
        rules = List.copyOf(rules);
        otherwise = List.copyOf(otherwise);
        fallback = List.copyOf(fallback);
        if (otherwise.isEmpty()) {
            throw new IllegalArgumentException("otherwise must name at least one channel, so that nothing goes nowhere");
        }
    }

    /** Channels for that message: those it asks for or those of its rule, as far as they are configured; never none. */
    public List<String> channels(Message message, Set<String> configured) {
        List<String> wanted = message.channels().isEmpty() ? byRule(message) : message.channels();
        List<String> possible = new ArrayList<>(wanted);
        possible.retainAll(configured);
        return possible.isEmpty() ? List.of("log") : List.copyOf(possible);
    }

    private List<String> byRule(Message message) {
        return rules.stream()
                .filter(rule -> rule.matches(message))
                .findFirst()
                .map(RoutingRule::channels)
                .orElse(otherwise);
    }

    /** The channel to try when that one was given up. */
    public Optional<String> after(String channel, Set<String> configured) {
        int at = fallback.indexOf(channel);
        return fallback.stream().skip(at + 1L).filter(configured::contains).filter(next -> !next.equals(channel)).findFirst();
    }
}
