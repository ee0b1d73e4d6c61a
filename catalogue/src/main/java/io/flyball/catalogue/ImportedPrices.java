package io.flyball.catalogue;

import java.util.List;

/**
 * A price list of somebody else's.
 *
 * @param entries what can be used
 * @param setAside what cannot, in the order of the list
 */
record ImportedPrices(List<PriceBookEntry> entries, List<PriceSetAside> setAside) {
    static final ImportedPrices NONE = new ImportedPrices(List.of(), List.of());

    ImportedPrices {
        entries = List.copyOf(entries);
        setAside = List.copyOf(setAside);
    }
}
