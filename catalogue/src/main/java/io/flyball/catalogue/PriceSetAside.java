package io.flyball.catalogue;

/**
 * A price that is not used.
 *
 * @param name of provider and model, or the name in the list that was imported
 * @param why with the value, and what would be plausible
 * @param whole true if the model counts as unknown; false if only one figure was put aside and a dearer one of it counts
 */
public record PriceSetAside(String name, String why, boolean whole) {}
