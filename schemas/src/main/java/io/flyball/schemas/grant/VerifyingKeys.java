package io.flyball.schemas.grant;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys whose signatures count; while keys change there are two. */
public final class VerifyingKeys {
    private final Map<String, VerifyingKey> keys;

    public VerifyingKeys(Collection<VerifyingKey> keys) {
        this.keys = keys.stream().collect(Collectors.toMap(VerifyingKey::id, Function.identity(), (one, _) -> one));
    }

    /**
     * The keys of that text.
     *
     * @param text one key a line, base64 of its X.509 form; empty lines and those that begin with {@code #} say nothing
     * @throws IllegalArgumentException if a line is no key
     */
    public static VerifyingKeys of(String text) {
        List<VerifyingKey> keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(VerifyingKey::of)
                .toList();
        return new VerifyingKeys(keys);
    }

    /** Whether that key is among them. */
    public boolean knows(String id) {
        return keys.containsKey(id);
    }

    /** What a text that says it is a grant turned out to be. */
    public sealed interface Opened {

        /** The governor signed it. */
        record Genuine(Grant grant) implements Opened {}

        /** Nobody whose signature counts here signed it, and how that is known. */
        record Forged(String why) implements Opened {}
    }

    /** Looks at the signature first and at nothing else unless it fits. */
    public Opened open(String signed) {
        String[] parts = signed.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(SigningKey.FORM)) {
            return new Opened.Forged("it has not the form of a grant");
        }
        VerifyingKey key = keys.get(parts[1]);
        if (key == null) {
            return new Opened.Forged("no key with the id " + parts[1] + " is known here");
        }
        try {
            String canonical = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
            return key.fits(canonical, Base64.getUrlDecoder().decode(parts[3]))
                    ? new Opened.Genuine(Grant.of(canonical))
                    : new Opened.Forged("its signature does not fit");
        } catch (IllegalArgumentException e) {
            return new Opened.Forged(String.valueOf(e.getMessage()));
        }
    }
}
