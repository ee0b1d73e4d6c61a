package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.network.TlsHandshake.Seen;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Findings;
import io.flyball.toolexecutor.tools.NotAllowed;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.ReadingTool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** tls_inspect: what a TLS server presents, and whether a file on this machine holds the same. */
public final class TlsInspect extends ReadingTool<TlsInspect.Wanted> {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_NAMES = 50;
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}";

    private final NetworkPermissions permissions;
    private final Clock clock;
    private final Duration longest;

    public TlsInspect(Clock clock) {
        this(NetworkPermissions.bySystem(), clock, LONGEST);
    }

    TlsInspect(NetworkPermissions permissions, Clock clock, Duration longest) {
        super("tls_inspect", Wanted.class);
        this.permissions = permissions;
        this.clock = clock;
        this.longest = longest;
    }

    /** Its arguments. */
    record Wanted(
            String endpoint,
            @Nullable String serverName,
            @Nullable String certificateFile) {
        Wanted {
            Objects.requireNonNull(endpoint, "endpoint is missing");
            if (serverName != null && !serverName.matches(NAME)) {
                throw new IllegalArgumentException("serverName is a host name in ASCII letters, not " + serverName);
            }
        }
    }

    @Override
    protected void check(Wanted wanted, Permissions agent) throws NotAllowed {
        Endpoint.parse(wanted.endpoint()).listed(agent.network());
        if (wanted.certificateFile() != null) {
            CertificateFile.allowed(wanted.certificateFile(), agent.readable());
        }
    }

    @Override
    protected String told(Wanted wanted) {
        return "look at the certificate of " + wanted.endpoint();
    }

    @Override
    protected ToolOutcome look(Wanted wanted, ToolRequest request, Ending ending) throws NotAllowed, IOException {
        Endpoint endpoint = Endpoint.parse(wanted.endpoint());
        Findings found = new Findings().with("endpoint", endpoint);
        try {
            var address = endpoint.address(permissions, request.permissions().network());
            String name = Objects.requireNonNullElse(wanted.serverName(), endpoint.host());
            Seen seen = TlsHandshake.with(address, name, longest, ending);
            found.with("result", seen.problem() == null ? "connected" : "handshake_failed");
            found.with("says", seen.problem());
            found.with("protocol", seen.protocol()).with("cipher", seen.cipher());
            presented(found, seen, name);
            compare(found, seen, wanted.certificateFile(), request.permissions());
        } catch (IOException e) {
            found.with("result", Connecting.of(e).word()).with("says", e.getMessage());
        }
        return found.outcome();
    }

    private void presented(Findings found, Seen seen, String name) throws IOException {
        if (!seen.chain().isEmpty()) {
            CertificateChain chain = new CertificateChain(seen.chain(), TlsHandshake.authorities());
            List<String> names = CertificateNames.of(chain.own());
            Findings certificate = certificate(chain.own())
                    .some("names", "namesInAll", names, MOST_NAMES)
                    .with("nameFits", CertificateNames.fit(names, name));
            found.with("certificate", certificate).with("chain", chain(chain));
        }
    }

    private static Findings chain(CertificateChain chain) {
        Findings found = new Findings().with("presented", chain.presented().size());
        return switch (chain.end()) {
            case CertificateChain.End.Trusted end ->
                found.with("complete", true).with("trusted", true).with("authority", end.authority());
            case CertificateChain.End.OwnAuthority end ->
                found.with("complete", true).with("trusted", false).with("authority", end.authority());
            case CertificateChain.End.Missing end ->
                found.with("complete", false).with("trusted", false).with("missing", end.issuer());
        };
    }

    private void compare(Findings found, Seen seen, @Nullable String path, Permissions agent) throws NotAllowed {
        if (path == null) {
            return;
        }
        Path file = CertificateFile.allowed(path, agent.readable());
        try {
            X509Certificate stored = CertificateFile.read(file);
            Findings there = certificate(stored).with("path", file);
            if (!seen.chain().isEmpty()) {
                there.with("same", stored.equals(seen.chain().getFirst()));
            }
            found.with("file", there);
        } catch (IOException e) {
            found.with("file", new Findings().with("path", file).with("says", e.getMessage()));
        }
    }

    private Findings certificate(X509Certificate certificate) {
        var until = certificate.getNotAfter().toInstant();
        return new Findings()
                .with("subject", certificate.getSubjectX500Principal().getName())
                .with("issuer", certificate.getIssuerX500Principal().getName())
                .with("serial", certificate.getSerialNumber().toString(16))
                .with("notBefore", certificate.getNotBefore().toInstant())
                .with("notAfter", until)
                .with(
                        "daysLeft",
                        Math.floorDiv(Duration.between(clock.instant(), until).toHours(), 24));
    }
}
