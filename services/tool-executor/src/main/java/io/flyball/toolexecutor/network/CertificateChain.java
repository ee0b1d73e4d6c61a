package io.flyball.toolexecutor.network;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server presents, its own certificate first.
 *
 * @param presented at least one
 * @param authorities those that the machine trusts
 */
record CertificateChain(List<X509Certificate> presented, Collection<X509Certificate> authorities) {
    private static final int LONGEST = 10;

    CertificateChain {
        presented = List.copyOf(presented);
        authorities = List.copyOf(authorities);
    }

    X509Certificate own() {
        return presented.getFirst();
    }

    /** Where the way from the server's own certificate to an authority leads. */
    sealed interface End {

        /** To an authority that the machine trusts. */
        record Trusted(String authority) implements End {}

        /** To one that signed itself and that the machine does not trust. */
        record OwnAuthority(String authority) implements End {}

        /** Nowhere: nobody has that issuer's certificate, so clients that do not have it themselves refuse. */
        record Missing(String issuer) implements End {}
    }

    End end() {
        X509Certificate at = own();
        for (int steps = 0; steps < LONGEST; steps++) {
            X509Certificate here = at;
            if (authorities.contains(here)) {
                return new End.Trusted(name(here));
            }
            Optional<X509Certificate> authority = issuer(here, authorities.stream());
            if (authority.isPresent()) {
                return new End.Trusted(name(authority.get()));
            }
            if (isSignedBy(here, here)) {
                return new End.OwnAuthority(name(here));
            }
            Optional<X509Certificate> next = issuer(here, presented.stream().filter(other -> !other.equals(here)));
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        return new End.Missing(at.getIssuerX500Principal().getName());
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, Stream<X509Certificate> among) {
        return among.filter(other -> isSignedBy(of, other)).findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
