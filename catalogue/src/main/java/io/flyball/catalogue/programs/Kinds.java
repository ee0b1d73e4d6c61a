package io.flyball.catalogue.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The kinds of words that a program's grammar may name: the built-in ones and its own. */
record Kinds(Map<String, Kind> own) {

    static Kinds of(Map<String, String> written) {
        Map<String, Kind> own = new HashMap<>();
        written.forEach((name, text) -> own.put(name, Kind.own(name, text)));
        return new Kinds(own);
    }

    Kinds and(Kinds more) {
        Map<String, Kind> both = new HashMap<>(own);
        both.putAll(more.own);
        return new Kinds(both);
    }

    Kind named(String name) {
        return Optional.ofNullable(own.get(name))
                .or(() -> Kind.builtIn(name))
                .orElseThrow(() -> new IllegalArgumentException("there is no kind " + name));
    }
}
