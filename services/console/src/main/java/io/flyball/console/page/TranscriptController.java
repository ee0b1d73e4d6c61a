package io.flyball.console.page;

import io.flyball.console.readmodel.Lookup;
import io.flyball.console.readmodel.RunView;
import io.flyball.console.readmodel.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The transcript of a run. The browser is told to use nothing but its one style. */
@RestController
final class TranscriptController {
    private final Runs runs;
    private final Lookup lookup;
    private final String style = read();
    private final String policy =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-"
                    + hash(style) + "'";

    TranscriptController(Runs runs, Lookup lookup) {
        this.runs = runs;
        this.lookup = lookup;
    }

    @GetMapping(path = "/runs/{id}/transcript", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> transcript(@PathVariable String id) {
        RunView run = lookup.run(id);
        return ResponseEntity.ok()
                .header("Content-Security-Policy", policy)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(new Transcript(run, runs.receipts(id), runs.eventsAfter(id, 0)).write(style));
    }

    private static String read() {
        try {
            return new ClassPathResource("transcript.css", TranscriptController.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
