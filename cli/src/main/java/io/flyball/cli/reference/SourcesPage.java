package io.flyball.cli.reference;

import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.AlertSources;
import io.flyball.catalogue.sources.SetupGuide;

/** The page on how alerting systems are connected, from the same files that the console reads. */
final class SourcesPage {
    private static final String CONSOLE = "https://CONSOLE";

    private static final String BEGIN = """
            # Connect alert sources

            This page is drawn from the files in `catalogue/src/main/resources/alert-sources/`; change those. `flyball alerts sources` lists the same,
            `flyball alerts sources NAME` shows one with the address of your console.

            Each source has an address of its own, `POST /webhooks/NAME`. The answer is

            | Status | When |
            |---|---|
            | 202 | the body has alerts, and Kafka has them; the answer tells their ids and fingerprints |
            | 200 | the body is what the source sends, and no reason to act: a test, an acknowledgement, a comment. `detail` says why nothing is opened |
            | 400 | the body is no alert of that source; `errors` says what was expected |
            | 401 | no token, secret or signature, or a wrong one; `detail` says what to set |
            | 403 | a topic of Amazon SNS that is not listed |
            | 404 | there is no source of that name; `detail` lists those that there are |
            | 413, 429, 503 | as everywhere: see [HTTP interface](../reference/http-api.md) |

            A body that tells no status counts as firing: an alert that is missed is worse than one too many. A status in words that the source does not have is
            refused by name (400), and never guessed. A time that makes no sense counts as absent. What begins and what ends have the same fingerprint: the source's own, or the source's name with what the source calls the condition, or a hash of
            name and labels. Environment and service in an alert are what its sender says; what an agent may do follows from the
            [inventory](inventory.md) and never from them.

            ## Secrets

            | Property | Default | Meaning |
            |---|---|---|
            | `flyball.sources.keys.NAME.file` | none | a file with the secrets of that source, one a line; read anew for each body, so that a new one can stand beside the old one while senders change |
            | `flyball.sources.keys.NAME.values` | none | the same as a list; the file is better |
            | `flyball.sources.topics` | none | the ARNs of the SNS topics that may send here |
            | `flyball.sources.tolerance` | 5m | how far a signed time may be from ours |
            | `flyball.sources.retries` | 7h | how old a signed message of Amazon SNS may be, which tries again for hours |
            | `flyball.ingress.cloudevents.topic` | none | a topic of Kafka with alerts as CloudEvents; replicas of the console share it |
            | `flyball.ingress.cloudevents.group` | flyball-cloudevents | the consumer group that goes on where it has stopped |
            | `flyball.ingress.cloudevents.since` | 1h | how far back a group begins that has read nothing yet |

            A secret opens the address of its source and no other. It comes as `Authorization: Bearer SECRET`, or as the password of basic credentials with any user. The
            token of the installation opens all addresses. Where the source signs and has a secret, a signature that is wrong is refused also beside a token.

            A sender of your own need not send its secret: it may sign. The addresses `generic` and `cloudevents` take `X-Flyball-Signature: v1=DIGITS` with
            `X-Flyball-Timestamp: SECONDS`, the HMAC-SHA256 of `SECONDS.BODY`; a time that is more than `flyball.sources.tolerance` from ours is refused:

                seconds=$(date +%s)
                digits=$( (printf '%s.' "$seconds"; cat body.json) | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
                curl -H "X-Flyball-Timestamp: $seconds" -H "X-Flyball-Signature: v1=$digits" --data-binary @body.json CONSOLE/webhooks/generic

            ## A source of your own

            Put a file into `alert-sources/` of the catalogue (`flyball.catalogue.directory`) and start the console again. This one reads
            `{"probe": {"id": 7, "title": "Checkout slow"}, "phase": "open", "at": 1763682283, "where": {"system": "checkout"}}`:

            ```yaml
            name: our-probes
            title: Our own probes
            setup: ["Post to {URL} with the header Authorization: Bearer SECRET."]
            signature: { header: X-Hub-Signature-256, prefix: "sha256=" }   # if it signs; leave it out if not
            mapping:
              body:
                has: [probe.id, phase]           # or it is none of theirs: 400. "a|b" is either
                opensNothing:
                  - { at: [phase], words: [rehearsal], because: "it is a rehearsal" }
              name: [probe.title, "Probe {probe.id}"]   # the first that holds something
              fingerprint: [probe.id, where.system]     # all of them together; the same when it is over
              status: { at: [phase], firing: [open], resolved: [closed, "fixed*"], nothing: [seen] }
              times: { started: [at], ended: [until] }
              labels:
                "*": [tags]                      # an object, pairs, a list of key and value, or "a:b, c:d"
                service: [where.system]
                severity: [level]
              annotations:
                summary: [text]
              url: [link]
            ```

            `signature` has `header`, `prefix`, `algorithm` (SHA256 or SHA512), `encoding` (HEX or BASE64), and `timeHeader` with `between`, where the time in seconds and what stands
            between it and the body are signed before the body. The file says how to look; only a secret of `flyball.sources.keys.NAME` lets anybody in.

            `body.each` names the list, where one body has several alerts; all places are then seen from one of them. A file may have the name of a mapping that
            comes with Flyball, and then replaces it. A file that cannot be understood keeps the console from starting, and is named.

            ## Try it

                flyball alerts send --source NAME body.json

            """;

    private SourcesPage() {}

    static String draw() {
        var page = new StringBuilder(BEGIN);
        for (AlertSource source : AlertSources.shipped().all()) {
            page.append("## ")
                    .append(source.title())
                    .append("\n\n`")
                    .append(source.name())
                    .append("`\n\n")
                    .append(SetupGuide.of(source, CONSOLE))
                    .append("\n");
        }
        return page.toString().stripTrailing() + "\n";
    }
}
