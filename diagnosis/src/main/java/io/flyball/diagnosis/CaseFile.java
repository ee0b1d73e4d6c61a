package io.flyball.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a case together, one look after the other. */
public final class CaseFile {
    private final Map<String, String> known;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();

    public CaseFile(Map<String, String> known) {
        this.known = Map.copyOf(known);
    }

    /** What a probe has brought. */
    public void add(Probe probe, Output output) {
        looks.add(probe.look(output));
        facts.addAll(probe.read(output, facts.size() + 1));
    }

    /** Something that came with the run: what the alert claims, or what was reported as changed. */
    public void told(String name, String key, FactValue value, Origin origin) {
        facts.add(new Fact("f" + (facts.size() + 1), name, key, value, "", origin));
    }

    public Case toCase() {
        return new Case(known, facts, looks);
    }
}
