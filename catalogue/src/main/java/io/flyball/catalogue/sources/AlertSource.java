package io.flyball.catalogue.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of sender.
 *
 * @param name the last part of its address, lower-case words with hyphens
 * @param title what people call it
 * @param credential how it shows who it is; a secret if absent, or HMAC if there is a signature
 * @param signature how it signs, where it shows HMAC
 * @param setup what to do at the sender, one step each; {URL} stands for its address, SECRET for its secret
 * @param testButton what its own test sends, and what comes of that
 * @param template the body that the sender must be told to send; absent where it has one of its own
 * @param mapping how its body is read; absent where code reads it
 */
public record AlertSource(
        String name,
        String title,
        @Nullable Credential credential,
        @Nullable SignatureFormat signature,
        List<String> setup,
        @Nullable String testButton,
        @Nullable String template,
        @Nullable AlertMapping mapping) {

    public AlertSource {
        if (name == null || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("name must be lower-case words with hyphens, and is " + name);
        }
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("title is missing");
        }
        Credential usual = signature == null ? Credential.SECRET : Credential.HMAC;
        credential = credential == null ? usual : credential;
        if ((credential == Credential.HMAC) != (signature != null)) {
            throw new IllegalArgumentException(
                    "signature describes what the credential HMAC is, and belongs to no other");
        }
        setup = setup == null ? List.of() : List.copyOf(setup);
    }

    /** How it shows who it is. */
    public Credential shows() {
        return credential == null ? Credential.SECRET : credential;
    }

    /** The address at the console. */
    public String path() {
        return "/webhooks/" + name;
    }
}
