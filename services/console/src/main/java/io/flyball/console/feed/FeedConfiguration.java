package io.flyball.console.feed;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.stream.binder.kafka.support.ConsumerConfigCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What console.yml cannot say of the feed's binding. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(FeedProperties.TOPIC)
class FeedConfiguration {

    /** Named by console.yml. */
    @Bean
    IncomingConverter incomingConverter() {
        return new IncomingConverter();
    }

    /** From the beginning, a bus of months would open runs for what is long over. */
    @Bean
    ConsumerConfigCustomizer howFarBack(FeedProperties properties) {
        return (settings, _, _) ->
                settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "by_duration:" + properties.since());
    }
}
