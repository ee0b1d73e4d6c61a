package io.flyball.toolexecutor;

import io.flyball.files.trash.Trash;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopOrders;
import io.flyball.toolexecutor.catalogue.CatalogueInUse;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.claim.RedisClaims;
import io.flyball.toolexecutor.commands.ByCommand;
import io.flyball.toolexecutor.commands.CommandSettings;
import io.flyball.toolexecutor.commands.RunCommand;
import io.flyball.toolexecutor.config.CatalogueProperties;
import io.flyball.toolexecutor.config.ClaimProperties;
import io.flyball.toolexecutor.config.CommandProperties;
import io.flyball.toolexecutor.config.SandboxHealth;
import io.flyball.toolexecutor.config.SandboxProperties;
import io.flyball.toolexecutor.config.ToolSecretsProperties;
import io.flyball.toolexecutor.config.TrashProperties;
import io.flyball.toolexecutor.data.RedisInfo;
import io.flyball.toolexecutor.data.SqlQuery;
import io.flyball.toolexecutor.files.ListDirectory;
import io.flyball.toolexecutor.files.ReadFile;
import io.flyball.toolexecutor.files.SafeDelete;
import io.flyball.toolexecutor.files.SearchFiles;
import io.flyball.toolexecutor.files.WriteFile;
import io.flyball.toolexecutor.network.DnsLookup;
import io.flyball.toolexecutor.network.HealthCheck;
import io.flyball.toolexecutor.network.HttpRequest;
import io.flyball.toolexecutor.network.TcpProbe;
import io.flyball.toolexecutor.network.TlsInspect;
import io.flyball.toolexecutor.processes.ProcessInspect;
import io.flyball.toolexecutor.processes.ThreadDump;
import io.flyball.toolexecutor.secrets.SecretStore;
import io.flyball.toolexecutor.services.ServiceRestart;
import io.flyball.toolexecutor.services.ServiceStatus;
import io.flyball.toolexecutor.tools.Tool;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that know nothing of topics. */
@Configuration(proxyBeanMethods = false)
class ToolExecutorConfiguration {

    @Bean
    CatalogueInUse catalogue(CatalogueProperties properties, Clock clock) {
        return new CatalogueInUse(properties.directory(), clock);
    }

    @Bean
    Claims claims(Redis redis, StopOrders orders, ClaimProperties properties) {
        return new RedisClaims(redis, orders, properties.toSettings());
    }

    @Bean
    CommandSettings commandSettings(CommandProperties commands, SandboxProperties sandbox) {
        return commands.toSettings(sandbox);
    }

    @Bean
    SandboxHealth sandbox(CommandSettings settings) {
        return new SandboxHealth(settings);
    }

    @Bean
    Tool runCommand(CatalogueInUse catalogue, CommandSettings settings, SecretStore secrets) {
        return new RunCommand(() -> catalogue.get().programs(), settings, secrets);
    }

    @Bean
    SecretStore toolSecrets(ToolSecretsProperties properties) {
        return properties.toStore();
    }

    @Bean
    Tool readFile() {
        return new ReadFile();
    }

    @Bean
    Tool listDirectory() {
        return new ListDirectory();
    }

    @Bean
    Tool searchFiles() {
        return new SearchFiles();
    }

    @Bean
    Trash trash(TrashProperties properties) {
        return properties.toTrash();
    }

    @Bean
    Tool writeFile(Trash trash, Clock clock) {
        return new WriteFile(trash, clock);
    }

    @Bean
    Tool safeDelete(Trash trash, Clock clock) {
        return new SafeDelete(trash, clock);
    }

    @Bean
    Tool httpRequest(SecretStore secrets) {
        return new HttpRequest(secrets);
    }

    @Bean
    Tool healthCheck() {
        return new HealthCheck();
    }

    @Bean
    Tool tcpProbe() {
        return new TcpProbe();
    }

    @Bean
    Tool dnsLookup() {
        return new DnsLookup();
    }

    @Bean
    Tool tlsInspect(Clock clock) {
        return new TlsInspect(clock);
    }

    @Bean
    Tool processInspect(Clock clock) {
        return new ProcessInspect(clock);
    }

    @Bean
    ByCommand byCommand(@Qualifier("runCommand") Tool runCommand) {
        return new ByCommand(runCommand);
    }

    @Bean
    Tool threadDump(ByCommand command) {
        return new ThreadDump(command);
    }

    @Bean
    Tool serviceStatus(ByCommand command) {
        return new ServiceStatus(command);
    }

    @Bean
    Tool serviceRestart(ByCommand command) {
        return new ServiceRestart(command);
    }

    @Bean
    Tool redisInfo() {
        return new RedisInfo();
    }

    @Bean
    Tool sqlQuery(ByCommand command) {
        return new SqlQuery(command);
    }
}
