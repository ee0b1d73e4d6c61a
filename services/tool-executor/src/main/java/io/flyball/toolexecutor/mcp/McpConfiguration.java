package io.flyball.toolexecutor.mcp;

import io.flyball.platform.publish.Publisher;
import io.flyball.secrets.SecretFilter;
import io.flyball.toolexecutor.commands.CommandSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What conversations with MCP servers need of the service. */
@Configuration(proxyBeanMethods = false)
class McpConfiguration {

    @Bean
    McpSettings mcpSettings(CommandSettings commands) {
        return new McpSettings(commands, System::getenv);
    }

    @Bean
    PinNews pinNews(Publisher publisher, SecretFilter filter, Clock clock) {
        return new PinNotice(publisher, filter, clock);
    }
}
