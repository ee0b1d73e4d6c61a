package io.flyball.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Http;
import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Teller;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.contract.Risk;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("SCY-1 SCY-4 people with tokens and roles of their own")
class PeopleIT {
    @TempDir
    private static Path folder;

    private static Path file;
    private static RunningConsole console;
    private static Teller teller;
    private static TopicReader<AuditFact> facts;
    private static TopicReader<ApprovalDecision> decisions;

    @BeforeAll
    static void start(SharedNeighbours neighbours) throws IOException {
        file = folder.resolve("people");
        write(
                "# who may what",
                line("vic", "viewer"),
                line("oli", "operator"),
                line("ann", "approver@production"),
                line("sam", "approver@staging"));
        console = RunningConsole.start(neighbours, "--flyball.console.people-file=" + file);
        teller = new Teller(neighbours);
        facts = new TopicReader<>(neighbours, Topics.AUDIT_FACTS, AuditFact.class);
        decisions = new TopicReader<>(neighbours, Topics.APPROVAL_DECISIONS, ApprovalDecision.class);
    }

    @AfterAll
    static void stop() {
        console.release();
        teller.close();
        console.close();
    }

    @Test
    @DisplayName("SCY-1 a viewer looks and changes nothing; an operator stops and does not release")
    void roles() {
        assertThat(as("vic").get("/api/runs").status()).isEqualTo(200);
        for (String path : List.of("/api/stop", "/api/resume", "/runs", "/api/kill/agent/a", "/alerts", "/nowhere")) {
            Http.Answer refused = as("vic").post(path, Map.of("reason", "r"));
            assertThat(refused.status()).as(path).isEqualTo(403);
        }
        assertThat(as("oli").post("/api/stop", Map.of("reason", "r")).status()).isEqualTo(200);
        assertThat(as("oli").post("/api/resume", Map.of("reason", "r")).status())
                .isEqualTo(403);
        assertThat(console.http().post("/api/resume", Map.of("reason", "r")).status())
                .as("the local token is an admin")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("APR-3 SCY-4 an approver answers in their environment only, in their own name whatever the body says")
    void approvers() {
        ApprovalRequest request = asked();
        Map<String, Object> answer = Map.of("actionHash", request.getActionHash(), "by", "the boss");
        String path = "/api/approvals/" + request.getId() + "/approve";

        assertThat(as("oli").post(path, answer).status()).isEqualTo(403);
        Http.Answer elsewhere = as("sam").post(path, answer);
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.text()).contains("sam is no approver in the environment production");
        Http.Answer given = as("ann").post(path, answer);
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(given.json().path("by").asString()).isEqualTo("ann");
        assertThat(decisions.all(it -> it.getApprovalId().equals(request.getId())))
                .singleElement()
                .satisfies(it -> assertThat(it.record().getDecidedBy()).isEqualTo("ann"));
    }

    @Test
    @DisplayName("SCY-4 AUD-1 a person's own token opens the page, and logins and guesses are told for the audit")
    void login() {
        Http stranger = console.http().anonymous();
        Http.Answer login = stranger.post("/login", Map.of("token", token("vic")));
        assertThat(login.status()).isEqualTo(200);
        String cookie = login.header("Set-Cookie").split(";", 2)[0];
        String csrf = login.json().path("csrf").asString();
        assertThat(stranger.get("/api/runs", "Cookie", cookie).status()).isEqualTo(200);
        assertThat(stranger.post("/api/stop", "{}", "Cookie", cookie, "X-Flyball-CSRF", csrf)
                        .status())
                .isEqualTo(403);
        assertThat(stranger.post("/login", Map.of("token", "guess")).status()).isEqualTo(401);

        Await.that("both are told").until(() -> has(AuditKind.LOGIN, "vic") && has(AuditKind.LOGIN_FAILURE, "nobody"));
    }

    @Test
    @DisplayName("SCY-4 whoever is taken out of the file is out at once, with their session")
    void out() throws IOException {
        Files.writeString(file, Files.readString(file) + line("eve", "viewer") + "\n");
        Http stranger = console.http().anonymous();
        String cookie = stranger.post("/login", Map.of("token", token("eve")))
                .header("Set-Cookie")
                .split(";", 2)[0];
        assertThat(as("eve").get("/api/runs").status()).isEqualTo(200);
        Files.writeString(file, Files.readString(file).replace(line("eve", "viewer") + "\n", ""));

        assertThat(as("eve").get("/api/runs").status()).isEqualTo(401);
        assertThat(stranger.get("/api/runs", "Cookie", cookie).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("SCY-4 a new token ends the sessions of the old one, and a session has the roles of its token")
    void newToken() throws IOException {
        Files.writeString(file, Files.readString(file) + line("kim", "admin") + "\n" + narrow("kim") + "\n");
        Http stranger = console.http().anonymous();
        Http.Answer login = stranger.post("/login", Map.of("token", token("kim-narrow")));
        String cookie = login.header("Set-Cookie").split(";", 2)[0];
        String csrf = login.json().path("csrf").asString();
        assertThat(stranger.post("/api/stop", "{}", "Cookie", cookie, "X-Flyball-CSRF", csrf)
                        .status())
                .isEqualTo(403);
        Files.writeString(file, Files.readString(file).replace(narrow("kim") + "\n", ""));
        assertThat(stranger.get("/api/runs", "Cookie", cookie).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("SCY-1 while the file cannot be read no session of a person is anybody's, and least of all an admin's")
    void unreadable() throws IOException {
        Http stranger = console.http().anonymous();
        Http.Answer login = stranger.post("/login", Map.of("token", token("vic")));
        String cookie = login.header("Set-Cookie").split(";", 2)[0];
        String csrf = login.json().path("csrf").asString();
        String whole = Files.readString(file);
        AtomicBoolean over = new AtomicBoolean();
        Thread editor = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                replace(whole + "nonsense\n");
                replace(whole);
            }
        });
        try {
            for (int i = 0; i < 300; i++) {
                assertThat(stranger.post("/api/resume", "{}", "Cookie", cookie, "X-Flyball-CSRF", csrf)
                                .status())
                        .isIn(401, 403);
            }
        } finally {
            over.set(true);
            Await.that("the editor is done").until(() -> !editor.isAlive());
            replace(whole);
        }
    }

    private static void replace(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second token of that person, for looking only. */
    private static String narrow(String name) {
        return line(name + "-narrow", "viewer").replaceFirst(name + "-narrow", name);
    }

    private static boolean has(AuditKind kind, String actor) {
        return !facts.all(fact -> fact.getKind() == kind && fact.getActor().equals(actor))
                .isEmpty();
    }

    private static ApprovalRequest asked() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ApprovalRequest request = Shop.untilHeld(UUID.randomUUID().toString(), now)
                .asks(0, "shopctl rollback --to 41", Risk.HIGH, "it worked before", now, now.plusSeconds(300));
        teller.tell(request);
        Await.that("the approval is known")
                .until(() ->
                        console.http().get("/api/approvals/" + request.getId()).status() == 200);
        return request;
    }

    private static Http as(String name) {
        return console.http().withToken(token(name));
    }

    private static String token(String name) {
        return "token-of-" + name;
    }

    private static void write(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static String line(String name, String roles) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(token(name).getBytes(StandardCharsets.UTF_8));
            return name + " " + HexFormat.of().formatHex(hash) + " " + roles;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
