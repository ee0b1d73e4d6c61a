package io.flyball.secrets;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a name promises about the value beside it. */
enum KeyName {
    /** Whatever stands there is a password, however plain it looks. */
    PASSWORD("password"),
    /** What stands there is a secret if it looks drawn by lot. */
    TOKEN("token"),
    /** A vendor's name or a bare "key": a secret only if it could hardly be anything else. */
    HINT("keyed-secret"),
    /** A header that carries a scheme and then the secret. */
    AUTHORIZATION("authorization"),
    NOTHING("");

    private static final int LONGEST = 100;
    /** Most names hold none of these and need no closer look. */
    private static final Words TELLING = new Words(Stream.of(
                    NameWords.PASSWORDS,
                    NameWords.PASSWORD_PARTS,
                    NameWords.TOKENS,
                    NameWords.TOKEN_PARTS,
                    Vendors.NAMES,
                    CommandPasswords.WORDS,
                    Set.of("key", "authorization", "basic"))
            .flatMap(Collection::stream)
            .toList());

    private final String kind;

    KeyName(String kind) {
        this.kind = kind;
    }

    /** What the placeholder calls the value. */
    String kind() {
        return kind;
    }

    /** Whether a closer look is worth while. */
    static boolean mayTell(Text text, int start, int end) {
        return TELLING.anyIn(text.chars, Math.max(start, end - LONGEST), end);
    }

    static KeyName of(Text text, int start, int end) {
        return of(text.part(Math.max(start, end - LONGEST), end));
    }

    private static KeyName of(String name) {
        List<String> parts = NameParts.of(name);
        if (parts.isEmpty() || NameWords.NOT_THE_SECRET.contains(parts.getLast())) {
            return NOTHING;
        }
        return judge(parts, String.join("", parts));
    }

    private static KeyName judge(List<String> parts, String joined) {
        if (parts.getLast().equals("authorization")) {
            return AUTHORIZATION;
        }
        if (NameWords.PASSWORDS.stream().anyMatch(joined::contains)
                || parts.stream().anyMatch(NameWords.PASSWORD_PARTS::contains)) {
            return PASSWORD;
        }
        if (NameWords.TOKENS.stream().anyMatch(joined::contains)
                || parts.stream().anyMatch(NameWords.TOKEN_PARTS::contains)) {
            return TOKEN;
        }
        boolean key = parts.getLast().equals("key") && parts.stream().noneMatch(NameWords.FINDING_KEYS::contains);
        boolean hint = key || Vendors.named(parts);
        return hint && !NameWords.PUBLIC.contains(parts.getLast()) ? HINT : NOTHING;
    }
}
