package io.flyball.console.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The signature in a message of Amazon SNS, versions 1 and 2. Pure. */
public final class SnsSignature {
    private static final List<String> OF_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private SnsSignature() {}

    /** Whether the holder of that key has signed that message. */
    public static boolean isRight(JsonNode message, PublicKey key) {
        String algorithm = switch (message.path("SignatureVersion").asString("")) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> "";
        };
        try {
            if (algorithm.isEmpty()) {
                return false;
            }
            var signature = java.security.Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(signed(message).getBytes(StandardCharsets.UTF_8));
            return signature.verify(
                    Base64.getDecoder().decode(message.path("Signature").asString("")));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /** What is signed: names and values, a line each, in the order of the names. */
    public static String signed(JsonNode message) {
        boolean isNotification = message.path("Type").asString("").equals("Notification");
        var text = new StringBuilder();
        for (String field : isNotification ? OF_NOTIFICATION : OF_CONFIRMATION) {
            if (message.path(field).isString()) {
                text.append(field)
                        .append('\n')
                        .append(message.path(field).asString())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
