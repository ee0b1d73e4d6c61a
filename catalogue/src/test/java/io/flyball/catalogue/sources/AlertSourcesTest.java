package io.flyball.catalogue.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ING-11 sources that a catalogue brings")
class AlertSourcesTest {
    @TempDir
    Path catalogue;

    private AlertSource own(String lines) throws IOException {
        Path folder = Files.createDirectories(catalogue.resolve(AlertSources.FOLDER));
        Files.writeString(folder.resolve("own.yaml"), "name: own\ntitle: Own\nmapping: { name: [title] }\n" + lines);
        return AlertSources.with(catalogue).find("own").orElseThrow();
    }

    @Test
    @DisplayName("ING-11 a file says in which header and how its sender signs")
    void signature() throws IOException {
        assertThat(own("").shows()).isEqualTo(Credential.SECRET);
        AlertSource signed = own("signature: { header: X-Hub-Signature-256, prefix: \"sha256=\" }\n");
        assertThat(signed.shows()).isEqualTo(Credential.HMAC);
        assertThat(signed.signature()).isEqualTo(SignatureFormat.ofBody("X-Hub-Signature-256", "sha256="));
        assertThat(SetupGuide.of(signed, "https://c")).contains("X-Hub-Signature-256: sha256=DIGITS");
    }

    @Test
    @DisplayName("ING-11 a signature that no header can hold, and one of another kind, are refused at the start")
    void wrong() {
        for (String lines : new String[] {
            "signature: { header: \"X: y\" }\n",
            "signature: { header: X-A, timeHeader: \"\" }\n",
            "credential: HMAC\n",
            "credential: PAGERDUTY\n",
            "credential: SECRET\nsignature: { header: X-A }\n"
        }) {
            assertThatThrownBy(() -> own(lines)).as(lines).isInstanceOf(InvalidCatalogue.class);
        }
    }
}
