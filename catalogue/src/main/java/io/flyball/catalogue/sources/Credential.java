package io.flyball.catalogue.sources;

/** How a sender shows who it is. Each also may show the token of the installation. */
public enum Credential {
    /** {@code Authorization: Bearer SECRET}, or basic with the secret as the password. */
    SECRET("a bearer token or basic password of its own"),
    /** {@code X-PagerDuty-Signature}: HMAC-SHA256 of the body, several while keys change. */
    PAGERDUTY("the signature X-PagerDuty-Signature"),
    /** {@code Sentry-Hook-Signature}: HMAC-SHA256 of the body. */
    SENTRY("the signature Sentry-Hook-Signature"),
    /** {@code X-Grafana-Alerting-Signature}: HMAC-SHA256 of the body, with a time before it where Grafana is told to; a secret as above will do as well. */
    GRAFANA("a bearer token or basic password of its own, or the signature X-Grafana-Alerting-Signature"),
    /** A signature in the header that the file of the source describes; a secret as above will do as well. */
    HMAC("a bearer token or basic password of its own, or a signature of the body"),
    /** The signature that is in the body, with Amazon's certificate, of a topic that is listed. */
    SNS("the signature of Amazon SNS in the body, from a listed topic");

    private final String words;

    Credential(String words) {
        this.words = words;
    }

    /** What it is, in words that continue a sentence. */
    public String words() {
        return words;
    }

    /** Whether the body is signed, so that nobody can tell before it is read. */
    public boolean isInTheBody() {
        return this != SECRET;
    }
}
