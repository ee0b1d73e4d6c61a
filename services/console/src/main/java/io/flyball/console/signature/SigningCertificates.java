package io.flyball.console.signature;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** The certificates that Amazon signs with, each fetched once. Whoever asks has made sure that the address is Amazon's. */
public final class SigningCertificates {
    private static final int MOST = 20;

    private final Download download;
    private final Map<URI, X509Certificate> known = new LinkedHashMap<>();

    public SigningCertificates(Download download) {
        this.download = download;
    }

    /** Fetches what is at an address of Amazon. */
    @FunctionalInterface
    public interface Download {
        /**
         * What is there.
         *
         * @throws java.io.UncheckedIOException if there is no answer, or another one than 200
         */
        byte[] from(URI address);
    }

    /**
     * The key of the certificate at that address.
     *
     * @throws CertificateException if there is none, or it is not valid then
     * @throws java.io.UncheckedIOException if the address gives no answer
     */
    public PublicKey key(URI address, Instant at) throws CertificateException {
        X509Certificate certificate = certificate(address);
        certificate.checkValidity(Date.from(at));
        return certificate.getPublicKey();
    }

    private synchronized X509Certificate certificate(URI address) throws CertificateException {
        X509Certificate kept = known.get(address);
        if (kept != null) {
            return kept;
        }
        byte[] bytes = download.from(address);
        var fetched = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(address, fetched);
        return fetched;
    }
}
