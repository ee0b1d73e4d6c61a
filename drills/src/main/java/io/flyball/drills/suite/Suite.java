package io.flyball.drills.suite;

import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A suite of the drill's own: on ports of its own, with data of its own, every service a process of its own. */
public final class Suite implements AutoCloseable {
    private static final int REPLICAS_AT = 16;
    /** Of each service there is one at the first ports. */
    private static final int KINDS = Service.values().length;

    private final SuiteSettings settings;
    private final int base;
    private final Nearby nearby;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final List<TransactionCure> cures = new CopyOnWriteArrayList<>();
    private final Thread atExit = new Thread(this::end, "end-suite");

    private Suite(SuiteSettings settings, int base, Nearby nearby) {
        this.settings = settings;
        this.base = base;
        this.nearby = nearby;
    }

    /**
     * Starts neighbours and services and returns when all are ready.
     *
     * @param say told of the progress
     */
    public static Suite start(SuiteSettings settings, Consumer<String> say) throws InterruptedException {
        prepare(settings);
        int replicas = KINDS * (settings.size().orchestrators() - 1);
        int base = FreePorts.row(REPLICAS_AT + replicas + Nearby.Cluster.PORTS);
        say.accept("starting broker, registry and Redis in " + settings.folder());
        Suite suite = new Suite(settings, base, Nearby.start(settings, base, base + REPLICAS_AT + replicas));
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
        Built older = settings.older();
        if (older != null) {
            settings.site().write(older.catalogue(), settings.catalogue(older));
        }
        LocalToken.readOrCreate(settings.token());
    }

    private void startServices(Consumer<String> say) throws InterruptedException {
        say.accept("making topics and schemas");
        TopicCatalogue topics = TopicCatalogue.load();
        new TopicProvisioner(topics, nearby.copies(), nearby.inStep()).provision(broker());
        new SchemaRegistrar(topics).register(registry());
        say.accept("starting the services");
        for (int replica = 1; replica <= settings.size().orchestrators(); replica++) {
            startEach(replica);
        }
        say.accept("all " + services.size() + " services are ready");
    }

    /** The second ones find the keys that the first have made. */
    private void startEach(int replica) throws InterruptedException {
        List<ServiceProcess> begun = Arrays.stream(Service.values())
                .filter(service -> replica <= settings.size().of(service))
                .map(service -> process(service, replica))
                .toList();
        services.addAll(begun);
        begun.forEach(ServiceProcess::start);
        for (ServiceProcess service : begun) {
            service.awaitReady();
        }
    }

    private ServiceProcess process(Service service, int replica) {
        int first = replica == 1 ? base : base + REPLICAS_AT + KINDS * (replica - 2);
        String name = replica == 1 ? service.label() : service.label() + "-" + replica;
        return process(service, name, first + service.ordinal());
    }

    private ServiceProcess process(Service service, String name, int port) {
        Commands commands = new Commands(settings, nearby);
        String console = "http://127.0.0.1:" + base;
        List<String> newest = commands.of(settings.built(), service, name, port, console);
        Built older = service == Service.ORCHESTRATOR ? settings.older() : null;
        List<String> first = older == null ? newest : commands.of(older, service, name, port, console);
        URI url = URI.create("http://127.0.0.1:" + port);
        return new ServiceProcess(service, name, url, first, newest, settings.log(name));
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
        return nearby.registry();
    }

    /** The bootstrap servers. */
    public String broker() {
        return nearby.bootstrapServers();
    }

    /** The broker, to be broken; the first of several. */
    public Neighbour brokerProcess() {
        return nearby.brokers().getFirst();
    }

    /** All of them. */
    public List<Neighbour> brokers() {
        return nearby.brokers();
    }

    /** Redis, to be broken; the master now, where there are several. */
    public Neighbour redisProcess() {
        return nearby.redisMaster();
    }

    /** Where it keeps its data. */
    public Path folder() {
        return settings.folder();
    }

    /** The broker once more. */
    public void restartBroker() {
        restart(brokerProcess());
    }

    /** That one once more; after a broker for a while somebody who ends what it has forgotten in the middle, as flyball up does. */
    public void restart(Neighbour neighbour) {
        neighbour.restart();
        if (neighbour.kind() == NeighbourKind.BROKER) {
            cures.add(TransactionCure.begin(broker(), TransactionCure.AFTER_A_START, _ -> {}));
        }
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
        nearby.close();
    }
}
