package io.flyball.console.ingress;

import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.AlertSources;
import io.flyball.catalogue.sources.Credential;
import io.flyball.console.door.Json;
import io.flyball.console.door.Refusal;
import io.flyball.console.signature.Signature;
import io.flyball.console.signature.Signatures;
import io.flyball.console.signature.Signed;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Lets in what shows that it is from the source, by the token or by the signature that the source makes. */
final class SourceGuard {
    private final SourcesProperties properties;
    private final AlertSources sources;
    private final Signatures signatures;
    private final SnsGuard sns;

    SourceGuard(SourcesProperties properties, AlertSources sources, SnsGuard sns) {
        this.properties = properties;
        this.sources = sources;
        this.signatures = new Signatures(properties.tolerance());
        this.sns = sns;
    }

    /**
     * Checks who sent a body.
     *
     * @param hasToken whether it came with the token of the installation, or a secret that stands for it
     * @throws Refusal if it shows nothing, or a signature that is wrong; also where a token came with it
     */
    void check(String source, Signed signed, boolean hasToken) {
        Optional<AlertSource> known = sources.find(source);
        if (known.map(AlertSource::shows).filter(Credential.SNS::equals).isPresent()) {
            sns.check(Json.read(signed.body()), signed.at(), hasToken);
            return;
        }
        List<String> keys = keys(source);
        switch (signatures.check(known, signed, keys)) {
            case Signature.Right _ -> {}
            case Signature.Missing missing -> {
                if (!hasToken) {
                    throw Refusal.unauthorized(
                            "There is neither " + missing.header() + " nor a token. " + advice(source));
                }
            }
            case Signature.Wrong wrong -> {
                if (!hasToken || !keys.isEmpty()) {
                    throw Refusal.unauthorized("The signature is wrong: " + wrong.why() + ". " + advice(source));
                }
            }
        }
    }

    private List<String> keys(String source) {
        try {
            return properties.keysOf(source);
        } catch (UncheckedIOException e) {
            throw Refusal.unavailable("The secrets of source " + source + " cannot be read: " + e.getMessage());
        }
    }

    private static String advice(String source) {
        return "Set flyball.sources.keys." + source + ".file to a file with the secret that the sender signs with;"
                + " flyball alerts sources " + source + " shows how.";
    }
}
