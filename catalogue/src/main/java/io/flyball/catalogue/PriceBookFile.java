package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code prices.yaml}.
 *
 * @param prices in any order
 */
record PriceBookFile(@JsonProperty(required = true) List<PriceBookEntry> prices) {

    PriceBookFile {
        prices = List.copyOf(prices);
        if (prices.isEmpty()) {
            throw new IllegalArgumentException(
                    "a price book needs at least one price: unknown models cost what the dearest does");
        }
    }

    /** What makes the price of some model depend on the order of the file, if anything does. */
    static Optional<String> ambiguity(List<PriceBookEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            for (PriceBookEntry later : entries.subList(i + 1, entries.size())) {
                PriceBookEntry earlier = entries.get(i);
                Optional<String> twice = earlier.models().stream()
                        .filter(later.models()::contains)
                        .findFirst();
                if (twice.isPresent() && earlier.isFor(later.provider()) && earlier.overlaps(later)) {
                    return Optional.of(later.provider() + " " + twice.get() + " is priced twice at one time");
                }
            }
        }
        return Optional.empty();
    }

    /** The entries whose prices are plausible or meant; the others are added to what is set aside. */
    static List<PriceBookEntry> believed(List<PriceBookEntry> entries, List<PriceSetAside> setAside) {
        for (PriceBookEntry entry : entries) {
            entry.doubt()
                    .ifPresent(why -> entry.models()
                            .forEach(model -> setAside.add(new PriceSetAside(
                                    entry.provider() + "/" + model, why + ", or write 'meant: true'", true))));
        }
        return entries.stream().filter(entry -> entry.doubt().isEmpty()).toList();
    }
}
