package io.flyball.toolexecutor.network;

import io.flyball.files.Folder;
import io.flyball.toolexecutor.files.FileAccess;
import io.flyball.toolexecutor.files.FilePermissions;
import io.flyball.toolexecutor.tools.NotAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** The first certificate in a file, PEM or DER. Of what else stands in the file nothing is told. */
final class CertificateFile {
    private static final int MOST_BYTES = 1_000_000;

    private CertificateFile() {}

    /** @throws NotAllowed if the agent may not read it */
    static Path allowed(String path, List<String> readable) throws NotAllowed {
        return switch (FilePermissions.read(path, readable)) {
            case FileAccess.Refused refused -> throw new NotAllowed(refused.reason());
            case FileAccess.Allowed allowed -> allowed.real();
        };
    }

    /** @throws IOException if there is none in it */
    static X509Certificate read(Path file) throws IOException {
        try (Folder folder = Folder.around(file);
                SeekableByteChannel in = folder.read(Objects.toString(file.getFileName()))) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES, Math.max(1, in.size())));
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // Until it is full or the file ends.
            }
            var text = new ByteArrayInputStream(bytes.array(), 0, bytes.position());
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(text);
        } catch (CertificateException e) {
            throw new IOException("there is no certificate in " + file + ": " + e.getMessage(), e);
        }
    }
}
