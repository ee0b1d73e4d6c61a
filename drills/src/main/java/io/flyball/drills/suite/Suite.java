package io.flyball.drills.suite;

import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.localstack.NeighbourSettings;
import io.flyball.localstack.Neighbours;
import io.flyball.localstack.Ports;
import io.flyball.localstack.transactions.TransactionCure;
import io.flyball.platform.http.LocalToken;
import io.flyball.platform.topics.SchemaRegistrar;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.schemas.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A suite of the drill's own: on ports of its own, with data of its own, every service a process of its own. */
public final class Suite implements AutoCloseable {
    private static final int REPLICAS_AT = 16;

    private final SuiteSettings settings;
    private final int base;
    private final Neighbours neighbours;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final List<TransactionCure> cures = new CopyOnWriteArrayList<>();
    private final Thread atExit = new Thread(this::end, "end-suite");

    private Suite(SuiteSettings settings, int base, Neighbours neighbours) {
        this.settings = settings;
        this.base = base;
        this.neighbours = neighbours;
    }

    /**
     * Starts neighbours and services and returns when all are ready.
     *
     * @param say told of the progress
     */
    public static Suite start(SuiteSettings settings, Consumer<String> say) throws InterruptedException {
        prepare(settings);
        int base = FreePorts.row(REPLICAS_AT + settings.orchestrators());
        say.accept("starting broker, registry and Redis in " + settings.folder());
        Suite suite = new Suite(settings, base, neighbours(settings, base));
        Runtime.getRuntime().addShutdownHook(suite.atExit);
        try {
            suite.startServices(say);
            return suite;
        } catch (RuntimeException | InterruptedException e) {
            suite.close();
            throw e;
        }
    }

    private static void prepare(SuiteSettings settings) {
        try {
            Files.createDirectories(settings.folder().resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.site().write(settings.built().catalogue(), settings.catalogue());
        LocalToken.readOrCreate(settings.token());
    }

    private static Neighbours neighbours(SuiteSettings settings, int base) {
        return Neighbours.start(
                new NeighbourSettings(
                        settings.built().neighbours(),
                        settings.folder(),
                        Ports.from(base),
                        EnumSet.of(NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS),
                        Path.of(System.getProperty("java.home")),
                        true),
                _ -> {});
    }

    private void startServices(Consumer<String> say) throws InterruptedException {
        say.accept("making topics and schemas");
        TopicCatalogue topics = TopicCatalogue.load();
        new TopicProvisioner(topics, 1, 1).provision(broker());
        new SchemaRegistrar(topics)
                .register(neighbours.get(NeighbourKind.REGISTRY).url());
        say.accept("starting the services");
        for (Service service : Service.values()) {
            services.add(process(service, service.label(), base + service.ordinal()));
        }
        for (int i = 1; i < settings.orchestrators(); i++) {
            services.add(process(Service.ORCHESTRATOR, "orchestrator-" + (i + 1), base + REPLICAS_AT + i - 1));
        }
        services.forEach(ServiceProcess::start);
        for (ServiceProcess service : services) {
            service.awaitReady();
        }
        say.accept("all " + services.size() + " services are ready");
    }

    private ServiceProcess process(Service service, String name, int port) {
        Commands commands = new Commands(settings, Ports.from(base));
        List<String> command = commands.of(service, name, port, "http://127.0.0.1:" + base);
        return new ServiceProcess(service, name, URI.create("http://127.0.0.1:" + port), command, settings.log(name));
    }

    public List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    /** Where the console answers. */
    public URI console() {
        return URI.create("http://127.0.0.1:" + base);
    }

    /** What the console wants to be shown. */
    public String token() {
        return LocalToken.readOrCreate(settings.token()).value();
    }

    /** Where the registry answers. */
    public URI registry() {
        return neighbours.get(NeighbourKind.REGISTRY).url();
    }

    /** The bootstrap server. */
    public String broker() {
        return brokerProcess().url().getAuthority();
    }

    /** The broker, to be broken. */
    public Neighbour brokerProcess() {
        return neighbours.get(NeighbourKind.BROKER);
    }

    /** Redis, to be broken. */
    public Neighbour redisProcess() {
        return neighbours.get(NeighbourKind.REDIS);
    }

    /** Where it keeps its data. */
    public Path folder() {
        return settings.folder();
    }

    /** The broker once more, and for a while somebody who ends what it has forgotten in the middle, as flyball up does. */
    public void restartBroker() {
        brokerProcess().restart();
        cures.add(TransactionCure.begin(broker(), TransactionCure.AFTER_A_START, _ -> {}));
    }

    /** Ends everything that was started, by force: nobody needs its data any more. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // It is running already.
        }
    }

    private void end() {
        cures.forEach(TransactionCure::close);
        services.forEach(ServiceProcess::kill);
        neighbours.all().forEach(Neighbour::kill);
        neighbours.close();
    }
}
