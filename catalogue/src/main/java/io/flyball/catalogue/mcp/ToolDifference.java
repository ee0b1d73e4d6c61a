package io.flyball.catalogue.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a server shows otherwise than was accepted, a line for each place. */
public final class ToolDifference {
    private static final int SHOWN = 300;

    private ToolDifference() {}

    /** Empty if nothing differs. */
    public static List<String> between(ShownTools accepted, ShownTools now) {
        Map<String, JsonNode> before = byName(accepted);
        Map<String, JsonNode> after = byName(now);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            if (was == null) {
                lines.add("+ " + name + ": new");
            } else if (is == null) {
                lines.add("- " + name + ": gone");
            } else {
                compare(name, was, is, lines);
            }
        }
        return lines;
    }

    private static Map<String, JsonNode> byName(ShownTools tools) {
        Map<String, JsonNode> named = new TreeMap<>();
        tools.nodes().forEach(tool -> named.put(ShownTools.name(tool), tool));
        return named;
    }

    private static void compare(String place, JsonNode was, JsonNode is, List<String> lines) {
        if (was.equals(is)) {
            return;
        }
        if (!was.isObject() || !is.isObject()) {
            lines.add("~ " + place + ": was " + text(was) + ", is " + text(is));
            return;
        }
        TreeSet<String> keys = new TreeSet<>(was.propertyNames());
        keys.addAll(is.propertyNames());
        keys.forEach(key -> compare(place + "." + key, was.path(key), is.path(key), lines));
    }

    private static String text(JsonNode node) {
        String text = node.isMissingNode() ? "not there" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
