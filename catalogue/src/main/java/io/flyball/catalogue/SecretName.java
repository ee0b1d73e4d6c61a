package io.flyball.catalogue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What secrets are called: lower case letters, digits and hyphens, so that a name is a file's and a variable's name, too. */
public final class SecretName {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";
    private static final Pattern WHOLE = Pattern.compile(NAME);
    private static final Pattern REFERENCE = Pattern.compile("secret://(" + NAME + ")");

    private SecretName() {}

    /**
     * That name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String check(String name) {
        if (!WHOLE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a secret's name is lower case letters, digits and hyphens, 63 at most, not " + name);
        }
        return name;
    }

    /** The names that a text refers to, as {@code secret://name}, in its order. */
    public static List<String> in(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** A finder of the references in a text; group 1 is the name. */
    public static Matcher references(String text) {
        return REFERENCE.matcher(text);
    }
}
