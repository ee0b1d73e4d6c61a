package io.flyball.console.kit;

import io.flyball.contract.*;
import io.flyball.testkit.SharedNeighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Shows the page with something on it: run it (port, number of runs), open the printed address, end it with Ctrl-C. */
public final class Scene {
    private Scene() {}

    public static void main(String... args) throws Exception {
        SharedNeighbours neighbours = SharedNeighbours.shared();
        RunningConsole console = RunningConsole.start(neighbours, "--server.port=" + (args.length > 0 ? args[0] : "0"));
        console.release();
        try (Teller teller = new Teller(neighbours)) {
            Instant now = Instant.now();
            Story done =
                    Shop.andThenFixed(Shop.untilHeld("0199a000-0000-7000-8000-00000000000a", now.minusSeconds(5000)));
            teller.tell(done.events());
            Story held = Shop.untilHeld("0199a000-0000-7000-8000-00000000000b", now.minusSeconds(30));
            teller.tell(held.events());
            teller.tell(held.asks(
                    0,
                    "shopctl rollback --to 41",
                    Risk.HIGH,
                    "Version 42, deployed four minutes before the alert, changed the upstream to a host that does not exist. Rolling back to 41 restores the address that worked.",
                    now,
                    now.plusSeconds(290)));
            Outcome[] outcomes = Outcome.values();
            for (int i = 0; i < (args.length > 1 ? Integer.parseInt(args[1]) : 14); i++) {
                Story other = new Story(UUID.randomUUID().toString(), now.minusSeconds(9000 + i * 4000L))
                        .opened(i % 3 == 0 ? "HighErrorRate" : "DiskFillsUp", i % 2 == 0 ? "checkout" : "search");
                if (i > 1) {
                    other.ended(outcomes[i % outcomes.length], "It was looked at.", null);
                }
                teller.tell(other.events());
            }
            Story hostile = new Story(UUID.randomUUID().toString(), now.minusSeconds(100))
                    .opened("<img src=x onerror=alert(1)>", "</pre><script>alert(2)</script>");
            teller.tell(hostile.events());
        }
        Files.writeString(Path.of("target/scene"), console.uri("/#token=" + console.token()) + "\n");
        System.out.println(console.uri("/#token=" + console.token()));
        Thread.currentThread().join();
    }
}
