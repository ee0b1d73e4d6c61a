package io.flyball.diagnosis;

/**
 * One typed observation.
 *
 * @param id unique in its case, for example {@code f12}
 * @param name what was observed, for example {@code disk.used_percent}
 * @param key of which of several things, for example {@code /var}; empty where there is but one
 * @param unit of an amount; empty without
 */
public record Fact(String id, String name, String key, FactValue value, String unit, Origin origin) {

    /** As people read it: {@code disk.used_percent /var = 97 %}. */
    public String says() {
        return name + (key.isEmpty() ? "" : " " + key) + " = " + value.text() + (unit.isEmpty() ? "" : " " + unit);
    }
}
