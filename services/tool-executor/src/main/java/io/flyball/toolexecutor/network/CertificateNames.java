package io.flyball.toolexecutor.network;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** For which hosts a certificate is good: its alternative names, as clients of today read them. */
final class CertificateNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private CertificateNames() {}

    static List<String> of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.get(0) instanceof Integer kind && (kind == DNS || kind == IP))
                            .map(name -> Objects.toString(name.get(1)))
                            .toList();
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    static boolean fit(List<String> names, String host) {
        return names.stream().anyMatch(name -> fits(name.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT)));
    }

    /** A star stands for exactly one label, the first. */
    private static boolean fits(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(name.substring(1));
    }
}
