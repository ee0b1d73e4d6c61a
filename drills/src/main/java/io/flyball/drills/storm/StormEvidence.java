package io.flyball.drills.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that was seen of a storm.
 *
 * @param runsByAlert the runs that tell of each alert, by its fingerprint
 * @param opened all runs that were opened
 * @param ended all runs that have a result
 * @param effects how often each effect has happened, by the id of its action
 * @param moments when each effect began
 * @param failures what went wrong with the drill itself
 */
record StormEvidence(
        StormSettings settings,
        Map<String, Set<String>> runsByAlert,
        Set<String> opened,
        Set<String> ended,
        Map<String, Integer> effects,
        List<Long> moments,
        List<Stop> stops,
        List<String> failures) {
    int effectsTwice() {
        return (int) effects.values().stream().filter(count -> count > 1).count();
    }

    /** How many runs were open at the stops, all together. */
    int openAtStops() {
        return stops.stream().mapToInt(Stop::openRuns).sum();
    }

    double stopAnsweredMillis() {
        return stops.stream().mapToDouble(Stop::answeredMillis).max().orElse(0);
    }

    double lastEffectMillis() {
        return stops.stream()
                .mapToDouble(stop -> stop.lastEffectMillis(moments))
                .max()
                .orElse(0);
    }

    /** One sentence for everything that does not hold. */
    List<String> broken() {
        List<String> sentences = new ArrayList<>(failures);
        long several =
                runsByAlert.values().stream().filter(runs -> runs.size() > 1).count();
        long open = opened.stream().filter(run -> !ended.contains(run)).count();
        add(
                sentences,
                settings.alerts() > runsByAlert.size(),
                settings.alerts() - runsByAlert.size() + " alerts are found by no run");
        add(sentences, several > 0, several + " alerts are found by more than one run");
        add(
                sentences,
                opened.size() > settings.services(),
                opened.size() + " runs for " + settings.services() + " services");
        add(sentences, open > 0, open + " runs have no result");
        add(sentences, effectsTwice() > 0, effectsTwice() + " effects happened more than once");
        add(sentences, stops.size() < settings.stops(), "the emergency stop was set only " + stops.size() + " times");
        add(
                sentences,
                stopAnsweredMillis() > settings.within().toMillis(),
                "an emergency stop was answered only after %.0f ms".formatted(stopAnsweredMillis()));
        add(
                sentences,
                lastEffectMillis() > settings.within().toMillis(),
                "an effect began %.0f ms after a stop was asked for".formatted(lastEffectMillis()));
        add(sentences, openAtStops() == 0, "no run was open at any stop, so that nothing was there to be stopped");
        add(
                sentences,
                effects.size() < ended.size(),
                "only " + effects.size() + " effects happened in " + ended.size() + " runs that ended");
        return List.copyOf(sentences);
    }

    private static void add(List<String> sentences, boolean broken, String sentence) {
        if (broken) {
            sentences.add(sentence);
        }
    }
}
