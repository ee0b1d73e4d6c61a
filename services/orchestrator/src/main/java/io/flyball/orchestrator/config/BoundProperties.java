package io.flyball.orchestrator.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a record that comes in goes on into runs. Lengths are in characters unless it says
 * bytes. What is longer is shortened and marked; the record on its own
 * topic stays whole.
 *
 * @param entries labels of one alert, annotations of one alert, or inputs of one run; more are left out
 * @param name the name of a label, annotation or input, and whatever names something: a fingerprint, a service, an agent
 * @param text the value of one label, annotation or input
 * @param texts all names and values of one alert's labels, of its annotations, or of one run's inputs together
 * @param goal a run's goal, and a deployment's description
 * @param turns bytes of all that a plan request says of the steps before; the oldest are shortened first
 */
public record BoundProperties(
        @DefaultValue("200") int entries,
        @DefaultValue("500") int name,
        @DefaultValue("8000") int text,
        @DefaultValue("32000") int texts,
        @DefaultValue("4000") int goal,
        @DefaultValue("300000") int turns) {

    /** The documented defaults. */
    public static final BoundProperties DEFAULT = new BoundProperties(200, 500, 8_000, 32_000, 4_000, 300_000);

    public BoundProperties {
        within("entries", entries, 1, 1_000);
        within("name", name, 36, 1_000);
        within("text", text, 100, 50_000);
        within("texts", texts, 1_000, 50_000);
        within("goal", goal, 100, 20_000);
        within("turns", turns, 10_000, 300_000);
    }

    /** Above the most, all of it together may be too large for Kafka. */
    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "flyball.orchestrator.bounds." + name + " must be from " + least + " to " + most);
        }
    }
}
