package io.flyball.console.kit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A key with a certificate, as Amazon signs its messages with.
 *
 * @param certificate its bytes
 */
public record SigningKey(PrivateKey key, byte[] certificate) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** A new one, made by the JDK's own tool; valid for thirty days from now. */
    public static SigningKey in(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String options =
                "-genkeypair -alias sns -keyalg RSA -keysize 2048 -validity 30 -dname CN=sns -storetype PKCS12 -storepass changeit";
        var command = new ArrayList<String>();
        command.add(tool.toString());
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-keystore", store.toString()));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool has failed");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        return new SigningKey(
                (PrivateKey) keys.getKey("sns", PASSWORD),
                keys.getCertificate("sns").getEncoded());
    }

    /** The signature of that text, version 2, in base 64. */
    public String sign(String text) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
