package io.flyball.console.door;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object that is being read. What is wrong with it is collected with its place, so that the caller hears of all of it
 * at once; {@link #done} ends the reading.
 */
public final class Fields {
    /** Of a text without a bound of its own, in characters. */
    public static final int LONGEST = 10_000;

    private static final JsonNode NOTHING = tools.jackson.databind.node.MissingNode.getInstance();

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Clocks go wrong by minutes, time zones by up to fourteen hours. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final JsonNode node;
    private final String place;
    private final List<FieldError> errors;

    private Fields(JsonNode node, String place, List<FieldError> errors) {
        this.node = node;
        this.place = place;
        this.errors = errors;
    }

    /** The whole body; an error if it is no object. */
    public static Fields root(JsonNode body) {
        return at(body, "", new ArrayList<>());
    }

    /** A part of a body whose errors are collected elsewhere. */
    public static Fields at(JsonNode node, String place, List<FieldError> errors) {
        if (!node.isObject()) {
            errors.add(new FieldError(place, "an object", shorten(node)));
        }
        return new Fields(node.isObject() ? node : NOTHING, place, errors);
    }

    /** The text of a field, of at most {@link #LONGEST} characters; numbers and booleans count as their text. */
    public Optional<String> text(String name) {
        Optional<String> text = textOfAnyLength(name);
        text.filter(it -> it.length() > LONGEST).ifPresent(_ -> expected(name, "at most " + LONGEST + " characters"));
        return text;
    }

    /** The same, for what is bounded elsewhere. */
    public Optional<String> textOfAnyLength(String name) {
        JsonNode value = node.path(name);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            expected(name, "a text", value);
            return Optional.empty();
        }
        return Optional.of(value.asString().strip()).filter(text -> !text.isEmpty());
    }

    /** The text of a field that must be there and not longer than that; empty, with an error kept, if it is not. */
    public String required(String name, int longest) {
        String text = text(name).orElse("");
        if (text.isEmpty() && isSound(name)) {
            expected(name, "a text that is not blank", node.path(name));
        }
        if (text.length() > longest) {
            expected(name, "at most " + longest + " characters", node.path(name));
        }
        return text;
    }

    /** A field that is true or false, false if absent. */
    public boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!isAbsent(value) && !value.isBoolean()) {
            expected(name, "true or false", value);
        }
        return value.isBoolean() && value.asBoolean();
    }

    /** A whole number from 0, 0 if absent. */
    public int count(String name) {
        JsonNode value = node.path(name);
        boolean fits = value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0;
        if (!isAbsent(value) && !fits) {
            expected(name, "a whole number from 0", value);
        }
        return fits ? value.asInt() : 0;
    }

    /** A point in time with its zone; Go's zero time counts as absent. */
    public Optional<Instant> instant(String name) {
        return text(name)
                .flatMap(text -> {
                    try {
                        return Optional.of(OffsetDateTime.parse(text).toInstant());
                    } catch (DateTimeException _) {
                        expected(name, "a time as 2026-11-20T23:44:43.736Z", node.path(name));
                        return Optional.empty();
                    }
                })
                .filter(time -> time.isAfter(Instant.EPOCH));
    }

    /**
     * The same, of something that has happened: from 2000 to a day from now. Seconds or microseconds in the place of milliseconds are far
     * outside.
     */
    public Optional<Instant> past(String name, Instant now) {
        Optional<Instant> told = instant(name);
        told.filter(time -> time.isBefore(EARLIEST) || time.isAfter(now.plus(AHEAD)))
                .ifPresent(_ -> expected(name, "a time from " + EARLIEST + " to a day from now"));
        return told;
    }

    /** Texts by name, empty if absent; a value that is null is left out. */
    public Map<String, String> texts(String name) {
        JsonNode value = node.path(name);
        Map<String, String> texts = new TreeMap<>();
        if (!isAbsent(value)) {
            Fields inner = at(value, pointer(name), errors);
            inner.node.propertyNames().forEach(key -> inner.exactText(key).ifPresent(text -> texts.put(key, text)));
        }
        return texts;
    }

    private Optional<String> exactText(String name) {
        JsonNode value = node.path(name);
        if (!isAbsent(value) && !value.isValueNode()) {
            expected(name, "a text", value);
            return Optional.empty();
        }
        return isAbsent(value) ? Optional.empty() : Optional.of(value.asString());
    }

    /** Refuses every field but these, so that a misspelt one is noticed. */
    public void only(Set<String> known) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(new FieldError(
                        pointer(name), "one of the fields " + new TreeSet<>(known), "the field " + name)));
    }

    /** Keeps an error about that field. */
    public void expected(String name, String what) {
        expected(name, what, node.path(name));
    }

    private void expected(String name, String what, JsonNode found) {
        errors.add(new FieldError(pointer(name), what, shorten(found)));
    }

    /** The JSON of a field, missing if absent. */
    public JsonNode json(String name) {
        return node.path(name);
    }

    /**
     * Ends the reading.
     *
     * @throws BadBody if anything was wrong
     */
    public void done() {
        if (!errors.isEmpty()) {
            throw new BadBody(errors);
        }
    }

    private String pointer(String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private boolean isSound(String name) {
        return errors.stream().noneMatch(error -> error.pointer().equals(pointer(name)));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String shorten(JsonNode found) {
        String text = found.isMissingNode() ? "nothing" : found.toString();
        return text.length() <= FieldError.LONGEST_FOUND ? text : text.substring(0, FieldError.LONGEST_FOUND) + "...";
    }
}
