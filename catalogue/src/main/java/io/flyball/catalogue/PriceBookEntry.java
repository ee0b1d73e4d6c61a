package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One price of some models, as a file has it.
 *
 * @param provider who sells it, for example {@code anthropic}
 * @param models names; a {@code *} at the end stands for any rest, so that dated snapshots need no entry of their own
 * @param validFrom first day, UTC; absent means since ever
 * @param validTo first day on which it no longer holds, UTC; absent means until further notice
 * @param input millionths of a US dollar per million tokens, as are the following three; all four are absent where only
 *     requests or images are paid for
 * @param further what else counts; absent where nothing does
 * @param meant true where a price that nobody expects is meant
 */
record PriceBookEntry(
        @JsonProperty(required = true) String provider,
        @JsonProperty(required = true) List<String> models,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal input,
        @Nullable BigDecimal output,
        @Nullable BigDecimal cacheRead,
        @Nullable BigDecimal cacheWrite,
        @Nullable PriceBookFurther further,
        boolean meant) {

    PriceBookEntry {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a price needs at least one model");
        }
        models.forEach(PriceBookEntry::requireName);
        if (validFrom != null && validTo != null && !validFrom.isBefore(validTo)) {
            throw new IllegalArgumentException("validFrom " + validFrom + " must be before validTo " + validTo);
        }
        tokenRates(input, output, cacheRead, cacheWrite, further);
    }

    private static void requireName(String model) {
        if (model.isBlank() || model.equals("*") || model.indexOf('*') < model.length() - 1 && model.contains("*")) {
            throw new IllegalArgumentException(
                    "a model is a name, or a beginning followed by one *, not '" + model + "'");
        }
    }

    private static @Nullable PriceBookRates tokenRates(
            @Nullable BigDecimal input,
            @Nullable BigDecimal output,
            @Nullable BigDecimal cacheRead,
            @Nullable BigDecimal cacheWrite,
            @Nullable PriceBookFurther further) {
        boolean none = input == null && output == null && cacheRead == null && cacheWrite == null;
        if (none && further != null && further.paysWithoutTokens()) {
            return null;
        }
        if (input == null || output == null || cacheRead == null || cacheWrite == null) {
            throw new IllegalArgumentException("a price needs input, output, cacheRead and cacheWrite");
        }
        return PriceBookRates.exactly(input, output, cacheRead, cacheWrite);
    }

    /** What its models cost. */
    Tariff tariff() {
        return new Tariff(
                tokenRates(input, output, cacheRead, cacheWrite, further),
                Objects.requireNonNullElse(further, PriceBookFurther.NOTHING));
    }

    /** Why nobody can believe it, if so. */
    Optional<String> doubt() {
        return meant ? Optional.empty() : tariff().doubt();
    }

    boolean isFor(String seller) {
        return provider.equalsIgnoreCase(seller);
    }

    boolean isValidAt(Instant at) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }

    /** How well it fits the model: 0 not at all, else the longer the better, and an exact name best. */
    int closeness(String model) {
        return models.stream()
                .mapToInt(pattern -> closeness(pattern, model))
                .max()
                .orElse(0);
    }

    private static int closeness(String pattern, String model) {
        if (pattern.equals(model)) {
            return Integer.MAX_VALUE;
        }
        String beginning = pattern.substring(0, pattern.length() - 1);
        return pattern.endsWith("*") && model.startsWith(beginning) ? beginning.length() : 0;
    }

    /** Whether both hold on some day. */
    boolean overlaps(PriceBookEntry other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(PriceBookEntry other) {
        return validFrom == null || other.validTo == null || validFrom.isBefore(other.validTo);
    }
}
