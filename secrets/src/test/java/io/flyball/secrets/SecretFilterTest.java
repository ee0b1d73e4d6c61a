package io.flyball.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fake secrets are put together from halves, so that no scanner takes this file for a leak. */
class SecretFilterTest {
    private static final SecretFilter FILTER = new SecretFilter(new byte[] {7});
    private static final String DRAWN = "q7Zt4Lw9" + "Xb2Rk5Vn" + "8Jc3Ph6M";

    static Stream<Arguments> secrets() {
        return Stream.of(
                at("password in a config", "db_password = ", "correct-horse", ""),
                at("password in YAML", "db:\n  password: ", "hunter22", "\n  host: db1"),
                at("password in JSON", "{\"password\":\"", "s3 cr\\\"et,", "\",\"user\":\"app\"}"),
                at("password in JSON inside JSON", "{\"body\":\"{\\\"password\\\":\\\"", "swordfish1", "\\\"}\"}"),
                at("password as a flag", "mydb --user app --password ", "Tr0ub4dor", " --host db1"),
                at("password as a flag with =", "mydb --password=", "Tr0ub4dor", " --host db1"),
                at("password in argv", "[\"mydb\",\"--password\",\"", "Tr0ub4dor&3", "\"]"),
                at("password in XML", "<password>", "swordfish", "</password>"),
                at("password in an environment listing", "PGPASSWORD=", "swordfish", "\nPGHOST=db1"),
                at("password beside its name in a pod", "- name: DB_PASSWORD\n  value: ", "swordfish", "\n- name: X"),
                at("password beside its name in JSON", "{\"name\":\"DB_PASSWORD\",\"value\":\"", "swordfish", "\"}"),
                at("password of a database URL", "postgres://app:", "sw0rd/fish".replace('/', '-'), "@db1:5432/app"),
                at("password of Redis without a user", "redis://:", "swordfish", "@cache:6379/0"),
                at("password with an @", "mysql://root:", "p@ss", "@db1/app"),
                at("password of a connection string", "Server=db1;User Id=sa;Password=", "sw0rdFish", ";Encrypt=true"),
                at(
                        "storage key of a connection string",
                        "AccountName=x;AccountKey=",
                        DRAWN + "==",
                        ";EndpointSuffix=y"),
                at("basic authorization", "Authorization: Basic ", "YXBwOnN3b3JkZmlzaA==", "\r\nHost: x"),
                at("bearer authorization", "curl -H 'Authorization: Bearer ", DRAWN, "' https://x"),
                at("bearer in a sentence", "sent Bearer ", DRAWN, " to the gateway"),
                at("token in a query", "GET /hook?access_token=", DRAWN, "&x=1"),
                at("session cookie", "Set-Cookie: ", "sid=s%3A" + DRAWN, "; Path=/"),
                at("AWS key id", "aws ", "AKIA" + "QYLPMN5HHHFPZAM2", " used"),
                at(
                        "AWS secret by its name",
                        "aws_secret_access_key = ",
                        "wJalrXUt" + "nFEMI/K7MDENG/bPxRfiCYzz" + DRAWN,
                        ""),
                at("GitHub token", "remote: ", "ghp_" + DRAWN + "a1B2c3D4e5F6", ""),
                at("GitHub token in a URL", "https://", "ghp_" + DRAWN + "a1B2c3D4e5F6", "@github.com/x/y"),
                at("token after an escaped line end", "\"log\":\"done\\n", "ghp_" + DRAWN + "a1B2c3D4e5F6", "\""),
                at("JWT", "token ", "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + DRAWN, " expired"),
                at("Slack webhook", "https://hooks.slack.com/services/", "T00000001/B00000002/" + DRAWN, " posted"),
                at("Slack token", "slack: ", "xoxb-" + "123456789012-" + DRAWN, ""),
                at(
                        "Telegram token",
                        "https://example.org/",
                        "bot12345678:".substring(3) + "AA" + DRAWN + "a1B2c3D4e",
                        "/x"),
                at("private key", "key:\n", pem("PRIVATE KEY"), "\nnext"),
                at(
                        "private key in a JSON string",
                        "{\"k\":\"",
                        pem("RSA PRIVATE KEY").replace("\n", "\\n"),
                        "\"}"),
                at(
                        "private key without its end",
                        "key:\n",
                        pem("EC PRIVATE KEY").substring(0, 60),
                        ""),
                at("Secret in YAML", "kind: Secret\ndata:\n  anything: ", "c3dvcmRmaXNo", "\nmetadata:\n  name: x"),
                at("Secret in JSON", "{\"kind\":\"Secret\",\"data\":{\"anything\":\"", "c3dvcmRmaXNo", "\"}}"),
                at("user and password of curl", "curl -u app:", "hunter2", " https://example.org"),
                at("user and password of curl, quoted", "curl --user \"app:", "hunter 2", "\" https://example.org"),
                at("password of mysql", "mysql -h db1 -u root -p", "Sup3rS3cret", " app"),
                at("password of sshpass", "sshpass -p '", "hunter2", "' ssh db1"),
                at("password of redis-cli", "redis-cli -h cache -a ", "hunter2", " ping"),
                at("password of a netrc", "machine api.example.org login me password ", "hunter2", ""),
                at("password of a Redis configuration", "requirepass ", "hunter2", "\nport 6379"),
                at("password of an SQL statement", "ALTER USER app WITH PASSWORD '", "hunter2", "';"),
                at("password of a user that is made", "create user app IDENTIFIED BY '", "hunter2", "';"),
                at("hash of a password", "root:", "$6$q7Zt4Lw9$" + DRAWN + DRAWN, ":19000:0:99999:7:::"),
                at("short password", "PGPASSWORD='", "abc", "' psql"),
                at("typed variable", "var apiToken string = \"", DRAWN, "\""),
                at("UUID by its name", "heroku_api_key: ", "0f3a9b1c-7d2e-4c5b-9a8f-6e1d2c3b4a50", ""),
                at("hex by a vendor's name", "datadog: ", "0f3a9b1c7d2e4c5b9a8f6e1d2c3b4a50", ""));
    }

    private static Arguments at(String what, String before, String secret, String after) {
        return Arguments.of(what, before, secret, after);
    }

    private static String pem(String label) {
        return "-----BEGIN " + label + "-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC" + DRAWN + "\n-----END " + label
                + "-----";
    }

    @ParameterizedTest(name = "SEC-1 {0}")
    @MethodSource("secrets")
    void secretsGoAndWhatStandsAroundThemStays(String what, String before, String secret, String after) {
        Filtered filtered = FILTER.filter("run", before + secret + after);

        assertThat(filtered.text()).doesNotContain(secret).startsWith(before).endsWith(after);
        assertThat(filtered.redactions()).isEqualTo(1);
        assertThat(filtered.text().substring(before.length(), filtered.text().length() - after.length()))
                .matches("\\[secret:[a-z0-9-]+#[0-9]{1,4}]");
    }

    @ParameterizedTest(name = "SEC-1 stays: {0}")
    @ValueSource(
            strings = {
                "password authentication failed for user \"app\"",
                "password: ${DB_PASSWORD}",
                "password = var.db_password",
                "password: {{ .Values.password }}",
                "mysql -h db1 -p app, then curl -u and login with your password again",
                "mkdir -p /srv/app && ssh -p 22 db1",
                "the token is expired, ask for another token: see the wiki",
                "secretName: payments-tls",
                "tokenReviews: 12, max_tokens: 4096, token_type: bearer",
                "credentialsId: 'deploy-key'",
                "/var/run/secrets/kubernetes.io/serviceaccount/token",
                "tokenPath: /var/run/secrets/token",
                "GET https://example.org/a?page=2&sort=name 200 12ms",
                "image: registry.example.org/payments@sha256:0f3a9b1c7d2e4c5b9a8f6e1d2c3b4a500f3a9b1c7d2e4c5b9a8f6e1d2c3b4a50",
                "commit 0f3a9b1c7d2e4c5b9a8f6e1d2c3b4a50aabbccdd",
                "trace_id=0f3a9b1c7d2e4c5b9a8f6e1d2c3b4a50 span_id=9a8f6e1d2c3b4a50",
                "pod payments-7d9f8c6b5-x2x4k on node ip-10-0-1-17",
                "Nov 21 06:14:02 host sshd[812]: Accepted publickey for app from 10.0.0.7 port 51222",
                "kind: ConfigMap\ndata:\n  retries: \"3\"",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "[secret:aws-key#4821]",
                "author@example.org wrote https://example.org/@handle"
            })
    void whatIsNoSecretStays(String text) {
        assertThat(FILTER.filter("run", text).text()).isEqualTo(text);
    }

    @Test
    @DisplayName("SEC-1 a value has one placeholder within a run, whoever filters, and another in another run")
    void placeholdersAreStableWithinARun() {
        String twice = "token=" + DRAWN + "\nX-Auth-Token: " + DRAWN;

        String first = FILTER.filter("run-1", twice).text();
        String elsewhere = new SecretFilter(new byte[] {7})
                .filter("run-1", "api_token: " + DRAWN)
                .text();
        String otherRun = FILTER.filter("run-2", "api_token: " + DRAWN).text();

        String placeholder = first.substring("token=".length(), first.indexOf('\n'));
        assertThat(first).endsWith("X-Auth-Token: " + placeholder);
        assertThat(elsewhere).isEqualTo("api_token: " + placeholder);
        assertThat(otherRun).isNotEqualTo(elsewhere);
    }

    @Test
    @DisplayName("SEC-1 filtering what is filtered changes nothing")
    void filteringTwiceIsFilteringOnce() {
        secrets().forEach(row -> {
            Object[] parts = row.get();
            String once =
                    FILTER.filter("run", "" + parts[1] + parts[2] + parts[3]).text();
            assertThat(FILTER.filter("run", once).text()).isEqualTo(once);
        });
    }
}
