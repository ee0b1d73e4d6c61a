package io.flyball.console.ingress;

import io.flyball.console.door.Refusal;
import io.flyball.console.signature.SigningCertificates;
import io.flyball.console.signature.SnsSignature;
import io.flyball.console.sources.Amazon;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/**
 * Amazon signs for anybody who has an account there, so a signature says only that a topic sent something: the topic must be listed. Both
 * are needed where no token comes with the body, and Amazon can send none.
 */
final class SnsGuard {
    private static final String ADVICE = " flyball alerts sources cloudwatch shows how to set it up.";

    private final SourcesProperties properties;
    private final SigningCertificates certificates;
    private final SigningCertificates.Download amazon;

    /** @param amazon asks an address of Amazon */
    SnsGuard(SourcesProperties properties, SigningCertificates.Download amazon) {
        this.properties = properties;
        this.amazon = amazon;
        this.certificates = new SigningCertificates(amazon);
    }

    /**
     * Checks who sent a message.
     *
     * @throws Refusal if its certificate is not at Amazon, or it came without a token and is not signed by a listed topic
     */
    void check(JsonNode message, Instant at, boolean hasToken) {
        String told = message.path("SigningCertURL").asString("");
        URI address = Amazon.address(told).orElse(null);
        if (!told.isEmpty() && address == null) {
            throw Refusal.unauthorized(
                    "SigningCertURL must be an https address of sns.REGION.amazonaws.com; no other certificate counts.");
        }
        if (hasToken) {
            return;
        }
        if (address == null) {
            throw Refusal.unauthorized("There is neither a signature of Amazon SNS in the body nor a token." + ADVICE);
        }
        mustBeListed(message.path("TopicArn").asString(""));
        mustBeRecent(message.path("Timestamp").asString(""), at);
        mustBeSigned(message, address, at);
    }

    /**
     * Tells Amazon that the topic may send here.
     *
     * @throws Refusal if the topic is not listed, or Amazon gives no answer
     */
    void confirm(String topic, URI url) {
        mustBeListed(topic);
        try {
            amazon.from(url);
        } catch (UncheckedIOException e) {
            throw Refusal.unavailable("The subscription could not be confirmed: " + e.getMessage());
        }
    }

    private void mustBeListed(String topic) {
        if (!properties.topics().contains(topic)) {
            throw Refusal.forbidden("The topic " + shortened(topic) + " is not listed. If it may send here, add it to"
                    + " flyball.sources.topics." + ADVICE);
        }
    }

    private void mustBeRecent(String timestamp, Instant at) {
        try {
            if (Duration.between(Instant.parse(timestamp), at).abs().compareTo(properties.retries()) <= 0) {
                return;
            }
        } catch (DateTimeParseException _) {
            // Told as what it is: no time that makes the message recent.
        }
        throw Refusal.unauthorized("Timestamp is more than " + properties.retries() + " from our time, longer than"
                + " Amazon SNS tries to deliver; see flyball.sources.retries.");
    }

    private void mustBeSigned(JsonNode message, URI address, Instant at) {
        try {
            if (!SnsSignature.isRight(message, certificates.key(address, at))) {
                throw Refusal.unauthorized("The signature of Amazon SNS is wrong: it is of another message.");
            }
        } catch (CertificateException e) {
            throw Refusal.unauthorized("What is at SigningCertURL is no certificate that is valid now.");
        } catch (UncheckedIOException e) {
            throw Refusal.unavailable("Amazon's signing certificate could not be fetched: " + e.getMessage());
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
