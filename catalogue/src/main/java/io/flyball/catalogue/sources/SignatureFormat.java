package io.flyball.catalogue.sources;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a sender signs a body in a header: an HMAC of the bytes as they are sent, or of a time, what stands between, and these bytes.
 *
 * @param header the header with the signature, or several with commas between them while keys change
 * @param prefix what stands before each, as {@code v1=} or {@code sha256=}; nothing if absent
 * @param algorithm SHA256 if absent
 * @param encoding HEX if absent
 * @param timeHeader the header with the time of signing in seconds since 1970; without one a body can be sent again by whoever has seen it
 * @param between what stands between time and body; a full stop if absent
 */
public record SignatureFormat(
        String header,
        @Nullable String prefix,
        @Nullable Algorithm algorithm,
        @Nullable Encoding encoding,
        @Nullable String timeHeader,
        @Nullable String between) {
    private static final String NAME = "[A-Za-z0-9-]{1,100}";

    /** With which hash. */
    public enum Algorithm {
        SHA256,
        SHA512
    }

    /** How the bytes of a signature are written. */
    public enum Encoding {
        HEX,
        BASE64
    }

    public SignatureFormat {
        if (header == null || !header.matches(NAME)) {
            throw new IllegalArgumentException("signature.header must be the name of a header, and is " + header);
        }
        if (timeHeader != null && !timeHeader.matches(NAME)) {
            throw new IllegalArgumentException(
                    "signature.timeHeader must be the name of a header, and is " + timeHeader);
        }
        prefix = Objects.requireNonNullElse(prefix, "");
        algorithm = Objects.requireNonNullElse(algorithm, Algorithm.SHA256);
        encoding = Objects.requireNonNullElse(encoding, Encoding.HEX);
        between = Objects.requireNonNullElse(between, ".");
    }

    /** A signature of the body alone, with SHA-256 in hexadecimal digits. */
    public static SignatureFormat ofBody(String header, String prefix) {
        return new SignatureFormat(header, prefix, null, null, null, null);
    }

    /** What it is, in words for whoever writes the sender. */
    public String words() {
        String time = timeHeader == null ? "" : "the time in seconds since 1970, \"" + between + "\" and ";
        return "`" + header + ": " + prefix + "DIGITS`, the HMAC-" + algorithm + " of " + time
                + "the bytes of the body in " + (encoding == Encoding.HEX ? "hexadecimal digits" : "Base64")
                + (timeHeader == null ? "" : ", and `" + timeHeader + ": SECONDS`");
    }
}
