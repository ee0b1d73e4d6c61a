package io.flyball.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** The figures of one model: dollars for one, made millionths of a dollar for a million, rounded up. */
final class LiteLlmFigures {
    private static final BigDecimal MILLIONTHS_PER_MILLION = BigDecimal.valueOf(1_000_000_000_000L);
    /** A figure with more digits than this before or after the point is shown as the list has it. */
    private static final int MOST_DIGITS = 40;

    private final String name;
    private final JsonNode fields;
    private final boolean meant;
    private final List<PriceSetAside> notes;

    private LiteLlmFigures(String name, JsonNode fields, boolean meant, List<PriceSetAside> notes) {
        this.name = name;
        this.fields = fields;
        this.meant = meant;
        this.notes = notes;
    }

    static LiteLlmFigures of(String name, JsonNode fields) {
        return new LiteLlmFigures(name, fields, fields.path("flyball_meant").asBoolean(false), new ArrayList<>());
    }

    /** Single figures that were set aside while the others were used. */
    List<PriceSetAside> notes() {
        return List.copyOf(notes);
    }

    /** The same model's figures in an object of its own, such as a tier. */
    LiteLlmFigures within(JsonNode part) {
        return new LiteLlmFigures(name, part, meant, notes);
    }

    /** That figure; empty if the list does not have it. What it has must be sane. */
    OptionalLong figure(String field, long most) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return OptionalLong.empty();
        }
        wrong(field, value, most).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return OptionalLong.of(micros(value));
    }

    /** As {@link #figure}; but null and zero only mean that nothing extra is asked, and are noted. */
    OptionalLong extra(String field, long most) {
        JsonNode value = fields.get(field);
        if (value != null
                && (value.isNull() || value.isNumber() && value.decimalValue().signum() == 0)) {
            notes.add(new PriceSetAside(name, field + " is " + value, false));
            return OptionalLong.empty();
        }
        return figure(field, most);
    }

    /** That figure, or a dearer one in its place, where the list has none that is sane. */
    long figureOr(String field, long most, long instead) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return instead;
        }
        Optional<String> wrong = wrong(field, value, most);
        wrong.ifPresent(why -> notes.add(new PriceSetAside(name, why, false)));
        return wrong.isPresent() ? instead : micros(value);
    }

    private static long micros(JsonNode value) {
        return value.decimalValue()
                .multiply(MILLIONTHS_PER_MILLION)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private Optional<String> wrong(String field, JsonNode value, long most) {
        if (value.isNull()) {
            return Optional.of(field + " is null");
        }
        if (!value.isNumber()) {
            return Optional.of(field + " is no number: " + value);
        }
        if (value.decimalValue().signum() < 0) {
            return Optional.of(field + " is negative: " + value);
        }
        return isPlausible(value.decimalValue().multiply(MILLIONTHS_PER_MILLION), most)
                ? Optional.empty()
                : Optional.of(implausible(field, value, most));
    }

    private boolean isPlausible(BigDecimal micros, long most) {
        long least = meant ? 0 : Plausible.LEAST;
        long bound = meant ? Long.MAX_VALUE / 2 : most;
        return micros.compareTo(BigDecimal.valueOf(least)) >= 0 && micros.compareTo(BigDecimal.valueOf(bound)) <= 0;
    }

    private static String implausible(String field, JsonNode value, long most) {
        return "%s is %s, that is $%s for a million; plausible is $%s to $%s, or write \"flyball_meant\": true"
                .formatted(
                        field,
                        value,
                        forAMillion(value.decimalValue()),
                        Plausible.dollars(Plausible.LEAST),
                        Plausible.dollars(most));
    }

    private static String forAMillion(BigDecimal value) {
        BigDecimal million = value.scaleByPowerOfTen(6).stripTrailingZeros();
        return Math.abs(million.scale()) > MOST_DIGITS ? million.toString() : million.toPlainString();
    }
}
