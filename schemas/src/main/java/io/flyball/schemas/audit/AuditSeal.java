package io.flyball.schemas.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last line of an export: where every chain ended then, signed (Ed25519). What was sealed cannot be cut off, left out or
 * written anew unseen by whoever knows the key.
 *
 * @param at when it was made
 * @param heads what it covers
 * @param publicKey the key that it says it was signed with, base64 of its X.509 form
 * @param genuine whether the signature fits to that key
 */
public record AuditSeal(Instant at, Heads heads, String publicKey, boolean genuine) {
    private static final String ALGORITHM = "Ed25519";
    private static final JsonMapper JSON = new JsonMapper();

    /** The line: {@code {"sealed": "...", "publicKey": "...", "signature": "..."}}. */
    public static ObjectNode line(Instant at, Heads heads, KeyPair key) {
        String sealed = text(at, heads);
        return JSON.createObjectNode()
                .put("sealed", sealed)
                .put("publicKey", base64(key.getPublic().getEncoded()))
                .put("signature", sign(sealed, key));
    }

    /** Whether that line is a seal and no entry. */
    public static boolean is(JsonNode line) {
        return line.has("sealed");
    }

    /**
     * The seal of that line.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public static AuditSeal of(JsonNode line) {
        String sealed = line.path("sealed").asString("");
        String publicKey = line.path("publicKey").asString("");
        JsonNode content = JSON.readTree(sealed);
        Map<String, Head> chains = new LinkedHashMap<>();
        content.path("chains")
                .propertyStream()
                .forEach(it -> chains.put(
                        it.getKey(),
                        new Head(
                                it.getValue().path("sequence").asLong(),
                                it.getValue().path("hash").asString(""))));
        TreeSet<String> outside = new TreeSet<>();
        content.path("outside").forEach(hash -> outside.add(hash.asString("")));
        return new AuditSeal(
                Instant.parse(content.path("at").asString("")),
                new Heads(chains, outside),
                publicKey,
                fits(sealed, publicKey, line.path("signature").asString("")));
    }

    private static String text(Instant at, Heads heads) {
        ObjectNode content = JSON.createObjectNode().put("at", at.toString());
        ObjectNode chains = content.putObject("chains");
        heads.chains()
                .forEach((name, head) ->
                        chains.putObject(name).put("sequence", head.sequence()).put("hash", head.hash()));
        var outside = content.putArray("outside");
        heads.outside().forEach(outside::add);
        return content.toString();
    }

    private static String sign(String text, KeyPair key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private static boolean fits(String text, String publicKey, String signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
