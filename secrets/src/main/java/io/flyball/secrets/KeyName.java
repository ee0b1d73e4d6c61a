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
    private static final List<String> PASSWORDS = List.of("password", "passwd", "passphrase", "passwort", "contribsys");
    private static final Set<String> PASSWORD_PARTS = Set.of("pass", "pwd", "pw", "passcode", "psk");
    private static final List<String> TOKENS = List.of(
            "token",
            "secret",
            "apikey",
            "accesskey",
            "privatekey",
            "authkey",
            "signingkey",
            "encryptionkey",
            "accountkey",
            "licensekey",
            "masterkey",
            "routingkey",
            "integrationkey",
            "sharedkey",
            "appkey",
            "credential",
            "contribsys",
            "jwt",
            "webhookkey",
            "keypass");
    private static final Set<String> TOKEN_PARTS = Set.of(
            "auth",
            "oauth",
            "creds",
            "cred",
            "bearer",
            "cookie",
            "session",
            "sessionid",
            "sid",
            "signature",
            "otp",
            "sig",
            "dsn",
            "authtoken",
            "accesscode");
    private static final Set<String> NOT_THE_SECRET = Set.of(
            "id",
            "ids",
            "name",
            "names",
            "path",
            "stdin",
            "file",
            "filename",
            "url",
            "uri",
            "endpoint",
            "type",
            "kind",
            "count",
            "length",
            "policy",
            "version",
            "expiry",
            "expires",
            "expiration",
            "ttl",
            "timeout",
            "variable",
            "field",
            "ref",
            "source",
            "status",
            "store",
            "provider",
            "issuer",
            "audience",
            "scope",
            "scopes",
            "reviews",
            "usage",
            "limit",
            "max",
            "total",
            "used",
            "size",
            "age",
            "date",
            "time",
            "at",
            "manager",
            "templates",
            "engine",
            "method",
            "mode",
            "enabled",
            "required",
            "rotation",
            "results",
            "format",
            "algorithm",
            "prefix",
            "header",
            "uid",
            "arn",
            "rounds",
            "expired",
            "changed",
            "attempts",
            "retries",
            "min",
            "days",
            "hours",
            "minutes",
            "seconds",
            "ms",
            "hint",
            "label",
            "title",
            "description",
            "prompt",
            "message",
            "error");

    /** Beside a vendor's name these promise something that everybody may see. */
    private static final Set<String> PUBLIC = Set.of(
            "commit",
            "revision",
            "release",
            "digest",
            "checksum",
            "sha",
            "sha1",
            "sha256",
            "sha512",
            "md5",
            "image",
            "build",
            "tag",
            "etag",
            "fingerprint",
            "uuid",
            "guid",
            "number",
            "index",
            "public");

    /** Most names hold none of these and need no closer look. */
    private static final Words TELLING = new Words(Stream.of(
                    PASSWORDS,
                    PASSWORD_PARTS,
                    TOKENS,
                    TOKEN_PARTS,
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
        if (parts.isEmpty() || NOT_THE_SECRET.contains(parts.getLast())) {
            return NOTHING;
        }
        return judge(parts, String.join("", parts));
    }

    private static KeyName judge(List<String> parts, String joined) {
        if (parts.getLast().equals("authorization")) {
            return AUTHORIZATION;
        }
        if (PASSWORDS.stream().anyMatch(joined::contains) || parts.stream().anyMatch(PASSWORD_PARTS::contains)) {
            return PASSWORD;
        }
        if (TOKENS.stream().anyMatch(joined::contains) || parts.stream().anyMatch(TOKEN_PARTS::contains)) {
            return TOKEN;
        }
        boolean hint = parts.getLast().equals("key") || Vendors.named(parts);
        return hint && !PUBLIC.contains(parts.getLast()) ? HINT : NOTHING;
    }
}
