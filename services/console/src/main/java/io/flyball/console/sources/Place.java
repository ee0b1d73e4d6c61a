package io.flyball.console.sources;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds what a body has at a path as {@code incident.labels[0].name}. Names with dots in them are found too, and what is not there is no
 * error: senders leave out much.
 */
final class Place {
    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]+)}");

    /** Some senders leave the name of a variable that they have no value for, and people leave the asterisks of a form. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$[A-Z][A-Z_0-9]*(\\[[^\\]]*])?|\\*insert .*\\*");

    private Place() {}

    static JsonNode find(JsonNode node, String path) {
        String plain = path.startsWith("$.") ? path.substring(2) : path;
        return plain.startsWith("/")
                ? node.at(plain)
                : at(node, plain.replace("[", ".").replace("]", ""));
    }

    private static JsonNode at(JsonNode node, String path) {
        JsonNode whole = child(node, path);
        for (int dot = path.indexOf('.'); whole.isMissingNode() && dot > 0; dot = path.indexOf('.', dot + 1)) {
            JsonNode first = child(node, path.substring(0, dot));
            whole = first.isContainer() ? at(first, path.substring(dot + 1)) : whole;
        }
        return whole;
    }

    private static JsonNode child(JsonNode node, String name) {
        if (node.isArray()) {
            return name.matches("[0-9]{1,6}") ? node.path(Integer.parseInt(name)) : MissingNode.getInstance();
        }
        return node.path(name);
    }

    /** The first text that one of the places holds; places with braces are texts around paths. */
    static Optional<String> text(JsonNode node, String... places) {
        return text(node, List.of(places));
    }

    static Optional<String> text(JsonNode node, List<String> places) {
        return places.stream()
                .map(place -> place.contains("{") ? filled(node, place) : value(find(node, place)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Nothing if one of the braces has nothing: half a name identifies nobody. */
    private static Optional<String> filled(JsonNode node, String template) {
        var text = new StringBuilder();
        Matcher braces = IN_BRACES.matcher(template);
        while (braces.find()) {
            Optional<String> value = value(find(node, braces.group(1)));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            braces.appendReplacement(text, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(braces.appendTail(text).toString());
    }

    /** A text, a number, a truth, or several of them. */
    static Optional<String> value(JsonNode node) {
        if (node.isArray()) {
            return Optional.of(StreamSupport.stream(node.spliterator(), false)
                            .filter(JsonNode::isValueNode)
                            .map(Place::value)
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(", ")))
                    .filter(text -> !text.isEmpty());
        }
        if (!node.isValueNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(node.asString().strip())
                .filter(text -> !text.isEmpty() && !PLACEHOLDER.matcher(text).matches());
    }

    /** How an error shows what it found. */
    static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        return node.isObject() ? "an object with " + node.propertyNames() : node.toString();
    }
}
